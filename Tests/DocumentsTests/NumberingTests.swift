import Drawing
import Tables
import Testing

@testable import Documents

@Suite("Numbers and anchors")
struct NumberingTests {
    @Test("tables and figures count apart, in the order of the document")
    func labels() {
        let table = Table(id: "t", caption: "T.", columns: [], rows: [])
        let figure = Figure(
            id: "f", caption: "F.", path: "f.svg", scene: Scene(width: 9, height: 9, title: "", alternativeText: ""))
        let document = Document(
            language: "en", title: "T",
            blocks: [.figure(figure), .table(table), .paragraph("x"), .table(table), .figure(figure)])
        #expect(document.numberedBlocks.map(\.label) == ["Figure 1", "Table 1", nil, "Table 2", "Figure 2"])
        #expect(
            document.numberedBlocks.map(\.anchor) == ["figure-f", "table-t", nil, "table-t-2", "figure-f-2"])
    }

    @Test("an anchor is made of letters and digits, and once only")
    func anchors() {
        var anchors = Anchors()
        let texts = ["Overall survival", "overall  survival!", "结果", "结果", "Überleben (OS)", "overall-survival-2"]
        #expect(
            texts.map { anchors.anchor($0, fallback: "section") } == [
                "overall-survival", "overall-survival-2", "section", "section-2", "berleben-os", "overall-survival-2-2",
            ])
    }
}

@Suite("Markdown")
struct MarkdownWriterTests {
    @Test("raised and lowered text in characters where they exist, in elements where not")
    func raised() {
        #expect(RichText("10−9", .superscript).markdown() == "¹⁰⁻⁹")
        #expect(RichText("10", .subscript).markdown() == "₁₀")
        #expect(RichText("Q†", .superscript).markdown() == "<sup>Q†</sup>")
        #expect(RichText("β|", .subscript).markdown() == "<sub>β\\|</sub>")
    }

    @Test("emphasis touches its words")
    func emphasis() {
        #expect(RichText(" both ", [.bold, .italic]).markdown() == " ***both*** ")
        #expect(RichText("  ", .bold).markdown() == "  ")
        #expect((RichText("Age", .bold) + ", median").markdown() == "**Age**, median")
    }

    @Test("a head over columns is put before each of them")
    func spanningHeads() {
        let text = MarkdownWriter().text(ReportFixture.safety)
        #expect(text.contains("| Adverse event          | IO+T (n = 42): Any grade | IO+T (n = 42): Grade 3–4 |"))
        #expect(text.contains("| ***Haematological***   |                          |"))
    }

    @Test("a picture and its caption are one paragraph, so that the description is not taken for a caption")
    func figure() {
        let text = MarkdownWriter().text(ReportFixture.document)
        #expect(text.contains("and 4.6 months.](figures/survival.svg)\\\n**Figure 1.** Progression-free"))
    }

    @Test("headings go down from the title's, no deeper than Markdown goes")
    func headings() {
        let blocks = [0, 1, 2, 9].map { Document.Block.heading(level: $0, "H") }
        let text = MarkdownWriter().text(Document(language: "en", title: "T", blocks: blocks))
        #expect(text == "# T\n\n## H\n\n## H\n\n### H\n\n###### H\n")
    }

    @Test("lists")
    func lists() {
        let items: [RichText] = ["one", "2. two"]
        let blocks = [Document.Block.list(items, isOrdered: true), .list(items, isOrdered: false)]
        let text = MarkdownWriter().text(Document(language: "en", title: "T", blocks: blocks))
        #expect(text == "# T\n\n1. one\n2. 2\\. two\n\n- one\n- 2\\. two\n")
    }
}
