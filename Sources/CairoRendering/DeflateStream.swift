import CIgzip

/// Compresses bytes that come some at a time, in zlib's format.
///
/// ISA-L takes a tenth of the time of libdeflate's level 1 on drawings, and somewhat more bytes. Its level is 0: what the
/// levels above write depends, once in some hundred times, on the addresses at which a process happens to lie
/// (ISA-L 2.30), and the same picture must be the same bytes.
struct DeflateStream: ~Copyable {
    /// What stood before, and what is compressed so far.
    private var output: [UInt8]
    /// Whether the last bytes were given and all went well.
    private var isWhole = false

    private let state: UnsafeMutablePointer<isal_zstream>
    private var room = [UInt8](repeating: 0, count: 1 << 16)

    /// Begins a stream after some bytes.
    init(after bytes: [UInt8] = []) {
        output = bytes
        // Most drawings take less: then nothing is copied on the way.
        output.reserveCapacity(1 << 19)
        state = .allocate(capacity: 1)
        isal_deflate_init(state)
        state.pointee.level = 0
        state.pointee.gzip_flag = UInt16(IGZIP_ZLIB)
        state.pointee.flush = UInt16(NO_FLUSH)
    }

    deinit {
        state.deallocate()
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

    /// What stood before, and all that was compressed, given away; nil where the last bytes were not given or it failed.
    mutating func finished() -> [UInt8]? {
        guard isWhole else { return nil }
        // Kept here too, it would be copied when its new owner changes it.
        defer { output = [] }
        return output
    }
}
