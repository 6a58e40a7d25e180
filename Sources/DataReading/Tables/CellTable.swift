public import Diagnostics
public import StudyFiles

/// The cells of a data file as texts, each with its place, whatever the form of the file.
///
/// The cells stand one after another in one array of UTF-8 bytes, each followed by one byte that is not its own. A text
/// file is its own array; readers of other forms write one by ``CellTableBuilder``. What is kept besides is one offset a
/// cell, four bytes long, in blocks of rows so that a file may be larger than those can count.
public struct CellTable: Sendable {
    /// The path as messages show it.
    public let file: String
    /// The names of the columns.
    public private(set) var header: [String] = []
    /// What the file calls its columns in words; empty where it does not, else one text a column, which may be empty.
    public internal(set) var columnLabels: [String] = []
    /// The labels that the file declares for the values of a column, in the order of their codes, where they stand in the
    /// cells; empty where no column has any, else one list a column, which may be empty.
    public internal(set) var columnLevels: [[String]] = []
    /// In a text, what stands between its cells.
    public internal(set) var delimiter: UInt8?
    /// In a text, what its letters were written in.
    public internal(set) var encoding: TextEncoding?
    /// The sheet of a workbook or the table of a database that was read.
    public internal(set) var part: String?
    /// The other sheets of a workbook that are not hidden.
    public internal(set) var otherParts: [String] = []
    /// Rows of data.
    public private(set) var rowCount: Int
    /// Whether every row could be read; where not, there are no rows.
    public let isSound: Bool

    /// Some rows, one after another; the header is the first row of the first block.
    struct Block: Sendable {
        /// The byte from which offsets count.
        var origin: Int
        /// The line of the file from which lines count.
        var firstLine: Int
        /// Where each cell ends, row by row; it begins after the byte behind the previous one, or where its row begins.
        var cellEnds: [UInt32] = []
        /// Where each row begins.
        var rowStarts: [UInt32] = []
        /// On which line each row begins.
        var rowLines: [UInt32] = []

        /// Forgets the rows, but not the room that they took.
        mutating func empty(origin: Int, firstLine: Int) {
            (self.origin, self.firstLine) = (origin, firstLine)
            cellEnds.removeAll(keepingCapacity: true)
            rowStarts.removeAll(keepingCapacity: true)
            rowLines.removeAll(keepingCapacity: true)
        }

        /// Forgets all but the first cells and rows.
        mutating func keep(cells: Int, rows: Int) {
            cellEnds.removeLast(cellEnds.count - cells)
            rowStarts.removeLast(rowStarts.count - rows)
            rowLines.removeLast(rowLines.count - rows)
        }
    }

    let bytes: [UInt8]
    let blocks: [Block]
    /// The number of the first row of each block, the header's being 0.
    private let firstRows: [Int]
    private let width: Int
    /// Whether a cell in quotes stands for what is in them.
    private let isQuoted: Bool
    private let places: CellPlaces
    /// The rows of a file that was read part by part; nil where they stand in ``bytes``.
    private(set) var streamed: StreamedColumns?

    init(
        file: String, bytes: [UInt8], blocks: [Block], width: Int, isQuoted: Bool, isSound: Bool = true,
        places: CellPlaces
    ) {
        self.file = file
        self.bytes = bytes
        self.blocks = blocks
        self.width = width
        self.isQuoted = isQuoted
        self.isSound = isSound
        self.places = places
        var firstRows: [Int] = []
        var rows = 0
        for block in blocks {
            firstRows.append(rows)
            rows += block.rowStarts.count
        }
        self.firstRows = firstRows
        rowCount = isSound ? max(0, rows - 1) : 0
        header = (0..<width).map { text(line: 0, column: $0) }
    }

    /// A table whose header stands in its bytes and whose rows were read part by part.
    init(header: CellTable, columns: StreamedColumns) {
        self = header
        streamed = columns
        rowCount = columns.rowCount
    }

    /// The text of a cell without its quotes and surrounding blanks.
    public func text(row: Int, column: Int) -> String {
        streamed?.text(row: row, column: column) ?? text(line: row + 1, column: column)
    }

