import Drawing
import Tables
import TestSupport
import Testing

@testable import Documents

/// What a label, a level or a caption in somebody's data might hold.
let hostileTexts = [
    "<script>alert(1)</script>", "</style></title><img src=x onerror=alert(1)>", "\"><svg onload=alert(1)>",
    "[x](javascript:alert(1))", "![x](https://example.org/x.png)", "a | b || c", "`code` ``more``", "A & B &amp; &#60;",
    "first\nsecond\r\n\r\n# third", "# heading", "> quotation", "- list", "1. list", "2) list", "+ list",
    ": definition",
    "% title", "=====", "*a* **b** _c_ ~~d~~ ~e~ ^f^ ==g==", "$x^2$ \\(y\\) \\[z\\]", "{#id .class} [span]{.x}",
    "@citation and www.example.org and https://example.org", "\\", "trailing \\", "|", "    code", "\t", "",
    "<!-- comment", "<60 and > 3 & 4", "nul \u{0} bell \u{7} turn \u{202E}over", "'quoted' \"twice\"", "Patient #3 #",
    "<https://example.org>", "^[note]", "[^1]", "---", "***", "```", "~~~", "☃ 数据 🧪",
]

/// A document in which every place for text holds what should stay text.
var hostileDocument: Document {
    let cells = hostileTexts.map { Table.Cell(RichText($0), marks: [$0]) }
    let table = Table(
        id: "\"><script>", caption: RichText(hostileTexts[0]),
        columns: [Table.Column(RichText(hostileTexts[2]), alignment: .leading)]
            + [hostileTexts[5], hostileTexts[8]].map { Table.Column(RichText($0), alignment: .number) },
        spanningHeads: [[.init(RichText(hostileTexts[3]), over: 1..<3)]],
        rows: cells.map { Table.Row(.block, head: $0, cells: [$0, Table.Cell($0.text + RichText("x", .bold))]) },
        footnotes: hostileTexts.map { Table.Footnote(mark: $0, RichText($0)) })
    let label = Label(
        name: hostileTexts[2], runs: [.init(hostileTexts[0], font: Font(family: hostileTexts[2], size: 7))],
        position: Point(x: 1, y: 2), color: .black, width: 9)
    let scene = Scene(
        width: 9, height: 9, title: hostileTexts[0], alternativeText: hostileTexts.joined(separator: " "),
        elements: [.group(Scene.Group(name: hostileTexts[1], elements: [.label(label)]))])
    let figure = Figure(
        id: "x y\"<", caption: RichText(hostileTexts[1]), path: "javascript:alert(1)/a b(c).svg", scene: scene)
    return Document(
        language: "en\" onload=\"x", title: RichText(hostileTexts[0]), notice: RichText(hostileTexts[1]),
        blocks: hostileTexts.flatMap { text -> [Document.Block] in
            [.heading(level: 2, RichText(text)), .paragraph(RichText(text)), .paragraph(RichText(text, .bold))]
        } + [
            .list(hostileTexts.map { RichText($0) }, isOrdered: false), .table(table), .figure(figure),
        ], colophon: hostileTexts.map { RichText($0) })
}

@Suite("Text from data")
struct HostileTextTests {
    private var document: Document { hostileDocument }

