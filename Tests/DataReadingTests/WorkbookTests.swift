import Archives
import StudyFiles
import TestSupport
import Testing

@testable import DataReading

/// Excel workbooks, made part by part.
@Suite struct WorkbookTests {
    /// A workbook of one sheet with these rows, and another.
    private func workbook(
        _ rows: String, after: String = "", shared: String = "", styles: String = "", is1904: Bool = false
    ) -> [UInt8] {
        func part(_ path: String, _ xml: String) -> ArchiveFile { ArchiveFile(path: path, bytes: Array(xml.utf8)) }
        let package = "http://schemas.openxmlformats.org/package/2006/relationships"
        let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        func relations(_ list: [(String, String, String)]) -> String {
            "<Relationships xmlns=\"\(package)\">"
                + list.map { "<Relationship Id=\"\($0.0)\" Type=\"\(office)/\($0.1)\" Target=\"\($0.2)\"/>" }.joined()
                + "</Relationships>"
        }
        return ZIPWriter().archive([
            part("_rels/.rels", relations([("rId1", "officeDocument", "xl/workbook.xml")])),
            part(
                "xl/workbook.xml",
                """
                <workbook xmlns:r="\(office)"><workbookPr date1904="\(is1904 ? 1 : 0)"/><sheets>
                <sheet name="Codes" sheetId="3" state="hidden" r:id="rId3"/>
                <sheet name="My data" sheetId="1" r:id="rId1"/><sheet name="Other" sheetId="2" r:id="rId2"/></sheets></workbook>
                """),
            part(
                "xl/_rels/workbook.xml.rels",
                relations([
                    ("rId1", "worksheet", "worksheets/sheet1.xml"), ("rId2", "worksheet", "/xl/worksheets/sheet2.xml"),
                    ("rId3", "worksheet", "worksheets/sheet2.xml"), ("rId4", "sharedStrings", "sharedStrings.xml"),
                    ("rId5", "styles", "styles.xml"),
                ])),
            part("xl/sharedStrings.xml", "<sst>\(shared)</sst>"),
            part("xl/styles.xml", "<styleSheet>\(styles)</styleSheet>"),
            part("xl/worksheets/sheet1.xml", "<worksheet><sheetData>\(rows)</sheetData>\(after)</worksheet>"),
            part(
                "xl/worksheets/sheet2.xml",
                "<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"str\"><v>other</v></c></row></sheetData></worksheet>"
            ),
        ])
    }

    private func text(_ place: String, _ text: String) -> String {
        "<c r=\"\(place)\" t=\"inlineStr\"><is><t>\(text)</t></is></c>"
    }

