internal import Drawing

/// A text in the making, as bytes in UTF-8: writers add to it piece by piece, which a string is slow at.
struct TextBuffer {
    private(set) var bytes: [UInt8]

    /// Begins with text in UTF-8.
    init(_ bytes: [UInt8] = []) { self.bytes = bytes }

    /// The text so far.
    var string: String { String(decoding: bytes, as: UTF8.self) }

    static func += (buffer: inout TextBuffer, text: String) { buffer.bytes.append(contentsOf: text.utf8) }

    static func += (buffer: inout TextBuffer, text: Substring) { buffer.bytes.append(contentsOf: text.utf8) }

    static func += (buffer: inout TextBuffer, number: Int) { buffer += String(number) }

    static func += (buffer: inout TextBuffer, other: TextBuffer) { buffer.bytes += other.bytes }

    /// Adds texts one after the other.
    mutating func add(_ texts: String...) { for text in texts { self += text } }

    /// Adds bytes of a text.
    mutating func add(_ slice: Slice<UnsafeBufferPointer<UInt8>>) { bytes.append(contentsOf: slice) }

    /// Adds a character.
    mutating func add(_ character: Unicode.Scalar) { bytes.append(contentsOf: character.utf8) }

    /// Adds a character of one byte so many times.
    mutating func add(_ character: Unicode.Scalar, times count: Int) {
        bytes.append(contentsOf: repeatElement(UInt8(ascii: character), count: count))
    }

    /// Adds a number with so many decimals at most, as coordinates are written.
    mutating func add(_ number: Double, decimals: Int) { appendDecimal(number, decimals: decimals, to: &bytes) }

    /// Adds items with a separator between them.
    mutating func add<Item>(
        _ items: some Sequence<Item>, separator: String, _ write: (Item, inout TextBuffer) -> Void
    ) {
        for (index, item) in items.enumerated() {
            if index > 0 { self += separator }
            write(item, &self)
        }
    }
}

extension String {
    /// Reads the text's bytes where they lie, which is quicker than asking the string for one after the other.
    func withBytes<Result>(_ read: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        var text = self
        return text.withUTF8(read)
    }

    /// The text with those bytes replaced that a format writes otherwise; the text itself where it holds none of them.
    func escaped(by replacement: (UInt8) -> String?) -> String {
        withBytes { bytes in
            guard var next = bytes.firstIndex(where: { replacement($0) != nil }) else { return self }
            var (result, start) = (TextBuffer(), 0)
            while next < bytes.count {
                if let text = replacement(bytes[next]) {
                    result.add(bytes[start..<next])
                    result += text
                    start = next + 1
                }
                next += 1
            }
            result.add(bytes[start...])
            return result.string
        }
    }
}
