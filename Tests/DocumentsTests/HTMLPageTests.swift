import Checksums
import Drawing
import Tables
import Testing

@testable import Documents

@Suite("HTML pages")
struct HTMLPageTests {
    private let page = HTMLWriter().page(ReportFixture.document)

    @Test("the policy allows nothing but the page's own style sheet and script")
    func policy() throws {
        let style = try #require(page.firstMatch(of: /<style>((?s).*)<\/style>/)).1
        let script = try #require(page.firstMatch(of: /<script>((?s).*)<\/script>/)).1
        func hash(_ text: Substring) -> String { base64(SHA256Digest(of: Array(String(text).utf8)).bytes) }
        #expect(
            page.contains(
                "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
                    + "'sha256-\(hash(style))'; script-src 'sha256-\(hash(script))'; base-uri 'none'; form-action 'none'\"/>"
            ))
        #expect(page.ranges(of: "<script").count == 1 && !page.contains(" style=") && !page.contains("unsafe"))
        #expect(page.firstMatch(of: /\son[a-z]+="/) == nil)
    }

    @Test("the script makes no markup of texts and asks the network for nothing")
    func script() {
        for forbidden in [
            "innerHTML", "insertAdjacent", "document.write", "eval(", "fetch(", "XMLHttp", "import(", "</",
        ] {
            let isInClipboardText = forbidden == "</"
            if !isInClipboardText { #expect(!pageScript.contains(forbidden), "\(forbidden)") }
        }
        #expect(!pageScript.lowercased().contains("</script"))
    }

    @Test("what a figure answers stands in the page as text, whatever it says")
    func readings() throws {
        let hostile = "</div><script>alert(1)</script>\"'&\u{2028}"
        let part = Reading(
            name: hostile, area: Rectangle(x: 1, y: 2.345, width: 3, height: 4), isVertical: false, colors: [.black],
            stops: [.init(start: 1.5, title: "At 6 months", lines: [hostile], marks: [nil, Point(x: 1, y: -0.004)])])
        let figure = Figure(
            id: "f", caption: "C.", path: "f.svg", scene: Scene(width: 9, height: 9, title: "", alternativeText: "A"),
            readings: [part])
        let page = HTMLWriter().page(Document(language: "en", title: "T", blocks: [.figure(figure)]))
        let data = try #require(page.firstMatch(of: /data-parts="([^"]*)" hidden/)).1
        #expect(!data.contains("<") && !data.contains(">") && !data.contains("'"))
        let json = String(data).replacing("&quot;", with: "\"").replacing("&lt;", with: "<").replacing(
            "&gt;", with: ">"
        )
        .replacing("&#39;", with: "'").replacing("&amp;", with: "&")
        #expect(
            json == """
                [{"name":"</div><script>alert(1)</script>\\"'& ","area":[1,2.35,3,4],"vertical":false,"colors":["#000000"],\
                "stops":[[1.5,"At 6 months",["</div><script>alert(1)</script>\\"'& "],[null,[1,0]]]]}]
                """)
        #expect(page.ranges(of: "<script").count == 1)
    }

    @Test("nothing on the page is fetched")
    func noRequests() {
        let page = page.replacing("xmlns=\"http://www.w3.org/2000/svg\"", with: "")
        #expect(!page.contains("http://") && !page.contains("https://"))
        #expect(!page.contains("@import") && !page.contains("url(\"") && !page.contains("<link"))
    }

    @Test("landmarks, language and a way past the contents")
    func landmarks() {
        for element in ["<html lang=\"en\">", "<header>", "<nav aria-labelledby=\"contents\">", "<footer>"] {
            #expect(page.contains(element))
        }
        #expect(page.contains("<a class=\"skip\" href=\"#text\">Skip to the text</a>"))
        #expect(page.contains("<main id=\"text\">"))
    }

    @Test("every link finds its place, and no id is used twice")
    func links() {
        let ids = page.matches(of: /\sid="([^"]*)"/).map { String($0.1) }
        #expect(Set(ids).count == ids.count)
        for link in page.matches(of: /href="#([^"]*)"/) { #expect(ids.contains(String(link.1)), "\(link.1)") }
    }

    @Test("cells of a table have their heads")
    func heads() {
        #expect(page.contains("<th scope=\"rowgroup\"><b>Gender</b></th>"))
        #expect(page.contains("<th scope=\"row\" class=\"indent1\">Female</th>"))
        #expect(page.contains("<th scope=\"row\"><b>Age (years)</b>, median (IQR)</th>"))
        let spanning = "<th scope=\"colgroup\" colspan=\"2\" class=\"span\"><span>IO+T (n\u{A0}=\u{A0}42)</span></th>"
        #expect(page.contains(spanning))
        #expect(page.contains("<th scope=\"col\" class=\"number\"><span>Total</span> <span>(n = 71)</span></th>"))
        #expect(page.contains("<b>Table 2.</b> Adverse events by grade."))
    }

    @Test("a mark leads to its note")
    func marks() {
        #expect(page.contains("<sup><a href=\"#table-baseline-note-4\">a</a></sup>"))
        #expect(page.contains("<p id=\"table-baseline-note-4\"><sup>a</sup> Fisher&#39;s exact test"))
    }

    @Test("a page with one thing on it has no list of contents")
    func short() {
        let page = HTMLWriter().page(Document(language: "en", title: "T", blocks: [.heading(level: 1, "One")]))
        #expect(!page.contains("<nav") && page.contains("<h2 id=\"one\">One</h2>"))
    }

    @Test("heads that overlap, leave the table or hold nothing are cut to fit")
    func oddSpans() {
        let table = Table(
            id: "t", caption: "T.", columns: ["a", "b", "c"].map { Table.Column(RichText($0), alignment: .number) },
            spanningHeads: [[.init("late", over: 2..<9), .init("first", over: 0..<2), .init("over", over: 1..<2)]],
            rows: [Table.Row(.member, head: "r", indent: 9, cells: [])])
        let page = HTMLWriter().page(table, language: "en")
        #expect(
            page.contains(
                "<tr><th scope=\"colgroup\" colspan=\"2\" class=\"span\"><span>first</span></th>"
                    + "<th scope=\"col\" class=\"span\"><span>late</span></th></tr>"))
        #expect(page.contains("<colgroup span=\"2\"></colgroup><colgroup></colgroup>\n<thead>"))
        #expect(page.contains("<th scope=\"row\" class=\"indent3\">r</th><td class=\"number\"></td>"))
    }

    @Test("a table of many columns is set smaller, and alone on a page has a wider one", arguments: [7, 8])
    func dense(columns: Int) {
        let table = Table(
            id: "t", caption: "T.",
            columns: (0..<columns).map { Table.Column(RichText("c\($0)"), alignment: .leading) }, rows: [])
        let page = HTMLWriter().page(table, language: "en")
        #expect(page.contains("<figure class=\"table dense\"") == (columns == 8))
        #expect(page.contains("<body class=\"wide\">") == (columns == 8))
    }

    @Test(
        "short brackets at the end of a row's head stay whole",
        arguments: [
            ("Survival, % (95% CI)", "Survival, % <span>(95% CI)</span>"), ("Age", "Age"),
            ("Age (a) & sex (years)", "Age (a) &amp; sex <span>(years)</span>"), ("Sex (a) b", "Sex (a) b"),
            ("Therapy (as it was planned)", "Therapy (as it was planned)"), ("(x)", "(x)"),
        ])
    func rowHeads(head: String, html: String) {
        let table = Table(
            id: "t", caption: "T.", columns: [Table.Column("c", alignment: .leading)],
            rows: [Table.Row(.block, head: Table.Cell(RichText(head)), cells: [])])
        #expect(HTMLWriter().page(table, language: "en").contains("<th scope=\"row\">\(html)</th>"))
    }

    @Test("a column that no head spans has a head as high as all rows of heads; under a head it begins below")
    func headsOfTwoLevels() {
        let table = Table(
            id: "t", caption: "T.",
            columns: ["v", "a", "b", "c", "d"].map { Table.Column(RichText($0), alignment: .leading) },
            spanningHeads: [[.init("PFS", over: 1..<4)], [.init("Uni", over: 1..<3), .init("Odd", over: 4..<5)]],
            rows: [Table.Row(.block, head: "r", cells: ["1", "2", "3", "4"], hasRuleAbove: true)])
        let page = HTMLWriter().page(table, language: "en")
        #expect(
            page.contains(
                """
                <colgroup></colgroup><colgroup span="3"></colgroup><colgroup></colgroup>
                <thead>
                <tr><th scope="col" rowspan="3"><span>v</span></th>\
                <th scope="colgroup" colspan="3" class="span"><span>PFS</span></th><td></td></tr>
                <tr><th scope="col" colspan="2" class="span"><span>Uni</span></th>\
                <th scope="col" rowspan="2"><span>c</span></th><th scope="col" class="span"><span>Odd</span></th></tr>
                <tr><th scope="col"><span>a</span></th><th scope="col"><span>b</span></th>\
                <th scope="col"><span>d</span></th></tr>
                </thead>
                """))
        #expect(page.contains("<tr class=\"ruled\"><th scope=\"row\">r</th>"))
        #expect(
            MarkdownWriter().text(table).contains("| v   | PFS, Uni: a | PFS, Uni: b | PFS: c | Odd: d |"))
    }
}