    /// Whether a cell holds nothing but blanks.
    public func isEmpty(row: Int, column: Int) -> Bool {
        if let streamed { return streamed.isEmpty(row: row, column: column) }
        let cell = range(line: row + 1, column: column)
        guard !cell.isEmpty else { return true }
        return mayBeEmpty(bytes[cell.lowerBound]) && text(of: cell).isEmpty
    }

    /// The place of a cell.
    public func location(row: Int, column: Int) -> SourceLocation {
        streamed?.places.location(row: row, column: column) ?? location(line: row + 1, column: column)
    }

    /// The place of a column's name.
    public func location(ofColumn column: Int) -> SourceLocation { location(line: 0, column: column) }

    private func location(line: Int, column: Int) -> SourceLocation {
        switch places {
        case .text:
            let (block, row) = block(of: line)
            let cell = range(line: line, column: column)
            let start = cell.first { !isASCIIBlank(bytes[$0]) } ?? cell.lowerBound
            return place(
                of: start, in: bytes, file: file, from: block.origin + Int(block.rowStarts[row]),
                onLine: block.firstLine + Int(block.rowLines[row]))
        case .sheet(let sheet):
            return sheet.location(in: file, line: line, column: column)
        case .records:
            let name = quoted(header[column]).dropFirst().dropLast()
            return SourceLocation(
                file: file, line: line + 1, column: column + 1, cell: line == 0 ? "\(name)" : "row \(line):\(name)")
        }
    }

    private func block(of line: Int) -> (block: Block, row: Int) {
        let index = index(ofBlockWith: line)
        return (blocks[index], line - firstRows[index])
    }

    /// The block of a line.
    private func index(ofBlockWith line: Int) -> Int {
        var (lower, upper) = (0, firstRows.count)
        while upper - lower > 1 {
            let middle = (lower + upper) / 2
            if firstRows[middle] <= line { lower = middle } else { upper = middle }
        }
        return lower
    }

    /// The bytes of a cell.
    func range(line: Int, column: Int) -> Range<Int> {
        let index = index(ofBlockWith: line)
        let row = line - firstRows[index]
        let cell = row * width + column
        let origin = blocks[index].origin
        let start =
            column == 0 ? Int(blocks[index].rowStarts[row]) : Int(blocks[index].cellEnds[cell - 1]) + 1
        return origin + start..<origin + Int(blocks[index].cellEnds[cell])
    }

    /// Shows a column's cells in some rows, one after another, until `visit` says false; whether it did not.
    @inline(__always)
    @discardableResult
    func forEachCell(ofColumn column: Int, rows: Range<Int>, _ visit: (_ row: Int, _ cell: Range<Int>) -> Bool) -> Bool
    {
        guard !rows.isEmpty else { return true }
        var line = rows.lowerBound + 1
        var index = index(ofBlockWith: line)
        while line <= rows.upperBound {
            let first = firstRows[index]
            let end = min(rows.upperBound + 1, first + blocks[index].rowStarts.count)
            let origin = blocks[index].origin
            let isVisited = blocks[index].cellEnds.withUnsafeBufferPointer { ends in
                blocks[index].rowStarts.withUnsafeBufferPointer { starts in
                    while line < end {
                        let cell = (line - first) * width + column
                        let start = column == 0 ? Int(starts[line - first]) : Int(ends[cell - 1]) + 1
                        guard visit(line - 1, origin + start..<origin + Int(ends[cell])) else { return false }
                        line += 1
                    }
                    return true
                }
            }
            guard isVisited else { return false }
            index += 1
        }
        return true
    }

    /// Shows the bytes of a column's cells in some rows, quotes and blanks included, until `visit` says false; whether it did
    /// not.
    @discardableResult
    public func forEachCell(
        ofColumn column: Int, rows: Range<Int>, bytes visit: (_ row: Int, _ cell: UnsafeRawBufferPointer) -> Bool
    ) -> Bool {
        if let streamed { return streamed.forEachCell(ofColumn: column, rows: rows, visit) }
        return bytes.withUnsafeBytes { text in
            forEachCell(ofColumn: column, rows: rows) { visit($0, UnsafeRawBufferPointer(rebasing: text[$1])) }
        }
    }

    private func text(line: Int, column: Int) -> String { text(of: range(line: line, column: column)) }

