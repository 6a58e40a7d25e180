import Foundation
import StudyFiles
import TestSupport
import Testing

@testable import DataReading

/// What letters are written in, and what stands between cells: declared or seen.
@Suite struct EncodingTests {
    private static let text = "id,name,city\r\n1,Müller,Köln\r\n2,\"Weiß, A\",\"Zürich\"\r\n"
    private static let cells = [["id", "name", "city"], ["1", "Müller", "Köln"], ["2", "Weiß, A", "Zürich"]]

    private func bytes(_ text: String, _ encoding: String.Encoding) throws -> [UInt8] {
        Array(try #require(text.data(using: encoding)))
    }

    @Test func utf16WithAndWithoutMark() throws {
        let marks: [String.Encoding: [UInt8]] = [.utf16LittleEndian: [0xFF, 0xFE], .utf16BigEndian: [0xFE, 0xFF]]
        for (encoding, mark) in marks {
            let plain = try bytes(Self.text, encoding)
            #expect(try ReadingFixture("p.csv", mark + plain).cells() == Self.cells)
            #expect(try ReadingFixture("p.csv", plain).cells() == Self.cells)
            var declared = ReadingFixture("p.csv", mark + plain)
            declared.file.encoding = at(.utf16)
            #expect(try declared.cells() == Self.cells)
        }
    }

    @Test func westernLettersAreAGuessThatIsSaid() throws {
        var fixture = ReadingFixture("p.csv", try bytes(Self.text, .windowsCP1252))
        let (table, sink) = fixture.read()
        #expect(table?.rows == Self.cells)
        expectMessages(
            sink,
            equal: """
                p.csv:2:4: warning: file is not UTF-8 and was read as windows-1252, in which this is 'Müller' [encoding-guessed]
                   help: if that is right, add 'encoding: windows-1252' to data.patients in 'study.yaml'; else name the right one
                """)
        fixture.file.encoding = at(.western)
        #expect(try fixture.cells() == Self.cells)
    }

    @Test func chineseLettersAreAGuessThatIsSaid() throws {
        let text = "编号,姓名,城市\n1,李雷,北京\n2,韩梅梅,上海\n"
        var fixture = ReadingFixture("p.csv", inGB18030(text))
        let (table, sink) = fixture.read()
        #expect(table?.rows.last == ["2", "韩梅梅", "上海"])
        expectMessages(
            sink,
            equal: """
                p.csv:1:1: warning: file is not UTF-8 and was read as gb18030, in which this is '编号' [encoding-guessed]
                   help: if that is right, add 'encoding: gb18030' to data.patients in 'study.yaml'; else name the right one
                """)
        fixture.file.encoding = at(.chinese)
        #expect(try fixture.cells().last == ["2", "韩梅梅", "上海"])
    }

    /// The bytes of GB 18030 for the characters of the test.
    private func inGB18030(_ text: String) -> [UInt8] {
        let pairs: [Character: [UInt8]] = [
            "编": [0xB1, 0xE0], "号": [0xBA, 0xC5], "姓": [0xD0, 0xD5], "名": [0xC3, 0xFB], "城": [0xB3, 0xC7],
            "市": [0xCA, 0xD0], "李": [0xC0, 0xEE], "雷": [0xC0, 0xD7], "北": [0xB1, 0xB1], "京": [0xBE, 0xA9],
            "韩": [0xBA, 0xAB], "梅": [0xC3, 0xB7], "上": [0xC9, 0xCF], "海": [0xBA, 0xA3],
        ]
        return text.flatMap { pairs[$0] ?? Array(String($0).utf8) }
    }

    @Test func lettersThatTellNothingAreRefused() {
        // Two letters that are one Chinese character, or two accented ones.
        ReadingFixture("p.csv", Array("id,n\n1,".utf8) + [0xC0, 0xEE] + Array("\n".utf8)).expect(
            """
            p.csv:2:3: error: file is not UTF-8, and its letters don't tell what it is [encoding-unsupported]
               note: this may be, windows-1252: 'Àî', gb18030: '李', windows-1250: 'Ŕî', windows-1251: 'Ао', euc-kr: '쟀'
               help: name its encoding in data.patients of 'study.yaml', as in 'encoding: windows-1252'; known are utf-8, utf-16, utf-16le, utf-16be, windows-1252, windows-1250, windows-1251, iso-8859-15, gb18030, big5, shift-jis, euc-kr
            """)
    }

    @Test func bytesThatAreNotOfTheDeclaredEncodingAreNamed() {
        var fixture = ReadingFixture("p.csv", Array("id,n\n1,M".utf8) + [0xFC] + Array("ller\n".utf8))
        fixture.file.encoding = at(.utf8)
        fixture.expect(
            """
            p.csv:2:4: error: file can't be read as utf-8 from here on [encoding-unsupported]
               note: it is declared here (study.yaml:4:21)
               help: correct 'encoding' in data.patients, or save the file as UTF-8
            """)
        fixture.file.encoding = at(.chinese)
        fixture.bytes = Array("id,n\n1,M".utf8) + [0xFF] + Array("\n".utf8)
        fixture.expect(
            """
            p.csv:2:4: error: file can't be read as gb18030 from here on [encoding-unsupported]
               note: it is declared here (study.yaml:4:21)
               help: correct 'encoding' in data.patients, or save the file as UTF-8
            """)
        fixture.bytes = [0xEF, 0xBB, 0xBF] + Array("id\n1\n".utf8)
        fixture.expect(
            """
            p.csv:1:1: error: file begins with the mark of utf-8, the study says gb18030 [encoding-unsupported]
               note: it is declared here (study.yaml:4:21)
               help: delete 'encoding', or write 'encoding: utf-8'
            """)
    }

    @Test func placesAreThoseOfTheLettersNotOfTheBytes() throws {
        var fixture = ReadingFixture("p.csv", try bytes("n,x\nMüller,\"a\n", .utf16LittleEndian))
        fixture.file.encoding = at(.utf16LittleEndian)
        fixture.expect(
            """
            p.csv:2:8: error: quoted cell has no closing quote [csv-syntax]
               help: close the quote, or double a quote that belongs to the text: ""
            """)
    }

    @Test func filesOfOtherFormsAreNamed() {
        ReadingFixture("p.csv", [0x50, 0x4B, 0x03, 0x04, 0]).expect(
            """
            p.csv:1:1: error: this is no text but an Excel workbook or another ZIP archive [csv-syntax]
               help: give the file the ending of its form, or export it as CSV
            """)
        ReadingFixture("p.xls", [0xD0, 0xCF, 0x11, 0xE0, 0]).expect(
            """
            p.xls:1:1: error: this is no text but an old Excel workbook (.xls) [csv-syntax]
               help: save it as an Excel workbook (.xlsx) or as CSV
            """)
        let head = [UInt8]([0x50, 0x4B, 0x03, 0x04]) + [UInt8](repeating: 0, count: 26)
        ReadingFixture("p.ods", head + Array("mimetypeapplication/vnd.oasis.opendocument.spreadsheetPK".utf8)).expect(
            """
            p.ods:1:1: error: this is no text but an OpenDocument spreadsheet (.ods) [csv-syntax]
               help: save it as an Excel workbook (.xlsx) or as CSV
            """)
    }

    @Test(arguments: [
        ("a;b;c\n1,5;2,5;3\n", ";"), ("a\tb\n1,2\t3\n", "\t"), ("a|b\n1|2\n", "|"), ("a,b\n1;2;3,4\n", ","),
        ("a\n1\n", ","), ("\"a;b\",c\n1,2\n", ","), ("a;b,c\n1;2\n3;4\n", ";"), ("", ","), ("x y;z", ";"),
    ])
    func delimitersAreSeen(text: String, delimiter: String) {
        #expect(String(Unicode.Scalar(detectedDelimiter(of: Array(text.utf8)))) == delimiter)
    }

    @Test func gzipIsSeenByItsFirstBytes() throws {
        // printf 'id,x\n1,2\n' | gzip -n
        let packed: [UInt8] = [
            0x1F, 0x8B, 0x08, 0, 0, 0, 0, 0, 0, 0x03, 0xCB, 0x4C, 0xD1, 0xA9, 0xE0, 0x32, 0xD4, 0x31, 0xE2, 0x02, 0,
            0xDA, 0xD4, 0xD1, 0x93, 0x09, 0, 0, 0,
        ]
        #expect(try ReadingFixture("p.csv.gz", packed).cells() == [["id", "x"], ["1", "2"]])
        ReadingFixture("p.csv.gz", Array(packed.dropLast(12))).expect(
            """
            study.yaml:4:21: error: 'p.csv.gz' can't be decompressed: it is damaged: its compressed data do not hold together [unreadable-data]
               help: compress the file again, or name the file that is not compressed
            """)
    }
}
