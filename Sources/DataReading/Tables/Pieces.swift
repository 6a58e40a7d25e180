internal import Foundation
internal import Mathematics

/// How many processors there are: asked once, because the system answers from files that are read anew each time.
let processorCount = ProcessInfo.processInfo.activeProcessorCount

/// Works on the pieces of a long range on all processors at once; on a short one as a whole.
///
/// What a piece does must not depend on the others, so that the result is the same however many there are.
public func inPieces(of count: Int, atLeast shortest: Int = 1 << 16, _ work: (Range<Int>) -> Void) {
    let pieces = pieceCount(of: count, atLeast: shortest)
    _ = concurrentMap(pieces) { piece in work(count * piece / pieces..<count * (piece + 1) / pieces) }
}

/// An array made element by element on all processors at once.
@inlinable
public func mapInPieces<Element>(_ count: Int, _ element: (Int) -> Element) -> [Element] {
    fillInPieces(count) { room, piece in
        for index in piece { (room + index).initialize(to: element(index)) }
    }
}

/// An array of which `fill` initializes every element, piece by piece on all processors at once.
@inlinable
public func fillInPieces<Element>(
    _ count: Int, _ fill: (UnsafeMutablePointer<Element>, Range<Int>) -> Void
) -> [Element] {
    [Element](unsafeUninitializedCapacity: count) { room, filled in
        guard let start = room.baseAddress, count > 0 else { return }
        prepareRoom(start, bytes: count * MemoryLayout<Element>.stride)
        // Each element is written once, at its own place.
        nonisolated(unsafe) let elements = start
        inPieces(of: count) { fill(elements, $0) }
        filled = count
    }
}

/// Tells the system that memory will be filled from end to end.
@usableFromInline
func prepareRoom(_ start: UnsafeMutableRawPointer, bytes: Int) { adviseLargePages(start, bytes: bytes) }

/// How many pieces a range is worth: one where it is short, else some for each processor, so that none waits long for the
/// last.
func pieceCount(of count: Int, atLeast shortest: Int) -> Int {
    max(1, min(count / max(1, shortest), 4 * processorCount))
}
