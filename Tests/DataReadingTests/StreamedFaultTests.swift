import Diagnostics
import StudyFiles
import Testing

@testable import DataReading

/// A damaged file gets the message with the place that it gets when it is read at once.
@Suite struct StreamedFaultTests {
    private static let row = "1,2,3\n"

    /// Texts of some hundred rows with a fault far inside.
    private static let damaged: [(name: String, bytes: [UInt8])] = {
        let rows = String(repeating: row, count: 300)
        func bytes(_ fault: [UInt8]) -> [UInt8] { Array("a,b,c\n\(rows)é".utf8) + fault + Array("\n\(rows)".utf8) }
        return [
            ("a short row", bytes(Array(",1".utf8))),
            ("a quote never closed", bytes(Array(",\"x,3".utf8))),
            ("a quote closed much later", bytes(Array(",\"x,3\n\(rows)\"y,3".utf8))),
            ("text after a quote", bytes(Array(",\"x\"y,3".utf8))),
            ("many faults", Array(("a,b,c\n" + String(repeating: "é,1\n", count: 1200)).utf8)),
            ("no UTF-8", bytes([0x2C, 0xC3, 0x28, 0x2C, 0x33])),
            ("a letter cut off by the end", Array("a,b,c\n\(rows)1,2,".utf8) + [0xE5, 0x90]),
            ("a NUL byte", bytes([0x2C, 0, 0x2C, 0x33])),
            ("a NUL byte after a carriage return", Array("a,b\r1,2\r".utf8) + [0]),
            ("Windows-1252", bytes([0x2C, 0xE9, 0x2C, 0x33])),
            ("empty", []), ("blank", Array("\n \n\n".utf8)), ("a header alone", Array("a,b,c".utf8)),
            ("no name", Array("a,,c\n1,2,3\n".utf8)), ("a name twice", Array("a,b,a\n1,2,3\n".utf8)),
            ("an old workbook", [0xD0, 0xCF, 0x11, 0xE0]),
        ]
    }()

    @Test(arguments: damaged.indices) func `wherever it is cut`(index: Int) throws {
        let (name, bytes) = Self.damaged[index]
        for encoding in [nil, at(TextEncoding.utf8)] {
            var fixture = ReadingFixture("x.csv", bytes)
            fixture.file.encoding = encoding
            for size in [5, 64, 1000, 1 << 20] {
                try fixture.expectSame(StreamSettings(partSize: size, lanes: 2), "\(name), \(size)")
            }
        }
    }

    @Test func `a wrong delimiter is all that is said`() throws {
        var fixture = ReadingFixture("x.csv", Array(("a;b;c\n" + String(repeating: "1;2;3,4\n", count: 50)).utf8))
        fixture.file.delimiter = UInt8(ascii: ",")
        try fixture.expectSame(StreamSettings(partSize: 40, lanes: 2))
        #expect(try fixture.stream(StreamSettings(partSize: 40, lanes: 2)).sink.hasErrors)
    }

    // MARK: Rows without end

    private func message(of text: String, rowLimit: Int) throws -> [String] {
        let settings = StreamSettings(partSize: 1000, lanes: 2, rowLimit: rowLimit)
        return try ReadingFixture("x.csv", Array(text.utf8)).stream(settings).sink.diagnostics.map {
            "\($0.location?.line ?? 0):\($0.location?.column ?? 0) \($0.summary)"
        }
    }

    @Test func `a row longer than rows may be`() throws {
        let cells = String(repeating: "\"x\",", count: 5000)
        #expect(try message(of: "a,b\n1,2\n\(cells)\n3,4\n", rowLimit: 5000) == ["3:1 row is longer than 5000 bytes"])
    }

    @Test func `a quote that is closed after gigabytes or never`() throws {
        let long = String(repeating: "x", count: CSVScanner.cellLimit + 5000)
        let unclosed = ["3:3 quoted cell has no closing quote"]
        #expect(try message(of: "a,b\n1,2\n3,\"\(long)", rowLimit: CSVScanner.cellLimit + 3000) == unclosed)
        let tooLong = ["3:3 cell is longer than 1048576 bytes"]
        for end in ["\",", "\"\"\",", "\"", "\"\"\""] {
            let text = "a,b\n1,2\n3,\"\(long)\(long)\(end)"
            #expect(try message(of: text, rowLimit: CSVScanner.cellLimit + 3000) == tooLong, "\(end)")
        }
        let doubled = "a,b\n1,2\n3,\"\(long)\(long)\"\""
        #expect(try message(of: doubled, rowLimit: CSVScanner.cellLimit + 3000) == unclosed)
    }

    // MARK: The file

    @Test func `a file that changes or breaks off is no table`() throws {
        let bytes = Array(("a,b,c\n" + String(repeating: Self.row, count: 300)).utf8)
        let settings = StreamSettings(partSize: 64, lanes: 2)
        let fixture = ReadingFixture("x.csv", bytes)
        #expect { try fixture.stream(settings, from: BytesFile(bytes, hasChanged: true)) } throws: {
            "\($0)" == "it changed while it was read"
        }
        #expect { try fixture.stream(settings, from: BytesFile(bytes, readable: 1000)) } throws: {
            "\($0)" == "the disk is broken"
        }
    }
}
