internal import Mathematics

/// Why bytes are not plain text in UTF-8.
enum UTF8Fault: Equatable {
    /// The first byte that cannot belong to UTF-8.
    case invalid(offset: Int)
    /// The first NUL byte: a binary file, or UTF-16.
    case nul(offset: Int)
}

/// The length of UTF-8's byte order mark where the text begins with it, else 0.
func lengthOfByteOrderMark(_ bytes: some Collection<UInt8>) -> Int {
    bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
}

/// Looks for the first byte that keeps a text from being plain UTF-8 (RFC 3629).
///
/// Pieces of a long text are looked through at once. Eight bytes of ASCII are passed at a time, which is most of any data
/// file.
func utf8Fault(in bytes: [UInt8], pieceSize: Int = 1 << 22) -> UTF8Fault? {
    bytes.withUnsafeBytes { text in
        nonisolated(unsafe) let text = text
        let pieces = pieceCount(of: text.count, atLeast: pieceSize)
        /// The first byte of a scalar at a piece's nominal start or behind it; a scalar has three more bytes at most.
        func start(_ piece: Int) -> Int {
            var start = text.count * piece / pieces
            for _ in 0..<3 where piece > 0 && start < text.count && text[start] & 0xC0 == 0x80 { start += 1 }
            return start
        }
        let starts = (0...pieces).map(start)
        // The first piece with a fault has the first fault: a scalar that is cut off is one of the piece that it begins in.
        return concurrentMap(pieces) { utf8Fault(in: text, range: starts[$0]..<starts[$0 + 1]) }.lazy.compactMap { $0 }
            .first
    }
}

/// The first fault of a range of a text that begins with a scalar.
func utf8Fault(in text: UnsafeRawBufferPointer, range: Range<Int>) -> UTF8Fault? {
    var offset = range.lowerBound
    while offset < range.upperBound {
        if offset + 8 <= range.upperBound, isASCII(text.loadUnaligned(fromByteOffset: offset, as: UInt64.self)) {
            offset += 8
            continue
        }
        if text[offset] == 0 { return .nul(offset: offset) }
        guard let length = lengthOfScalar(at: offset, in: text) else { return .invalid(offset: offset) }
        offset += length
    }
    return nil
}

/// Whether none of eight bytes is above 127 or 0.
private func isASCII(_ word: UInt64) -> Bool {
    // A byte that is 0 borrows when 1 is taken from it, which sets its highest bit.
    ((word &- 0x0101_0101_0101_0101) | word) & 0x8080_8080_8080_8080 == 0
}

/// How many bytes the scalar has that begins at `offset`; nil where none does.
private func lengthOfScalar(at offset: Int, in text: UnsafeRawBufferPointer) -> Int? {
    let first = text[offset]
    // The second byte's range is narrower after some first bytes: no overlong forms, surrogates or scalars too large.
    let (length, second): (Int, ClosedRange<UInt8>)
    switch first {
    case 0x00...0x7F: return 1
    case 0xC2...0xDF: (length, second) = (2, 0x80...0xBF)
    case 0xE0: (length, second) = (3, 0xA0...0xBF)
    case 0xE1...0xEC, 0xEE...0xEF: (length, second) = (3, 0x80...0xBF)
    case 0xED: (length, second) = (3, 0x80...0x9F)
    case 0xF0: (length, second) = (4, 0x90...0xBF)
    case 0xF1...0xF3: (length, second) = (4, 0x80...0xBF)
    case 0xF4: (length, second) = (4, 0x80...0x8F)
    default: return nil
    }
    guard offset + length <= text.count, second.contains(text[offset + 1]) else { return nil }
    for index in (offset + 2)..<max(offset + 2, offset + length) where text[index] & 0xC0 != 0x80 { return nil }
    return length
}
