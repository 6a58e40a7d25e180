internal import Mathematics

/// Finds the cells of a text in UTF-8; nil where it has no header.
///
/// A long text is cut into pieces that begin with a row, and all processors read them at once. Where a row is at fault,
/// the text is read again from its beginning, so that messages come in order and end after so many.
func csvTable(
    _ bytes: [UInt8], file: String, delimiter: UInt8, pieceSize: Int = 4 << 20, reporting report: (CSVFault) -> Void
) -> CellTable? {
    let found = bytes.withUnsafeBufferPointer { text in
        CSVPieces(text, delimiter: delimiter, size: pieceSize).rows() ?? rowsInOrder(of: text, delimiter, report)
    }
    guard found.width > 0 else { return nil }
    return CellTable(
        file: file, bytes: bytes, blocks: found.blocks, width: found.width, isQuoted: true, isSound: found.isSound,
        places: .text)
}

/// The rows of a text in blocks.
private typealias FoundRows = (blocks: [CellTable.Block], width: Int, isSound: Bool)

/// Reads a text from its beginning to its end.
private func rowsInOrder(
    of text: UnsafeBufferPointer<UInt8>, _ delimiter: UInt8, _ report: (CSVFault) -> Void
) -> FoundRows {
    var blocks: [CellTable.Block] = []
    var start = (position: lengthOfByteOrderMark(text), line: 1)
    var (width, isSound) = (0, true)
    repeat {
        var scanner = CSVScanner(text, from: start.position, onLine: start.line, width: width, delimiter: delimiter)
        scanner.scan(until: min(text.count, start.position + CSVScanner.blockSize), report)
        blocks.append(scanner.block)
        (start, width, isSound) = (scanner.next, scanner.width, scanner.isSound)
    } while isSound && width > 0 && start.position < text.count
    return (blocks, width, isSound)
}

/// A text cut into pieces of whole rows.
private struct CSVPieces {
    private let text: UnsafeBufferPointer<UInt8>
    private let delimiter: UInt8
    private let size: Int

    init(_ text: UnsafeBufferPointer<UInt8>, delimiter: UInt8, size: Int) {
        (self.text, self.delimiter) = (text, delimiter)
        // Enough pieces that no processor waits long for the last one, and none in which 32 bits would not count.
        self.size = min(CSVScanner.blockSize, max(size, text.count / (8 * processorCount)))
    }

    /// The rows; nil where the text is short or has a row at fault.
    func rows() -> FoundRows? {
        guard text.count > 2 * size else { return nil }
        var faults = 0
        var header = CSVScanner(text, from: lengthOfByteOrderMark(text), delimiter: delimiter)
        header.scanHeader { _ in faults += 1 }
        guard faults == 0, header.width > 0, let starts = starts(from: header.next.position) else { return nil }
        let scanners = concurrentMap(starts.count) { piece in
            var scanner = CSVScanner(text, from: starts[piece], width: header.width, delimiter: delimiter)
            scanner.scan(until: piece + 1 < starts.count ? starts[piece + 1] : text.count) { _ in }
            return scanner
        }
        // A row that runs over the end of its piece is one whose quotes are not closed where they should be.
        let ends = starts.dropFirst() + [text.count]
        guard scanners.allSatisfy(\.isSound), zip(scanners, ends).allSatisfy({ $0.next.position == $1 }) else {
            return nil
        }
        var line = header.next.line
        let blocks = scanners.map { scanner in
            var block = scanner.block
            line += scanner.next.line - block.firstLine
            block.firstLine = line - (scanner.next.line - block.firstLine)
            return block
        }
        return ([header.block] + blocks, header.width, true)
    }

    /// Where the pieces begin: behind line feeds that are in no quotes. The quotes before a place say whether it is in some:
    /// a doubled quote leaves their number as even or odd as it was.
    private func starts(from first: Int) -> [Int]? {
        let count = (text.count - first + size - 1) / size
        let quotes = concurrentMap(count) { piece in
            var quotes = 0
            for byte in text[first + piece * size..<min(text.count, first + (piece + 1) * size)] where byte == quote {
                quotes += 1
            }
            return quotes
        }
        var starts = [first]
        var isQuoted = false
        for piece in 1..<count {
            isQuoted = isQuoted != !quotes[piece - 1].isMultiple(of: 2)
            var (position, isInside) = (first + piece * size, isQuoted)
            while position < text.count, isInside || text[position - 1] != lineFeed {
                if text[position] == quote { isInside.toggle() }
                position += 1
            }
            // Old Macintosh files have no line feeds at all.
            guard position < text.count else { break }
            if position > starts[starts.count - 1] { starts.append(position) }
        }
        return starts.count > 1 ? starts : nil
    }
}
