import CohortBuilding
import Results
import StudyFiles
import Testing

/// Competing events and late entries worked by hand.
@Suite struct CompetingAndEntryTests {
    /// Everyone starts on 1 January 2024 (a leap year: 1 March is day 60) and is last seen on 1 March, except H.
    private static let patients = """
        id,start,relapse,transplant,death,last
        A,2024-01-01,2024-01-31,,,2024-03-01
        B,2024-01-01,,2024-01-21,,2024-03-01
        C,2024-01-01,2024-02-10,2024-02-05,,2024-03-01
        D,2024-01-01,2024-01-11,2024-01-11,,2024-03-01
        E,2024-01-01,,,,2024-03-01
        F,2024-01-01,,2024-02-15,2024-01-16,2024-03-01
        G,2024-01-01,2024-02-05,2024-02-10,,2024-03-01
        H,2024-01-01,,2024-02-01,,
        """

    private static func relapse(cutoff: String? = nil) throws -> EndpointValues {
        var fixture = StudyFixture(patients: patients)
        fixture.study.cutoff = cutoff.map { day(StudyFixture.at($0)) }
        fixture.study.endpoints = [
            .dates(
                "relapse", start: "start", events: ["relapse"], competing: ["transplant", "death"], censoring: "last")
        ]
        return try #require(fixture.build().cohort?.endpoints["relapse"])
    }

