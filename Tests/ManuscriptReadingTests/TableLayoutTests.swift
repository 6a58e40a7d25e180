import Foundation
import ManuscriptReading
import Testing

/// One table in every form that text takes is read as the same table.
@Suite struct TableLayoutTests {
    static let rows = [
        ["Variables", "Total (n = 71)", "IO+T (n = 42)", "RT+IO+T (n = 29)", "p-value"],
        ["Gender", "", "", "", "0.209"],
        ["Female", "12 (16.9)", "5 (11.9)", "7 (24.1)", ""],
        ["Male", "59 (83.1)", "37 (88.1)", "22 (75.9)", ""],
        ["AFP (ng/mL)", "", "", "", "0.195"],
        ["<400", "40 (56.3)", "21 (50.0)", "19 (65.5)", ""],
        ["≥400", "31 (43.7)", "21 (50.0)", "10 (34.5)", ""],
    ]

    enum Layout: CaseIterable {
        case bars, barsWithoutRule, tabs, columns, oneCellALine, oneRowALine, page
    }

    static func text(_ layout: Layout) -> String {
        let table =
            switch layout {
            case .bars:
                ([rows[0]] + [rows[0].map { _ in "---" }] + rows.dropFirst()).map {
                    "| " + $0.joined(separator: " | ") + " |"
                }
                .joined(separator: "\n")
            case .barsWithoutRule: rows.map { $0.joined(separator: " | ") }.joined(separator: "\n")
            case .tabs: rows.map { $0.joined(separator: "\t") }.joined(separator: "\n")
            case .columns:
                rows.map { row in
                    row.map { $0.padding(toLength: 22, withPad: " ", startingAt: 0) }.joined()
                }.joined(separator: "\n")
            case .oneCellALine: rows.flatMap { $0 }.filter { !$0.isEmpty }.joined(separator: "\n")
            case .oneRowALine: rows.map { $0.filter { !$0.isEmpty }.joined(separator: " ") }.joined(separator: "\n")
            case .page:
                "<table>"
                    + rows.enumerated().map { index, row in
                        let tag = index == 0 ? "th" : "td"
                        return "<tr>" + row.map { "<\(tag)>\($0.replacing("<", with: "&lt;"))</\(tag)>" }.joined()
                            + "</tr>"
                    }.joined() + "</table>"
            }
        let caption = "Table 1. Baseline characteristics of the patients."
        return layout == .page
            ? "<html><body><h2>Results</h2><p>\(caption)</p>\(table)<p>Data are n (%).</p></body></html>"
            : "Results\n\n\(caption)\n\(table)\n\nData are n (%).\n"
    }

    @Test(arguments: Layout.allCases)
    func theTableIsTheSame(layout: Layout) throws {
        let manuscript = try readManuscript(Array(Self.text(layout).utf8), name: "paper")
        let table = try #require(manuscript.tables.first)
        #expect(manuscript.tables.count == 1)
        #expect(table.label == "Table 1")
        #expect(table.caption.printed == "Baseline characteristics of the patients.")
        #expect(table.columns.map(\.name) == Array(Self.rows[0].dropFirst()))
        #expect(
            table.rows.map(\.name) == [
                "Gender", "Gender: Female", "Gender: Male", "AFP (ng/mL)", "AFP (ng/mL): <400", "AFP (ng/mL): ≥400",
            ])
        #expect(table.rows.map { $0.cells.map(\.text.printed) } == Self.rows.dropFirst().map { Array($0.dropFirst()) })
        #expect(table.notes.map(\.printed) == ["Data are n (%)."])
        #expect(manuscript.passages.allSatisfy { $0.part == .results })
    }

    @Test func spanningHeadsReachTheirColumns() throws {
        let text = """
            Table 4. Adverse events.
            Event\tIO+T\t\tRT+IO+T\t\tP-value\t
            \tAny grade\tGrade 3–4\tAny grade\tGrade 3–4\tAny grade\tGrade 3–4
            Nausea\t4 (9.5)\t0 (0)\t6 (20.7)\t0 (0)\t0.298\t-
            Rash\t9 (21.4)\t2 (4.8)\t4 (13.8)\t\t0.414\t0.51
            """
        let table = try #require(try readManuscript(Array(text.utf8), name: "a.txt").tables.first)
        #expect(
            table.columns.map(\.name) == [
                "IO+T: Any grade", "IO+T: Grade 3–4", "RT+IO+T: Any grade", "RT+IO+T: Grade 3–4", "P-value: Any grade",
                "P-value: Grade 3–4",
            ])
    }

    /// Values that a flow lacks are left out where they do not suit; rows of a Cox table have one or two models.
    @Test func aFlowWithGapsKeepsItsColumns() throws {
        let text = """
            Table 5. Cox regression of PFS.
            Variables
            Univariate
            Multivariate
            HR (95% CI)
            P
            HR (95% CI)
            P
            ECOG (1 vs 0)
            1.89 (0.97,3.66)
            0.045
            1.28 (0.62~2.62)
            0.505
            Age (≥60 vs <60)
            0.62 (0.38,1.01)
            0.055
            Group (RT vs NRT)
            0.35 (0.21,0.60)
            <0.001
            0.39 (0.21~0.73)
            0.003
            """
        let table = try #require(try readManuscript(Array(text.utf8), name: "a.txt").tables.first)
        #expect(table.isGuessed)
        #expect(
            table.columns.map(\.name) == [
                "Univariate: HR (95% CI)", "Univariate: P", "Multivariate: HR (95% CI)", "Multivariate: P",
            ])
        #expect(table.rows[1].cells.map(\.text.printed) == ["0.62 (0.38,1.01)", "0.055", "", ""])
    }

    @Test func aSentenceAboutATableIsNoCaption() throws {
        let manuscript = try readManuscript(
            Array("Table 1 shows the patients.\n\nFig. 2 lists others.\n".utf8), name: "a.md")
        #expect(manuscript.passages.map(\.role) == [.paragraph, .paragraph])
    }

    @Test func linesArePlacesAlsoInWrappedText() throws {
        let line = "The median progression-free survival was reported for all of the patients who were seen"
        let text = "Results\n\n" + (0..<12).map { "\(line) \($0)" }.joined(separator: "\n") + "\n"
        let manuscript = try readManuscript(Array(text.utf8), name: "a.txt")
        let passage = try #require(manuscript.passages.last)
        #expect(manuscript.passages.count == 2)
        #expect(passage.place(at: 3 * (line.utf16.count + 3)).line == 6)
    }

    @Test func formFeedsArePages() throws {
        let manuscript = try readManuscript(Array("One page.\n\u{C}Another page.\n".utf8), name: "a.txt")
        #expect(manuscript.passages.map(\.place.description) == ["page 1, line 1", "page 2, line 2"])
    }
}
