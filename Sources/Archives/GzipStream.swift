internal import CIgzip

/// A gzip file (RFC 1952) decompressed part by part, all of its members one after another, each checked against its checksum.
public final class GzipStream {
    /// Gives bytes of the file from a place on; fewer than the room holds only at its end.
    public typealias Reading = (_ offset: Int, _ room: UnsafeMutableRawBufferPointer) throws -> Int

    /// A place of the text from which decompression can go on.
    public struct Mark: Sendable {
        /// Bytes of the text before it.
        public let offset: Int
        fileprivate let input: Int
        fileprivate let state: [UInt8]
        fileprivate let isBetweenMembers: Bool
    }

    /// Bytes of the text so far.
    public private(set) var offset = 0

    private let reading: Reading
    private let limit: Int
    private let state: UnsafeMutablePointer<inflate_state>
    private let room = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 64)
    /// Where the file goes on behind what is in the room.
    private var input = 0
    private var isBetweenMembers = false
    private var isAtEnd = false

    /// Begins at the beginning; the text may have so many bytes.
    public init(limit: Int, reading: @escaping Reading) {
        (self.limit, self.reading) = (limit, reading)
        state = .allocate(capacity: 1)
        isal_inflate_init(state)
        state.pointee.crc_flag = UInt32(ISAL_GZIP)
    }

    /// Begins at a mark.
    public init(at mark: Mark, limit: Int, reading: @escaping Reading) {
        (self.limit, self.reading) = (limit, reading)
        state = .allocate(capacity: 1)
        mark.state.withUnsafeBytes {
            UnsafeMutableRawPointer(state).copyMemory(
                from: $0.baseAddress ?? UnsafeRawPointer(state), byteCount: MemoryLayout<inflate_state>.size)
        }
        // What the state keeps of the file it keeps itself; all pointers are set anew.
        (state.pointee.next_in, state.pointee.avail_in) = (nil, 0)
        (offset, input, isBetweenMembers) = (mark.offset, mark.input, mark.isBetweenMembers)
    }

    deinit {
        state.deallocate()
        room.deallocate()
    }

    /// The place where the text goes on.
    public var mark: Mark {
        Mark(
            offset: offset, input: input - Int(state.pointee.avail_in),
            state: Array(UnsafeRawBufferPointer(start: state, count: MemoryLayout<inflate_state>.size)),
            isBetweenMembers: isBetweenMembers)
    }

    /// The next bytes of the text; fewer than the room holds only at its end.
    ///
    /// - Throws: What reading throws; ``ArchiveError`` where the file is damaged, or its text too large.
    public func next(into output: UnsafeMutableRawBufferPointer) throws -> Int {
        guard let start = output.bindMemory(to: UInt8.self).baseAddress else { return 0 }
        var count = 0
        while count < output.count, !isAtEnd {
            if isBetweenMembers, try !beginMember() { break }
            try refill()
            // The library counts in 32 bits.
            let wanted = min(output.count - count, 1 << 30)
            state.pointee.next_out = start + count
            state.pointee.avail_out = UInt32(wanted)
            let before = (state.pointee.avail_in, state.pointee.avail_out)
            guard greenwood_inflate(state) == ISAL_DECOMP_OK else { throw damaged }
            let written = wanted - Int(state.pointee.avail_out)
            count += written
            if state.pointee.block_state == ISAL_BLOCK_FINISH {
                isBetweenMembers = true
            } else if written == 0, before.0 == state.pointee.avail_in, state.pointee.avail_in == 0 {
                // The file ends too soon.
                throw damaged
            }
            guard offset + count <= limit else { throw ArchiveError.tooLarge(file: nil, limit: limit) }
        }
        offset += count
        return count
    }

    private var damaged: ArchiveError {
        .damaged(file: nil, reason: "its compressed data do not hold together")
    }

    /// Reads more of the file where nothing is left of what was read.
    private func refill() throws {
        guard state.pointee.avail_in == 0 else { return }
        let count = try reading(input, room)
        input += count
        state.pointee.next_in = room.bindMemory(to: UInt8.self).baseAddress
        state.pointee.avail_in = UInt32(count)
    }

    /// Looks for another member; false where there is none.
    private func beginMember() throws -> Bool {
        try refill()
        guard state.pointee.avail_in > 0, let next = state.pointee.next_in else {
            isAtEnd = true
            return false
        }
        if next[0] == 0 {
            try expectZeros()
            isAtEnd = true
            return false
        }
        guard next[0] == 0x1F else { throw damaged }
        let (pointer, count) = (state.pointee.next_in, state.pointee.avail_in)
        isal_inflate_reset(state)
        (state.pointee.next_in, state.pointee.avail_in) = (pointer, count)
        state.pointee.crc_flag = UInt32(ISAL_GZIP)
        isBetweenMembers = false
        return true
    }

    /// Tapes and disks pad files with zeros.
    private func expectZeros() throws {
        repeat {
            let rest = UnsafeBufferPointer(start: state.pointee.next_in, count: Int(state.pointee.avail_in))
            guard rest.allSatisfy({ $0 == 0 }) else { throw damaged }
            state.pointee.avail_in = 0
            try refill()
        } while state.pointee.avail_in > 0
    }
}
