/// The text of a file in UTF-8, which comes part after part.
protocol StreamedText: AnyObject, Sendable {
    /// Its bytes, where that is known beforehand.
    var size: Int? { get }

    /// The text from one of its bytes on.
    func source(from offset: Int) throws -> any TextSource

    /// Throws where the file was written to since it was opened.
    func expectUnchanged() throws
}

extension StreamedText {
    /// Some bytes of the text, as far as it has them.
    func bytes(from offset: Int, count: Int) throws -> [UInt8] {
        let source = try source(from: offset)
        var failure: (any Error)?
        let bytes = [UInt8](unsafeUninitializedCapacity: count) { room, filled in
            do {
                filled = try source.next(into: UnsafeMutableRawBufferPointer(room))
            } catch {
                failure = error
            }
        }
        if let failure { throw failure }
        return bytes
    }

    /// Shows the text part by part until `body` says false. Each part ends with a whole character where the text is UTF-8.
    func forEachPart(size: Int, _ body: (_ part: UnsafeBufferPointer<UInt8>, _ offset: Int) -> Bool) throws {
        let source = try source(from: 0)
        let window = TextWindow(size: size)
        var (offset, rest, isLast) = (0, [UInt8](), false)
        while !isLast {
            var count = 0
            try window.refill(size) {
                count = try source.next(into: $0)
                return count
            }
            isLast = count < size
            rest.withUnsafeBufferPointer { window.prepend($0) }
            let text = window.text
            let end = isLast ? text.count : endOfWholeCharacters(in: text)
            guard body(UnsafeBufferPointer(rebasing: text[..<end]), offset) else { return }
            rest = Array(text[end...])
            offset += end
        }
    }
}

/// Where the last character may begin that is cut off.
private func endOfWholeCharacters(in text: UnsafeBufferPointer<UInt8>) -> Int {
    for back in 1...min(4, max(1, text.count)) where back <= text.count {
        let byte = text[text.count - back]
        if byte < 0x80 { break }
        if byte >= 0xC0 { return text.count - back }
    }
    return text.count
}

/// A text on its way.
protocol TextSource: AnyObject {
    /// The next bytes; fewer than the room holds only at the end.
    func next(into room: UnsafeMutableRawBufferPointer) throws -> Int
}

/// A file that is its own text.
final class PlainText: StreamedText {
    private let file: any StreamedFile

    init(_ file: any StreamedFile) { self.file = file }

    var size: Int? { file.size }

    func source(from offset: Int) -> any TextSource { Source(file, at: offset) }

    func expectUnchanged() throws { try file.expectUnchanged() }

    private final class Source: TextSource {
        private let file: any StreamedFile
        private var offset: Int

        init(_ file: any StreamedFile, at offset: Int) { (self.file, self.offset) = (file, offset) }

        func next(into room: UnsafeMutableRawBufferPointer) throws -> Int {
            let count = try file.read(from: offset, into: room)
            offset += count
            return count
        }
    }
}
