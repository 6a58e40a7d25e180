/// Bytes of cells longer than eight, in pieces of memory that stay where they are.
final class LongCells {
    private static let pieceSize = 1 << 20

    private var pieces: [UnsafeMutableRawPointer] = []
    private var (filled, size) = (0, 0)

    deinit { for piece in pieces { piece.deallocate() } }

    /// Keeps a cell: its length in four bytes and its bytes; gives where.
    func add(_ cell: UnsafeRawPointer, length: Int) -> UnsafeRawPointer {
        let count = (length + 4 + 7) & ~7
        if filled + count > size {
            size = max(Self.pieceSize, count)
            filled = 0
            pieces.append(.allocate(byteCount: size, alignment: 8))
        }
        let place = pieces[pieces.count - 1] + filled
        filled += count
        place.storeBytes(of: UInt32(truncatingIfNeeded: length), as: UInt32.self)
        (place + 4).copyMemory(from: cell, byteCount: length)
        return UnsafeRawPointer(place)
    }
}

/// A cell in eight bytes: its own bytes where they are no more, zeros behind them, else where they are kept, with a highest byte
/// that UTF-8 does not have.
///
/// No cell holds a NUL byte, so that its length shows.
struct PackedCell {
    let word: UInt64
    private static let mark: UInt64 = 0xFF << 56

    init(word: UInt64) { self.word = word }

    /// Packs a cell; eight bytes from its beginning on can be read.
    @inline(__always)
    init(_ cell: UnsafeRawPointer, length: Int, long: LongCells) {
        if length <= 8 {
            word = firstWord(of: cell, length: length)
        } else {
            word = Self.mark | UInt64(UInt(bitPattern: long.add(cell, length: length)))
        }
    }

    /// Shows the cell's bytes.
    @inline(__always)
    func withBytes<Result>(_ body: (UnsafeRawBufferPointer) throws -> Result) rethrows -> Result {
        if word & Self.mark == Self.mark, let place = UnsafeRawPointer(bitPattern: UInt(word & ~Self.mark)) {
            return try body(UnsafeRawBufferPointer(start: place + 4, count: Int(place.load(as: UInt32.self))))
        }
        return try withUnsafeBytes(of: word.littleEndian) { bytes in
            try body(UnsafeRawBufferPointer(rebasing: bytes[..<(8 - word.leadingZeroBitCount / 8)]))
        }
    }

    var isEmpty: Bool { word == 0 }
}
