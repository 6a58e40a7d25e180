import Results
import Styling

/// Patients with adverse events by term: each group spans the severities, and so do the p-values.
func adverseEventsTable(
    _ content: AdverseEventTable, id: String, caption: String, in results: StudyResults, style: HouseStyle
) -> Table {
    var layout = AdverseEventLayout(content, writer: CellWriter(results, style: style))
    let rows = content.rows.enumerated().map { index, row in
        layout.row(row, isBelowAll: content.rows.at(index - 1)?.isAll == true)
    }
    return Table(
        id: id, caption: RichText(caption), columns: layout.columns, spanningHeads: layout.spanningHeads, rows: rows,
        footnotes: layout.writer.footnotes(layout.notes))
}

private struct AdverseEventLayout {
    let content: AdverseEventTable
    let usualTest: UsualTest
    var writer: CellWriter
    /// Whether a cell of the p-values is empty because nobody had the event.
    var hasUntested = false

    init(_ content: AdverseEventTable, writer: CellWriter) {
        self.content = content
        self.writer = writer
        usualTest = UsualTest(
            of: content.showsPValue ? content.rows.flatMap(\.tests) : [], rule: writer.conventions.categoricalTest)
    }

    // MARK: Heads

    private var parts: [RichText] {
        let pValue = RichText(writer.words.pValueHead(letter: writer.style.pLetter))
        return PatientColumns(columns: content.columns).heads(writer) + (content.showsPValue ? [pValue] : [])
    }

    var columns: [Table.Column] {
        let severities = content.severities.map { Table.Column(RichText($0.label), alignment: .number) }
        return [Table.Column(RichText(writer.words.adverseEvent), alignment: .leading)]
            + parts.flatMap { _ in severities }
    }

    var spanningHeads: [[Table.SpanningHead]] {
        let width = content.severities.count
        guard width > 0, !parts.isEmpty else { return [] }
        return [
            parts.enumerated().map { index, head in
                Table.SpanningHead(head, over: 1 + index * width..<1 + (index + 1) * width)
            }
        ]
    }

    // MARK: Rows

    mutating func row(_ row: AdverseEventTable.Row, isBelowAll: Bool) -> Table.Row {
        var cells: [Table.Cell] = []
        for (column, patients) in content.columns.enumerated() {
            cells += content.severities.indices.map {
                writer.count(row.counts.at($0)?.at(column), of: patients.n)
            }
        }
        if content.showsPValue {
            for severity in content.severities.indices { cells.append(pValue(row, severity: severity)) }
        }
        let label = RichText(row.label, row.isAll ? .bold : [])
        return Table.Row(.block, head: Table.Cell(label), cells: cells, hasRuleAbove: isBelowAll && !row.isAll)
    }

    private mutating func pValue(_ row: AdverseEventTable.Row, severity: Int) -> Table.Cell {
        if (row.counts.at(severity) ?? []).allSatisfy({ $0 == 0 }) {
            hasUntested = true
            return writer.emptyCell
        }
        return writer.pValue(row.tests.at(severity) ?? nil, usual: usualTest)
    }

    // MARK: Notes

    var notes: [String] {
        let (words, style) = (writer.words, writer.style)
        var notes = [words.worstGrade] + usualTest.notes(writer)
        if hasUntested { notes.append(words.noEvent(dash: style.numbers.emptyCell)) }
        if content.termsLeftOut > 0 {
            notes.append(words.termsLeftOut(content.termsLeftOut, count: style.count(content.termsLeftOut)))
        }
        if content.incompleteRecords != 0 {
            notes.append(
                words.incompleteRecords(
                    content.incompleteRecords, count: style.count(content.incompleteRecords), source: content.source))
        }
        return notes
    }
}