    @Test func theFirstOfEventAndCompetingEventsEndsTheTime() throws {
        let relapse = try Self.relapse()
        // A: event on day 30. B: transplant on day 20. C: transplant on day 31 + 4 = 35, before the relapse on day 40.
        // D: both on day 10, the event counts. E: seen until day 31 + 29 = 60. F: died on day 15, before the transplant.
        // G: relapse on day 35, before the transplant. H: transplant on day 31, without any last contact.
        #expect(relapse.time == [30, 20, 35, 10, 60, 15, 35, 31])
        #expect(
            relapse.status == [
                .event, .competing, .competing, .event, .censored, .competing, .event, .competing,
            ])
        #expect(relapse.entry == nil)
    }

    @Test func aCompetingEventAfterTheCutoffIsACensoringThere() throws {
        // The cut-off is 25 January, day 24: only B's transplant, D's relapse and F's death come before it. H, whose
        // transplant is later, was under observation on that day.
        let relapse = try Self.relapse(cutoff: "2024-01-25")
        #expect(relapse.time == [24, 20, 24, 10, 24, 15, 24, 24])
        #expect(
            relapse.status == [
                .censored, .competing, .censored, .event, .censored, .competing, .censored, .censored,
            ])
    }

    @Test func observationBeginsAtTheEntry() throws {
        var fixture = StudyFixture(
            patients: """
                id,start,enrolled,death,last
                3,2024-01-01,2024-01-11,2024-01-31,2024-01-31
                1,2024-01-01,2023-12-01,,2024-01-21
                2,2024-01-01,2024-01-01,,2024-01-02
                """)
        fixture.study.endpoints = [
            .dates("os", start: "start", events: ["death"], censoring: "last", entry: "enrolled")
        ]
        let os = try fixture.cohort().endpoints["os"]
        // By key: 1 was enrolled before the start, so that observation begins with it; 2 on the day of the start; 3 on
        // day 10.
        #expect(
            os
                == EndpointValues(
                    time: [20, 1, 30], status: [.censored, .censored, .event], timeUnit: .days, entry: [0, 0, 10]))
    }

    @Test func entriesAndCompetingCodesComeFromColumnsToo() throws {
        var fixture = StudyFixture(patients: "id,months,status,entry\n2,3.5,2,1.5\n1,6,1,-2\n3,4,0,0\n")
        fixture.study.endpoints = [.columns("os", time: "months", status: "status", entry: "entry")]
        #expect(
            try fixture.cohort().endpoints["os"]
                == EndpointValues(
                    time: [6, 3.5, 4], status: [.event, .competing, .censored], timeUnit: .months, entry: [0, 1.5, 0]))
    }

    @Test func withoutAnEntryThereIsNoTime() throws {
        var fixture = StudyFixture(
            patients: "id,months,status,entry,start,in,death,last\n1,6,1,,2024-01-01,,,2024-02-01\n")
        fixture.study.endpoints = [
            .columns("os", time: "months", status: "status", entry: "entry"),
            .dates("dated", start: "start", events: ["death"], censoring: "last", entry: "in"),
        ]
        let endpoints = try #require(fixture.build().cohort).endpoints
        #expect(
            endpoints["os"] == EndpointValues(time: [nil], status: [nil], timeUnit: .months, entry: [nil]))
        #expect(endpoints["dated"] == EndpointValues(time: [nil], status: [nil], timeUnit: .days, entry: [nil]))
    }

    // MARK: Messages

    @Test func entriesThatCannotBe() {
        var fixture = StudyFixture(
            patients: """
                id,start,in,death,last,months,status,entry
                1,2024-01-01,2024-01-31,2024-01-31,2024-01-31,5,1,5
                2,2024-01-01,,,2024-01-31,5,0,
                3,2024-01-01,2024-02-30,,2024-01-31,5,0,early
                4,2024-01-01,2023-12-31,,2024-01-01,0,0,-1
                """)
        fixture.study.endpoints = [
            .dates("os", start: "start", events: ["death"], censoring: "last", entry: "in"),
            .columns("timed", time: "months", status: "status", entry: "entry"),
        ]
        fixture.expect(
            """
            patients.csv:2:14: error: 'in' is not before 'death', found '2024-01-31' [dates-out-of-order]
               note: both stand in one row; 'death' stands here (patients.csv:2:25)
               help: correct the date that is wrong

            patients.csv:2:51: error: 'entry' must be below 'months', found '5' [negative-time]
               note: 'months' is '5' here (patients.csv:2:47)
               help: correct the cell, or leave the patient out by an exclusion

            patients.csv:3:14: warning: 'in' is missing, so that the patient has no follow-up [no-follow-up]
               note: the time counts as missing

            patients.csv:3:31: warning: 'entry' is missing, so that the patient has no follow-up [no-follow-up]
               note: the time counts as missing

            patients.csv:4:14: error: 'in' must be a day of the calendar, found '2024-02-30' [impossible-date]
               note: February 2024 has the days 01 to 29
               help: correct the cell

            patients.csv:4:41: error: 'entry' must be a number, found 'early' [unparsable-number]
               help: correct the cell, or add 'early' to data.patients.missing if it stands for a missing value

            patients.csv:5:26: warning: 'last' leaves the patient no follow-up after 'start' [no-follow-up]
               note: the time counts as missing; 'start' stands here (patients.csv:5:3)

            patients.csv:5:37: warning: 'months' is 0, so that the patient has no follow-up [no-follow-up]
               note: the time counts as missing
            """)
    }

    @Test func competingEventsBeforeTheStartOrAfterTheLastContact() {
        var fixture = StudyFixture(
            patients: """
                id,start,relapse,transplant,last
                1,2024-01-01,,2023-12-31,2024-02-01
                2,2024-01-01,,2024-03-01,2024-02-01
                """)
        fixture.study.endpoints = [
            .dates("relapse", start: "start", events: ["relapse"], competing: ["transplant"], censoring: "last")
        ]
        fixture.expect(
            """
            patients.csv:2:15: error: 'transplant' is before 'start', found '2023-12-31' [dates-out-of-order]
               note: both stand in one row; 'start' stands here (patients.csv:2:3)
               help: correct the date that is wrong

            patients.csv:3:15: warning: 'transplant' is after 'last', found '2024-03-01' [dates-out-of-order]
               note: the date of the event is used; 'last' stands here (patients.csv:3:26)
               help: correct the date that is wrong
            """)
    }

    @Test func columnsThatDoNotExist() {
        var fixture = StudyFixture(
            "os: { from: start, event: death, competing: transplnt, censor: last, entry: enroled }",
            patients: "id,start,death,transplant,last,enrolled\n1,2024-01-01,,,2024-02-01,\n")
        var endpoint = Endpoint.dates("os", start: "start", events: ["death"], censoring: "last")
        endpoint.source = .dates(
            start: StudyFixture.at("start"), events: [StudyFixture.at("death")],
            competing: [fixture.yaml.at("transplnt")], censoring: StudyFixture.at("last"))
        endpoint.entry = fixture.yaml.at("enroled")
        fixture.study.endpoints = [endpoint]
        fixture.expect(
            """
            study.yaml:1:45: error: column 'transplnt' doesn't exist in 'patients.csv' [unknown-column]
                1 | os: { from: start, event: death, competing: transplnt, censor: last, entry: enroled }
                  |                                             ^^^^^^^^^
               help: did you mean 'transplant'?

            study.yaml:1:77: error: column 'enroled' doesn't exist in 'patients.csv' [unknown-column]
                1 | os: { from: start, event: death, competing: transplnt, censor: last, entry: enroled }
                  |                                                                             ^^^^^^^
               help: did you mean 'enrolled'?
            """)
    }
}
