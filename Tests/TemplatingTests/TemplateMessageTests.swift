import Diagnostics
import TestSupport
import Testing

@testable import Templating

/// The exact texts of the messages `template-syntax`, `unknown-result` and `unknown-template`.
@Suite struct TemplateMessageTests {
    // MARK: unknown-result

    @Test func aMisspeltNameIsShownWithNearNames() {
        expectFaults(
            "PFS\nwas {{pfs.IO+T.mdian}} months\n",
            """
            t.md:2:7: error: result 'pfs.IO+T.mdian' doesn't exist [unknown-result]
                2 | was {{pfs.IO+T.mdian}} months
                  |       ^^^^^^^^^^^^^^
               note: 'pfs.IO+T' has 'label', 'n', 'median'
               help: did you mean 'pfs.IO+T.median'?
            """)
    }

    @Test func allFaultsOfATemplateAreReportedInOneRun() {
        expectFaults(
            "{{sudy.title}}{{if pfs.p > 1}}{{pfs.q}}{{end}}{{for g in pfs.groups}}{{g.medain}}{{end}}}}\n{{os.n}}",
            """
            t.md:1:3: error: result 'sudy.title' doesn't exist [unknown-result]
                1 | {{sudy.title}}{{if pfs.p > 1}}{{pfs.q}}{{end}}{{for g in pfs.groups}}{{g.medain}}{{end}}}}
                  |   ^^^^^^^^^^
               help: did you mean 'study.title'?

            t.md:1:33: error: result 'pfs.q' doesn't exist [unknown-result]
                1 | {{sudy.title}}{{if pfs.p > 1}}{{pfs.q}}{{end}}{{for g in pfs.groups}}{{g.medain}}{{end}}}}
                  |                                 ^^^^^
               note: 'pfs' has 'IO+T', '"< 60.5"', 'groups', 'p', 'trend'
               help: did you mean 'pfs.p'?

            t.md:1:72: error: result 'g.medain' doesn't exist [unknown-result]
                1 | {{sudy.title}}{{if pfs.p > 1}}{{pfs.q}}{{end}}{{for g in pfs.groups}}{{g.medain}}{{end}}}}
                  |                                                                        ^^^^^^^^
               note: 'g' stands for 'pfs.IO+T' here
               note: 'g' has 'label', 'n', 'median'
               help: did you mean 'g.median'?

            t.md:1:89: error: '}}' without '{{' before it [template-syntax]
                1 | {{sudy.title}}{{if pfs.p > 1}}{{pfs.q}}{{end}}{{for g in pfs.groups}}{{g.medain}}{{end}}}}
                  |                                                                                         ^^
               help: write '\\}}' for the characters

            t.md:2:3: error: result 'os.n' doesn't exist [unknown-result]
                2 | {{os.n}}
                  |   ^^^^
               help: valid names: 'study', 'pfs', 'figure', 'figures'
            """)
    }

