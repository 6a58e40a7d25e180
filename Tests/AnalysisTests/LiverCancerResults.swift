import CohortBuilding
import Diagnostics
import Foundation
import Results
import StudyFiles
import TestSupport
import Testing

@testable import Analysis

/// The liver-cancer study of the repository with some changes of its plan.
enum LiverCancerResults {
    private static let folder = "\(repositoryRoot)/studies/hcc"

    /// Analyses the study.
    ///
    /// - Parameters:
    ///   - change: What is changed in the plan.
    ///   - reordering: What is done with the data rows of each file.
    /// - Returns: The results.
    /// - Throws: Where the study cannot be read.
    static func results(
        changing change: (inout Study) -> Void = { _ in }, reordering: @escaping ([Substring]) -> [Substring] = { $0 }
    ) throws -> StudyResults {
        let sink = DiagnosticSink()
        let text = try String(contentsOf: URL(filePath: "\(folder)/study.yaml"), encoding: .utf8)
        var study = try #require(readStudy(text, file: "study.yaml", reporting: sink))
        change(&study)
        let cohort = buildCohort(
            for: study,
            reading: { path in
                let text = try String(contentsOf: URL(filePath: "\(folder)/\(path)"), encoding: .utf8)
                let lines = text.split(whereSeparator: \.isNewline)
                return Array((lines.prefix(1) + reordering(Array(lines.dropFirst()))).joined(separator: "\n").utf8)
            }, reporting: sink)
        let results = analyze(
            try #require(cohort), as: study, provenance: Provenance(program: "greenwood", inputs: []), reporting: sink)
        #expect(sink.diagnostics.filter { $0.severity == .error }.map(\.summary) == [])
        return results
    }

    /// What R gets: `Tests/References/liver-cancer/matching.R`.
    static func reference() throws -> [String: Any] {
        let data = try Data(
            contentsOf: URL(filePath: "\(repositoryRoot)/Tests/References/liver-cancer/matching.json"))
        return try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    }

    /// Expects a number within a share of what R gets.
    static func expectClose(
        _ value: Double?, _ expected: Any?, within tolerance: Double = 1e-9, _ what: String,
        sourceLocation: Testing.SourceLocation = #_sourceLocation
    ) throws {
        let expected = try #require((expected as? NSNumber)?.doubleValue, sourceLocation: sourceLocation)
        let value = try #require(value, "\(what)", sourceLocation: sourceLocation)
        #expect(
            abs(value - expected) <= tolerance * abs(expected), "\(what): \(value), \(expected)",
            sourceLocation: sourceLocation)
    }
}
