internal import Archives
internal import Synchronization

/// The text of a gzip file. Decompression can go on from places that are kept on the way, so that nothing is read from the
/// beginning again where a message names a cell.
final class InflatedText: StreamedText {
    private let file: any StreamedFile
    private let limit: Int
    private let marks: Mutex<Marks>

    private struct Marks {
        var all: [GzipStream.Mark] = []
        var distance: Int
        /// A mark takes some 90 KB.
        static let most = 256
    }

    /// The text of a file, with places at least so many bytes from one another.
    init(_ file: any StreamedFile, markDistance: Int = 4 << 20) {
        self.file = file
        // Tables of text shrink to a tenth, long ones of few values to a fiftieth.
        limit = max(1 << 30, file.size.multipliedReportingOverflow(by: 100).overflow ? .max : file.size * 100)
        marks = Mutex(Marks(distance: markDistance))
    }

    var size: Int? { nil }

    func expectUnchanged() throws { try file.expectUnchanged() }

    func source(from offset: Int) throws -> any TextSource {
        let mark = marks.withLock { $0.all.last { $0.offset <= offset } }
        let reading = { [file] in try file.read(from: $0, into: $1) }
        let stream =
            mark.map { GzipStream(at: $0, limit: limit, reading: reading) }
            ?? GzipStream(limit: limit, reading: reading)
        try skip(offset - stream.offset) { try stream.next(into: $0) }
        return Source(self, stream)
    }

    private func keep(_ stream: GzipStream) {
        marks.withLock { marks in
            guard stream.offset >= (marks.all.last?.offset ?? 0) + marks.distance else { return }
            marks.all.append(stream.mark)
            guard marks.all.count > Marks.most else { return }
            // Every other one stays.
            marks.all = stride(from: 1, to: marks.all.count, by: 2).map { marks.all[$0] }
            marks.distance *= 2
        }
    }

    private final class Source: TextSource {
        private let text: InflatedText
        private let stream: GzipStream

        init(_ text: InflatedText, _ stream: GzipStream) { (self.text, self.stream) = (text, stream) }

        func next(into room: UnsafeMutableRawBufferPointer) throws -> Int {
            let count = try stream.next(into: room)
            text.keep(stream)
            return count
        }
    }
}

/// Reads bytes that nobody wants.
func skip(_ count: Int, _ next: (UnsafeMutableRawBufferPointer) throws -> Int) throws {
    guard count > 0 else { return }
    let room = UnsafeMutableRawBufferPointer.allocate(byteCount: min(count, 1 << 20), alignment: 64)
    defer { room.deallocate() }
    var rest = count
    while rest > 0 {
        let read = try next(UnsafeMutableRawBufferPointer(rebasing: room[..<min(rest, room.count)]))
        if read == 0 { return }
        rest -= read
    }
}
