import TestSupport
import Testing

@testable import StudyFiles

/// Messages about endpoints.
@Suite struct EndpointMessageTests {
    @Test func datesAndColumnsDoNotMix() {
        expectFaults(
            in: head + """
                endpoints:
                  os: { time: os_days, status: os_status, codes: { 1: event }, event: death_date }
                  pfs: { from: start, event: death, censor: last, time_unit: days }
                """,
            """
            study.yaml:9:64: error: 'event' can't stand with 'time', 'status' and 'codes': an endpoint comes from dates or from a time and a status column [conflicting-keys]
                9 |   os: { time: os_days, status: os_status, codes: { 1: event }, event: death_date }
                  |                                                                ^^^^^
               note: 'time' is given here (study.yaml:9:9)
               help: delete one or the other

            study.yaml:10:51: error: 'time_unit' can't stand with 'from', 'event' and 'censor': an endpoint comes from dates or from a time and a status column [conflicting-keys]
               10 |   pfs: { from: start, event: death, censor: last, time_unit: days }
                  |                                                   ^^^^^^^^^
               note: 'from' is given here (study.yaml:10:10)
               help: delete one or the other
            """)
    }

    @Test func anEndpointIsWhole() {
        expectFaults(
            in: head + """
                endpoints:
                  os: { from: start, event: death }
                  pfs: { status: s }
                  dfs:
                """,
            """
            study.yaml:9:3: error: endpoint 'os' needs 'censor' [missing-key]
                9 |   os: { from: start, event: death }
                  |   ^^
               help: add 'censor: last_contact_date'

            study.yaml:10:3: error: endpoint 'pfs' needs 'time' and 'codes' [missing-key]
               10 |   pfs: { status: s }
                  |   ^^^
               help: add 'time: os_months'
               help: add 'codes: { 0: censored, 1: event }'

            study.yaml:11:3: error: endpoint 'dfs' needs 'from', 'event' and 'censor' [missing-key]
               11 |   dfs:
                  |   ^^^
               help: add 'from: treatment_start'
               help: add 'event: death_date'
               help: add 'censor: last_contact_date'
            """)
    }

    @Test func oneCodeStandsForAnEvent() {
        expectFaults(
            in: head + """
                endpoints:
                  os: { time: t, status: s, codes: { 0: censored, 1: dead } }
                  pfs: { time: t, status: s, codes: { 0: censored } }
                """,
            """
            study.yaml:9:54: error: 'dead' is not a choice of 'codes' [unknown-value]
                9 |   os: { time: t, status: s, codes: { 0: censored, 1: dead } }
                  |                                                      ^^^^
               help: valid choices: 'event', 'censored', 'competing'

            study.yaml:10:30: error: endpoint 'pfs' needs a code for 'event' [missing-key]
               10 |   pfs: { time: t, status: s, codes: { 0: censored } }
                  |                              ^^^^^
               help: add 'TEXT: event' for each text of the status column that means an event
            """)
    }

    @Test func eventsStandOnce() {
        expectFaults(
            in: head + """
                endpoints:
                  os: { from: start, event: [death, death], censor: last }
                """,
            """
            study.yaml:9:37: error: 'death' stands twice in 'event' [duplicate-name]
                9 |   os: { from: start, event: [death, death], censor: last }
                  |                                     ^^^^^
               note: first given here (study.yaml:9:30)
               help: keep one of the two, or rename one
            """)
    }
}
