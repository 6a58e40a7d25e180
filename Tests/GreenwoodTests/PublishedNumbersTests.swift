import ArgumentParser
import Foundation
import Results
import TestSupport
import Testing

@testable import greenwood

/// The bundle prints the numbers that R gets from the same data (`Tests/References/liver-cancer`), digit for digit.
@Suite struct PublishedNumbersTests {
    private let bundle: [String: Data]
    private let reference: [(location: String, value: String)]

    init() throws {
        let study = try TemporaryStudy()
        var command = try BuildCommand.parse([study.studyFile, "--output", study.output])
        try command.run()
        bundle = try study.files(in: study.output)
        let text = try String(
            contentsOf: URL(filePath: "\(repositoryRoot)/Tests/References/liver-cancer/achieved.csv"), encoding: .utf8)
        // Every cell is quoted and none holds a quote: location, what the paper prints, what R gets.
        reference = text.split(whereSeparator: \.isNewline).dropFirst().map { line in
            let cells = line.dropFirst().dropLast().components(separatedBy: "\",\"")
            return (cells[0], cells[2])
        }
    }

    private func text(_ file: String) throws -> String {
        String(decoding: try #require(bundle[file]), as: UTF8.self)
    }

    /// The rows of a Markdown table: its cells without emphasis and footnote marks.
    private func rows(of file: String) throws -> [[String]] {
        try text(file).split(separator: "\n").filter { $0.hasPrefix("|") }.map { line in
            line.dropFirst().dropLast().split(separator: "|", omittingEmptySubsequences: false).map {
                $0.trimmingCharacters(in: CharacterSet(charactersIn: " *\u{2003}ᵃᵇᶜ").union(.whitespaces))
            }
        }
    }

    /// Variables come in the same order here and there, and so do their levels: counts by level, then the p-value.
    @Test func tableOne() throws {
        var printed: [String] = []
        var pValue = ""
        for row in try rows(of: "tables/baseline.md").dropFirst(2) {
            if row[1].isEmpty {
                printed += pValue.isEmpty ? [] : [pValue]
                pValue = row[4]
            } else {
                printed += row[1...3]
            }
        }
        printed.append(pValue)
        let expected = reference.filter { $0.location.hasPrefix("Table 1 ") }
        #expect(expected.count == 80)
        #expect(printed.count == expected.count)
        for (value, (location, r)) in zip(printed, expected) { #expect(value == r, "\(location)") }
    }

    @Test(arguments: ["PFS", "OS"], ["IO+T", "RT+IO+T"])
    func survival(endpoint: String, arm: String) throws {
        let results = try StudyResults(decodingJSON: Array(#require(bundle["results.json"])))
        let comparison = try #require(results.survival.first { $0.id == endpoint.lowercased() })
        let group = try #require(comparison.groups.first { $0.id == arm })
        func oneDecimal(_ value: Double?) -> String { value.map { String(format: "%.1f", $0) } ?? "NR" }
        var printed = [
            "median": oneDecimal(group.median.value.time),
            "median 95% CI":
                "(\(oneDecimal(group.median.lower.time))-\(oneDecimal(group.median.upper.time)))",
        ]
        for rate in group.rates {
            printed["\(Int(rate.time))-month rate (%)"] = oneDecimal(rate.estimate.value.map { $0 * 100 })
                .replacing(".0", with: "")
        }
        let expected = reference.filter {
            $0.location.hasPrefix("3.6 \(endpoint) ") && $0.location.hasSuffix(" \(arm)")
        }
        #expect(expected.count == (endpoint == "PFS" ? 4 : 5))
        for (location, value) in expected {
            let quantity = location.dropFirst("3.6 \(endpoint) ".count).dropLast(arm.count + 1)
            #expect(printed[String(quantity)] == value, "\(location)")
        }
        // The sentence prints the same median as the results hold.
        #expect(try text("manuscript.md").contains("\(printed["median"] ?? "") months (95% CI"))
    }

    @Test func logRankTests() throws {
        let manuscript = try text("manuscript.md")
        #expect(manuscript.contains("(log-rank p < 0.0001;"))
        #expect(manuscript.contains("(log-rank p = 0.0081;"))
        #expect(reference.contains { $0.location == "Figure 4B OS log-rank p" && $0.value == "0.0081" })
    }
}
