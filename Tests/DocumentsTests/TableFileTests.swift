import Archives
import Tables
import Testing

@testable import Documents

@Suite("Tables as comma-separated values")
struct CSVWriterTests {
    @Test("heads, rows and notes")
    func table() {
        let lines = CSVWriter().text(ReportFixture.safety).split(separator: "\r\n")
        #expect(lines[0].hasPrefix("\u{FEFF}Adverse event,IO+T (n = 42): Any grade,IO+T (n = 42): Grade 3–4,"))
        #expect(lines[1] == "All adverse events,38 (90.5),11 (26.2),27 (93.1),15 (51.7),>0.999,0.028")
        #expect(lines[2] == "Haematological,,,,,,")
        #expect(lines[4].hasSuffix(",0.0096 [a]"))
        #expect(lines.last == "[b] Not tested: no event occurred.,,,,,,")
    }

    @Test(
        "a text that a spreadsheet would compute stays text",
        arguments: [
            ("=1+1", "'=1+1"), ("+1-1", "'+1-1"), ("@SUM(A1)", "'@SUM(A1)"), ("-2", "-2"), ("-2+3", "'-2+3"),
            ("  =x", "'  =x"), ("＝x", "'＝x"), ("\t=x", "' =x"), ("a,b", "\"a,b\""), ("a\"b", "\"a\"\"b\""),
            ("a\r\nb", "a  b"), ("−0.5", "−0.5"), ("", ""),
        ])
    func formulas(text: String, field: String) {
        #expect(CSVWriter.field(text) == field)
    }
}

@Suite("Tables as a workbook")
struct XLSXWriterTests {
    private func sheets(_ document: Document) throws -> (archive: ZIPReader, sheets: [XMLTree]) {
        let archive = try ZIPReader(XLSXWriter(date: "2025-04-30").file(document, title: "T"))
        let names = archive.entries.map(\.path).filter { $0.hasPrefix("xl/worksheets/") }
        return (archive, try names.map { try WordFileCheck.tree($0, in: archive) })
    }

    @Test("a printed number is a number with its decimals, everything else is text")
    func cells() throws {
        let (archive, sheets) = try sheets(ReportFixture.document)
        #expect(sheets.count == 2)
        let cells = Dictionary(sheets[1].all("c").map { ($0.attributes["r"] ?? "", $0) }) { first, _ in first }
        #expect(cells["G4"]?.first("v")?.text == "0.028")
        #expect(cells["B4"]?.attributes["t"] == "inlineStr" && cells["B4"]?.all("t").first?.text == "38 (90.5)")
        #expect(cells["A1"]?.all("t").first?.text == "Table 2. Adverse events by grade.")
        let styles = try WordFileCheck.tree("xl/styles.xml", in: archive)
        let formats = styles.all("numFmt").compactMap { $0.attributes["formatCode"] }
        let style = try #require(cells["G4"]?.attributes["s"].flatMap { Int($0) })
        let look = try #require(styles.first("cellXfs")?.children[style].attributes["numFmtId"].flatMap { Int($0) })
        #expect(formats[look - 164] == "0.000")
        #expect(sheets[1].all("mergeCell").prefix(3).map { $0.attributes["ref"] } == ["B2:C2", "D2:E2", "F2:G2"])
    }

    @Test("every style that a cell names is there, and no two merged cells overlap")
    func structure() throws {
        for document in [ReportFixture.document, hostileDocument] {
            let (archive, sheets) = try sheets(document)
            let looks = try WordFileCheck.tree("xl/styles.xml", in: archive).first("cellXfs")?.children.count ?? 0
            for sheet in sheets {
                #expect(sheet.all("c").allSatisfy { (Int($0.attributes["s"] ?? "") ?? looks) < looks })
                #expect(sheet.all("f").isEmpty, "no formula")
                let places = sheet.all("c").compactMap { $0.attributes["r"] }
                #expect(Set(places).count == places.count)
            }
        }
    }

    @Test(
        "what is a number",
        arguments: [
            ("0.886", "0.886", "0.000"), (".028", "0.028", ".000"), ("12", "12", "0"), ("−0.50", "-0.5", "0.00"),
            ("0·04", "0.04", "0.00"),
        ])
    func numbers(text: String, value: String, code: String) {
        let number = XLSXSheet.number(text)
        #expect(number?.value == value && number?.look.code == code)
    }

    @Test("what is none", arguments: ["<0.001", "35 (49.3)", "–", "", "1.", "1.2.3", "007", "1e5", "１２", "-"])
    func texts(text: String) {
        #expect(XLSXSheet.number(text) == nil)
    }

    @Test("places")
    func places() {
        #expect([0, 25, 26, 701, 702].map { XLSXSheet.place($0, 0) } == ["A1", "Z1", "AA1", "ZZ1", "AAA1"])
    }
}

@Suite("LaTeX")
struct LaTeXWriterTests {
    @Test(
        "no character of a text is a command",
        arguments: [
            ("a\\b{c}", "a\\textbackslash{}b\\{c\\}"), ("50% & #1 _x $y", "50\\% \\& \\#1 \\_x \\$y"),
            ("~^", "\\textasciitilde{}\\textasciicircum{}"), ("[x]*", "{[}x{]}{*}"), ("a--b", "a-{}-b"),
            ("p < 0.05 ≥ −1", "p \\textless{} 0.05 $\\geq$ $-$1"),
            ("χ² 10⁹", "$\\chi$\\textsuperscript{2} 10\\textsuperscript{9}"),
            ("a\nb", "a b"),
        ])
    func escaping(text: String, latex: String) {
        #expect(escapedForLaTeX(text) == latex)
    }

    @Test("numbers are two columns, heads over several columns span both of each")
    func table() {
        let latex = LaTeXWriter().text(ReportFixture.safety)
        #expect(
            latex.contains(
                /\\multicolumn\{4\}\{>\{\\centering\\arraybackslash\}b\{[0-9.]+pt\}\}\{\\textbf\{IO\+T \(n~=~42\)\}\}/))
        #expect(latex.contains("\\cmidrule(lr){2-5}"))
        #expect(latex.contains("Lymphopenia & 8 & ~(19) & 1 & ~(2.4) &"))
        #expect(latex.contains("0 & .0096\\textsuperscript{a} \\\\"))
    }

    @Test("references are by number, and the supplement is numbered apart")
    func references() {
        var table = ReportFixture.safety
        table.isSupplementary = true
        let text = RichText(runs: [
            .init("Figure 1B", reference: .figure("survival")), .init(" and "),
            .init("Supplementary Table 1", reference: .table("safety")),
        ])
        let latex = LaTeXWriter().text(
            Document(
                language: "en", title: "T", blocks: [.paragraph(text), .figure(ReportFixture.survival), .table(table)]))
        #expect(latex.contains("Figure~\\ref{fig:survival}B and Supplementary Table~\\ref{tab:safety}"))
        #expect(latex.contains("\\renewcommand{\\tablename}{Supplementary Table}\\setcounter{table}{0}"))
        #expect(latex.contains("\\includegraphics{figures/survival}"))
    }

    @Test("letters that pdfLaTeX lacks are declared")
    func rareLetters() {
        let latex = LaTeXWriter().text(Document(language: "zh", title: "数", blocks: []))
        #expect(latex.contains("\\DeclareUnicodeCharacter{6570}{[U+6570]}"))
        #expect(latex.contains("\\usepackage{xeCJK}"))
    }
}
