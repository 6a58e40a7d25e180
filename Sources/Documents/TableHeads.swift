import Tables

extension Table {
    /// The head of a column after those that span it, outermost first, as plain text: `IO+T (n = 42): Grade 3–4`.
    ///
    /// For formats with one row of heads and no merged cells.
    func flatHead(_ column: Int) -> String {
        let spanning = spanningHeads.compactMap { row in row.first { $0.columns.contains(column) }?.heading.plain }
        let outer = spanning.filter { !$0.isEmpty }.joined(separator: ", ")
        return [outer, columns[column].heading.plain].filter { !$0.isEmpty }.joined(separator: ": ")
    }

    /// The text of a row in each column; marks follow their texts in brackets, `0.004 [a]`.
    func plainCells(_ row: Row) -> [String] {
        let cells = row.kind == .section ? [] : row.cells
        return columns.indices.map { column in
            let cell = column == 0 ? row.head : cells.indices.contains(column - 1) ? cells[column - 1] : .empty
            let text = cell.text.plain
            return cleaned(cell.marks.isEmpty ? text : "\(text) [\(cell.marks.joined(separator: ","))]")
        }
    }
}
