import Archives
import ManuscriptReading
import Testing

/// Files of every kind, whole and damaged: each is read or refused, none ends the program.
@Suite struct FileKindTests {
    private let document = """
        <?xml version="1.0" encoding="UTF-8"?>
        <w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>
        <w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>Results</w:t></w:r></w:p>
        <w:p><w:r><w:t xml:space="preserve">The HR was </w:t></w:r><w:del><w:r><w:delText>0.99</w:delText></w:r></w:del><w:ins><w:r><w:t>0.43</w:t></w:r></w:ins><w:r><w:t> (95% CI 0.21–0.88).</w:t></w:r></w:p>
        <w:p><w:r><w:t>Table 1. Response.</w:t></w:r></w:p>
        <w:tbl>
        <w:tr><w:trPr><w:tblHeader/></w:trPr><w:tc><w:p/></w:tc><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr><w:p><w:r><w:t>IO+T (n = 42)</w:t></w:r></w:p></w:tc></w:tr>
        <w:tr><w:trPr><w:tblHeader/></w:trPr><w:tc><w:p/></w:tc><w:tc><w:p><w:r><w:t>n (%)</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>p</w:t></w:r></w:p></w:tc></w:tr>
        <w:tr><w:tc><w:p><w:r><w:t>PR</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>15 (35.7)</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>0.006</w:t></w:r></w:p></w:tc></w:tr>
        </w:tbl>
        <w:sectPr/></w:body></w:document>
        """

    private func word(_ xml: String) throws -> [UInt8] { try packed(["word/document.xml": xml]) }

    @Test func aWordFileIsReadWithItsChangesAccepted() throws {
        let manuscript = try readManuscript(word(document), name: "paper.docx")
        #expect(
            manuscript.passages.map(\.text.printed) == [
                "Results", "The HR was 0.43 (95% CI 0.21–0.88).", "Table 1. Response.",
            ])
        #expect(manuscript.passages[1].place == Place(paragraph: 2))
        let table = try #require(manuscript.tables.first)
        #expect(table.columns.map(\.name) == ["IO+T (n = 42): n (%)", "IO+T (n = 42): p"])
        #expect(table.rows.map(\.name) == ["PR"])
    }

    @Test func filesThatAreNoManuscriptSayWhatTheyAre() throws {
        let cases: [([UInt8], ManuscriptReadingError)] = [
            (Array("%PDF-1.7".utf8), .unsupported("a PDF; convert it with 'pdftotext -layout' first")),
            ([0xD0, 0xCF, 0x11, 0xE0, 0xA1], .unsupported("an old Word file (.doc); save it as .docx first")),
            (Array("{\\rtf1".utf8), .unsupported("an RTF file; save it as .docx first")),
            ([0x00, 0x01, 0x02], .unsupported("not text in UTF-8 or UTF-16")),
            ([], .empty), (Array(" \n\t\n".utf8), .empty),
        ]
        for (bytes, error) in cases { #expect(throws: error) { try readManuscript(bytes, name: "a") } }
        #expect(throws: ManuscriptReadingError.unsupported("a packed file, but not a Word document")) {
            try readManuscript(packed(["a.txt": "a"]), name: "a.docx")
        }
        #expect(throws: ManuscriptReadingError.damaged("'word/document.xml' in it is not well formed")) {
            try readManuscript(word("<w:document><w:body>"), name: "a.docx")
        }
    }

    @Test func aWordFileThatIsCutAnywhereIsRefused() throws {
        let whole = try word(document)
        for length in stride(from: 4, to: whole.count, by: 7) {
            #expect(throws: ManuscriptReadingError.self) { try readManuscript(Array(whole[..<length]), name: "a.docx") }
        }
    }

    @Test func textInOtherEncodingsIsRead() throws {
        let text = "Results\n\nHR 0.43 (0.21–0.88).\n"
        let units = text.utf16.flatMap { unit -> [UInt8] in [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
        let utf16: [UInt8] = [0xFF, 0xFE] + units
        let windows: [UInt8] = Array("Results\n\nHR 0.43 (0.21".utf8) + [0x96] + Array("0.88).\n".utf8)
        for bytes in [Array(text.utf8), utf16, windows, [0xEF, 0xBB, 0xBF] + Array(text.utf8)] {
            let manuscript = try readManuscript(bytes, name: "a.txt")
            #expect(manuscript.passages.last?.text.printed == "HR 0.43 (0.21–0.88).")
        }
    }

    @Test func damagedAndHostileTextIsReadOrRefused() throws {
        var texts = TableLayoutTests.Layout.allCases.map(TableLayoutTests.text)
        texts += [
            String(repeating: "<div>", count: 5000) + "a", String(repeating: "|", count: 5000),
            "<table><tr><td colspan=99999999>1 (2)",
            "<html><table><tr><td rowspan=100000000>a<td>1 (2)<tr><td>3 (4)", String(repeating: "(", count: 20_000),
            "<html>" + String(repeating: "<table><tr><td>", count: 400),
            "Table 1. A\n" + String(repeating: "1 (2)\n", count: 3000),
            "|a|b|\n|-|-|\n|\u{0301}\u{0301}|1 (2)|", "Results\r\rOne\r\nTwo",
            "P = " + String(repeating: "9", count: 4000),
        ]
        for text in texts {
            let bytes = Array(text.utf8)
            for length in Set([bytes.count, bytes.count / 2, bytes.count / 3, max(0, bytes.count - 1)]) {
                _ = try? readManuscript(Array(bytes[..<length]), name: "a.html")
                _ = try? readManuscript(Array(bytes[..<length]), name: "a.md")
            }
        }
    }
}

private func packed(_ files: [String: String]) throws -> [UInt8] {
    ZIPWriter().archive(files.sorted { $0.key < $1.key }.map { ArchiveFile(path: $0.key, bytes: Array($0.value.utf8)) })
}
