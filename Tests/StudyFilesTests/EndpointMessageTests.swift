import Testing

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

    @Test func competingDatesAndCodesDoNotMix() {
        expectFaults(
            in: head + """
                endpoints:
                  os: { time: t, status: s, codes: { 1: event }, competing: transplant }
                  pfs: { from: a, event: [pd, death], censor: c, competing: death }
                """,
            """
            study.yaml:9:50: error: 'competing' can't stand with 'time', 'status' and 'codes': an endpoint comes from dates or from a time and a status column [conflicting-keys]
                9 |   os: { time: t, status: s, codes: { 1: event }, competing: transplant }
                  |                                                  ^^^^^^^^^
               note: 'time' is given here (study.yaml:9:9)
               help: delete one or the other

            study.yaml:10:61: error: 'death' can't be in 'event' and in 'competing' [conflicting-keys]
               10 |   pfs: { from: a, event: [pd, death], censor: c, competing: death }
                  |                                                             ^^^^^
               note: it is an event here (study.yaml:10:31)
               help: delete one or the other
            """)
    }

    @Test func testsAreKnown() {
        expectFaults(
            in: head + """
                endpoints:
                  os: { from: a, event: b, censor: c, tests: [logrank, gehan-breslow, fleming-harrington(0, x), trend] }
                  pfs: { from: a, event: b, censor: c, tests: [trend, trend], restricted_mean: 0 }
                """,
            """
            study.yaml:9:47: error: 'logrank' is not a choice of 'tests' [unknown-value]
                9 |   os: { from: a, event: b, censor: c, tests: [logrank, gehan-breslow, fleming-harrington(0, x), trend] }
                  |                                               ^^^^^^^
               help: valid choices: 'gehan-breslow', 'tarone-ware', 'peto-peto', 'fleming-harrington(0,1)', 'trend'

            study.yaml:9:71: error: 'fleming-harrington(0,x)' is not a choice of 'tests' [unknown-value]
                9 |   os: { from: a, event: b, censor: c, tests: [logrank, gehan-breslow, fleming-harrington(0, x), trend] }
                  |                                                                       ^^^^^^^^^^^^^^^^^^^^
               help: did you mean 'fleming-harrington(0,1)'?

            study.yaml:10:55: error: 'trend' stands twice in 'tests' [duplicate-name]
               10 |   pfs: { from: a, event: b, censor: c, tests: [trend, trend], restricted_mean: 0 }
                  |                                                       ^^^^^
               note: first given here (study.yaml:10:48)
               help: keep one of the two, or rename one

            study.yaml:10:80: error: expected a number above 0 for 'restricted_mean', found 0 [out-of-range]
               10 |   pfs: { from: a, event: b, censor: c, tests: [trend, trend], restricted_mean: 0 }
                  |                                                                                ^
            """)
    }
}
