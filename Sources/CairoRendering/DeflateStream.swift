import CIgzip

/// Compresses bytes that come some at a time, in zlib's format.
///
/// Level 1 of ISA-L takes a sixth of the time of zlib's level 3 on drawings, and a tenth more bytes.
struct DeflateStream: ~Copyable {
    /// What is compressed so far.
    private(set) var output: [UInt8] = []
    /// Whether the last bytes were given and all went well.
    private(set) var isWhole = false

    private let state: UnsafeMutablePointer<isal_zstream>
    private let levelMemory: UnsafeMutablePointer<UInt8>
    private var room = [UInt8](repeating: 0, count: 1 << 16)

    init?() {
        let bytes = Int(greenwood_igzip_level_1_bytes)
        state = .allocate(capacity: 1)
        levelMemory = .allocate(capacity: bytes)
        isal_deflate_init(state)
        state.pointee.level = 1
        state.pointee.level_buf = levelMemory
        state.pointee.level_buf_size = UInt32(bytes)
        state.pointee.gzip_flag = UInt16(IGZIP_ZLIB)
        state.pointee.flush = UInt16(NO_FLUSH)
    }

    deinit {
        state.deallocate()
        levelMemory.deallocate()
    }

    /// Compresses some more bytes; the last ones end the stream.
    mutating func write(_ bytes: ArraySlice<UInt8>, isLast: Bool) {
        let isFinished = bytes.withUnsafeBufferPointer { input in
            state.pointee.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
            state.pointee.avail_in = UInt32(input.count)
            state.pointee.end_of_stream = isLast ? 1 : 0
            repeat {
                let count = room.withUnsafeMutableBufferPointer { room -> Int? in
                    state.pointee.next_out = room.baseAddress
                    state.pointee.avail_out = UInt32(room.count)
                    guard isal_deflate(state) == COMP_OK else { return nil }
                    return room.count - Int(state.pointee.avail_out)
                }
                guard let count else { return false }
                output.append(contentsOf: room[..<count])
                // A full room may hide more output.
            } while state.pointee.avail_out == 0
            return true
        }
        if isLast { isWhole = isFinished && state.pointee.internal_state.state == ZSTATE_END }
    }
}
