/// Reads a table that is laid out with spaces, as `pdftotext -layout` writes one.
struct ColumnReader {
    private let lines: [TextLine]
    private let start: Int

    init(lines: [TextLine], from start: Int) {
        self.lines = lines
        self.start = start
    }

    /// The table that begins at the line, and the line after it.
    func read() -> (table: RawTable, end: Int)? {
        let end = endOfTable()
        let block = lines[start..<end].filter { !$0.isBlank }.map { (place: $0.place, pieces: $0.pieces, line: $0) }
        let dataRows = block.filter { row in
            row.pieces.dropFirst().contains { CellValue(ManuscriptText($0.text).plain).isData }
        }
        guard block.count >= 3, dataRows.count >= 2 else { return nil }
        let columns = self.columns(of: dataRows.map(\.pieces))
        guard !columns.isEmpty else { return nil }
        let margin = block.map { $0.pieces.first?.range.lowerBound ?? 0 }.min() ?? 0
        let rows = block.map { row -> [RawTable.Cell] in
            var cells = (0...columns.count).map { _ in RawTable.Cell(text: "", place: row.place) }
            for piece in row.pieces {
                let hits = columns.indices.filter { columns[$0].overlaps(piece.range) }
                let isLabel =
                    piece.range.lowerBound < columns[0].lowerBound
                    && (hits.isEmpty || piece.range.lowerBound <= margin + 6)
                let targets =
                    isLabel ? [0] : hits.isEmpty ? [nearest(piece.range, in: columns) + 1] : hits.map { $0 + 1 }
                for target in targets {
                    cells[target].text += (cells[target].text.isEmpty ? "" : " ") + piece.text
                }
            }
            cells[0].isIndented = (row.pieces.first?.range.lowerBound ?? 0) > margin && !cells[0].text.isEmpty
            return cells
        }
        return (RawTable(rows: rows, place: lines[start].place), end)
    }

    private func nearest(_ range: Range<Int>, in columns: [Range<Int>]) -> Int {
        func distance(_ column: Range<Int>) -> Int {
            max(column.lowerBound - range.upperBound, range.lowerBound - column.upperBound, 0)
        }
        return columns.indices.min { distance(columns[$0]) < distance(columns[$1]) } ?? 0
    }

    private func endOfTable() -> Int {
        var (end, blanks) = (start, 0)
        var lastData = start
        while end < lines.count {
            let line = lines[end]
            if line.isBlank {
                blanks += 1
                if blanks > 2 { break }
            } else {
                let pieces = line.pieces
                let isProse = pieces.count == 1 && (line.trimmed.utf16.count > 70 || Outline.isNote(line.trimmed))
                if isProse || (end > start && Outline.caption(line.text) != nil) { break }
                blanks = 0
                if pieces.count >= 2 { lastData = end }
            }
            end += 1
        }
        return lastData + 1
    }

    /// The columns that values share, from left to right.
    private func columns(of rows: [[(text: String, range: Range<Int>)]]) -> [Range<Int>] {
        let values = rows.flatMap { row in
            row.enumerated().filter { index, piece in
                index > 0 && (CellValue(ManuscriptText(piece.text).plain) != .text)
            }.map(\.element.range)
        }.sorted { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }
        var merged: [Range<Int>] = []
        for range in values {
            if let last = merged.last, last.overlaps(range) {
                merged[merged.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
            } else {
                merged.append(range)
            }
        }
        return merged
    }
}
