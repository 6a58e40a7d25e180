/// A part of a text, with room before it for what the part before left over.
final class TextWindow {
    /// Bytes behind the text that may be read, though they say nothing.
    static let padding = 64

    private var storage: UnsafeMutableRawBufferPointer
    private var start: Int
    private var end: Int

    /// A window with room for so many bytes and as many again before them.
    init(size: Int) {
        storage = .allocate(byteCount: 2 * size + Self.padding, alignment: 64)
        storage.initializeMemory(as: UInt8.self, repeating: 0)
        (start, end) = (size, size)
    }

    deinit { storage.deallocate() }

    /// The text.
    var text: UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(rebasing: storage.bindMemory(to: UInt8.self)[start..<end])
    }

    /// Forgets the text and reads the next, as much as a window has room for.
    func refill(_ size: Int, by read: (UnsafeMutableRawBufferPointer) throws -> Int) rethrows {
        (start, end) = (size, size)
        end += try read(UnsafeMutableRawBufferPointer(rebasing: storage[start..<start + size]))
    }

    /// Puts a text before its own.
    func prepend(_ rest: UnsafeBufferPointer<UInt8>) {
        guard !rest.isEmpty else { return }
        if rest.count > start { move(to: rest.count, size: rest.count + 2 * (end - start)) }
        start -= rest.count
        UnsafeMutableRawBufferPointer(rebasing: storage[start..<start + rest.count])
            .copyMemory(from: UnsafeRawBufferPointer(rest))
    }

    /// Reads as many bytes more behind its own.
    func grow(by count: Int, _ read: (UnsafeMutableRawBufferPointer) throws -> Int) rethrows {
        if end + count + Self.padding > storage.count { move(to: start, size: end + count + Self.padding) }
        end += try read(UnsafeMutableRawBufferPointer(rebasing: storage[end..<end + count]))
    }

    /// Moves the text to larger memory.
    private func move(to newStart: Int, size: Int) {
        let larger = UnsafeMutableRawBufferPointer.allocate(
            byteCount: max(size, newStart + end - start) + Self.padding, alignment: 64)
        larger.initializeMemory(as: UInt8.self, repeating: 0)
        UnsafeMutableRawBufferPointer(rebasing: larger[newStart...])
            .copyMemory(from: UnsafeRawBufferPointer(rebasing: storage[start..<end]))
        storage.deallocate()
        (start, end) = (newStart, newStart + end - start)
        storage = larger
    }
}
