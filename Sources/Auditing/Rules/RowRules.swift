internal import ManuscriptReading

/// A p-value in a row whose counts are not all there, or in which nobody is counted.
func emptyCells(_ paper: Paper) -> [Finding] {
    paper.manuscript.tables.flatMap { table -> [Finding] in
        paper.testedColumns(of: table).flatMap { tested in
            table.rows.compactMap { row -> Finding? in
                guard !row.isHeading, row.cells.indices.contains(tested.p), let p = paper.pValue(row.cells[tested.p])
                else { return nil }
                return withoutCount(row, tested, p, table, paper) ?? withoutAnybody(row, tested, p, table, paper)
            }
        }
    }
}

private func withoutCount(
    _ row: ManuscriptTable.Row, _ tested: TestedColumns, _ p: PrintedPValue, _ table: ManuscriptTable, _ paper: Paper
) -> Finding? {
    func columns(_ value: CellValue) -> [CountColumn] {
        tested.counts.filter { row.cells.indices.contains($0.index) && row.cells[$0.index].value == value }
    }
    let (empty, dashes) = (columns(.empty), columns(.dash))
    let lacking = empty + dashes
    guard let first = lacking.first, lacking.count < tested.counts.count else { return nil }
    // A dash can stand for nobody, unless the table prints its zeros.
    let hasZeros = table.rows.contains { row in
        row.cells.contains { Share($0.value)?.count == 0 }
    }
    return Finding(
        rule: .pWithEmptyCell, certainty: empty.isEmpty && !hasZeros ? .cannotTell : .suspicious,
        place: paper.place(table, row: row, column: first.index),
        printed: "\(empty.isEmpty ? "a dash" : "an empty cell") beside \(p.text)",
        expected: "a count, since it was tested", settle: "the count of this cell")
}

/// Where no group has a patient with the event there is nothing to test; some programs print 1.
private func withoutAnybody(
    _ row: ManuscriptTable.Row, _ tested: TestedColumns, _ p: PrintedPValue, _ table: ManuscriptTable, _ paper: Paper
) -> Finding? {
    let counts = tested.counts.compactMap {
        row.cells.indices.contains($0.index) ? count(in: row.cells[$0.index]) : nil
    }
    guard !paper.isNoCount(row), counts.count == tested.counts.count, counts.count >= 2, counts.allSatisfy({ $0 == 0 }),
        !p.admits(1), p.isBelow(0.99)
    else { return nil }
    return Finding(
        rule: .pWithEmptyCell, certainty: .contradiction, place: paper.place(table, row: row, column: tested.p),
        printed: "\(p.text), where nobody is counted in any group", expected: "no p-value: there is nothing to compare",
        settle: "the counts of this row")
}

/// Rows that are printed twice, under one label or two.
func repeatedRows(_ paper: Paper) -> [Finding] {
    paper.manuscript.tables.flatMap { table -> [Finding] in
        var seen: [String: [ManuscriptTable.Row]] = [:]
        return table.rows.compactMap { row in
            let values = row.cells.map(\.text.plain)
            guard row.cells.contains(where: { $0.value.isData }) else { return nil }
            let key = values.joined(separator: "|")
            let others = seen[key] ?? []
            seen[key, default: []].append(row)
            let same = others.first { $0.name.lowercased() == row.name.lowercased() }
            guard let first = same ?? others.first(where: { isTelling(row, beside: $0, table, paper) }) else {
                return nil
            }
            return Finding(
                rule: .repeatedRow, certainty: .suspicious, place: paper.place(table, row: row),
                printed: ([row.name] + values.filter { !$0.isEmpty }).joined(separator: " | "),
                expected:
                    "\(same == nil ? "values" : "a row") of its own: the same \(same == nil ? "values stand" : "stands") at \(paper.place(table, row: first).description)",
                settle: "\(same == nil ? "the values of both rows" : "which row is meant")")
        }
    }
}

private let derivedLabel = Pattern(
    #"^(?:CR|PR|SD|PD|NE|ORR|DCR)\b|response|control|\b(?:any|all|overall|total|entire|whole|at least)\b"#)

/// Whether two rows of different labels hardly have all values alike by chance, or because one is part of the other.
private func isTelling(
    _ row: ManuscriptTable.Row, beside other: ManuscriptTable.Row, _ table: ManuscriptTable, _ paper: Paper
) -> Bool {
    let (a, b) = (row.label.plain.lowercased(), other.label.plain.lowercased())
    guard !row.isHeading, !other.isHeading, !derivedLabel.matches(a), !derivedLabel.matches(b), !sharesWord(a, b)
    else { return false }
    guard
        table.columns.indices.contains(where: { index in
            paper.isPColumn(table.columns[index]) && row.cells.indices.contains(index)
                && paper.pValue(row.cells[index]).map { $0.relation == .equal && $0.number.value < 0.995 } ?? false
        })
    else { return false }
    let hasEstimate = row.cells.contains { if case .estimate = $0.value { true } else { false } }
    let large = row.cells.compactMap { Share($0.value)?.count }.filter { $0 >= 5 }
    // Levels of one variable can be alike, and the last of two levels is what the first leaves.
    let isOneVariable = !row.block.isEmpty && row.block == other.block
    return !isOneVariable && (hasEstimate || large.count >= 2 && large.reduce(0, +) >= 20)
}
