internal import CReadStat

/// A file in memory, as ReadStat reads it.
final class MemoryFile {
    private let bytes: [UInt8]
    private var position = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// Lets a parser read from here, and from nowhere else; the file must live as long as the parser.
    func serve(_ parser: UnsafeMutablePointer<readstat_parser_t>) {
        readstat_set_open_handler(parser) { _, _ in 0 }
        readstat_set_close_handler(parser) { _ in 0 }
        readstat_set_seek_handler(parser) { offset, whence, file in MemoryFile.at(file).seek(offset, whence) }
        readstat_set_read_handler(parser) { room, count, file in MemoryFile.at(file).read(room, count) }
        readstat_set_update_handler(parser) { _, _, _, _ in READSTAT_OK }
        readstat_set_io_ctx(parser, Unmanaged.passUnretained(self).toOpaque())
    }

    private static func at(_ context: UnsafeMutableRawPointer?) -> MemoryFile {
        guard let context else { preconditionFailure("ReadStat hands on the context that it was given") }
        return Unmanaged<MemoryFile>.fromOpaque(context).takeUnretainedValue()
    }

    private func seek(_ offset: readstat_off_t, _ whence: readstat_io_flags_t) -> readstat_off_t {
        let origin =
            switch whence {
            case READSTAT_SEEK_CUR: position
            case READSTAT_SEEK_END: bytes.count
            default: 0
            }
        let (place, overflows) = origin.addingReportingOverflow(Int(offset))
        guard !overflows, (0...bytes.count).contains(place) else { return -1 }
        position = place
        return readstat_off_t(place)
    }

    private func read(_ room: UnsafeMutableRawPointer?, _ count: Int) -> Int {
        let length = max(0, min(count, bytes.count - position))
        guard length > 0, let room else { return 0 }
        bytes[position..<position + length].withUnsafeBytes {
            UnsafeMutableRawBufferPointer(start: room, count: length).copyMemory(from: $0)
        }
        position += length
        return length
    }
}
