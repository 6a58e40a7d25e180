/// What is wrong with the form of a CSV text.
struct CSVFault: Equatable {
    enum Kind: Equatable {
        case unclosedQuote
        /// `opening` is where the quoted cell begins.
        case textAfterQuote(opening: Int)
        case quoteInsideCell(afterBlanks: Bool)
        case cellTooLong
        case rowTooLong(limit: Int)
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
    /// Rows of so many bytes make a block, in which 32 bits count.
    static let blockSize = 1 << 30
    /// After so many rows at fault the rest is not read: their number says nothing new.
    static let faultLimit = 1000

    /// The rows found so far, the header first where the scan began with it.
    private(set) var block: CellTable.Block
    /// Cells in the header.
    private(set) var width: Int
    /// Whether no row was at fault.
    var isSound: Bool { faults == 0 }

    private let bytes: UnsafeBufferPointer<UInt8>
    private let delimiter: UInt8
    private var position: Int
    private var line = 0
    private(set) var faults: Int
    /// What seems to be wrong with the row that goes on behind the text.
    private(set) var openFault: CSVFault?

    /// Begins at a row; with the width of the header where that was read before, and the room of an earlier scan.
    init(
        _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, onLine firstLine: Int = 1, width: Int = 0,
        delimiter: UInt8, faults: Int = 0, in room: consuming CellTable.Block? = nil
    ) {
        self.faults = faults
        self.bytes = bytes
        self.delimiter = delimiter
        self.width = width
        position = start
        block = room ?? CellTable.Block(origin: start, firstLine: firstLine)
        block.empty(origin: start, firstLine: firstLine)
    }

    /// Where the next row begins, and on which line.
    var next: (position: Int, line: Int) { (position, block.firstLine + line) }

    /// Reads the rows that begin before `end`, and names each fault: the first of a row.
    mutating func scan(until end: Int, _ report: (CSVFault) -> Void) {
        // A guess from the first bytes saves growing the array of cells again and again.
        let size = end - position
        let sample = bytes[position..<min(end, position + 4096)]
        let cells = sample.count { $0 == delimiter || $0 == lineFeed }
        // A dense header over sparse rows must not ask for more than the file is worth.
        block.cellEnds.reserveCapacity(
            min(cells * (size / max(1, sample.count) + 1) * 17 / 16, max(0, size) / 2 + 4096) + 16)
        let plain = PlainRows(width: width)
        while position < end {
            plain?.scan(bytes, delimiter: delimiter, from: &position, until: end, line: &line, into: &block)
            guard position < end, scanRow(report) else { break }
        }
    }

    /// Reads whole rows until one that may go on behind the text, and gives no more than their faults; false where nothing
    /// sensible can follow. The text is a part of a longer one unless it is the last.
    mutating func scanFaults(isLast: Bool, _ report: (CSVFault) -> Void) -> Bool {
        while position < bytes.count {
            let start = (position, line, faults, width)
            let (cells, rows) = (block.cellEnds.count, block.rowStarts.count)
            var fault: CSVFault?
            let goesOn = scanRow { fault = $0 }
            guard position < bytes.count || isLast else {
                (position, line, faults, width) = start
                block.keep(cells: cells, rows: rows)
                openFault = fault
                return true
            }
            fault.map(report)
            guard goesOn else { return false }
            // The header stays.
            if start.3 > 0 { block.keep(cells: cells, rows: rows) }
        }
        return true
    }

    /// Reads the header alone.
    mutating func scanHeader(_ report: (CSVFault) -> Void) {
        while position < bytes.count, width == 0, scanRow(report) {}
    }

    /// Reads one row; false where nothing sensible can follow.
    private mutating func scanRow(_ report: (CSVFault) -> Void) -> Bool {
        let (start, startLine, firstCell) = (position, line, block.cellEnds.count)
        let isHeader = width == 0
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
                block.cellEnds.append(UInt32(truncatingIfNeeded: position - block.origin))
            } else if count == capacity + 1 {
                firstExtra = cellStart
            }
        } while consumeDelimiter()
        let end = position
        consumeLineEnd()

        if fault == nil {
            if count == 1, isBlank(start..<end) {
                block.cellEnds.removeLast(block.cellEnds.count - firstCell)
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
            block.cellEnds.removeLast(block.cellEnds.count - firstCell)
            let rowLine = block.firstLine + startLine
            report(CSVFault(kind: fault.kind, offset: fault.offset, rowStart: start, rowLine: rowLine))
            return !isHeader && fault.kind != .unclosedQuote && faults < Self.faultLimit
        }
        if isHeader { width = count }
        block.rowStarts.append(UInt32(truncatingIfNeeded: start - block.origin))
        block.rowLines.append(UInt32(truncatingIfNeeded: startLine))
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
        let isLow = delimiter <= UInt8(ascii: ",")
        let text = UnsafeRawBufferPointer(bytes)
        while position < bytes.count {
            if isLow, position + 8 <= bytes.count {
                let word = text.loadUnaligned(fromByteOffset: position, as: UInt64.self).littleEndian
                // Sets the highest bit of a byte that is a comma or below, of which the first is right: a borrow goes upwards.
                let low = (word &- 0x2D2D_2D2D_2D2D_2D2D) & ~word & 0x8080_8080_8080_8080
                position += low == 0 ? 8 : low.trailingZeroBitCount / 8
                if low == 0 { continue }
            }
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
            } else if byte == lineFeed || (byte == carriageReturn && nextByte != lineFeed) {
                line += 1
            }
        }
        return false
    }

    private var nextByte: UInt8? { position < bytes.count ? bytes[position] : nil }

    private func endsCell(_ byte: UInt8) -> Bool {
        byte == delimiter || byte == lineFeed || byte == carriageReturn
    }

    private mutating func consumeDelimiter() -> Bool {
        guard nextByte == delimiter else { return false }
        position += 1
        return true
    }

    private mutating func consumeLineEnd() {
        guard let byte = nextByte, byte == lineFeed || byte == carriageReturn else { return }
        position += 1
        if byte == carriageReturn, nextByte == lineFeed { position += 1 }
        line += 1
    }

    private func isBlank(_ range: Range<Int>) -> Bool {
        bytes[range].allSatisfy { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
    }
}

let quote = UInt8(ascii: "\"")
let lineFeed = UInt8(ascii: "\n")
let carriageReturn = UInt8(ascii: "\r")
