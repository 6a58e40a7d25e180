import Testing

@testable import Archives

/// Decompressing part by part gives what decompressing at once gives, wherever the parts end and from any mark.
@Suite struct GzipStreamTests {
    private let lines = Array((0..<5000).map { "\($0),\($0 &* 7919 % 1000),a line\n" }.joined().utf8)

    private static func member(_ bytes: [UInt8]) -> [UInt8] {
        let trailer = [checksum(bytes), UInt32(bytes.count)].flatMap { number in
            (0..<4).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
        }
        return [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 0xFF] + deflated(bytes) + trailer
    }

    /// A stream of some bytes, which gives at most so many at once.
    private func stream(
        of file: [UInt8], at mark: GzipStream.Mark? = nil, limit: Int = 1 << 30
    ) -> GzipStream {
        let reading: GzipStream.Reading = { offset, room in
            let count = max(0, min(room.count, file.count - offset))
            room.copyBytes(from: file[offset..<offset + count])
            return count
        }
        return mark.map { GzipStream(at: $0, limit: limit, reading: reading) }
            ?? GzipStream(limit: limit, reading: reading)
    }

    private func next(_ stream: GzipStream, _ size: Int) throws -> [UInt8] {
        var room = [UInt8](repeating: 0xAA, count: size)
        let count = try room.withUnsafeMutableBytes { try stream.next(into: $0) }
        return Array(room[..<count])
    }

    private func all(_ stream: GzipStream, _ size: Int) throws -> [UInt8] {
        var result: [UInt8] = []
        while true {
            let part = try next(stream, size)
            result += part
            if part.count < size { return result }
        }
    }

    @Test(arguments: [1, 7, 1000, 65_536, 1 << 20]) func `parts of any size, of one and of several members`(size: Int)
        throws
    {
        let some = size < 100 ? Array(lines.prefix(3000)) : lines
        for file in [Self.member(some), Self.member(some) + Self.member([]) + Self.member(some) + [0, 0, 0]] {
            #expect(try all(stream(of: file), size) == decompressedGzip(file))
        }
    }

    @Test func `from every mark it goes on as it would have`() throws {
        let file = Self.member(lines) + Self.member(lines)
        let whole = lines + lines
        let first = stream(of: file)
        var marks: [GzipStream.Mark] = []
        while try next(first, 9999).count == 9999 { marks.append(first.mark) }
        #expect(marks.count == whole.count / 9999)
        for mark in marks.reversed() {
            #expect(try all(stream(of: file, at: mark), 10_000) == Array(whole[mark.offset...]))
        }
    }

    @Test func `what is cut, changed or followed by something else`() throws {
        let content = Array(lines.prefix(300))
        let file = Self.member(content)
        let damage = ArchiveError.damaged(file: nil, reason: "its compressed data do not hold together")
        for length in 2..<file.count {
            #expect(throws: damage) { try all(stream(of: Array(file.prefix(length))), 50) }
        }
        var harmless = 0
        for place in file.indices.dropFirst(10) {
            var changed = file
            changed[place] ^= 0x55
            // A few bits of a compressed file mean nothing.
            do {
                #expect(try all(stream(of: changed), 1 << 16) == content)
                harmless += 1
            } catch {
                #expect(error as? ArchiveError == damage)
            }
        }
        #expect(harmless <= 2)
        for rest in ["more", "\u{1F}more", "\0more"] {
            #expect(throws: damage) { try all(stream(of: file + Array(rest.utf8)), 100) }
        }
    }

    @Test func `no more than the limit`() throws {
        let file = Self.member([UInt8](repeating: 0, count: 2 << 20))
        #expect(try all(stream(of: file, limit: 2 << 20), 1 << 16).count == 2 << 20)
        #expect(throws: ArchiveError.tooLarge(file: nil, limit: 1 << 20)) {
            try all(stream(of: file, limit: 1 << 20), 1 << 16)
        }
    }
}
