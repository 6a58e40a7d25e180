import Results
import Styling

/// Variables measured twice in the same patients: a row for each pair, or a block of its groups or levels, with both
/// measurements, those who changed in each direction, the difference and McNemar's test.
func pairedTable(
    _ content: PairedTable, id: String, caption: String, in results: StudyResults, style: HouseStyle
) -> Table {
    var layout = PairedLayout(content, writer: CellWriter(results, style: style))
    let columns = layout.heads()
    var rows: [Table.Row] = []
    for row in content.rows { rows += layout.block(row) }
    return Table(
        id: id, caption: RichText(caption), columns: columns, spanningHeads: [], rows: rows,
        footnotes: layout.writer.footnotes(layout.notes))
}

private struct PairedLayout {
    let content: PairedTable
    let columns: PatientColumns
    let usualTest: UsualTest
    let names: [String]
    var writer: CellWriter

    init(_ content: PairedTable, writer: CellWriter) {
        self.content = content
        self.writer = writer
        columns = PatientColumns(columns: content.columns)
        usualTest = UsualTest(
            of: content.showsPValue ? content.rows.flatMap(\.cells).map(\.test) : [],
            rule: writer.conventions.categoricalTest)
        names = content.names.count == 2 ? content.names : writer.words.beforeAndAfter
    }

    // MARK: Heads

    mutating func heads() -> [Table.Column] {
        let words = writer.words
        var heads = [words.pairsHead] + names.map { "\($0), \(words.countHead)" } + names.map(words.onlyHead)
        if content.showsDifferences { heads.append(words.proportionDifferenceHead(interval: writer.intervalLabel())) }
        if content.showsPValue { heads.append(words.pValueHead(letter: writer.style.pLetter)) }
        return [Table.Column(RichText(words.measurement), alignment: .leading)]
            + heads.map { Table.Column(RichText($0), alignment: .number) }
    }

    private var width: Int { 5 + (content.showsDifferences ? 1 : 0) + (content.showsPValue ? 1 : 0) }

    // MARK: Rows

    /// One group and one level is a row; else the pair stands over its groups, and a group over its levels.
    mutating func block(_ row: PairedTable.Row) -> [Table.Row] {
        let isBinary = row.levels.count == 2
        let label = isBinary ? writer.words.pair(row.label, level: row.levels[1].label) : row.label
        guard content.columns.count > 1 else {
            guard let cell = row.cells.first else { return [] }
            return rows(of: cell, named: label, kind: .block, indent: 0, isBinary: isBinary, row)
        }
        let head = Table.Row(
            .block, head: Table.Cell(RichText(label)), cells: [Table.Cell](repeating: .empty, count: width))
        return [head]
            + zip(content.columns, row.cells).flatMap { column, cell in
                rows(of: cell, named: column.label, kind: .member, indent: 1, isBinary: isBinary, row)
            }
    }

    private mutating func rows(
        of cell: PairedTable.Cell, named name: String, kind: Table.Row.Kind, indent: Int, isBinary: Bool,
        _ row: PairedTable.Row
    ) -> [Table.Row] {
        let known = Table.Cell(RichText(writer.style.count(cell.known)))
        let test = content.showsPValue ? [writer.pValue(cell.test, usual: usualTest)] : []
        if isBinary, let change = row.shownChanges(of: cell).first {
            let cells = [known] + self.cells(of: change, known: cell.known) + test
            return [Table.Row(kind, head: Table.Cell(RichText(name)), indent: indent, cells: cells)]
        }
        let between = [Table.Cell](repeating: .empty, count: width - 1 - test.count)
        return [Table.Row(kind, head: Table.Cell(RichText(name)), indent: indent, cells: [known] + between + test)]
            + row.shownChanges(of: cell).map { change in
                let label = row.levels.first { $0.id == change.level }?.label ?? change.level
                return Table.Row(
                    .member, head: Table.Cell(RichText(label)), indent: indent + 1,
                    cells: [.empty] + cells(of: change, known: cell.known) + test.map { _ in .empty })
            }
    }

    private mutating func cells(of change: PairedTable.Change, known: Int) -> [Table.Cell] {
        [
            writer.count(change.before, of: known), writer.count(change.after, of: known),
            Table.Cell(RichText(writer.style.count(change.onlyBefore))),
            Table.Cell(RichText(writer.style.count(change.onlyAfter))),
        ] + (content.showsDifferences ? [difference(change.difference)] : [])
    }

    private mutating func difference(_ estimate: Estimate) -> Table.Cell {
        if estimate.isWithheld { return Table.Cell(RichText(PrivacyProtection.mark)) }
        return estimate.value == nil ? writer.emptyCell : writer.percent(estimate)
    }

    // MARK: Notes

    var notes: [String] {
        let words = writer.words
        var notes = [words.pairedCells(names: names)]
        for row in content.rows where row.cells.contains(where: { $0.missing != 0 }) {
            let missing = columns.divided(row.cells.map(\.missing))
            notes.append(words.missingPairs(of: row.label, total: missing.total, byColumn: missing.byColumn))
        }
        if content.showsDifferences { notes.append(words.pairedDifferences(names: names)) }
        guard content.showsPValue else { return notes }
        notes += usualTest.notes(writer)
        let isRuled = content.rows.contains { $0.levels.count == 2 }
        if isRuled { notes += [words.pairedRule(content.rule, exactBelow: content.exactBelow)].compactMap(\.self) }
        if content.columns.count > 1 { notes.append(words.comparedWithinGroups) }
        return notes
    }
}
