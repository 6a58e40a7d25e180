internal import Diagnostics
internal import Synchronization

/// The places of cells in a file that was read part by part. The rows around a cell are read again where one is asked for.
final class StreamedPlaces: Sendable {
    /// A row whose place is known.
    struct Mark: Sendable {
        var row: Int
        /// Where it begins in the text, and on which line.
        var offset: Int
        var line: Int
    }

    /// The cells between two marks.
    private struct Stretch {
        var mark: Int
        var bytes: [UInt8]
        var block: CellTable.Block
    }

    private let text: any StreamedText
    private let file: String
    private let width: Int
    private let delimiter: UInt8
    private let marks: [Mark]
    private let end: Int
    private let last = Mutex<Stretch?>(nil)

    /// Places by marks, ascending; `end` is the length of the text.
    init(_ text: any StreamedText, file: String, width: Int, delimiter: UInt8, marks: [Mark], end: Int) {
        (self.text, self.file, self.width, self.delimiter) = (text, file, width, delimiter)
        (self.marks, self.end) = (marks, end)
    }

    /// The place of a cell.
    func location(row: Int, column: Int) -> SourceLocation {
        var (lower, upper) = (0, marks.count)
        while upper - lower > 1 {
            let middle = (lower + upper) / 2
            if marks[middle].row <= row { lower = middle } else { upper = middle }
        }
        let mark = marks[lower]
        return last.withLock { last in
            if last?.mark != lower { last = stretch(lower) }
            let index = row - mark.row
            guard let stretch = last, index < stretch.block.rowStarts.count else {
                // The file was written to meanwhile, which is said elsewhere.
                return SourceLocation(file: file, line: mark.line, column: 1)
            }
            let (block, rowStart) = (stretch.block, Int(stretch.block.rowStarts[index]))
            let cell = index * width + column
            let start = column == 0 ? rowStart : Int(block.cellEnds[cell - 1]) + 1
            let range = start..<Int(block.cellEnds[cell])
            return place(
                of: range.first { !isASCIIBlank(stretch.bytes[$0]) } ?? start, in: stretch.bytes, file: file,
                from: rowStart, onLine: block.firstLine + Int(block.rowLines[index]))
        }
    }

    private func stretch(_ index: Int) -> Stretch? {
        let (start, end) = (marks[index].offset, index + 1 < marks.count ? marks[index + 1].offset : end)
        guard let bytes = try? text.bytes(from: start, count: end - start) else { return nil }
        let block = bytes.withUnsafeBufferPointer { bytes in
            var scanner = CSVScanner(bytes, from: 0, onLine: marks[index].line, width: width, delimiter: delimiter)
            scanner.scan(until: bytes.count) { _ in }
            return scanner.block
        }
        return Stretch(mark: index, bytes: bytes, block: block)
    }
}
