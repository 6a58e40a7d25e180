internal import CIconv
internal import StudyFiles
internal import Synchronization

/// A text of another encoding in UTF-8, converted part by part by the C library.
///
/// None of the encodings has a state, so that conversion can begin at any character: at places that are kept on the way.
final class ConvertedText: StreamedText {
    /// The bytes are not of the encoding.
    struct Fault: Error {}

    private struct Mark {
        /// Where a character begins, in the bytes and in the text.
        var input: Int
        var offset: Int
    }

    let encoding: TextEncoding
    private let bytes: any StreamedText
    private let marks: Mutex<[Mark]>
    private let markDistance: Int

    /// The text of bytes behind their mark; nil where the system does not know the encoding.
    init?(_ bytes: any StreamedText, from encoding: TextEncoding, markLength: Int, markDistance: Int = 1 << 20) {
        guard let converter = greenwood_converter_open(encoding.systemName) else { return nil }
        greenwood_converter_close(converter)
        (self.bytes, self.encoding, self.markDistance) = (bytes, encoding, markDistance)
        marks = Mutex([Mark(input: markLength, offset: 0)])
    }

    var size: Int? { nil }

    func expectUnchanged() throws { try bytes.expectUnchanged() }

    func source(from offset: Int) throws -> any TextSource {
        let mark = marks.withLock { marks in marks.last { $0.offset <= offset } ?? marks[0] }
        let source = Source(self, try bytes.source(from: mark.input), at: mark)
        try skip(offset - mark.offset) { try source.next(into: $0) }
        return source
    }

    private func keep(_ mark: Mark) {
        marks.withLock { marks in
            if mark.offset >= marks[marks.count - 1].offset + markDistance { marks.append(mark) }
        }
    }

    /// Where in the text the first byte stands that is not of the encoding; nil where all are.
    func fault() throws -> PlaceCounter? {
        var place = PlaceCounter()
        let source = Source(self, try bytes.source(from: marks.withLock { $0[0].input }), at: marks.withLock { $0[0] })
        let room = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 20, alignment: 64)
        defer { room.deallocate() }
        var isFirst = true
        while true {
            let (count, isInvalid) = try source.convert(into: room)
            let text = UnsafeBufferPointer(rebasing: room.bindMemory(to: UInt8.self)[..<count])
            place.add(UnsafeBufferPointer(rebasing: text[(isFirst ? lengthOfByteOrderMark(text) : 0)...]))
            isFirst = false
            if isInvalid { return place }
            if count < room.count { return nil }
        }
    }

    private final class Source: TextSource {
        private let text: ConvertedText
        private let bytes: any TextSource
        private let converter: UnsafeMutableRawPointer?
        private var mark: Mark
        private let room = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 64)
        /// What is left of the bytes that were read.
        private var rest = 0..<0
        private var isAtEnd = false
        /// The end of a character that had no room any more.
        private var pending: [UInt8] = []

        init(_ text: ConvertedText, _ bytes: any TextSource, at mark: Mark) {
            (self.text, self.bytes, self.mark) = (text, bytes, mark)
            converter = greenwood_converter_open(text.encoding.systemName)
        }

        deinit {
            if let converter { greenwood_converter_close(converter) }
            room.deallocate()
        }

        func next(into output: UnsafeMutableRawBufferPointer) throws -> Int {
            let (count, isInvalid) = try convert(into: output)
            if isInvalid { throw Fault() }
            return count
        }

        /// Writes the next of the text; fewer bytes than the room holds only at the end, or before what is no text.
        func convert(into output: UnsafeMutableRawBufferPointer) throws -> (count: Int, isInvalid: Bool) {
            var written = min(pending.count, output.count)
            output.copyBytes(from: pending[..<written])
            pending.removeFirst(written)
            while written < output.count {
                try refill()
                if rest.isEmpty { break }
                var count = 0
                let state = convert(into: UnsafeMutableRawBufferPointer(rebasing: output[written...]), &count)
                written += count
                if state == Int32(greenwood_output_full) {
                    // The next character has no more room than for its beginning.
                    var letter = [UInt8](repeating: 0, count: 8)
                    count = 0
                    _ = letter.withUnsafeMutableBytes { convert(into: $0, &count) }
                    let fitting = min(count, output.count - written)
                    UnsafeMutableRawBufferPointer(rebasing: output[written...]).copyBytes(from: letter[..<fitting])
                    pending = Array(letter[fitting..<count])
                    written += fitting
                } else if state == Int32(greenwood_invalid_input), rest.count >= 8 || isAtEnd {
                    // What seems wrong at the end of the bytes may be a character that is cut off.
                    return (written, true)
                }
            }
            return (written, false)
        }

        /// Converts what was read as far as there is room.
        private func convert(into output: UnsafeMutableRawBufferPointer, _ written: inout Int) -> Int32 {
            var read = 0
            let bytes = room.bindMemory(to: CChar.self)[rest]
            let input = UnsafeBufferPointer(rebasing: bytes)
            let target = output.bindMemory(to: CChar.self).baseAddress
            let state = greenwood_convert(
                converter, input.baseAddress, input.count, &read, target, output.count, &written)
            rest = rest.lowerBound + read..<rest.upperBound
            mark.input += read
            mark.offset += written
            text.keep(mark)
            return state
        }

        private func refill() throws {
            guard rest.count < 8, !isAtEnd else { return }
            room.copyMemory(from: UnsafeRawBufferPointer(rebasing: room[rest]))
            let count = try bytes.next(into: UnsafeMutableRawBufferPointer(rebasing: room[rest.count...]))
            rest = 0..<rest.count + count
            isAtEnd = rest.count < room.count
        }
    }
}
