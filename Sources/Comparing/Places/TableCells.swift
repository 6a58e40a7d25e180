import Tables

/// The cells of a table by the heads of their rows and columns, so that a table can grow and its cells still be found.
struct TableCells {
    /// In the order of reading.
    private(set) var names: [CellName] = []
    private(set) var texts: [CellName: String] = [:]

    init(_ table: Table) {
        let columns = Self.columnHeads(table)
        var heads: [String] = []
        var section: [String] = []
        for row in table.rows {
            let head = Self.withoutCount(row.head.text.plain)
            switch row.kind {
            case .section:
                section = [head]
                heads = []
            case .block: heads = [head]
            case .member: heads = Array(heads.prefix(max(1, row.indent))) + [head]
            }
            for (index, cell) in row.cells.enumerated() {
                add(
                    cell.text.plain, table: table.id, row: section + heads,
                    column: columns.indices.contains(index) ? columns[index] : "")
            }
        }
        for (column, name) in zip(table.columns.dropFirst(), columns)
        where Self.withoutCount(column.heading.plain) != column.heading.plain {
            add(column.heading.plain, table: table.id, row: [], column: name)
        }
    }

    /// Cells whose heads are the same are told apart by their order.
    private mutating func add(_ text: String, table: String, row: [String], column: String) {
        var name = CellName(table: table, row: row, column: column)
        var number = 1
        while texts[name] != nil {
            number += 1
            name.column = "\(column) (\(number))"
        }
        names.append(name)
        texts[name] = text
    }

    private static func columnHeads(_ table: Table) -> [String] {
        table.columns.indices.dropFirst().map { index in
            let over = table.spanningHeads.flatMap { row in
                row.filter { $0.columns.contains(index) }.map { withoutCount($0.heading.plain) }
            }
            return (over + [withoutCount(table.columns[index].heading.plain)]).filter { !$0.isEmpty }
                .joined(separator: ", ")
        }
    }

    /// A head without the number of patients, `IO+T (n = 42)`, which a refresh changes.
    static func withoutCount(_ head: String) -> String {
        guard let open = head.lastIndex(of: "("), head.last == ")" else { return head }
        let inside = head[head.index(after: open)...].dropLast()
        let parts = inside.split(separator: "=").map { $0.filter { !$0.isWhitespace && $0 != "," } }
        guard parts.count == 2, parts[0].lowercased() == "n", Double(parts[1]) != nil else { return head }
        return String(head[..<open].reversed().drop { $0.isWhitespace }.reversed())
    }
}