    @Test("an HTML page holds the elements that the writer wrote, balanced, and none from the text")
    func elements() {
        // The script is not markup; its text is the writer's own.
        let page = HTMLWriter().page(document).replacing(pageScript, with: "")
        var (open, seen, attributes): ([String], Set<String>, Set<String>) = ([], [], [])
        var scanner = MarkupScanner(page)
        while let token = scanner.next() {
            switch token {
            case .start(let name, let given, let isEmpty):
                seen.insert(name)
                attributes.formUnion(given.map(\.name))
                if !isEmpty { open.append(name) }
            case .end(let name): #expect(open.popLast() == name)
            case .text: break
            }
        }
        #expect(scanner.isAtEnd && open.isEmpty, "the page is well-formed")
        #expect(
            seen == [
                "html", "head", "meta", "title", "style", "body", "a", "header", "p", "h1", "h2", "h3", "nav", "ul",
                "li",
                "main", "b", "figure", "div", "table", "caption", "colgroup", "thead", "tbody", "tr", "th", "td",
                "span", "sup",
                "svg", "desc", "g", "text", "figcaption", "footer", "button", "script",
            ])
        #expect(
            attributes == [
                "lang", "charset", "http-equiv", "content", "name", "class", "href", "role", "id", "aria-labelledby",
                "tabindex", "scope", "colspan", "rowspan", "span", "type", "hidden", "data-done",
                "aria-describedby", "xmlns", "width", "height", "viewBox", "x", "y", "fill", "font-family", "font-size",
            ])
    }

    @Test("the page's text is the data's text")
    func textSurvives() {
        let page = HTMLWriter().page(document)
        #expect(page.contains("<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>"))
        #expect(page.contains("<p>A &amp; B &amp;amp; &amp;#60;</p>"))
        #expect(page.contains("<p>first second"))
        #expect(page.contains("<p>nul  bell  turn over</p>"))
        #expect(page.contains("<html lang=\"en&quot; onload=&quot;x\">"))
    }

    @Test(
        "Markdown escapes what would be markup",
        arguments: [
            ("<script>alert(1)</script>", "\\<script>alert(1)\\</script>"),
            ("[x](javascript:alert(1))", "\\[x\\](javascript:alert(1))"), ("a | b", "a \\| b"),
            ("`code`", "\\`code\\`"), ("A & B &amp; &#60;", "A & B \\&amp; \\&#60;"), ("first\nsecond", "first second"),
            ("<60", "<60"), ("p < 0.001", "p < 0.001"), ("www.example.org", "www\\.example.org"),
            ("https://example.org", "https\\://example.org"), ("BED_10", "BED\\_10"), ("back\\slash", "back\\\\slash"),
            ("95% CI: 0.2–0.8 (n = 4)", "95% CI: 0.2–0.8 (n = 4)"), ("Ki-67 + HER2", "Ki-67 + HER2"),
        ])
    func markdown(text: String, expected: String) {
        #expect(RichText(text).markdown() == expected)
    }

    @Test(
        "Markdown escapes what would be a block at the start of a line, and only there",
        arguments: [
            ("# x", "\\# x", "# x"), ("> x", "\\> x", "> x"), ("- x", "\\- x", "- x"), ("1. x", "1\\. x", "1. x"),
            ("12) x", "12\\) x", "12) x"), ("% x", "\\% x", "% x"), (": x", "\\: x", ": x"),
            ("   code", "code", "   code"),
            (">0.999", "\\>0.999", ">0.999"), ("1.5 months", "1.5 months", "1.5 months"), ("-0.5", "-0.5", "-0.5"),
            ("---", "\\---", "---"), ("1.", "1\\.", "1."),
        ])
    func markdownStart(text: String, atStart: String, elsewhere: String) {
        #expect(RichText(text).markdown(atStart: true) == atStart)
        #expect(RichText(text).markdown() == elsewhere)
    }

    @Test("every row of a Markdown table keeps its number of cells")
    func markdownRows() {
        let lines = MarkdownWriter().text(document).split(separator: "\n").filter { $0.hasPrefix("| ") }
        #expect(lines.count == hostileTexts.count + 2)
        for line in lines {
            let bars = line.replacing("\\\\", with: "").replacing("\\|", with: "").count { $0 == "|" }
            #expect(bars == 4, "\(line)")
        }
    }

    @Test("a picture's path cannot leave the document's folder for another scheme")
    func path() {
        #expect(MarkdownWriter().text(document).contains("](javascript%3Aalert%281%29/a%20b%28c%29.svg)"))
    }

    @Test("the whole document in Markdown")
    func golden() {
        expectGolden(MarkdownWriter().text(document), "Documents/hostile.md")
    }

    @Test("a notice cannot leave the string of the style sheet")
    func css() {
        #expect(cssString("a\"}</style>\\\n") == "\"a\\22 \\7d \\3c \\2f style\\3e \\5c \\20 \"")
        let page = HTMLWriter().page(document)
        #expect(page.firstRange(of: "</style>")?.lowerBound == page.ranges(of: "</style>").last?.lowerBound)
    }
}
