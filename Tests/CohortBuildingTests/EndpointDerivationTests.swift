import CohortBuilding
import Results
import StudyFiles
import Testing

/// Times and statuses worked by hand.
@Suite struct EndpointDerivationTests {
    /// Seven patients, all starting on 1 February 2024 (a leap year: February has 29 days) except G.
    private static let patients = """
        id,start,pd,death,last
        A,2024-02-01,2024-03-01,2024-05-01,2024-05-01
        B,2024-02-01,,2024-03-02,2024-03-02
        C,2024-02-01,,,2025-02-01
        D,2024-02-01,2024-02-15,,2024-04-01
        E,2024-02-01,,2024-02-11,
        F,2024-02-01,,2024-04-30,2024-04-20
        G,2023-12-31,,,2024-01-01
        """

    private static func endpoints(cutoff: String? = nil) throws -> [String: EndpointValues] {
        var fixture = StudyFixture(patients: patients)
        fixture.study.cutoff = cutoff.map { day(StudyFixture.at($0)) }
        fixture.study.endpoints = [
            .dates("pfs", start: "start", events: ["pd", "death"], censoring: "last"),
            .dates("os", start: "start", events: ["death"], censoring: "last"),
        ]
        return try #require(fixture.build().cohort).endpoints
    }

    @Test func wholeDaysToTheFirstEventOrTheLastContact() throws {
        let endpoints = try Self.endpoints()
        // A: 1 February to 1 March 2024 is 29 days. B: one day more. C: 1 February 2024 to 2025 is 366 days.
        // D: to the 15th. E: to the 11th, without any last contact. F: 28 more days of February, 31 of March, 30 of
        // April: 29 - 1 + 31 + 30 = 89, to the death after the last contact. G: over the turn of the year.
        #expect(endpoints["pfs"]?.time == [29, 30, 366, 14, 10, 89, 1])
        #expect(endpoints["pfs"]?.status == [.event, .event, .censored, .event, .event, .event, .censored])
        // A: 29 - 1 + 31 + 30 + 1 = 90 days to 1 May. D: 29 - 1 + 31 + 1 = 60 days to 1 April, alive.
        #expect(endpoints["os"]?.time == [90, 30, 366, 60, 10, 89, 1])
        #expect(endpoints["os"]?.status == [.event, .event, .censored, .censored, .event, .event, .censored])
        #expect(endpoints["os"]?.timeUnit == .days)
    }

    @Test func followUpEndsAtTheCutoff() throws {
        // The cut-off is 29 February 2024, day 28. Only D's progression (14) and E's death (10) come before it; B's
        // death, a day too late, counts as censored there. G was last seen before it.
        let endpoints = try Self.endpoints(cutoff: "2024-02-29")
        #expect(endpoints["pfs"]?.time == [28, 28, 28, 14, 10, 28, 1])
        #expect(
            endpoints["pfs"]?.status == [.censored, .censored, .censored, .event, .event, .censored, .censored])
        // An event on the day of the cut-off is an event: A progresses on 1 March, day 29; B dies a day later.
        let march = try Self.endpoints(cutoff: "2024-03-01")
        #expect(march["pfs"]?.time == [29, 29, 29, 14, 10, 29, 1])
        #expect(march["pfs"]?.status == [.event, .censored, .censored, .event, .event, .censored, .censored])
    }

    @Test func anEndpointMayHaveItsOwnCutoff() throws {
        var fixture = StudyFixture(patients: "id,start,death,last\n1,2024-01-01,,2024-01-31\n")
        fixture.study.cutoff = day(StudyFixture.at("2024-01-21"))
        fixture.study.endpoints = [
            .dates("os", start: "start", events: ["death"], censoring: "last"),
            .dates(
                "late", start: "start", events: ["death"], censoring: "last",
                cutoff: day(StudyFixture.at("2024-12-31"))),
        ]
        let endpoints = try #require(fixture.build().cohort).endpoints
        #expect(endpoints["os"]?.time == [20])
        #expect(endpoints["late"]?.time == [30])
    }

    @Test func withoutAStartOrAnyEndThereIsNoTime() throws {
        var fixture = StudyFixture(
            patients:
                "id,start,death,last\n1,,2024-01-02,2024-01-02\n2,2024-01-01,,\n3,2024-01-01,2024-06-01,\n4,2024-01-01,,2024-01-01\n"
        )
        fixture.study.cutoff = day(StudyFixture.at("2024-01-31"))
        fixture.study.endpoints = [.dates("os", start: "start", events: ["death"], censoring: "last")]
        let os = try #require(fixture.build().cohort?.endpoints["os"])
        // The third patient died after the cut-off: alive on day 30, though nobody wrote down a last contact.
        #expect(os.time == [nil, nil, 30, 0])
        #expect(os.status == [nil, nil, .censored, .censored])
    }

    /// Who died after the cut-off was alive on its day, though last seen before it: 1 to 31 January is 30 days.
    @Test func aDeathAfterTheCutoffProvesFollowUpToIt() throws {
        var fixture = StudyFixture(patients: "id,start,death,last\n1,2024-01-01,2024-06-01,2024-01-11\n")
        fixture.study.cutoff = day(StudyFixture.at("2024-01-31"))
        fixture.study.endpoints = [.dates("os", start: "start", events: ["death"], censoring: "last")]
        let os = try #require(fixture.build().cohort?.endpoints["os"])
        #expect(os.time == [30])
        #expect(os.status == [.censored])
    }

    @Test func timesFromColumnsKeepTheirUnit() throws {
        var fixture = StudyFixture(patients: "id,months,dead\n1,3.5,1\n2,0,0\n3,,1\n4,3,\n5,1e1,0.0\n")
        fixture.study.endpoints = [.columns("os", time: "months", status: "dead")]
        let os = try #require(fixture.build().cohort?.endpoints["os"])
        #expect(
            os
                == EndpointValues(
                    time: [3.5, 0, nil, nil, 10], status: [.event, .censored, nil, nil, .censored], timeUnit: .months))
    }

    @Test func theSummaryNamesTheFirstAndLastStart() throws {
        var fixture = StudyFixture(patients: Self.patients)
        fixture.study.endpoints = [.dates("os", start: "start", events: ["death"], censoring: "last")]
        let summary = try #require(fixture.build().cohort).summary
        #expect(summary.firstStart == "2023-12-31")
        #expect(summary.lastStart == "2024-02-01")
    }
}
