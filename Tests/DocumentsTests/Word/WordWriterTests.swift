import Archives
import Drawing
import Tables
import Testing

@testable import Documents

@Suite("Word files")
struct WordWriterTests {
    private static let picture = WordPicture(svg: Array("<svg/>".utf8), png: [0x89, 0x50])

    private func file(
        _ document: Document, _ options: WordOptions = WordOptions(date: "2025-04-30")
    ) throws -> WordFileCheck {
        try WordFileCheck(WordWriter(options).file(document, pictures: ["survival": Self.picture]))
    }

    private func document(_ blocks: [Document.Block]) -> Document {
        Document(language: "en", title: "T", blocks: blocks)
    }

    @Test("a report holds to the schema, and all that it refers to is there")
    func schema() throws {
        let check = try file(ReportFixture.document)
        #expect(check.faults == [])
        #expect(check.document.all("w:tbl").count == 2)
    }

    @Test("the same document gives the same bytes")
    func reproducible() {
        let writer = WordWriter(WordOptions(date: "2025-04-30"))
        let files = (0..<2).map { _ in writer.file(ReportFixture.document, pictures: ["survival": Self.picture]) }
        #expect(files[0] == files[1])
    }

    @Test("captions count by fields, and references lead to their bookmarks")
    func references() throws {
        var table = ReportFixture.safety
        table.isSupplementary = true
        let text = RichText(runs: [
            .init("See "), .init("Table 1", reference: .table("baseline")), .init(", "),
            .init("Supplementary Table 1", reference: .table("safety")), .init(" and "),
            .init("Figure 1B", reference: .figure("survival")), .init(" and "),
            .init("Table 9", reference: .table("elsewhere")),
        ])
        let check = try file(
            document([.paragraph(text), .table(ReportFixture.baseline), .figure(ReportFixture.survival), .table(table)])
        )
        #expect(check.faults == [])
        #expect(check.bookmarks == ["table_baseline", "figure_survival", "table_safety"])
        #expect(
            check.fields == [
                "REF table_baseline \\h \\* MERGEFORMAT", "REF table_safety \\h \\* MERGEFORMAT",
                "REF figure_survival \\h \\* MERGEFORMAT", "SEQ Table \\* ARABIC", "SEQ Figure \\* ARABIC",
                "SEQ Supplementary_Table \\* ARABIC",
            ])
        let paragraph = try #require(check.document.all("w:p").first { $0.plain.hasPrefix("See") })
        #expect(paragraph.plain == "See Table 1, Supplementary Table 1 and Figure 1B and Table 9")
    }

    @Test("heads repeat, rows stay whole, and a block stays together")
    func rows() throws {
        let rows = try file(document([.table(ReportFixture.baseline)])).document.all("w:tr")
        #expect(rows.allSatisfy { $0.first("w:trPr")?.first("w:cantSplit") != nil })
        #expect(
            rows.map { $0.first("w:trPr")?.first("w:tblHeader") != nil } == [true] + rows.dropFirst().map { _ in false }
        )
        // Gender, Female and Male, in the middle of a table of more rows than stay on one page.
        #expect(rows[4...6].map(\.plain).map { $0.prefix(4) } == ["Gend", "Fema", "Male"])
        #expect(rows[4...6].map { !$0.all("w:keepNext").isEmpty } == [true, true, false])
    }

    @Test("heads over columns are merged cells, and a head without one above it reaches through all rows of heads")
    func heads() throws {
        let rows = try file(document([.table(ReportFixture.safety)])).document.all("w:tr")
        #expect(
            rows[0].all("w:tc").map { $0.all("w:gridSpan").first?.attributes["w:val"] ?? "1" } == ["1", "2", "2", "2"])
        #expect(rows[0].all("w:vMerge").map { $0.attributes["w:val"] } == ["restart"])
        #expect(rows[1].all("w:vMerge").map { $0.attributes["w:val"] } == ["continue"])
    }

    @Test("numbers end under one another, whatever they are followed by")
    func alignment() throws {
        let table = Table(
            id: "t", caption: "T.",
            columns: [
                Table.Column("Row", alignment: .leading), Table.Column("A long head of n (%)", alignment: .number),
            ],
            rows: ["5 (11.9)", "35 (49.3)", "<0.001", "–"].map {
                Table.Row(.block, head: "x", cells: [Table.Cell(RichText($0))])
            })
        let rows = try file(document([.table(table)])).document.all("w:tr").dropFirst()
        let stops = rows.map { $0.all("w:tab").first?.attributes["w:pos"].flatMap { Int($0) } }
        let indents = rows.map { $0.all("w:tc")[1].all("w:ind").first?.attributes["w:left"].flatMap { Int($0) } }
        let stop = try #require(stops[0])
        #expect(stops == [stop, stop, stop, nil])
        // A digit of Times is half as wide as its size, here 10 points; `<0` is 564 + 500 thousandths of it.
        #expect(indents == [stop - 100 - 4, stop - 200 - 4, stop - 213 - 4, nil])
        #expect(rows.map { $0.all("w:jc").last?.attributes["w:val"] }[3] == "center")
    }

    /// A table too wide for an upright page.
    private func wide(_ id: String) -> Table {
        let columns = (0..<12).map { Table.Column(RichText("Column \($0)"), alignment: .number) }
        let cells = (0..<12).map { _ in Table.Cell("0.62 (0.37–1.01)") }
        return Table(
            id: id, caption: "Wide.", columns: [Table.Column("Row", alignment: .leading)] + columns,
            rows: [Table.Row(.block, head: "A", cells: cells)])
    }

    @Test(
        "a wide table stands at the end on a page that lies on its side, so that no page of the text is left half empty"
    )
    func landscape() throws {
        let check = try file(document([.paragraph("before"), .table(wide("wide")), .paragraph("after")]))
        #expect(check.faults == [])
        #expect(check.document.all("w:pgSz").map { $0.attributes["w:orient"] } == [nil, "landscape"])
        let text = check.document.all("w:p").map(\.plain).joined(separator: "|")
        let places = ["before", "[Table 1 about here]", "after", "Wide."].map { text.firstRange(of: $0)?.lowerBound }
        #expect(places.allSatisfy { $0 != nil } && places.compactMap(\.self) == places.compactMap(\.self).sorted())
        var unnamed = wide("wide")
        unnamed.caption = ""
        let inPlace = try file(document([.paragraph("before"), .table(unnamed), .paragraph("after")]))
        #expect(inPlace.document.all("w:pgSz").map { $0.attributes["w:orient"] } == [nil])
        let narrow = try file(document([.paragraph("before"), .table(ReportFixture.baseline), .paragraph("after")]))
        #expect(narrow.document.all("w:pgSz").count == 1)
        #expect(!narrow.document.all("w:p").contains { $0.plain.contains("about here") })
    }

    @Test(
        "a figure of more than half a page stands at the end too, a smaller one in its place",
        arguments: [300.0, 400.0])
    func tallFigures(height: Double) throws {
        var figure = ReportFixture.survival
        (figure.scene.width, figure.scene.height) = (400, height)
        let check = try file(document([.figure(figure), .paragraph("after"), .table(wide("wide"))]))
        #expect(check.faults == [])
        let texts = check.document.all("w:p").map(\.plain)
        let (caption, after) = (texts.lastIndex { $0.hasPrefix("Figure ") }, texts.firstIndex(of: "after"))
        let isAfter = (caption ?? 0) > (after ?? 0)
        #expect(isAfter == (height > 349))
        #expect(check.document.all("w:p").contains { $0.plain == "[Figure 1 about here]" } == (height > 349))
        #expect(check.document.all("w:pgSz").map { $0.attributes["w:orient"] } == [nil, "landscape"])
        // LibreOffice finds no number to refer to in a caption that ends a section.
        let ends = check.document.all("w:p").filter { !$0.all("w:sectPr").isEmpty }
        #expect(ends.count == 1 && ends.allSatisfy { $0.all("w:bookmarkStart").isEmpty })
    }

    @Test("captions keep the numbers of the text where a table stands at the end")
    func numbersOfPutOffTables() throws {
        var third = ReportFixture.baseline
        third.id = "third"
        let tables = [ReportFixture.baseline, wide("wide"), third, wide("last")]
        let check = try file(document(tables.map { .table($0) }))
        let fields = check.fields.filter { $0.hasPrefix("SEQ") }
        #expect(fields.map { $0.dropFirst(10).dropLast(10) } == ["", "\\r 3", "\\r 2", "\\r 4"])
    }

    @Test("where every table has pages of its own a wide one keeps its place")
    func apart() throws {
        let whole = document([.table(ReportFixture.baseline), .table(wide("wide")), .table(ReportFixture.baseline)])
        let check = try file(whole, WordOptions(startsPages: true, date: "2025-04-30"))
        #expect(check.document.all("w:pgSz").map { $0.attributes["w:orient"] } == [nil, "landscape", nil])
    }

    @Test("a picture has its size on paper, both forms and its description")
    func picture() throws {
        let figure = ReportFixture.survival
        let check = try file(document([.figure(figure)]))
        #expect(check.document.all("wp:extent").first?.attributes == ["cx": "6477000", "cy": "3302000"])
        #expect(check.document.all("asvg:svgBlip").count == 1)
        #expect(check.document.all("wp:docPr").first?.attributes["descr"] == figure.alternativeText)
        #expect(check.archive.contains("word/media/figure1.svg") && check.archive.contains("word/media/figure1.png"))
        // 510 points are 58.7 more than the text is wide: the picture reaches into both margins.
        #expect(check.document.all("w:ind").first?.attributes["w:left"] == "-587")
    }

    @Test("lines are numbered on request")
    func lineNumbers() throws {
        #expect(try file(ReportFixture.document).document.all("w:lnNumType").isEmpty)
        let check = try file(ReportFixture.document, WordOptions(numbersLines: true, date: "2025-04-30"))
        #expect(check.document.all("w:lnNumType").count == check.document.all("w:sectPr").count)
        #expect(check.faults == [])
    }

    @Test("each table begins a page where that is asked for")
    func pages() throws {
        let check = try file(
            document([.table(ReportFixture.safety), .table(ReportFixture.safety)]),
            WordOptions(startsPages: true, date: "2025-04-30"))
        #expect(check.document.all("w:br").map { $0.attributes["w:type"] } == ["page"])
        #expect(check.faults == [])
    }

    @Test("each numbered list begins anew")
    func lists() throws {
        let check = try file(
            document([
                .list(["a"], isOrdered: true), .list(["b", "c"], isOrdered: true), .list(["d"], isOrdered: false),
            ]))
        #expect(check.document.all("w:numId").map { $0.attributes["w:val"] } == ["2", "3", "3", "1"])
        #expect(check.faults == [])
    }

    @Test("no text from data breaks a file")
    func hostile() throws {
        let check = try file(hostileDocument)
        #expect(check.faults == [])
        let texts = check.document.all("w:p").map(\.plain)
        #expect(texts.contains("<script>alert(1)</script>") && texts.contains("nul  bell  turn over"))
    }
}