    @Test func namesInEveryBranchAreChecked() {
        let template = "{{if pfs.a < 1}}{{pfs.b}}{{else if pfs.c}}{{pfs.d}}{{else}}{{pfs.e}}{{pfs.p}}{{end}}"
        let (text, sink) = fill(["t.md": template])
        #expect(text == nil)
        #expect(
            sink.diagnostics.map(\.summary) == ["a", "b", "c", "d", "e"].map { "result 'pfs.\($0)' doesn't exist" })
    }

    @Test func namesInTheBodyOfAnEmptyLoopAreChecked() {
        expectFaults(
            "{{for g in study.empty}}{{g.medain}}{{end}}",
            """
            t.md:1:27: error: result 'g.medain' doesn't exist [unknown-result]
                1 | {{for g in study.empty}}{{g.medain}}{{end}}
                  |                           ^^^^^^^^
               note: 'g' stands for 'pfs.?' here
               note: 'g' has 'label', 'n', 'median'
               help: did you mean 'g.median'?
            """)
    }

    @Test func aSetOfResultsIsNoResult() {
        expectFaults(
            "{{pfs}} {{pfs.groups}}\n{{for g in pfs.p}}{{end}}",
            """
            t.md:1:3: error: 'pfs' isn't a single result [unknown-result]
                1 | {{pfs}} {{pfs.groups}}
                  |   ^^^
               note: 'pfs' has 'IO+T', '"< 60.5"', 'groups', 'p', 'trend'

            t.md:1:11: error: 'pfs.groups' isn't a single result [unknown-result]
                1 | {{pfs}} {{pfs.groups}}
                  |           ^^^^^^^^^^
               note: 'pfs.groups' has 'count'
               help: go through it with '{{for ITEM in pfs.groups}}'

            t.md:2:12: error: 'pfs.p' isn't a list [unknown-result]
                2 | {{for g in pfs.p}}{{end}}
                  |            ^^^^^
            """)
    }

    @Test func aResultWithoutAValueIsNotCompared() {
        expectFaults(
            "{{if pfs.trend < 0.05}}differed{{else}}did not differ{{end}}",
            """
            t.md:1:6: error: 'pfs.trend' has no value to compare: not estimable [unknown-result]
                1 | {{if pfs.trend < 0.05}}differed{{else}}did not differ{{end}}
                  |      ^^^^^^^^^
               help: ask first: '{{if pfs.trend exists and …}}'
            """)
    }

    @Test func comparisonsWithoutBlanksAreExplained() {
        expectFaults(
            "{{if pfs.p<0.05}}x{{end}}",
            """
            t.md:1:6: error: result 'pfs.p<0.05' doesn't exist [unknown-result]
                1 | {{if pfs.p<0.05}}x{{end}}
                  |      ^^^^^^^^^^
               note: 'pfs' has 'IO+T', '"< 60.5"', 'groups', 'p', 'trend'
               help: '<', '==' and the other comparisons stand between blanks
            """)
    }

    @Test func unknownFiguresAndTablesAreShownWithTheValidOnes() {
        expectFaults(
            "{{figure surival}}\n{{table baseline}}\n{{for g in pfs.groups}}\n{{figure g}}\n{{end}}",
            """
            t.md:1:10: error: figure 'surival' doesn't exist [unknown-result]
                1 | {{figure surival}}
                  |          ^^^^^^^
               help: did you mean 'survival'?

            t.md:2:9: error: table 'baseline' doesn't exist [unknown-result]
                2 | {{table baseline}}
                  |         ^^^^^^^^
               help: the study has no tables

            t.md:4:10: error: figure 'g' doesn't exist [unknown-result]
                4 | {{figure g}}
                  |          ^
               help: valid figures: 'survival'
            """)
    }

    @Test func anItemHasOnePlaceOnly() {
        expectFaults(
            "{{figure survival}}\n{{for f in figures}}\n{{figure f}}\n{{end}}",
            """
            t.md:3:10: error: figure 'survival' already has a place [template-syntax]
                3 | {{figure f}}
                  |          ^
               note: its first place is here (t.md:1:10)
               help: remove one of them; refer to it by '{{figure.survival.reference}}'
            """)
    }

    // MARK: unknown-template

    @Test func aTemplateThatDoesNotExistIsReportedWhereItIsNamed() {
        let sink = DiagnosticSink()
        let mention = SourceLocation(file: "study.yaml", line: 2, column: 13, length: 9)
        _ = Template(named: "reslts.md", from: BuiltInTemplates(), mentionedAt: mention, reporting: sink)
        expectMessages(
            sink, quoting: ["study.yaml": "manuscript:\n  template: reslts.md\n"],
            equal: """
                study.yaml:2:13: error: template 'reslts.md' doesn't exist [unknown-template]
                    2 |   template: reslts.md
                      |             ^^^^^^^^^
                   help: did you mean 'results.md'?
                """)
    }

    @Test func includesStayInsideTheStudyFolder() {
        expectFaults(
            "{{include \"../secret.md\"}}\n{{include \"/etc/passwd\"}}\n{{include \"a//b.md\"}}\n{{include \"b.md\"}}\n",
            """
            t.md:1:1: error: template '../secret.md' is outside the study folder [unknown-template]
                1 | {{include "../secret.md"}}
                  | ^^^^^^^^^^^^^^^^^^^^^^^^^^
               help: copy it beside the study file

            t.md:2:1: error: template '/etc/passwd' is outside the study folder [unknown-template]
                2 | {{include "/etc/passwd"}}
                  | ^^^^^^^^^^^^^^^^^^^^^^^^^
               help: copy it beside the study file

            t.md:3:1: error: template 'a//b.md' is outside the study folder [unknown-template]
                3 | {{include "a//b.md"}}
                  | ^^^^^^^^^^^^^^^^^^^^^
               help: copy it beside the study file

            t.md:4:1: error: template 'b.md' doesn't exist [unknown-template]
                4 | {{include "b.md"}}
                  | ^^^^^^^^^^^^^^^^^^
               help: did you mean 't.md'?
            """)
    }

    // MARK: template-syntax

    @Test func includesThatNeverEndAreReported() {
        expectFaults(
            "{{include \"a.md\"}}",
            """
            b.md:1:1: error: include of 'a.md' never ends [template-syntax]
                1 | {{include "a.md"}}
                  | ^^^^^^^^^^^^^^^^^^
               note: the files include one another: t.md → a.md → b.md → a.md
               help: remove one of the includes
            """, including: ["a.md": "{{include \"b.md\"}}", "b.md": "{{include \"a.md\"}}"])
    }

    @Test func tagsThatAreNotClosedAreReported() {
        expectFaults(
            "a {{study.title b\nc {{ {{study.title}}\n{{pfs.\"x}} d\n{{-- e",
            """
            t.md:1:3: error: '{{' isn't closed on its line [template-syntax]
                1 | a {{study.title b
                  |   ^^
               help: end the tag with '}}', or write '\\{{' for the characters

            t.md:2:3: error: '{{' isn't closed on its line [template-syntax]
                2 | c {{ {{study.title}}
                  |   ^^
               help: end the tag with '}}', or write '\\{{' for the characters

            t.md:3:7: error: quotation mark isn't closed [template-syntax]
                3 | {{pfs."x}} d
                  |       ^
               help: a mark inside a quoted name is doubled

            t.md:4:1: error: comment isn't closed [template-syntax]
                4 | {{-- e
                  | ^^^^
               help: end it with '--}}'
            """)
    }

    @Test func blocksThatDoNotMatchAreReported() {
        expectFaults(
            "{{end}}\n{{else}}\n{{if study.synthetic}}{{else}}{{else}}{{end if}}\n{{for g in pfs.groups}}\n{{if}}",
            """
            t.md:1:1: error: 'end' without 'if' or 'for' before it [template-syntax]
                1 | {{end}}
                  | ^^^^^^^
               help: remove it

            t.md:2:1: error: 'else' without 'if' before it [template-syntax]
                2 | {{else}}
                  | ^^^^^^^^
               help: remove it, or begin with '{{if …}}'

            t.md:3:31: error: 'else' after the last 'else' [template-syntax]
                3 | {{if study.synthetic}}{{else}}{{else}}{{end if}}
                  |                               ^^^^^^^^
               help: only 'else if' may be repeated

            t.md:3:45: error: 'end' stands alone [template-syntax]
                3 | {{if study.synthetic}}{{else}}{{else}}{{end if}}
                  |                                             ^^
               help: write '{{end}}'

            t.md:4:1: error: 'for' isn't closed [template-syntax]
                4 | {{for g in pfs.groups}}
                  | ^^^^^^^^^^^^^^^^^^^^^^^
               help: write '{{end}}' where it ends

            t.md:5:1: error: 'if' needs a condition [template-syntax]
                5 | {{if}}
                  | ^^^^^^
               help: write '{{if NAME < 0.05}}' or '{{if NAME exists}}'

            t.md:5:1: error: 'if' isn't closed [template-syntax]
                5 | {{if}}
                  | ^^^^^^
               help: write '{{end}}' where it ends
            """)
    }

    @Test(arguments: [
        ("{{}}", "1:1", "tag is empty", "write a name in it, or remove it"),
        (
            "{{pfs.p | upper}}", "1:3", "'pfs.p | upper' isn't one name",
            "values are printed in the study's number style; a template has no formats"
        ),
        (
            "{{pfs.no events}}", "1:3", "'pfs.no events' isn't one name",
            "a part of a name that has a blank in it is written in double quotes"
        ),
        ("{{fr g in pfs.groups}}", "1:3", "'fr g in pfs.groups' isn't one name", "did you mean 'for'?"),
        (
            "{{a..b}}", "1:3", "name 'a..b' has an empty part",
            "a dot stands between two parts; a part that has a dot in it is written in double quotes"
        ),
        (
            "{{a|b}}", "1:3", "name 'a|b' has '|' in it",
            "write the part that has it in double quotes, a quotation mark doubled"
        ),
        ("{{for pfs.groups}}{{end}}", "1:1", "'for' needs an item and a list", "write '{{for ITEM in LIST}}'"),
        (
            "{{for g in pfs.groups with}}{{end}}", "1:23", "'with' can't follow the list of a 'for'",
            #"write '{{for ITEM in LIST joined}}' for “a, b and c”, or 'joined "; " " or "'"#
        ),
        (
            "{{include methods.md}}", "1:1", "'include' needs a file name in quotation marks",
            #"write '{{include "methods.md"}}'"#
        ),
        ("{{table}}", "1:1", "'table' needs one name", "write '{{table NAME}}'"),
        (
            "see {{figure survival}}", "1:5", "table or figure shares its line with other text",
            "write the tag on a line of its own"
        ),
        (
            "{{study.synthetic}}", "1:3", "'study.synthetic' is a condition and can't be printed",
            "use it in '{{if study.synthetic}}'"
        ),
        (
            "{{if study.synthetic}}{{else study}}{{end}}", "1:30", "'else' is followed by 'if' or nothing",
            "write '{{else if …}}'"
        ),
    ])
    func tagsAtFaultAreExplained(template: String, place: String, summary: String, help: String) {
        expectOneFault(template, place, summary, help)
    }

    @Test(arguments: [
        (
            "pfs.p", "6", "'pfs.p' alone is no condition",
            "compare it, or ask whether it has a value: '{{if pfs.p exists}}'"
        ),
        ("0.05", "6", "'0.05' alone is no condition", "compare it with a name"),
        ("pfs.p <", "12", "'<' needs something after it", "write a name or a value after it"),
        ("study.synthetic and", "22", "'and' needs something after it", "write a name or a value after it"),
        ("pfs.p = 0.05", "12", "'=' can't follow 'pfs.p' in a condition", "write '==' to compare"),
        (
            "study.synthetic && study.synthetic", "22", "'&&' can't follow 'study.synthetic' in a condition",
            "write 'and'"
        ),
        (
            "! study.synthetic", "8", "'study.synthetic' can't follow '!' in a condition",
            "a condition compares with '<', '<=', '==', '!=', '>', '>=' and joins with 'and', 'or'"
        ),
        (
            "or study.synthetic", "6", "'or' can't follow 'if' in a condition",
            "a condition compares with '<', '<=', '==', '!=', '>', '>=' and joins with 'and', 'or'"
        ),
        (
            "0 < pfs.p < 1", "16", "'<' can't follow 'pfs.p' in a condition",
            "a condition compares with '<', '<=', '==', '!=', '>', '>=' and joins with 'and', 'or'"
        ),
        (
            #"pfs.p < "0.05""#, "14", "a number can't be compared with text",
            "a text is written in double quotes, a number without"
        ),
        (#"study.title < "B""#, "6", "text can't be compared with '<'", "only '==' and '!=' compare text"),
        (
            "study.synthetic == study.synthetic", "6", "a condition can't be compared",
            "write it alone, or with 'not' before it"
        ),
    ])
    func conditionsAtFaultAreExplained(condition: String, column: String, summary: String, help: String) {
        expectOneFault("{{if \(condition)}}x{{end}}", "1:\(column)", summary, help)
    }

    private func expectOneFault(_ template: String, _ place: String, _ summary: String, _ help: String) {
        let (text, sink) = fill(["t.md": template])
        #expect(text == nil)
        let first = sink.diagnostics.first
        let location = first?.location.map { "\($0.line):\($0.column)" }
        #expect(location == place)
        #expect(first?.summary == summary)
        #expect(first?.help == [help])
        #expect(first?.id == .templateSyntax)
    }
}
