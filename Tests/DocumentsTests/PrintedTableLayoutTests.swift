import Tables
import Testing

@testable import Documents

/// The widths of columns on paper.
@Suite struct PrintedTableLayoutTests {
    private func table(heads: [String], label: String, cells: [String]) -> Table {
        Table(
            id: "t", caption: RichText("Wide."),
            columns: heads.enumerated().map { .init(RichText($1), alignment: $0 == 0 ? .leading : .number) },
            rows: [.init(.block, head: .init(RichText(label)), cells: cells.map { .init(RichText($0)) })])
    }

    /// Six differences with their intervals, and two p values.
    private let cells = Array(repeating: "−10.6 (−23.0 to 1.7)", count: 6) + ["0.091", "0.64"]
    private let heads = ["Outcome"] + Array(repeating: "Difference", count: 6) + ["p", "p value"]

    /// Whether a text fits the column without a break.
    private func fits(_ text: String, _ column: Int, _ layout: PrintedTableLayout) -> Bool {
        layout.width(text[...]) <= layout.widths[column] - 2 * PrintedTableLayout.cellMargin
    }

    @Test func labelsGiveRoomBeforeNumbersBreak() {
        let label = "Cumulative incidence of the primary endpoint at 36 months, % (95% CI)"
        let layout = PrintedTableLayout(table(heads: heads, label: label, cells: cells), upright: 9000, across: 12600)
        #expect(layout.widths.reduce(0, +) <= 12600)
        for (index, cell) in cells.enumerated() { #expect(fits(cell, index + 1, layout), "\(layout.widths)") }
        #expect(!fits(label, 0, layout))
        #expect(fits("Cumulative", 0, layout))
    }

    @Test func cellsBreakAtSpacesBeforeWordsOfHeads() {
        let label = "Krankenhausaufenthaltsverlängerungswahrscheinlichkeit"
        let layout = PrintedTableLayout(table(heads: heads, label: label, cells: cells), upright: 6000, across: 8000)
        #expect(layout.widths.reduce(0, +) <= 8000)
        for index in 1...6 {
            #expect(fits("(−23.0", index, layout) && fits("Difference", index, layout), "\(layout.widths)")
        }
        #expect(fits("0.091", 7, layout) && fits("value", 8, layout), "\(layout.widths)")
    }

    @Test func partsEndAtSpacesHyphensAndIdeographs() {
        #expect(TextWidth.widestPart(of: "ab-cde f") == TextWidth.thousandths("cde"))
        #expect(TextWidth.widestPart(of: "放疗联合") == 1000)
        #expect(TextWidth.thousandths("0·80") == 3 * 500 + 333, "as wide as the widest that stands in for Times has it")
    }
}