    /// The text of a cell by its bytes.
    func text(of range: Range<Int>) -> String {
        bytes.withUnsafeBufferPointer { cellText(UnsafeBufferPointer(rebasing: $0[range]), isQuoted: isQuoted) }
    }
}

/// The text of a cell without surrounding blanks and, where a cell in quotes stands for what is in them, without these.
func cellText(_ cell: UnsafeBufferPointer<UInt8>, isQuoted: Bool) -> String {
    guard let first = cell.first, let last = cell.last else { return "" }
    // Nearly every cell begins and ends with a letter or digit.
    if isPlain(first), isPlain(last) { return String(decoding: cell, as: UTF8.self) }
    return isQuoted && first == quote ? unquoted(cell) : String(decoding: trimmed(cell[...]), as: UTF8.self)
}

/// How the place of a cell is found.
enum CellPlaces: Sendable {
    /// By line and column of a text.
    case text
    /// By the name of a sheet and its cell.
    case sheet(SheetPlaces)
    /// By the number of the row and the name of the column.
    case records
}

/// What stands between quotes, doubled ones once, without blanks at either end.
private func unquoted(_ cell: UnsafeBufferPointer<UInt8>) -> String {
    let inside = cell.dropFirst().dropLast()
    guard inside.contains(quote) else { return String(decoding: trimmed(inside), as: UTF8.self) }
    var plain: [UInt8] = []
    var isFirstOfTwo = false
    for byte in inside {
        isFirstOfTwo = byte == quote && !isFirstOfTwo
        if !isFirstOfTwo { plain.append(byte) }
    }
    return plain.withUnsafeBufferPointer { String(decoding: trimmed($0[...]), as: UTF8.self) }
}

/// The line and column of a byte, counted from a known place before it; columns in Unicode scalars.
func place(
    of offset: Int, in bytes: [UInt8], file: String, from start: Int, onLine firstLine: Int
) -> SourceLocation {
    bytes.withUnsafeBufferPointer { place(of: offset, in: $0, file: file, from: start, onLine: firstLine) }
}

/// The line and column of a byte, counted from a known place before it; columns in Unicode scalars.
func place(
    of offset: Int, in bytes: UnsafeBufferPointer<UInt8>, file: String, from start: Int, onLine firstLine: Int
) -> SourceLocation {
    var (line, column) = (firstLine, 1)
    for index in start..<max(start, min(offset, bytes.count)) {
        let byte = bytes[index]
        let isBeforeLineFeed = index + 1 < bytes.count && bytes[index + 1] == lineFeed
        if byte == lineFeed || (byte == carriageReturn && !isBeforeLineFeed) {
            (line, column) = (line + 1, 1)
        } else if byte & 0xC0 != 0x80 {
            column += 1
        }
    }
    return SourceLocation(file: file, line: line, column: column)
}

/// Whether a cell that begins with this byte can be empty: only with a blank or a quote.
@inline(__always)
func mayBeEmpty(_ first: UInt8) -> Bool { first <= quote || first >= 0xC2 }

/// Whether a byte at either end of a cell is neither a blank, a quote nor part of a wide blank.
@inline(__always)
private func isPlain(_ byte: UInt8) -> Bool { byte > quote && byte < 0x80 }

func isASCIIBlank(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || byte == lineFeed || byte == carriageReturn
}

/// The bytes without blanks at either end: spaces, tabs, line breaks, and the blanks that cannot be told from a
/// space by eye, U+00A0 and U+3000.
private func trimmed(_ cell: Slice<UnsafeBufferPointer<UInt8>>) -> Slice<UnsafeBufferPointer<UInt8>> {
    let wide: [[UInt8]] = [[0xC2, 0xA0], [0xE3, 0x80, 0x80]]
    var cell = cell
    while let first = cell.first {
        if isASCIIBlank(first) {
            cell.removeFirst()
        } else if first >= 0xC2, let blank = wide.first(where: { cell.starts(with: $0) }) {
            cell.removeFirst(blank.count)
        } else {
            break
        }
    }
    while let last = cell.last {
        if isASCIIBlank(last) {
            cell.removeLast()
        } else if last >= 0x80, let blank = wide.first(where: { cell.suffix($0.count).elementsEqual($0) }) {
            cell.removeLast(blank.count)
        } else {
            break
        }
    }
    return cell
}
