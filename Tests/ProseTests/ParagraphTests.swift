import Diagnostics
import Results
import TestSupport
import Testing

@testable import Prose

@Suite struct ParagraphTests {
    @Test func markdownIsReadIntoBlocks() throws {
        let template = """

            # {{study.title}}
            First line
              goes   on.
            ### Heading without a blank line
            - one
              goes on
            * two

            - three
            Not an item,  as it  follows one.

            #hashtag
            {{table baseline}}
            {{figure survival}}
            ####### seven
            """
        let sink = DiagnosticSink()
        let text = try #require(fill(template, Sample.twoArms, reporting: sink))
        #expect(
            text.paragraphs == [
                .heading(level: 1, text: "A trial"),
                .paragraph(text: "First line goes on."),
                .heading(level: 3, text: "Heading without a blank line"),
                .list(items: ["one goes on", "two", "three Not an item, as it follows one."]),
                .paragraph(text: "#hashtag"),
                .table(id: "baseline"),
                .figure(id: "survival"),
                .paragraph(text: "####### seven"),
            ])
        #expect(
            text.markdown == """
                # A trial

                First line goes on.

                ### Heading without a blank line

                - one goes on
                - two
                - three Not an item, as it follows one.

                #hashtag

                {{table baseline}}

                {{figure survival}}

                ####### seven

                """)
    }

    @Test func tablesAndFiguresAreNumberedAsTheyArePlaced() throws {
        var results = Sample.twoArms
        for id in ["first", "second", "third"] {
            results.tables.append(results.tables[0])
            results.tables[results.tables.count - 1].id = id
            results.figures.append(Sample.figure(panels: ["os"]))
            results.figures[results.figures.count - 1].id = id
        }
        let references = """
            {{table.baseline.reference}}, {{table.first.reference}}, {{table.second.reference}}, {{table.third.reference}},
            {{figure.survival.reference}}, {{figure.third.reference}}, {{pfs.figure}}
            """
        #expect(text(references, results) == "Table 1, Table 2, Table 3, Table 4, Figure 1, Figure 4, Figure 1A")
        let places = "\n{{table third}}\n{{figure third}}\n{{table first}}\n"
        let filled = try #require(text(references + places, results))
        #expect(filled.hasPrefix("Table 3, Table 2, Table 4, Table 1, Figure 2, Figure 1, Figure 2A\n"))
    }

    @Test func anUnknownTableIsReportedWithItsPlace() {
        let template = "Text.\n\n{{table basline}}\n"
        let sink = DiagnosticSink()
        #expect(fill(template, Sample.twoArms, reporting: sink) == nil)
        expectMessages(
            sink, quoting: ["own.md": template],
            equal: """
                own.md:3:9: error: table 'basline' doesn't exist [unknown-result]
                    3 | {{table basline}}
                      |         ^^^^^^^
                   help: did you mean 'baseline'?
                """)
    }

    @Test func aMisspeltResultIsReportedWithItsNeighbours() {
        let template = "The median was {{pfs.RT+IO+T.medain.full}}.\n"
        let sink = DiagnosticSink()
        #expect(fill(template, Sample.twoArms, reporting: sink) == nil)
        expectMessages(
            sink, quoting: ["own.md": template],
            equal: """
                own.md:1:18: error: result 'pfs.RT+IO+T.medain.full' doesn't exist [unknown-result]
                    1 | The median was {{pfs.RT+IO+T.medain.full}}.
                      |                  ^^^^^^^^^^^^^^^^^^^^^^^
                   note: 'pfs.RT+IO+T' has 'label', 'n', 'events', 'events-percent', 'censored', 'missing', 'median', \
                'follow-up', 'shortest-time', 'longest-time', 'end', 'rate' and 4 more
                   help: did you mean 'pfs.RT+IO+T.median.full'?
                """)
    }

    @Test(arguments: [
        ("plain", [TextRun("plain")]),
        ("a *b c* d", [TextRun("a "), TextRun("b c", .emphasis), TextRun(" d")]),
        ("**b**, *c*", [TextRun("b", .strong), TextRun(", "), TextRun("c", .emphasis)]),
        ("5 * 3 = 15 *", [TextRun("5 * 3 = 15 *")]),
        ("*open", [TextRun("*open")]),
        ("*a **b* c", [TextRun("a **b", .emphasis), TextRun(" c")]),
        (#"\*a\* \\ \x *b\*c*"#, [TextRun(#"*a* \ \x "#), TextRun("b*c", .emphasis)]),
        ("", []),
    ])
    func emphasisIsTakenApart(markdown: String, runs: [TextRun]) {
        #expect(TextRun.runs(of: markdown) == runs)
    }

    @Test(arguments: [
        "a *b* _c_ `d` [e](f) ~g~ \\ \\* <b> </b> &amp; p < 0.001 <0.001", "# x", "- x", "> x", "+", "-0.4", "#1",
        "**", "A&B & C", "*", "\\",
    ])
    func escapedTextComesBackAsItWas(text: String) {
        #expect(TextRun.runs(of: TextRun.escaped(text)) == [TextRun(text)])
    }

    @Test func onlyWhatMarkdownWouldReadIsEscaped() {
        #expect(TextRun.escaped("p < 0.001, −0.4, IO+T, A&B1") == #"p < 0.001, −0.4, IO+T, A\&B1"#)
        #expect(TextRun.escaped("<0.001") == "<0.001")
        #expect(TextRun.escaped("two\nlines") == "two lines")
    }
}
