import Foundation
import Testing

@testable import Archives

@Suite("Writing ZIP archives")
struct ZIPWriterTests {
    private let files = [
        ArchiveFile(path: "[Content_Types].xml", text: "<Types/>"),
        ArchiveFile(path: "word/document.xml", text: String(repeating: "<w:p/>", count: 1000)),
        ArchiveFile(path: "word/média.txt", text: ""),
    ]

    @Test("what is written is read again, in the same order")
    func roundTrip() throws {
        let reader = try ZIPReader(ZIPWriter().archive(files))
        #expect(reader.entries.map(\.path) == files.map(\.path))
        for file in files { #expect(try reader.bytes(of: file.path) == file.bytes) }
    }

    @Test("the same files give the same bytes, with the format's first day as date")
    func reproducible() {
        let archive = ZIPWriter().archive(files)
        #expect(archive == ZIPWriter().archive(files))
        #expect(Array(archive[10..<14]) == [0, 0, 0x21, 0])
    }

    @Test("a file is compressed where that shortens it, and stored as it is otherwise")
    func methods() throws {
        let entries = try ZIPReader(ZIPWriter().archive(files)).entries
        #expect(entries.map(\.method) == [0, 8, 0])
        #expect(entries[1].compressedSize < 300)
    }

    @Test("bytes that are compressed already are stored as they are, with their checksum")
    func stored() throws {
        let bytes = [UInt8](repeating: 7, count: 1000)
        let archive = ZIPWriter().archive([PackedFile(path: "picture", content: PackedBytes(stored: bytes))])
        let reader = try ZIPReader(archive)
        #expect(reader.entries.map(\.method) == [0] && reader.entries.map(\.compressedSize) == [1000])
        #expect(try reader.bytes(of: "picture") == bytes)
    }

    /// A stored archive worked out by hand from APPNOTE 6.3, sections 4.3.7, 4.3.12 and 4.3.16.
    @Test("the bytes of an archive with one stored file")
    func bytes() {
        let common: [UInt8] =
            [20, 0, 0, 0, 0, 0, 0, 0, 0x21, 0, 0x3D, 0x08, 0x85, 0x7D] + [1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0]
        let local: [UInt8] = [0x50, 0x4B, 3, 4] + common + Array("n1".utf8)
        let central: [UInt8] =
            [0x50, 0x4B, 1, 2, 20, 0] + common + [UInt8](repeating: 0, count: 14) + Array("n".utf8)
        let end: [UInt8] = [0x50, 0x4B, 5, 6, 0, 0, 0, 0, 1, 0, 1, 0, 47, 0, 0, 0, 32, 0, 0, 0, 0, 0]
        let archive = ZIPWriter().archive([ArchiveFile(path: "n", text: "1")])
        // The checksum is that of a library; what else there is, is compared byte by byte.
        #expect(archive.count == local.count + central.count + end.count)
        #expect(masked(archive) == masked(local + central + end))
    }

    private func masked(_ archive: [UInt8]) -> [UInt8] {
        var archive = archive
        for place in Array(14..<18) + Array(48..<52) where place < archive.count { archive[place] = 0 }
        return archive
    }
}
