import Archives
import Testing

@testable import Documents

@Suite("A Word document whose styles are taken")
struct WordReferenceTests {
    private static let space = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""

    /// A document as a German Word saves it: identifiers are not names, headings are numbered, the page is letter.
    private static let styles = """
        <w:styles \(space)><w:style w:type="paragraph" w:default="1" w:styleId="Standard"><w:name w:val="Normal"/>\
        </w:style><w:style w:type="paragraph" w:styleId="berschrift1"><w:name w:val="heading 1"/><w:pPr><w:numPr>\
        <w:numId w:val="3"/></w:numPr></w:pPr></w:style>\
        <w:style w:type="character" w:styleId="Caption"><w:name w:val="My letters"/></w:style></w:styles>
        """
    private static let numbering = """
        <w:numbering \(space)><w:abstractNum w:abstractNumId="4"><w:lvl w:ilvl="0"/></w:abstractNum>\
        <w:num w:numId="3"><w:abstractNumId w:val="4"/></w:num></w:numbering>
        """
    private static let text = """
        <w:document \(space)><w:body><w:p/><w:sectPr><w:pgSz w:w="12240" w:h="15840"/><w:pgMar w:top="1000" \
        w:right="1100" w:bottom="1200" w:left="1300" w:header="500" w:footer="500" w:gutter="0"/></w:sectPr></w:body>\
        </w:document>
        """

    private func reference(
        styles: String = styles, text: String = text, numbering: String? = numbering
    ) throws -> WordReference {
        try WordReference(
            ZIPWriter().archive(
                [
                    ArchiveFile(path: "word/document.xml", text: text),
                    ArchiveFile(path: "word/styles.xml", text: styles),
                ] + (numbering.map { [ArchiveFile(path: "word/numbering.xml", text: $0)] } ?? [])))
    }

    @Test("its styles are used under its own identifiers, and those that it lacks are added")
    func styles() throws {
        let options = WordOptions(reference: try reference(), date: "2025-04-30")
        let check = try WordFileCheck(WordWriter(options).file(ReportFixture.document, pictures: [:]))
        #expect(check.faults == [])
        let used = Set(check.document.all("w:pStyle").compactMap { $0.attributes["w:val"] })
        #expect(used.contains("berschrift1") && used.contains("TableText"))
        #expect(!used.contains("Caption"), "a style of letters has that identifier")
        let sheet = try WordFileCheck.tree("word/styles.xml", in: check.archive)
        let based = Set(sheet.all("w:basedOn").compactMap { $0.attributes["w:val"] })
        #expect(based == ["Standard"])
    }

    @Test("its page and its margins are taken, and its numbering is kept beside the lists of the text")
    func page() throws {
        let options = WordOptions(reference: try reference(), date: "2025-04-30")
        let check = try WordFileCheck(WordWriter(options).file(ReportFixture.document, pictures: [:]))
        #expect(check.document.all("w:pgSz").first?.attributes == ["w:w": "12240", "w:h": "15840"])
        #expect(check.document.all("w:pgMar").first?.attributes["w:left"] == "1300")
        let numbering = try WordFileCheck.tree("word/numbering.xml", in: check.archive)
        #expect(
            numbering.children.map(\.name) == ["w:abstractNum", "w:abstractNum", "w:abstractNum", "w:num", "w:num"])
        #expect(numbering.all("w:num").map { $0.attributes["w:numId"] } == ["3", "4"])
        #expect(check.document.all("w:numId").map { $0.attributes["w:val"] } == ["4", "4"])
    }

    @Test("what cannot be used says why")
    func faults() {
        func fault(_ make: () throws -> WordReference) -> String? {
            do { _ = try make() } catch let error as WordReferenceError { return error.description } catch {}
            return nil
        }
        #expect(fault { try WordReference([1, 2, 3]) } == "it is not a ZIP archive, or its end is missing")
        #expect(
            fault { try WordReference(ZIPWriter().archive([ArchiveFile(path: "xl/workbook.xml", text: "")])) }
                == "it is not a Word document (.docx)")
        #expect(fault { try reference(styles: "<w:styles>") } == "'word/styles.xml' in it is damaged")
        #expect(fault { try reference(styles: "<w:styles></w:styles>") } == "it has no style 'Normal'")
        #expect(fault { try reference() } == nil)
    }
}