@Suite("Columns of numbers")
struct NumberColumnTests {
    @Test(
        "cells are cut behind the first whole number",
        arguments: [
            ("21 (50.0)", "21", " (50.0)"), ("0.886", "0", ".886"), ("<0.001", "<0", ".001"), (".30", "", ".30"),
            ("12,345 (3)", "12,345", " (3)"), ("−1.3 (2.1)", "−1", ".3 (2.1)"), ("0·45", "0", "·45"), ("7", "7", ""),
            ("12\u{202F}345", "12\u{202F}345", ""), ("42, of 71", "42", ", of 71"),
        ])
    func halves(text: String, leading: String, trailing: String) throws {
        let halves = try #require(NumberColumn.halves(RichText(text)))
        #expect(halves.leading == leading && halves.trailing == trailing)
    }

    @Test("what does not begin with a number stays whole", arguments: ["–", "NR", "", "(5)", "..", "<", "n = 3"])
    func whole(text: String) {
        #expect(NumberColumn.halves(RichText(text)) == nil)
    }

    @Test("every cell of a column gets the widest boxes")
    func boxes() {
        let column = NumberColumn(["21 (50)", "5 (11.9)", "–", ""])
        #expect(html("5 (11.9)", in: column) == "<span class=\"l w4\">5</span><span class=\"r w10\"> (11.9)</span>")
        #expect(html("21 (50)", in: column) == "<span class=\"l w4\">21</span><span class=\"r w10\"> (50)</span>")
        #expect(html("–", in: column) == "–")
    }

    @Test("a column wider than any class is not boxed")
    func tooWide() {
        let long = RichText("1 " + String(repeating: "x", count: 40))
        #expect(html(long, in: NumberColumn([Table.Cell(long)])) == long.plain)
    }

    private func html(_ text: RichText, in column: NumberColumn) -> String {
        var html = TextBuffer()
        column.write(text, to: &html)
        return html.string
    }
}
