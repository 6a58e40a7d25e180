import CIgzip

/// Compresses bytes that come some at a time, in the deflate format (RFC 1951).
///
/// ISA-L takes a tenth of the time of libdeflate's level 1 on drawings and half of it on text, and somewhat more bytes. Its
/// level is 0: what the levels above write depends, once in some hundred times, on the addresses at which a process happens
/// to lie (ISA-L 2.30), and the same picture must be the same bytes.
public struct DeflateStream: ~Copyable {
    /// What stands around the compressed bytes.
    public enum Wrapping: Sendable {
        case none
        /// A header and a checksum (RFC 1950), as PNG has them.
        case zlib
    }

    /// What stood before, and what is compressed so far.
    private var output: [UInt8]
    /// Whether the last bytes were given and all went well.
    private var isWhole = false

    private let state: UnsafeMutablePointer<isal_zstream>
    private let room = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 1 << 16)

    /// Begins a stream after some bytes; up to so many compressed ones are not copied on the way.
    public init(_ wrapping: Wrapping, after bytes: [UInt8] = [], room capacity: Int = 1 << 19) {
        output = bytes
        output.reserveCapacity(bytes.count + capacity)
        state = .allocate(capacity: 1)
        isal_deflate_init(state)
        state.pointee.level = 0
        state.pointee.gzip_flag = UInt16(wrapping == .zlib ? IGZIP_ZLIB : IGZIP_DEFLATE)
        state.pointee.flush = UInt16(NO_FLUSH)
    }

    deinit {
        state.deallocate()
        room.deallocate()
    }

    /// Compresses some more bytes; the last ones end the stream.
    public mutating func write(_ bytes: ArraySlice<UInt8>, isLast: Bool) {
        let isFinished = bytes.withUnsafeBufferPointer { input in
            state.pointee.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
            state.pointee.avail_in = UInt32(input.count)
            state.pointee.end_of_stream = isLast ? 1 : 0
            repeat {
                state.pointee.next_out = room.baseAddress
                state.pointee.avail_out = UInt32(room.count)
                guard greenwood_deflate(state) == COMP_OK else { return false }
                let count = room.count - Int(state.pointee.avail_out)
                output.append(contentsOf: UnsafeBufferPointer(rebasing: room[..<count]))
                // A full room may hide more output.
            } while state.pointee.avail_out == 0
            return true
        }
        if isLast { isWhole = isFinished && state.pointee.internal_state.state == ZSTATE_END }
    }

    /// What stood before, and all that was compressed, given away; nil where the last bytes were not given or it failed.
    public mutating func finished() -> [UInt8]? {
        guard isWhole else { return nil }
        // Kept here too, it would be copied when its new owner changes it.
        defer { output = [] }
        return output
    }
}
