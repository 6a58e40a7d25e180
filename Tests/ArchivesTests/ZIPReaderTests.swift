import Foundation
import Testing

@testable import Archives

@Suite("Reading ZIP archives")
struct ZIPReaderTests {
    private static let text = String(repeating: "one two three ", count: 50)
    private static let archive = ZIPWriter().archive([
        ArchiveFile(path: "stored.bin", bytes: [1, 2, 3, 4]), ArchiveFile(path: "text.xml", text: text),
    ])

    @Test("an archive that was streamed, with sizes behind the files and a folder in it")
    func streamed() throws {
        let reader = try ZIPReader(
            bytes(
                """
                UEsDBBQACAAAAAAAISgAAAAAAAAAAAAAAAAFAAAAd29yZC9QSwcIAAAAAAAAAAAAAAAAUEsDBBQACAAIAAAAISgAAAAAAAAAAAAA\
                AAAKAAAAd29yZC9hLnhtbLNJtEsiEtjoJ9oBAFBLBwhQA9CgDAAAAC8AAABQSwECFAMUAAgAAAAAACEoAAAAAAAAAAAAAAAABQAA\
                AAAAAAAAAAAAgAEAAAAAd29yZC9QSwECFAMUAAgACAAAACEoUAPQoAwAAAAvAAAACgAAAAAAAAAAAAAAgAEzAAAAd29yZC9hLnht\
                bFBLBQYAAAAAAgACAGsAAAB3AAAAAAA=
                """))
        #expect(reader.entries.map(\.path) == ["word/a.xml"])
        #expect(try reader.bytes(of: "word/a.xml") == Array("<a>\(String(repeating: "b", count: 40))</a>".utf8))
    }

    @Test("an archive with a name beyond ASCII and a comment at its end")
    func comment() throws {
        let reader = try ZIPReader(
            bytes(
                """
                UEsDBC0AAAgAAAAAISiGphA2//////////8GABQAw6kudHh0AQAQAAUAAAAAAAAABQAAAAAAAABoZWxsb1BLAQItAy0AAAgAAAAA\
                ISiGphA2BQAAAAUAAAAGAAAAAAAAAAAAAACAAQAAAADDqS50eHRQSwUGAAAAAAEAAQA0AAAAPQAAAA4AbWFkZSBlbHNld2hlcmU=
                """))
        #expect(try reader.bytes(of: "é.txt") == Array("hello".utf8))
    }

    @Test("an archive whose sizes all stand in the fields for large ones")
    func large() throws {
        #expect(try ZIPReader(bytes(Self.large)).bytes(of: "a.txt") == Array("hello".utf8))
    }

    @Test("what is no archive is called so")
    func notAnArchive() {
        for content in [[], Array("plain text that goes on for longer than a record".utf8), [0x50, 0x4B, 3, 4]] {
            #expect(throws: ArchiveError.notAnArchive) { try ZIPReader(content) }
        }
    }

    @Test("a file that is not there")
    func missing() throws {
        let reader = try ZIPReader(Self.archive)
        #expect(!reader.contains("word/document.xml"))
        #expect(throws: ArchiveError.noSuchFile("word/document.xml")) { try reader.bytes(of: "word/document.xml") }
    }

    @Test("an archive cut anywhere is an error, never a crash")
    func cut() {
        for length in 0..<Self.archive.count {
            #expect(throws: ArchiveError.self) { try ZIPReader(Array(Self.archive.prefix(length))) }
        }
    }

    @Test("any byte changed to any of its neighbours is an error, or does not change what is read")
    func changed() {
        let files = ["stored.bin": [1, 2, 3, 4], "text.xml": Array(Self.text.utf8)]
        for archive in [Self.archive, bytes(Self.large)] {
            for place in archive.indices {
                for change in [UInt8(1), 0x80, 0xFF] {
                    var archive = archive
                    archive[place] ^= change
                    guard let reader = try? ZIPReader(archive) else { continue }
                    for (path, content) in files where reader.contains(path) {
                        guard let read = try? reader.bytes(of: path) else { continue }
                        #expect(read == content, "byte \(place) changed by \(change)")
                    }
                }
            }
        }
    }

