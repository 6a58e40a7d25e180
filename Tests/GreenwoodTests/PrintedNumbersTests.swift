import Foundation
import Prose
import Results
import Styling
import TestSupport
import Testing

/// Every number that a bundle prints is a result's, written as the results' names write it, or a number that the study
/// or a template says itself.
@Suite struct PrintedNumbersTests {
    /// Numbers of the program's own words: confidence levels, thresholds, the middle of a curve, figures' units.
    private static let own: Set = ["0", "0.05", "1", "2", "5", "10", "15", "50", "95", "100"]

    @Test(arguments: ["hcc", "colon"])
    func everyPrintedNumberIsAResult(study: String) throws {
        let output = "\(repositoryRoot)/output/\(study)"
        let results = try StudyResults(
            decodingJSON: Array(Data(contentsOf: URL(filePath: "\(output)/results.json"))))
        let style = try HouseStyle.named(results.manuscript.style, numbers: results.manuscript.numbers)
        var known = Phrasebook(results, style: style).entries.reduce(into: Self.own) {
            $0.formUnion(Self.numbers(in: $1.formatted))
        }
        let said =
            try Self.files(in: "\(repositoryRoot)/studies/\(study)", ending: "study.yaml")
            + Self.files(in: "\(repositoryRoot)/studies/\(study)", ending: "manuscript.md")
            + Self.files(in: "\(repositoryRoot)/templates", ending: ".md")
        for text in said { known.formUnion(Self.numbers(in: text)) }
        known.formUnion((1...20).map(String.init))  // Tables, figures, items of lists.
        for file in ["manuscript.md"] + results.tables.map({ "tables/\($0.id).md" }) {
            let text = try String(contentsOf: URL(filePath: "\(output)/\(file)"), encoding: .utf8)
            let strangers = Self.numbers(in: text).subtracting(known)
            #expect(strangers.isEmpty, "\(study)/\(file): \(strangers.sorted())")
        }
    }

    private static func files(in folder: String, ending: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(ending) }.map {
            try String(contentsOf: URL(filePath: "\(folder)/\($0)"), encoding: .utf8)
        }
    }

    /// The numbers of a text with their decimals, whatever the decimal mark.
    private static func numbers(in text: String) -> Set<String> {
        Set(text.replacing("·", with: ".").matches(of: /[0-9]+(?:\.[0-9]+)?/).map { String($0.output) })
    }
}
