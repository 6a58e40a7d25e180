import Foundation
import Testing

@testable import Archives

@Suite("Reading gzip files")
struct GzipTests {
    /// Two members, `one` and `two`, as `gzip` writes them and `cat` joins them.
    private let file = Array(
        Data(base64Encoded: "H4sIAAAAAAACA8vPS+UCAJ+oF/gEAAAAH4sIAAAAAAACAyspz+cCAHQIF5YEAAAA") ?? Data())
    private var member: [UInt8] { Array(file.prefix(file.count / 2)) }

    @Test("all members, one after another; zeros at the end are no member")
    func members() throws {
        #expect(try decompressedGzip(file) == Array("one\ntwo\n".utf8))
        #expect(try decompressedGzip(member) == Array("one\n".utf8))
        #expect(try decompressedGzip(member + [0, 0, 0]) == Array("one\n".utf8))
    }

    @Test("what is no gzip file, what is cut or changed, and what follows the last member")
    func damaged() {
        #expect(throws: ArchiveError.notCompressed) { try decompressedGzip(Array("a,b\n1,2\n".utf8)) }
        let damage = ArchiveError.damaged(file: nil, reason: "its compressed data do not hold together")
        for length in 2..<member.count {
            #expect(throws: damage) { try decompressedGzip(Array(member.prefix(length))) }
        }
        for place in member.indices.dropFirst(10) {
            var changed = member
            changed[place] ^= 0x55
            #expect(throws: damage) { try decompressedGzip(changed) }
        }
        #expect(throws: damage) { try decompressedGzip(member + Array("more".utf8)) }
    }

    @Test("the room for a member grows, up to the limit")
    func limit() throws {
        // A stretch of equal bytes grows about a thousand times, far beyond the first guess where the announced size,
        // the last four bytes, is that of a member behind it.
        let size = 2 << 20
        let zeros = gzip(of: [UInt8](repeating: 0, count: size))
        #expect(try decompressedGzip(zeros + member).count == size + 4)
        #expect(throws: ArchiveError.tooLarge(file: nil, limit: 1 << 20)) {
            try decompressedGzip(zeros, limits: ArchiveLimits(fileSize: 1 << 20))
        }
    }

    /// A gzip member of the bytes (RFC 1952).
    private func gzip(of bytes: [UInt8]) -> [UInt8] {
        let trailer = [checksum(bytes), UInt32(bytes.count)].flatMap { number in
            (0..<4).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
        }
        return [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 0xFF] + deflated(bytes) + trailer
    }
}
