internal import CByteMarks

/// Reads rows that have no quotes and as many cells as the header, 64 bytes at a time; what is not so plain is left to the
/// scanner.
struct PlainRows: ~Copyable {
    private let width: Int
    /// Where cells end, some thousand of them, before they go to the others.
    private let ends: UnsafeMutableBufferPointer<UInt32>

    /// Nil for a table of one column, in which a blank row is none.
    init?(width: Int) {
        guard width > 1 else { return nil }
        self.width = width
        ends = .allocate(capacity: max(4096, 2 * width))
    }

    deinit { ends.deallocate() }

    /// Reads rows that begin before `end`, and moves to the first that is not plain.
    func scan(
        _ text: UnsafeBufferPointer<UInt8>, delimiter: UInt8, from position: inout Int, until end: Int, line: inout Int,
        into block: inout CellTable.Block
    ) {
        guard let bytes = text.baseAddress, position + 64 <= text.count else { return }
        let origin = block.origin
        var (rowStart, part) = (position, position)
        var marks = greenwood_marks(bytes + part, delimiter)
        var (filled, cells) = (0, 0)
        while rowStart < end {
            while marks == 0 {
                part += 64
                guard part + 64 <= text.count else { break }
                marks = greenwood_marks(bytes + part, delimiter)
            }
            // The last bytes of a text, and what is not plain.
            guard marks != 0 else { break }
            let mark = part + marks.trailingZeroBitCount
            let byte = bytes[mark]
            marks &= marks - 1
            if byte == delimiter {
                guard cells + 1 < width else { break }
                ends[filled] = UInt32(truncatingIfNeeded: mark - origin)
                (filled, cells) = (filled + 1, cells + 1)
                continue
            }
            let isPair = byte == carriageReturn && mark + 1 < text.count && bytes[mark + 1] == lineFeed
            guard byte == lineFeed || isPair, cells + 1 == width, mark - rowStart <= CSVScanner.cellLimit else { break }
            if isPair {
                // The line feed is the next mark, perhaps the first of the next bytes.
                if marks == 0 {
                    guard part + 128 <= text.count else { break }
                    part += 64
                    marks = greenwood_marks(bytes + part, delimiter)
                }
                marks &= marks - 1
            }
            ends[filled] = UInt32(truncatingIfNeeded: mark - origin)
            (filled, cells) = (filled + 1, 0)
            block.rowStarts.append(UInt32(truncatingIfNeeded: rowStart - origin))
            block.rowLines.append(UInt32(truncatingIfNeeded: line))
            line += 1
            rowStart = mark + (isPair ? 2 : 1)
            if filled + width > ends.count {
                block.cellEnds.append(contentsOf: UnsafeBufferPointer(rebasing: ends[..<filled]))
                filled = 0
            }
        }
        position = rowStart
        block.cellEnds.append(contentsOf: UnsafeBufferPointer(rebasing: ends[..<(filled - cells)]))
    }
}
