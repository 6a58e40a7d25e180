import Diagnostics
import Foundation
import StudyFiles
import Testing

@testable import Archives
@testable import DataReading

/// Compressed texts and other encodings are decompressed and converted part by part.
@Suite struct StreamedEncodingTests {
    private static let text =
        "id,name,city\r\n"
        + (1...200).map { "\($0),\"Müller \($0)\",\($0 % 7 == 0 ? "Zürich" : "Köln")\r\n" }.joined()

    private static let written: [(TextEncoding, String.Encoding)] = [
        (.utf8, .utf8), (.utf16LittleEndian, .utf16LittleEndian), (.utf16BigEndian, .utf16BigEndian),
        (.western, .windowsCP1252),
    ]

    private static func gzip(_ bytes: [UInt8]) -> [UInt8] {
        let trailer = [checksum(bytes), UInt32(bytes.count)].flatMap { number in
            (0..<4).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
        }
        return [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 0xFF] + deflated(bytes) + trailer
    }

    @Test(arguments: written.indices) func `in parts of any size`(index: Int) throws {
        let (encoding, foundation) = Self.written[index]
        let bytes = Array(try #require(Self.text.data(using: foundation)))
        for (declared, compressed) in [(true, false), (false, false), (false, true)] {
            var fixture = ReadingFixture("x.csv", compressed ? Self.gzip(bytes) : bytes)
            if declared { fixture.file.encoding = at(encoding) }
            for size in [1, 5, 64, 1000, 1 << 17] {
                try fixture.expectSame(StreamSettings(partSize: size, lanes: 2), "\(encoding) \(size)")
            }
        }
    }

    /// A character of two or four bytes, or of a cell, is cut at every place.
    @Test(arguments: 1...30) func `Chinese, wherever it is cut`(size: Int) throws {
        // 编号,姓名 / 李雷,㐀 with a character of four bytes.
        let bytes: [UInt8] =
            [0xB1, 0xE0, 0xBA, 0xC5, 0x2C, 0xD0, 0xD5, 0xC3, 0xFB, 0x0A, 0xC0, 0xEE, 0xC0, 0xD7, 0x2C]
            + [0x81, 0x39, 0xEE, 0x39, 0x0A, 0x31, 0x2C, 0x32]
        for encoding in [nil, at(TextEncoding.chinese)] {
            var fixture = ReadingFixture("x.csv", bytes)
            fixture.file.encoding = encoding
            try fixture.expectSame(StreamSettings(partSize: size, lanes: 2, markDistance: 1), "\(size)")
        }
    }

    /// Where a text ends within a character, has a NUL or something that is none, or rows at fault, the place is the same.
    @Test func `damaged texts`() throws {
        let western = Array(try #require(Self.text.data(using: .windowsCP1252)))
        let utf16 = Array(try #require(Self.text.data(using: .utf16LittleEndian)))
        let texts: [(TextEncoding?, [UInt8])] = [
            (.western, western + [0x31, 0x2C, 0x81, 0x2C, 0x33]), (.western, western + Array("1,2\n".utf8)),
            (.western, western + [0x31, 0x2C, 0, 0x2C, 0x33]), (nil, western + [0x31, 0x2C, 0, 0x2C, 0x33]),
            (.utf16LittleEndian, utf16.dropLast()), (.utf16, utf16 + [0, 0xD8]), (nil, utf16 + [0x31, 0, 0x0A, 0]),
            (nil, western + [0xD0, 0xC0, 0x2C, 0x31, 0x2C, 0x32]), (.utf8, western), (.chinese, western),
            (.utf16BigEndian, [0xFF, 0xFE] + utf16), (.utf8, [0xEF, 0xBB, 0xBF] + western),
            (nil, [0xEF, 0xBB, 0xBF] + western),
        ]
        for (encoding, bytes) in texts {
            for compressed in [false, true] {
                var fixture = ReadingFixture("x.csv", compressed ? Self.gzip(bytes) : bytes)
                fixture.file.encoding = encoding.map(at)
                for size in [3, 100, 1 << 16] {
                    try fixture.expectSame(
                        StreamSettings(partSize: size, lanes: 2),
                        "\(encoding?.rawValue ?? "") \(size) \(bytes.suffix(4))")
                }
            }
        }
    }

    @Test func `a damaged gzip file`() throws {
        let bytes = Self.gzip(Array(Self.text.utf8))
        for damaged in [Array(bytes.dropLast(20)), bytes + [7], bytes.map { $0 ^ ($0 == bytes[400] ? 1 : 0) }] {
            try ReadingFixture("x.csv", damaged).expectSame(StreamSettings(partSize: 64, lanes: 2))
        }
    }

    /// Places are found from marks on the way, not from the beginning.
    @Test func `any place of a compressed text`() throws {
        let text = "a,b\n" + (0..<40_000).map { "\($0),\($0 * 17 % 1009)\n" }.joined()
        let compressed = InflatedText(BytesFile(Self.gzip(Array(text.utf8))), markDistance: 10_000)
        let table = try ColumnStream(
            compressed, file: "x.csv", delimiter: 44, settings: StreamSettings(partSize: 5000, lanes: 2)
        ).table()
        for row in stride(from: 39_999, through: 0, by: -777) {
            #expect(table?.location(row: row, column: 1).line == row + 2)
            #expect(table?.text(row: row, column: 0) == "\(row)")
        }
    }
}
