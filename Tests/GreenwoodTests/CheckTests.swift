import Foundation
import TestSupport
import Testing

@testable import greenwood

@Suite struct CheckTests {
    private let study = "\(repositoryRoot)/studies/hcc/study.yaml"

    /// The plan as a colleague would say it, with what is in the data.
    @Test func thePlanIsSaidInWords() throws {
        let process = try runGreenwood(["check", study])
        #expect(process.code == 0)
        for line in [
            "read  data/patients.csv (71 rows)",
            "71 patients read, 71 analysed",
            "  RT+IO+T: 29",
            "  of them Matched patients: 36",
            "PFS (Progression-free survival): from treatment_start to the first of progression_date and death_date; without "
                + "any, censored at last_contact_date; nothing after 2025-04-30 counts; in months",
            "  63 events in 71 patients: IO+T 40 of 42, RT+IO+T 23 of 29",
            "makes  figure survival: Progression-free survival (A) and overall survival (B) by treatment group.",
        ] {
            #expect(process.output.contains("\(line)\n"), "\(line)\n\(process.output)")
        }
        #expect(process.output.contains(#/\ntime   (under a second|about [0-9]+ seconds) for a build\n/#))
    }

    @Test func competingEventsAndCodesAreSaid() throws {
        let process = try runGreenwood(["check", "\(repositoryRoot)/studies/colon/study.yaml"])
        #expect(
            process.output.contains(
                "Recurrence: the time in recurrence_days (days), with the event where recurrence_status is '1', a competing "
                    + "event where it is '2', censored where it is '0'; in years\n"))
        #expect(
            process.output.contains(#/\n  [0-9]+ events in 929 patients, [0-9]+ with a competing event: Observation /#))
    }

    @Test func programsReadThePlanAsJSON() throws {
        let process = try runGreenwood(["check", study, "--json"])
        #expect(process.code == 0)
        let report = try #require(
            try JSONSerialization.jsonObject(with: Data(process.output.utf8)) as? [String: Any])
        let plan = try #require(report["plan"] as? [String: Any])
        let endpoints = try #require(plan["endpoints"] as? [[String: Any]])
        #expect(endpoints.map { $0["events"] as? Int } == [63, 51])
        #expect((plan["patients"] as? [String: Any])?["analysed"] as? Int == 71)
        #expect((report["messages"] as? [[String: Any]])?.allSatisfy { $0["severity"] as? String != "error" } == true)
    }

    /// With faults there is no plan, and each message has its place.
    @Test func faultsAreJSONToo() throws {
        let copy = try TemporaryStudy()
        try copy.edit("kind: forest", "kind: florist")
        let process = try runGreenwood(["check", copy.studyFile, "--json"])
        #expect(process.code == 1)
        let report = try #require(
            try JSONSerialization.jsonObject(with: Data(process.output.utf8)) as? [String: Any])
        #expect(report["plan"] == nil)
        let first = try #require((report["messages"] as? [[String: Any]])?.first)
        #expect(first["id"] as? String == "unknown-value" && first["line"] as? Int ?? 0 > 1)
    }

    @Test func timesAreSaidRoughly() {
        #expect(PlanInWords.inWords(seconds: 0.4) == "under a second")
        #expect(PlanInWords.inWords(seconds: 3.2) == "about 4 seconds")
        #expect(PlanInWords.inWords(seconds: 41) == "about 50 seconds")
        #expect(PlanInWords.inWords(seconds: 200) == "about 4 minutes")
    }

    @Test func theValidationIsJSONToo() throws {
        let process = try runGreenwood(["validate", "\(repositoryRoot)/Tests/References/logistic", "--json"])
        #expect(process.code == 0)
        let report = try #require(
            try JSONSerialization.jsonObject(with: Data(process.output.utf8)) as? [String: Any])
        #expect(report["failed"] as? Int == 0 && report["passed"] as? Int ?? 0 > 5)
    }
}
