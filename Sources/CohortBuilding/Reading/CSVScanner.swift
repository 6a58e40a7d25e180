/// What is wrong with the form of a CSV text.
struct CSVFault: Equatable {
    enum Kind: Equatable {
        case unclosedQuote
        /// `opening` is where the quoted cell begins.
        case textAfterQuote(opening: Int)
        case quoteInsideCell(afterBlanks: Bool)
        case cellTooLong
        case tooManyColumns
        case cellCount(found: Int, expected: Int)
    }

    var kind: Kind
    /// The byte at fault.
    var offset: Int
    /// Where the row begins, and on which line.
    var rowStart: Int
    var rowLine: Int
}

/// Finds the cells of a CSV text by RFC 4180, strictly, in one pass over its bytes.
///
/// Rows end with LF, CRLF or CR; the last may end with the text. A row of blanks only is no row. A cell with a
/// delimiter, a line break or a quote must be quoted, its quotes doubled. Every row has as many cells as the header.
/// What is kept is one offset a cell, so that a text of any size is held once.
struct CSVScanner {
    /// More columns than this are an absurd file or a wrong delimiter, not a study.
    static let columnLimit = 65_536
    /// A longer cell is a lost closing quote, not a value.
    static let cellLimit = 1 << 20
    /// After so many rows at fault the rest is not read: their number says nothing new.
    static let faultLimit = 1000

    /// Where each cell ends, row by row; it begins after the previous one's delimiter or where its row begins.
    private(set) var cellEnds: [UInt32] = []
    /// Where each row begins, the header first.
    private(set) var rowStarts: [UInt32] = []
    /// On which line each row begins, the header's first.
    private(set) var rowLines: [UInt32] = []
    /// Cells in the header.
    private(set) var width = 0
    /// Whether no row was at fault.
    var isSound: Bool { faults == 0 }

    private let bytes: [UInt8]
    private let delimiter: UInt8
    private var position: Int
    private var line = 1
    private var faults = 0

    init(_ bytes: [UInt8], from start: Int, delimiter: UInt8) {
        self.bytes = bytes
        self.delimiter = delimiter
        position = start
    }

    /// Reads all rows, and names each fault: the first of a row.
    mutating func scan(_ report: (CSVFault) -> Void) {
        // A guess from the first bytes saves growing the array of cells again and again.
        let sample = bytes.prefix(4096)
        let cells = sample.count { $0 == delimiter || $0 == lineFeed }
        // A dense header over sparse rows must not ask for more than the file is worth.
        cellEnds.reserveCapacity(min(cells * (bytes.count / max(1, sample.count)), bytes.count / 2) + 16)
        while position < bytes.count, scanRow(report) {}
    }

    /// Reads one row; false where nothing sensible can follow.
    private mutating func scanRow(_ report: (CSVFault) -> Void) -> Bool {
        let (start, startLine, firstCell) = (position, line, cellEnds.count)
        let isHeader = rowStarts.isEmpty
        let capacity = isHeader ? Self.columnLimit : width
        var count = 0
        var firstExtra = 0
        var fault: (kind: CSVFault.Kind, offset: Int)?
        repeat {
            let cellStart = position
            if let found = scanCell() {
                fault = fault ?? found
                if found.kind == .unclosedQuote { break }
            }
            if position - cellStart > Self.cellLimit { fault = fault ?? (.cellTooLong, cellStart) }
            count += 1
            if count <= capacity {
                cellEnds.append(UInt32(truncatingIfNeeded: position))
            } else if count == capacity + 1 {
                firstExtra = cellStart
            }
        } while consumeDelimiter()
        let end = position
        consumeLineEnd()

        if fault == nil {
            if count == 1, isBlank(start..<end) {
                cellEnds.removeLast(cellEnds.count - firstCell)
                return true
            }
            if isHeader, count > capacity {
                fault = (.tooManyColumns, firstExtra)
            } else if !isHeader, count != width {
                fault = (.cellCount(found: count, expected: width), count > width ? firstExtra : end)
            }
        }
        if let fault {
            faults += 1
            cellEnds.removeLast(cellEnds.count - firstCell)
            report(CSVFault(kind: fault.kind, offset: fault.offset, rowStart: start, rowLine: startLine))
            return !isHeader && fault.kind != .unclosedQuote && faults < Self.faultLimit
        }
        if isHeader { width = count }
        rowStarts.append(UInt32(truncatingIfNeeded: start))
        rowLines.append(UInt32(truncatingIfNeeded: startLine))
        return true
    }

    /// Moves to the end of a cell.
    private mutating func scanCell() -> (kind: CSVFault.Kind, offset: Int)? {
        guard position < bytes.count, bytes[position] == quote else {
            let start = position
            skipPlainText()
            guard position < bytes.count, bytes[position] == quote else { return nil }
            let offset = position
            skipToCellEnd()
            return (.quoteInsideCell(afterBlanks: isBlank(start..<offset)), offset)
        }
        let opening = position
        guard skipQuotedText() else { return (.unclosedQuote, opening) }
        guard position < bytes.count, !endsCell(bytes[position]) else { return nil }
        let offset = position
        skipToCellEnd()
        return (.textAfterQuote(opening: opening), offset)
    }

    /// Moves to the next delimiter, line end or quote.
    private mutating func skipPlainText() {
        while position < bytes.count {
            let byte = bytes[position]
            // Nearly every byte of a table lies above the quote, so that two comparisons settle it.
            if byte == delimiter || (byte <= quote && (byte == quote || byte == lineFeed || byte == carriageReturn)) {
                return
            }
            position += 1
        }
    }

    private mutating func skipToCellEnd() {
        while position < bytes.count, !endsCell(bytes[position]) { position += 1 }
    }

    /// Moves behind the closing quote; false where there is none.
    private mutating func skipQuotedText() -> Bool {
        position += 1
        while position < bytes.count {
            let byte = bytes[position]
            position += 1
            if byte == quote {
                guard position < bytes.count, bytes[position] == quote else { return true }
                position += 1
            } else if byte == lineFeed || (byte == carriageReturn && next != lineFeed) {
                line += 1
            }
        }
        return false
    }

    private var next: UInt8? { position < bytes.count ? bytes[position] : nil }

    private func endsCell(_ byte: UInt8) -> Bool {
        byte == delimiter || byte == lineFeed || byte == carriageReturn
    }

    private mutating func consumeDelimiter() -> Bool {
        guard next == delimiter else { return false }
        position += 1
        return true
    }

    private mutating func consumeLineEnd() {
        guard let byte = next, byte == lineFeed || byte == carriageReturn else { return }
        position += 1
        if byte == carriageReturn, next == lineFeed { position += 1 }
        line += 1
    }

    private func isBlank(_ range: Range<Int>) -> Bool {
        bytes[range].allSatisfy { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
    }
}

let quote = UInt8(ascii: "\"")
let lineFeed = UInt8(ascii: "\n")
let carriageReturn = UInt8(ascii: "\r")
