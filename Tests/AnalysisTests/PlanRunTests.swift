import CohortBuilding
import Diagnostics
import Foundation
import StudyFiles
import TestSupport
import Testing

@testable import Analysis

/// Whether the parts of a plan run beside each other or after each other, results and messages are the same.
@Suite struct PlanRunTests {
    @Test(arguments: ["hcc", "colon"]) func theOrderOfThePartsIsThatOfThePlan(name: String) throws {
        let (beside, sequence) = (
            try outcome(of: name, mostPatientsBeside: .max), try outcome(of: name, mostPatientsBeside: 0)
        )
        #expect(beside.results.findings.survival == sequence.results.findings.survival)
        #expect(beside.results.findings.incidences == sequence.results.findings.incidences)
        #expect(beside.results.figures == sequence.results.figures)
        #expect(beside.results.tables == sequence.results.tables)
        #expect(beside.messages == sequence.messages)
        #expect(beside.steps == sequence.steps)
        #expect(!beside.results.tables.isEmpty && !beside.results.figures.isEmpty)
    }

    /// A plan with faults in several parts, each of which says so.
    @Test func messagesOfPartsFollowEachOther() throws {
        var messages: [[String]] = []
        for most in [Int.max, 0] {
            messages.append(
                try outcome(of: "hcc", mostPatientsBeside: most) { study in
                    for index in study.tables.indices {
                        guard case .cox(var plan) = study.tables[index].kind else { continue }
                        plan.rows = plan.rows.map { row in
                            var row = row
                            row.value = "rt_sites"
                            return row
                        }
                        study.tables[index].kind = .cox(plan)
                    }
                }.messages)
        }
        #expect(messages[0] == messages[1])
    }

    private struct Outcome {
        var results: PlanRun.Results
        var messages: [String]
        var steps: [String]
    }

    private func outcome(
        of name: String, mostPatientsBeside most: Int, changing change: (inout Study) -> Void = { _ in }
    ) throws -> Outcome {
        let (sink, path) = (DiagnosticSink(), "\(repositoryRoot)/studies/\(name)")
        let text = try String(contentsOf: URL(filePath: "\(path)/study.yaml"), encoding: .utf8)
        var study = try #require(readStudy(text, file: "study.yaml", reporting: sink))
        change(&study)
        let cohort = try #require(
            buildCohort(
                for: study, reading: { file in Array(try Data(contentsOf: URL(filePath: "\(path)/\(file)"))) },
                reporting: sink))
        let whole = AnalysisContext.make(study: study, cohort: cohort, reporting: sink)
        var run = PlanRun(study: study, whole: whole, parts: [:], sink: sink)
        run.mostPatientsBeside = most
        var steps: [String] = []
        let results = run.results { steps.append($0) }
        return Outcome(results: results, messages: sink.diagnostics.map { "\($0)" }, steps: steps)
    }
}
