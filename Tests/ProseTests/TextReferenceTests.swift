import Diagnostics
import Results
import Templating
import Testing

@testable import Prose

@Suite struct TextReferenceTests {
    @Test func aReferenceIsARunOfItsOwn() {
        #expect(
            TextRun.runs(of: "See [Table 5](#table cox) and *[Figure 1](#figure flow)*.") == [
                TextRun("See "), TextRun("Table 5", reference: Placement(.table, "cox")), TextRun(" and "),
                TextRun("Figure 1", .emphasis), TextRun("."),
            ])
    }

    @Test(arguments: ["[x](#chapter y)", "[x](#table)", "[x]", "[](#table y)", "\\[x](#table y)", "[x](https://e.org)"])
    func otherBracketsAreText(text: String) {
        #expect(TextRun.runs(of: text).allSatisfy { $0.reference == nil })
    }

    @Test func markdownHasTheTextAlone() {
        #expect(Paragraph.paragraph(text: "See [Table 5](#table cox).").markdown == "See Table 5.")
    }

    /// Only what refers to a table or figure is a reference, and no label of the data can be one.
    @Test func referencesComeFromTheirNames() throws {
        var results = Sample.twoArms
        results.study.title = "[Table 1](#table baseline)"
        let sink = DiagnosticSink()
        let template = "{{table.baseline.reference}}, {{study.title}}, {{pfs.figure}}\n"
        let text = try #require(fill(template, results, reporting: sink))
        let runs = text.paragraphs.flatMap { paragraph in
            if case .paragraph(let text) = paragraph { TextRun.runs(of: text) } else { [] as [TextRun] }
        }
        #expect(
            runs.compactMap(\.reference) == [Placement(.table, "baseline"), Placement(.figure, "survival")])
        #expect(runs.map(\.text).joined().hasPrefix("Table 1, [Table 1](#table baseline), Figure 1"))
    }

    @Test func theSupplementIsNumberedApart() throws {
        var results = Sample.twoArms
        results.tables[0].isSupplementary = true
        results.figures[0].isSupplementary = true
        let sink = DiagnosticSink()
        let text = try #require(fill("{{table.baseline.reference}}, {{pfs.figure}}\n", results, reporting: sink))
        #expect(text.markdown.hasPrefix("Supplementary Table 1, Supplementary Figure 1"))
    }
}