    @Test("a wrong checksum, an encrypted file and an unknown method are named")
    func named() throws {
        // The table of contents stands behind the files; its first entry begins with its signature.
        let entry = try #require(Self.archive.firstRange(of: [0x50, 0x4B, 1, 2])).lowerBound
        func reading(_ offset: Int, _ value: UInt8) throws -> [UInt8] {
            var archive = Self.archive
            archive[entry + offset] = value
            return try ZIPReader(archive).bytes(of: "stored.bin")
        }
        #expect(
            throws: ArchiveError.damaged(
                file: "stored.bin", reason: "its content does not agree with its checksum")
        ) { try reading(16, 0) }
        #expect(throws: ArchiveError.encrypted(file: "stored.bin")) { try reading(8, 1) }
        #expect(throws: ArchiveError.unsupported(file: "stored.bin", feature: "compression method 12")) {
            try reading(10, 12)
        }
    }

    @Test("two files of one path are refused")
    func twice() throws {
        var archive = ZIPWriter().archive([
            ArchiveFile(path: "a1", bytes: [1]), ArchiveFile(path: "a2", bytes: [2]),
        ])
        for range in archive.ranges(of: Array("a2".utf8)) { archive[range.lowerBound + 1] = UInt8(ascii: "1") }
        #expect(throws: ArchiveError.damaged(file: "a1", reason: "it is there twice")) { try ZIPReader(archive) }
    }

    private func bytes(_ base64: String) -> [UInt8] { Array(Data(base64Encoded: base64) ?? Data()) }

    private static let large = """
        UEsDBC0AAAAAAAAAIQCGphA2//////////8FABQAYS50eHQBABAABQAAAAAAAAAFAAAAAAAAAGhlbGxvUEsBAi0ALQAAAAAAAAAh\
        AIamEDb//////////wUAJAAAAAAAAAAAAAAA/////2EudHh0mZkEAAcAAAABABgABQAAAAAAAAAFAAAAAAAAAAAAAAAAAAAAUEsG\
        BiwAAAAAAAAALQAtAAAAAAAAAAAAAQAAAAAAAAABAAAAAAAAAFcAAAAAAAAAPAAAAAAAAABQSwYHAAAAAJMAAAAAAAAAAQAAAFBL\
        BQb/////////////////////AAA=
        """
}

@Suite("Limits of archives")
struct ArchiveLimitTests {
    private let archive = ZIPWriter().archive([
        ArchiveFile(path: "a", bytes: [UInt8](repeating: 7, count: 3 << 20)), ArchiveFile(path: "b", bytes: [1, 2]),
    ])

    /// A megabyte and a byte of sevens, packed by zlib at its hardest.
    private static let bomb: [UInt8] = {
        let text =
            "UEsDBBQAAAAIAAAAIQDv6xtvCgQAAAEAEAABAAAAYe3BIQEAAADDILn+jR/iFig" + String(repeating: "A", count: 1353)
            + "gNMAUEsBAhQDFAAAAAgAAAAhAO/rG28KBAAAAQAQAAEAAAAAAAAAAAAAAIABAAAAAGFQSwUGAAAAAAEAAQAvAAAAKQQAAAAA"
        return Array(Data(base64Encoded: text) ?? Data())
    }()

    @Test("a file that grows beyond belief, one too large, all together too large, and too many files")
    func limits() {
        #expect(throws: ArchiveError.suspiciousRatio(file: "a")) {
            try ZIPReader(archive, limits: ArchiveLimits(ratio: 90))
        }
        #expect(throws: ArchiveError.suspiciousRatio(file: "a")) { try ZIPReader(Self.bomb) }
        #expect(throws: Never.self) { try ZIPReader(Self.bomb, limits: ArchiveLimits(ratio: 2000)) }
        #expect(throws: ArchiveError.tooLarge(file: "a", limit: 1 << 20)) {
            try ZIPReader(archive, limits: ArchiveLimits(fileSize: 1 << 20))
        }
        #expect(throws: ArchiveError.tooLarge(file: nil, limit: 3 << 20)) {
            try ZIPReader(archive, limits: ArchiveLimits(totalSize: 3 << 20))
        }
        #expect(throws: ArchiveError.tooManyFiles(limit: 1)) { try ZIPReader(archive, limits: ArchiveLimits(files: 1)) }
        #expect(throws: Never.self) { try ZIPReader(archive) }
    }

    @Test("files that share bytes are refused")
    func overlap() throws {
        var archive = ZIPWriter().archive([
            ArchiveFile(path: "a", bytes: [1]), ArchiveFile(path: "b", bytes: [1]),
        ])
        // The second entry of the table of contents is made to point at the first file.
        let second = try #require(archive.ranges(of: [0x50, 0x4B, 1, 2]).last).lowerBound
        archive[second + 42] = 0
        #expect(throws: ArchiveError.self) { try ZIPReader(archive) }
    }

    @Test("every error says what is wrong")
    func descriptions() {
        let errors: [ArchiveError] = [
            .notAnArchive, .notCompressed, .damaged(file: "a", reason: "it is cut"), .encrypted(file: "a"),
            .unsupported(file: nil, feature: "several disks"), .tooLarge(file: nil, limit: 5),
            .suspiciousRatio(file: "a"), .tooManyFiles(limit: 5), .noSuchFile("a"),
        ]
        #expect(
            errors.map(\.description) == [
                "it is not a ZIP archive, or its end is missing", "it is not a gzip file",
                "'a' in it is damaged: it is cut", "'a' in it is encrypted",
                "it uses several disks, which is not supported", "it has more than 5 bytes when decompressed",
                "'a' in it grows far more in decompression than such files do", "it has more than 5 files",
                "there is no 'a' in it",
            ])
    }
}