    @Test func everyKindOfCell() throws {
        let shared =
            "<si><t>id</t></si><si><r><t>bo</t></r><r><t xml:space=\"preserve\">th </t></r><rPh><t>x</t></rPh></si>"
        let rows = """
            <row r="1"><c r="A1" t="s"><v>0</v></c>\(text("B1", "x"))\(text("C1", "y"))\(text("D1", "z"))</row>
            <row r="2"><c t="s"><v>1</v></c><c><v>0.1</v></c><c t="b"><v>1</v></c><c t="str"><f>A1</f><v>a_x000D_b</v></c></row>
            <row r="4"><c r="A4"><v>12</v></c><c r="B4"><v>0.30000000000000004</v></c><c r="D4" t="e"><v>#N/A</v></c></row>
            <row r="5"><c r="B5" s="0"/><c r="C5" t="b"><v>0</v></c><c r="D5"><v>1E-3</v></c></row>
            <row r="6"><c r="A6" t="s"><v>0</v></c><c r="B6" t="str"><v>  </v></c></row>
            """
        #expect(
            try ReadingFixture("p.xlsx", workbook(rows, shared: shared)).cells() == [
                ["id", "x", "y", "z"], ["both", "0.1", "TRUE", "a\rb"], ["12", "0.3", "", ""],
                ["", "", "FALSE", "0.001"],
                ["id", "", "", ""],
            ])
    }

    @Test(arguments: [
        ("dd/mm/yyyy;@", 44_000.0, "2020-06-18"), ("yyyy\"年\"m\"月\"", 1, "1900-01-01"), ("mmm-yy", 59, "1900-02-28"),
        ("d.m.yy", 60, "60"), ("d.m.yy", 61, "1900-03-01"), ("[$-409]d mmm", 2.5, "1900-01-02T12:00:00"),
        ("yyyy-mm-dd h:mm", 44_000.999_999, "2020-06-19"), ("h:mm AM/PM", 0.75, "18:00:00"), ("[h]:mm", 1.5, "1.5"),
        ("mm:ss", 0.5, "12:00:00"), ("0.00E+00", 44_000, "44000"), ("#,##0 \"days\"", 12, "12"), ("General", 5, "5"),
        ("m/d/yyyy", -3, "-3"), ("\\d0", 7, "7"), ("[Red]0;d", 7, "7"), ("mmm", 44_000, "2020-06-18"),
        ("yyyy", 3e9, "3000000000"),
    ])
    func formatsSayWhatANumberIs(code: String, number: Double, expected: String) {
        #expect(NumberKind(code: code).text(number, countsFrom1904: false) == expected)
    }

    @Test func builtInFormatsAndBothCalendars() throws {
        let styles = """
            <numFmts count="1"><numFmt numFmtId="164" formatCode="dd\\.mm\\.yyyy"/></numFmts>
            <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/></cellXfs>
            """
        let rows = """
            <row r="1">\(text("A1", "a"))\(text("B1", "b"))\(text("C1", "c"))</row>
            <row r="2"><c r="A2"><v>42000</v></c><c r="B2" s="1"><v>42000</v></c><c r="C2" s="2"><v>0</v></c></row>
            """
        // as.Date(42000, origin = "1899-12-30") and as.Date(42000, origin = "1904-01-01") in R.
        #expect(
            try ReadingFixture("p.xlsx", workbook(rows, styles: styles)).cells().last == ["42000", "2014-12-27", "0"])
        #expect(
            try ReadingFixture("p.xlsx", workbook(rows, styles: styles, is1904: true)).cells().last == [
                "42000", "2018-12-28", "1904-01-01",
            ])
    }

    @Test func sheetsAreChosenByName() throws {
        var fixture = ReadingFixture("p.xlsx", workbook("<row>\(text("A1", "first"))</row>"))
        #expect(try fixture.cells() == [["first"]])
        fixture.file.sheet = at("Other")
        #expect(try fixture.cells() == [["other"]])
        fixture.file.sheet = at("Othr")
        fixture.expect(
            """
            study.yaml:4:21: error: sheet 'Othr' doesn't exist in 'p.xlsx' [no-such-table]
               note: its sheets are 'Codes', 'My data', 'Other'
               help: did you mean 'Other'?
            """)
    }

    @Test func aTitleAboveTheHeaderIsSaidOnce() {
        let title = "<row r=\"1\">\(text("A1", "Patients of 2024"))</row>"
        let head = "<row r=\"3\">\(text("A3", "id"))\(text("B3", "age"))\(text("C3", "sex"))</row>"
        ReadingFixture("p.xlsx", workbook(title + head)).expect(
            """
            p.xlsx:'My data'!A1: error: row 1 has one cell, and row 3 has more: it is no row of column names [csv-syntax]
               help: delete what stands above the row of column names
            """)
    }

    @Test func cellsAtFaultAreNamedAsExcelNamesThem() {
        let head = "<row r=\"3\">\(text("C3", "id"))\(text("D3", "age"))</row>"
        ReadingFixture(
            "p.xlsx", workbook(head + "<row r=\"4\"><c r=\"D4\" t=\"e\"><v>#DIV/0!</v></c>\(text("AA4", "?"))</row>")
        ).expect(
            """
            p.xlsx:'My data'!D4: error: cell holds Excel's error '#DIV/0!' [error-cell]
               help: correct its formula, or add '#DIV/0!' to data.patients.missing if it stands for a missing value

            p.xlsx:'My data'!AA4: error: column AA has cells, but no name [csv-syntax]
               help: name it in row 3, the first with a cell, or delete it
            """)
        ReadingFixture("p.xlsx", workbook(head + "<row r=\"5\"><c r=\"C5\" t=\"s\"><v>7</v></c></row>")).expect(
            """
            p.xlsx:'My data'!C5: error: 'p.xlsx' can't be read as an Excel workbook: its text is not among the shared ones [unreadable-data]
               help: open it in Excel and save it again
            """)
        ReadingFixture("p.xlsx", workbook("<row r=\"3\">\(text("C3", "id"))\(text("D3", "id"))</row>")).expect(
            """
            p.xlsx:'My data'!D3: error: column 'id' stands twice in the header [duplicate-column]
               note: it stands first here (p.xlsx:'My data'!C3)
               help: rename one of them
            """)
        ReadingFixture("p.xlsx", workbook("")).expect(
            """
            p.xlsx:'My data'!A1: error: file is empty [csv-syntax]
               help: begin it with a row of column names
            """)
    }

    @Test func mergedCellsAreSaid() throws {
        let rows = """
            <row r="1">\(text("A1", "id"))\(text("B1", "site"))</row><row r="2">\(text("A2", "1"))\(text("B2", "Oslo"))</row>
            <row r="3">\(text("A3", "2"))</row>
            """
        let merged =
            "<mergeCells><mergeCell ref=\"A1:A1\"/><mergeCell ref=\"B2:B3\"/><mergeCell ref=\"F2:F9\"/></mergeCells>"
        let (table, sink) = ReadingFixture("p.xlsx", workbook(rows, after: merged)).read()
        #expect(table?.rows == [["id", "site"], ["1", "Oslo"], ["2", ""]])
        expectMessages(
            sink,
            equal: """
                p.xlsx:'My data'!B2: warning: cells B2 to B3 are merged [merged-cells]
                   note: only the first holds a value, the others are missing
                   help: unmerge them and fill each
                """)
    }

    @Test func whatIsNoWorkbookIsSaid() {
        ReadingFixture("p.xlsx", [0xD0, 0xCF, 0x11, 0xE0, 0xA1]).expect(
            """
            study.yaml:4:21: error: 'p.xlsx' can't be read as an Excel workbook: it is encrypted, or an old workbook (.xls) under another name [unreadable-data]
               help: save it without a password as an Excel workbook (.xlsx)
            """)
        ReadingFixture("p.xlsx", Array("id,x\n".utf8)).expect(
            """
            study.yaml:4:21: error: 'p.xlsx' can't be read as an Excel workbook: it is not a ZIP archive, or its end is missing [unreadable-data]
               help: open it in Excel and save it again
            """)
        let entity = "<!DOCTYPE w [<!ENTITY a \"aaaa\">]>"
        ReadingFixture(
            "p.xlsx", ZIPWriter().archive([ArchiveFile(path: "_rels/.rels", bytes: Array("\(entity)<w>&a;</w>".utf8))])
        )
        .expect(
            """
            study.yaml:4:21: error: 'p.xlsx' can't be read as an Excel workbook: '_rels/.rels' in it is damaged: no XML from line 1 on [unreadable-data]
               help: open it in Excel and save it again
            """)
    }

    @Test func positions() {
        #expect(["A1", "Z9", "AA10", "XFD1048576"].compactMap { cellPosition($0)?.column } == [0, 25, 26, 16_383])
        #expect(["", "A", "1", "A0", "XFE1", "A1048577", "a1", "A1B"].allSatisfy { cellPosition($0) == nil })
        #expect([0, 25, 26, 701, 702, 16_383].map(columnLetters) == ["A", "Z", "AA", "ZZ", "AAA", "XFD"])
    }
}
