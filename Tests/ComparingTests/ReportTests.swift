import Documents
import Results
import Styling
import Tables
import Testing

@testable import Comparing

@Suite struct ReportTests {
    private var comparison: Comparison {
        let old = StudyResults.sample()
        let new = StudyResults.sample(ratio: (1.4, 0.9, 2.2), p: 0.2, test: .fisherExact)
        func edition(_ results: StudyResults) -> Edition {
            Edition(
                results: results, style: .plain,
                tables: results.tables.map { table(of: $0, in: results, style: .plain) })
        }
        return compare(edition(old), to: edition(new), oldName: "old", newName: "new")
    }

    @Test(arguments: [40, 80, 140])
    func theTerminalReportKeepsItsWidth(width: Int) {
        let report = comparison.report(for: TerminalText(width: width, hasColor: false), all: true)
        for line in report.split(separator: "\n") { #expect(TerminalText.columns(of: line) <= width, "\(line)") }
        #expect(report.contains("Effects that now point the other way (1)"))
        #expect(!report.contains("\u{1B}"))
    }

    @Test func coloursAreThereWhereWanted() {
        #expect(comparison.report(for: TerminalText(width: 80, hasColor: true), all: false).contains("\u{1B}[1;31m"))
    }

    @Test func wideSignsTakeTwoColumns() {
        #expect(TerminalText.columns(of: "肝癌 OS") == 7)
        let terminal = TerminalText(width: 40, hasColor: false)
        #expect(terminal.cut("肝癌肝癌", to: 6) == "肝癌…")
        #expect(terminal.wrapped("a b", indent: 2) == ["  a b"])
    }

    @Test func aCellIsAPlaceOfItsResult() throws {
        let test = try #require(comparison.changes.first { $0.name == "table.baseline.sex" })
        #expect(test.importance == .test)
    }

    @Test func theShortReportIsShort() {
        let report = comparison.shortReport(
            for: TerminalText(width: 100, hasColor: false), seeAlso: "greenwood diff output/x")
        let lines = report.split(separator: "\n")
        #expect(lines[0].hasPrefix("since the previous bundle: 2 important changes"))
        #expect(lines.last == "  all of it: greenwood diff output/x")
    }

    @Test func theLetterSpeaksToCoauthors() {
        let letter = MarkdownWriter().text(comparison.document(for: .coauthors))
        #expect(letter.hasPrefix("# Changes after the data refresh\n"))
        #expect(letter.contains("some conclusions may no longer be as the manuscript words them"))
        #expect(letter.contains("| OS · hazard ratio"))
        #expect(!letter.contains("os.hazard-ratio"), "co-authors are told in the study's words")
        let calm = compare(
            Edition(results: .sample(), style: .plain), to: Edition(results: .sample(), style: .plain), oldName: "a",
            newName: "b")
        #expect(MarkdownWriter().text(calm.document(for: .coauthors)).contains("No result changed."))
    }

    @Test func editionsThatWithholdUnlikeSaySo() throws {
        var withholding = StudyResults.sample()
        withholding.privacy = PrivacyProtection(minimumCell: 6, withheldCounts: 1)
        let mixed = compare(
            Edition(results: .sample(), style: .plain), to: Edition(results: withholding, style: .plain), oldName: "a",
            newName: "b")
        let sentence = "the old edition withholds nothing and the new one counts below 6"
        for reader in [Comparison.Reader.analyst, .coauthors] {
            #expect(MarkdownWriter().text(mixed.document(for: reader)).contains(sentence))
            #expect(!MarkdownWriter().text(comparison.document(for: reader)).contains("withholds"))
        }
    }

    @Test func jsonHasEverything() throws {
        let json = String(decoding: try comparison.encodedJSON(), as: UTF8.self)
        #expect(json.contains("\"hasFlipped\" : true"))
        #expect(json.contains("\"name\" : \"os.hazard-ratio\""))
        #expect(json.contains("\"importance\" : \"direction\""))
    }

    @Test(arguments: [
        ("IO+T (n = 42)", "IO+T"), ("Total (N=1,204)", "Total"), ("Age (years)", "Age (years)"),
        ("≥60 (n = x)", "≥60 (n = x)"),
    ])
    func headsLoseTheirCounts(head: String, name: String) {
        #expect(TableCells.withoutCount(head) == name)
    }
}
