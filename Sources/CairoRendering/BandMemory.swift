internal import Synchronization

/// Memory for a band of pixels, which the next picture takes over when one is drawn: the system clears fresh memory first,
/// which takes as long as drawing on it. As many pieces are kept as pictures are drawn at one time.
enum BandMemory {
    private struct Piece: @unchecked Sendable {
        let start: UnsafeMutableRawPointer
        let count: Int
    }

    private static let pieces = Mutex<[Piece]>([])

    /// Runs an action with so many bytes, whose content is left over from anything.
    static func with<Value, Failure: Error>(
        bytes count: Int, _ action: (UnsafeMutableRawPointer) throws(Failure) -> Value
    ) throws(Failure) -> Value {
        var piece = pieces.withLock { $0.popLast() } ?? fresh(count)
        if piece.count < count {
            piece.start.deallocate()
            piece = fresh(count)
        }
        defer { pieces.withLock { [piece] in $0.append(piece) } }
        return try action(piece.start)
    }

    private static func fresh(_ count: Int) -> Piece {
        Piece(start: .allocate(byteCount: count, alignment: 64), count: count)
    }
}
