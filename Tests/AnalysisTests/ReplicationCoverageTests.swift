import CohortBuilding
import Diagnostics
import Foundation
import Results
import StudyFiles
import TestSupport
import Testing

@testable import Analysis

/// Which numbers of the committed bundles their R code computes again.
///
/// Every number in a bundle's results is replaced by one of its own, and the script of these results is searched for it: what
/// R's value is compared with shows exactly which numbers have a comparison. A column of a curve is compared as its sum.
@Suite struct ReplicationCoverageTests {
    /// Numbers that no R code computes again, by the ends of their places, and why.
    private static let reasons: [(place: String, why: String)] = [
        (".level", "the level of confidence, which the script takes from the study"),
        ("schemaVersion", "the version of the file's form"),
        ("conventions.", "the study's choice, which the script takes over"),
        ("manuscript.", "how the manuscript writes numbers"),
        ("published[].", "what others printed; the results beside it are compared where they stand"),
        (".rates[].time", "the time that the study asked for; the script computes the rate there"),
        ("rateDifferences[].time", "the time that the study asked for"),
        (".horizon", "the horizon that the study asked for"),
        (".probability", "the quantile that is named by it"),
        (".breaks[]", "where the axis of time has its marks; the script counts patients there"),
        ("binEdges[]", "the edges of twenty equal bins"),
        ("thresholds[]", "lines that the study asked for"),
        (".range[]", "the part of an axis that the study asked for"),
        (".axis[]", "the part of an axis that the study asked for"),
        (".inset.times[]", "the part of an axis that the study asked for"),
        (".rule.caliperDeviations", "the study's rule for matching, by which the script matches"),
        (".rule.ratio", "the study's rule for matching, by which the script matches"),
        (".severities[].lowest", "the grades that the study asked for"),
        (".severities[].highest", "the grades that the study asked for"),
        (".descriptions[].decimals", "the decimals of the data, by which a value is printed"),
        (".curve.cause", "the code of the event that is counted"),
        (".subdistribution.cause", "the code of the event that is counted"),
        (".pBelow._0", "the limit by which covariates enter a model, given by the study"),
        ("sensitivity.", "the program's own random orders of tied scores; AnalysisTests match in every order"),
        (".sensitivity[].orders", "the program's own random orders of tied scores"),
        (".notes[].count", "a number that stands elsewhere, repeated by a remark"),
        ("design[].value", "a number that stands elsewhere, repeated by a remark"),
        ("provenance.inputs[].rows", "rows of files; the script compares those of every file that it reads"),
        (".exactBelow", "the study's rule for choosing a test"),
    ]

    @Test(arguments: ["hcc", "colon"])
    func everyNumberIsComputedAgainOrHasAReason(_ name: String) throws {
        let folder = "\(repositoryRoot)/studies/\(name)"
        let sink = DiagnosticSink()
        let text = try String(contentsOf: URL(filePath: "\(folder)/study.yaml"), encoding: .utf8)
        let study = try #require(readStudy(text, file: "study.yaml", reporting: sink))
        let cohort = try #require(
            buildCohort(
                for: study, reading: { Array(try Data(contentsOf: URL(filePath: "\(folder)/\($0)"))) },
                reporting: sink))
        let data = try Data(contentsOf: URL(filePath: "\(repositoryRoot)/output/\(name)/results.json"))
        var numbered = Numbered()
        let marked = numbered.mark(try JSONSerialization.jsonObject(with: data), place: "")
        let results = try JSONDecoder().decode(
            StudyResults.self, from: JSONSerialization.data(withJSONObject: marked))
        let compared = Self.compared(RReplication.script(of: study, cohort: cohort, results: results))
        let left = numbered.places.filter { place, numbers in
            !Self.reasons.contains { place.hasSuffix($0.place) || $0.place.hasSuffix(".") && place.contains($0.place) }
                && !numbers.allSatisfy(compared.contains)
                && !(numbered.columns[place]?.allSatisfy(compared.contains) ?? false)
        }
        #expect(left.keys.sorted() == [], "numbers without a line in appendix.R")
        #expect(numbered.count > 3000)
    }

    /// The numbers of ours in the lines that compare.
    private static func compared(_ script: String) -> Set<Double> {
        var found = Set<Double>()
        for line in script.split(separator: "\n") where line.hasPrefix("compare") {
            for token in line.split(whereSeparator: { " ,()=".contains($0) }) {
                if let number = Double(token), number >= Double(Numbered.first) { found.insert(number) }
            }
        }
        return found
    }

    /// A tree of JSON in which every number is another, and where each stood.
    private struct Numbered {
        static let first = 1_000_000
        var count = 0
        /// The numbers at each place; a place is a path without positions.
        var places: [String: [Double]] = [:]
        /// The sums of the arrays of numbers at each place.
        var columns: [String: [Double]] = [:]

        mutating func mark(_ value: Any, place: String) -> Any {
            if let fields = value as? [String: Any] {
                var marked: [String: Any] = [:]
                for (key, field) in fields.sorted(by: { $0.key < $1.key }) {
                    marked[key] = mark(field, place: place.isEmpty ? key : "\(place).\(key)")
                }
                return marked
            }
            if let elements = value as? [Any] {
                let marked = elements.map { mark($0, place: "\(place)[]") }
                let numbers = marked.compactMap { $0 as? Double }
                if !numbers.isEmpty { columns["\(place)[]", default: []].append(numbers.reduce(0, +)) }
                return marked
            }
            guard let number = value as? NSNumber, !isBoolean(number), place != "schemaVersion" else { return value }
            count += 1
            let own = Double(Self.first + count)
            places[place, default: []].append(own)
            return own
        }

        private func isBoolean(_ number: NSNumber) -> Bool { String(cString: number.objCType) == "c" }
    }
}
