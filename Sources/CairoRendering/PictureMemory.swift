#if canImport(Darwin)
    internal import Darwin
#else
    internal import Glibc
#endif
internal import Mathematics
internal import Synchronization

/// Memory for the pixels of pictures, which the next picture takes over when one is written.
///
/// A figure of 300 dots to the inch takes 15 MB. Fresh memory of that size costs more than drawing on it, because the
/// system clears every page of it first; used again, it costs nothing. Pages of 2 MB instead of 4 kB, where the system
/// has them, make the first time cheaper. As many pieces are kept as pictures are drawn at one time, and none above
/// ``largestKept``.
enum PictureMemory {
    /// Pieces above this many bytes are given back to the system.
    private static let largestKept = 1 << 26

    /// The size of a large page.
    private static let largePage = 1 << 21

    private struct Piece: @unchecked Sendable {
        let start: UnsafeMutableRawPointer
        let capacity: Int
    }

    private static let pieces = Mutex<[Piece]>([])

    /// Runs an action with so many bytes, whose content is left over from anything; nil where there is no memory.
    static func with<Value, Failure: Error>(
        bytes count: Int, _ action: (UnsafeMutableRawPointer) throws(Failure) -> Value
    ) throws(Failure) -> Value? {
        guard let piece = kept(count) ?? fresh(count) else { return nil }
        defer { keep(piece) }
        return try action(piece.start)
    }

    /// A kept piece that is large enough; one that is not makes room for a larger one.
    private static func kept(_ count: Int) -> Piece? {
        pieces.withLock { pieces in
            if let index = pieces.lastIndex(where: { $0.capacity >= count }) { return pieces.remove(at: index) }
            if let small = pieces.popLast() { free(small.start) }
            return nil
        }
    }

    private static func fresh(_ count: Int) -> Piece? {
        // A power of two, so that a somewhat larger picture fits too: what is not drawn on takes no memory.
        let rounded = 1 << (Int.bitWidth - max(count - 1, 1).leadingZeroBitCount)
        let capacity = count > largestKept ? count : rounded
        var start: UnsafeMutableRawPointer?
        let alignment = capacity < largePage ? 64 : largePage
        guard posix_memalign(&start, alignment, capacity) == 0, let start else { return nil }
        adviseLargePages(start, bytes: capacity)
        return Piece(start: start, capacity: capacity)
    }

    private static func keep(_ piece: Piece) {
        guard piece.capacity <= largestKept else { return free(piece.start) }
        pieces.withLock { $0.append(piece) }
    }
}
