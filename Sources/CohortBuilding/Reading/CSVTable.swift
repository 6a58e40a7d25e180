internal import Diagnostics

/// The cells of a CSV text, each with its line and column.
struct CSVTable {
    /// The path as messages show it.
    let file: String
    /// The names of the columns.
    private(set) var header: [String] = []
    /// Rows of data.
    let rowCount: Int
    /// Whether every row could be read; where not, there are no rows.
    let isSound: Bool

    private let bytes: [UInt8]
    private let width: Int
    private let cellEnds: [UInt32]
    private let rowStarts: [UInt32]
    private let rowLines: [UInt32]

    /// Finds the cells of a text; nil where it has no header.
    init?(_ bytes: [UInt8], file: String, delimiter: UInt8, reporting report: (CSVFault) -> Void) {
        var scanner = CSVScanner(bytes, from: lengthOfByteOrderMark(bytes), delimiter: delimiter)
        scanner.scan(report)
        (cellEnds, rowStarts, rowLines) = (scanner.cellEnds, scanner.rowStarts, scanner.rowLines)
        (width, isSound) = (scanner.width, scanner.isSound)
        guard width > 0 else { return nil }
        self.bytes = bytes
        self.file = file
        rowCount = isSound ? rowStarts.count - 1 : 0
        header = (0..<width).map { text(line: 0, column: $0) }
    }

    /// The text of a cell without its quotes and surrounding blanks.
    func text(row: Int, column: Int) -> String {
        text(line: row + 1, column: column)
    }

    /// Whether a cell holds nothing but blanks.
    func isEmpty(row: Int, column: Int) -> Bool {
        let cell = range(line: row + 1, column: column)
        // Only a cell that begins with a blank or a quote can be empty and yet have bytes.
        guard let first = bytes[cell].first else { return true }
        return first > UInt8(ascii: "\"") && first < 0xC2 ? false : text(row: row, column: column).isEmpty
    }

    /// The place of a cell.
    func location(row: Int, column: Int) -> SourceLocation {
        location(line: row + 1, column: column)
    }

    /// The place of a column's name.
    func location(ofColumn column: Int) -> SourceLocation {
        location(line: 0, column: column)
    }

    private func location(line: Int, column: Int) -> SourceLocation {
        let cell = range(line: line, column: column)
        let start = cell.first { !isASCIIBlank(bytes[$0]) } ?? cell.lowerBound
        let row = (start: Int(rowStarts[line]), line: Int(rowLines[line]))
        return place(of: start, in: bytes, file: file, from: row.start, onLine: row.line)
    }

    private func range(line: Int, column: Int) -> Range<Int> {
        let cell = line * width + column
        let start = column == 0 ? Int(rowStarts[line]) : Int(cellEnds[cell - 1]) + 1
        return start..<Int(cellEnds[cell])
    }

    private func text(line: Int, column: Int) -> String {
        var cell = bytes[range(line: line, column: column)]
        guard cell.first == quote else { return String(decoding: trimmed(cell), as: UTF8.self) }
        cell = cell.dropFirst().dropLast()
        guard cell.contains(quote) else { return String(decoding: trimmed(cell), as: UTF8.self) }
        var plain: [UInt8] = []
        var isFirstOfTwo = false
        for byte in cell {
            isFirstOfTwo = byte == quote && !isFirstOfTwo
            if !isFirstOfTwo { plain.append(byte) }
        }
        return String(decoding: trimmed(plain[...]), as: UTF8.self)
    }
}

/// The line and column of a byte, counted from a known place before it; columns in Unicode scalars.
func place(
    of offset: Int, in bytes: [UInt8], file: String, from start: Int, onLine firstLine: Int
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

private func isASCIIBlank(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || byte == lineFeed || byte == carriageReturn
}

/// The bytes without blanks at either end: spaces, tabs, line breaks, and the blanks that cannot be told from a
/// space by eye, U+00A0 and U+3000.
private func trimmed(_ cell: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
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
