/// One of several workers on a text: finds the cells of its piece of each part, and codes them by dictionaries of its own.
final class ColumnLane {
    /// The rows of its piece, and how many lines they take.
    private(set) var block = CellTable.Block(origin: 0, firstLine: 0)
    private(set) var lines = 0
    /// For each column the different cells so far; nil where it is packed.
    var dictionaries: [CellDictionary?]
    /// What it keeps of long cells.
    let long = LongCells()
    private let width: Int
    private let delimiter: UInt8

    init(width: Int, delimiter: UInt8, mostTexts: Int) {
        (self.width, self.delimiter) = (width, delimiter)
        dictionaries = (0..<width).map { _ in CellDictionary(most: mostTexts) }
    }

    var rowCount: Int { block.rowStarts.count }

    /// Finds the cells of a piece; whether all is right with its form.
    func scan(_ text: UnsafeBufferPointer<UInt8>, _ piece: Range<Int>) -> Bool {
        guard utf8Fault(in: UnsafeRawBufferPointer(text), range: piece) == nil else { return false }
        var room = CellTable.Block(origin: 0, firstLine: 0)
        swap(&room, &block)
        var scanner = CSVScanner(
            text, from: piece.lowerBound, onLine: 0, width: width, delimiter: delimiter, in: room)
        room = CellTable.Block(origin: 0, firstLine: 0)
        scanner.scan(until: piece.upperBound) { _ in }
        (block, lines) = (scanner.block, scanner.next.line)
        // A row that runs over the end of its piece is one whose quotes are not closed where they should be.
        return scanner.isSound && scanner.next.position == piece.upperBound
    }

    /// Writes the cells of its piece, whose first row is `first` in the file; gives the columns with too many different ones.
    func write(to columns: [ColumnRoom], of text: UnsafeBufferPointer<UInt8>, first: Int) -> [Int] {
        var full: [Int] = []
        // All columns of some rows before the next, while their text is at hand.
        for start in stride(from: 0, to: rowCount, by: 1024) {
            let rows = start..<min(start + 1024, rowCount)
            for column in columns.indices where !full.contains(column) {
                if let cells = columns[column].packed {
                    pack(column, rows, of: text, to: cells, first: first)
                } else if let codes = columns[column].codes, let dictionary = dictionaries[column],
                    !code(column, rows, of: text, by: dictionary, to: codes, first: first)
                {
                    full.append(column)
                }
            }
        }
        return full
    }

    /// Writes the codes of some rows of the piece; false where there are too many different cells.
    private func code(
        _ column: Int, _ rows: Range<Int>, of text: UnsafeBufferPointer<UInt8>, by dictionary: CellDictionary,
        to codes: RowBlocks<UInt16>, first: Int
    ) -> Bool {
        withCells(of: text) { cells in
            codes.forEachRun(rows.lowerBound + first..<rows.upperBound + first) { target, run in
                for row in run {
                    let cell = cells.cell(row - first, column)
                    let number = dictionary.number(of: cell.start, length: cell.length, row: row)
                    guard number >= 0 else { return false }
                    target[row - run.lowerBound] = UInt16(truncatingIfNeeded: number)
                }
                return true
            }
        }
    }

    /// Packs the cells of some rows of the piece.
    func pack(
        _ column: Int, _ rows: Range<Int>, of text: UnsafeBufferPointer<UInt8>, to packed: RowBlocks<UInt64>, first: Int
    ) {
        _ = withCells(of: text) { cells in
            packed.forEachRun(rows.lowerBound + first..<rows.upperBound + first) { target, run in
                for row in run {
                    let cell = cells.cell(row - first, column)
                    target[row - run.lowerBound] = PackedCell(cell.start, length: cell.length, long: long).word
                }
                return true
            }
        }
    }

    /// Packs what has a code in some pieces that were this lane's.
    func pack(
        coded column: Int, rows pieces: [Range<Int>], from codes: RowBlocks<UInt16>, to packed: RowBlocks<UInt64>
    ) {
        guard let dictionary = dictionaries[column] else { return }
        let words = dictionary.entries.map { entry in
            dictionary.withCell(entry) { cell in
                cell.baseAddress.map { PackedCell($0, length: cell.count, long: long).word } ?? 0
            }
        }
        for rows in pieces {
            packed.forEachRun(rows) { target, run in
                for row in run { target[row - run.lowerBound] = words[Int(codes[row])] }
                return true
            }
        }
    }

    /// The cells of the piece by their bytes.
    private struct Cells {
        let text: UnsafeRawPointer
        let ends: UnsafePointer<UInt32>
        let starts: UnsafePointer<UInt32>
        let width: Int

        @inline(__always)
        func cell(_ row: Int, _ column: Int) -> (start: UnsafeRawPointer, length: Int) {
            let index = row * width + column
            let start = column == 0 ? Int(starts[row]) : Int(ends[index - 1]) + 1
            return (text + start, Int(ends[index]) - start)
        }
    }

    @inline(__always)
    private func withCells(of text: UnsafeBufferPointer<UInt8>, _ body: (Cells) -> Bool) -> Bool {
        block.cellEnds.withUnsafeBufferPointer { ends in
            block.rowStarts.withUnsafeBufferPointer { starts in
                guard let text = text.baseAddress, let ends = ends.baseAddress, let starts = starts.baseAddress else {
                    return true
                }
                return body(
                    Cells(text: UnsafeRawPointer(text) + block.origin, ends: ends, starts: starts, width: width))
            }
        }
    }
}

/// Where the cells of a column are written.
struct ColumnRoom {
    /// Positions among the different cells; nil where these are too many.
    var codes: RowBlocks<UInt16>?
    /// The cells themselves; nil where they have positions.
    var packed: RowBlocks<UInt64>?
}
