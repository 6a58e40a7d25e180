/// The rows of a file that was read part by part, column by column: each cell as a position among the different ones of its
/// column, or, where these are too many, packed.
final class StreamedColumns: @unchecked Sendable {
    enum Column {
        /// The texts of the different cells, their bytes, and which of them each row has.
        case coded(texts: [String], cells: CellDictionary, codes: RowCodes)
        /// The bytes of each cell; those that are long are kept elsewhere.
        case packed(RowBlocks<UInt64>, long: [LongCells])
    }

    let rowCount: Int
    let places: StreamedPlaces
    private let columns: [Column]

    init(_ columns: [Column], rowCount: Int, places: StreamedPlaces) {
        (self.columns, self.rowCount, self.places) = (columns, rowCount, places)
    }

    func text(row: Int, column: Int) -> String {
        switch columns[column] {
        case .coded(let texts, _, let codes): texts[codes[row]]
        case .packed(let cells, _): PackedCell(word: cells[row]).text
        }
    }

    func isEmpty(row: Int, column: Int) -> Bool {
        switch columns[column] {
        case .coded(let texts, _, let codes): texts[codes[row]].isEmpty
        case .packed(let cells, _): PackedCell(word: cells[row]).isBlank
        }
    }

    /// A column as positions among its texts; nil where it has too many.
    func coded(_ column: Int) -> CodedColumn? {
        guard case .coded(let texts, _, let codes) = columns[column] else { return nil }
        return CodedColumn(texts: texts, codes: codes)
    }

    /// Shows the bytes of a column's cells in some rows until `visit` says false; whether it did not.
    func forEachCell(
        ofColumn column: Int, rows: Range<Int>, _ visit: (_ row: Int, _ cell: UnsafeRawBufferPointer) -> Bool
    ) -> Bool {
        switch columns[column] {
        case .coded(_, let cells, let codes):
            rows.allSatisfy { row in cells.withCell(cells.entries[codes[row]]) { visit(row, $0) } }
        case .packed(let cells, _):
            cells.forEachRun(rows) { words, rows in
                for (index, row) in rows.enumerated()
                where !PackedCell(word: words[index]).withBytes({ visit(row, $0) }) {
                    return false
                }
                return true
            }
        }
    }
}

extension PackedCell {
    /// The text of the cell without quotes and surrounding blanks.
    var text: String { withBytes { cellText($0.bindMemory(to: UInt8.self), isQuoted: true) } }

    /// Whether the cell holds nothing but blanks.
    var isBlank: Bool {
        isEmpty
            || withBytes { cell in
                mayBeEmpty(cell[0]) && cellText(cell.bindMemory(to: UInt8.self), isQuoted: true).isEmpty
            }
    }
}
