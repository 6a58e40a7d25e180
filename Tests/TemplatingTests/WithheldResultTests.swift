import Diagnostics
import TestSupport
import Testing

@testable import Templating

/// What a template makes of results that are withheld; the exact text of `withheld-condition`.
@Suite struct WithheldResultTests {
    private static let context: TemplateContext = {
        var root = TemplateContext.example
        var os = TemplateContext(ResultName(["os"]))
        os.add("p", .withheld(mark: "[withheld]"), from: "/os/p")
        os.add("n", .number(42, printed: "42"))
        os.add("differing", listing: [], withheld: "[withheld]")
        root.add(os)
        return root
    }()

    private func expect(
        _ template: String, _ expected: String, sourceLocation: Testing.SourceLocation = #_sourceLocation
    ) {
        expectText(template + "\n", expected + "\n", with: Self.context, sourceLocation: sourceLocation)
    }

    @Test func theMarkIsPrintedAndTheResultExists() {
        expect("p {{os.p}}", "p [withheld]")
        expect("{{if os.p exists}}({{os.p}}){{end}}", "([withheld])")
        expect("{{if os.p withheld}}not told{{else if os.p < 0.05}}differs{{else}}alike{{end}}", "not told")
        expect("{{if pfs.p withheld}}not told{{else if pfs.p < 0.05}}differs{{end}}", "differs")
        expect("{{if os.differing withheld}}not told{{else}}told{{end}}", "not told")
        expect("{{if pfs.groups withheld}}not told{{else}}told{{end}}", "told")
    }

    /// What decides without it is said: a withheld result hides no more than it must.
    @Test func whatDoesNotDependOnItIsDecided() {
        expect("{{if os.n > 50 and os.p < 0.05}}a{{else}}b{{end}}", "b")
        expect("{{if os.n == 42 or os.p < 0.05}}a{{else}}b{{end}}", "a")
        expect("{{if os.p < 0.05 and os.n > 50}}a{{else}}b{{end}}", "b")
        expect("{{if os.p < 0.05 or os.n == 42}}a{{else}}b{{end}}", "a")
    }

    /// Neither wording is printed: one of them would tell of the number, the other be untrue.
    @Test(arguments: [
        "os.p < 0.05", "not os.p < 0.05", "0.05 > os.p", "os.p exists and os.p < 0.05", "os.p == pfs.p",
        "os.differing exists", "not os.differing exists",
    ])
    func neitherWordingIsPrinted(condition: String) {
        let (text, sink) = fill(["t.md": "A {{if \(condition)}}a{{else}}b{{end}} z\n"], with: Self.context)
        #expect(text == "A [withheld] z\n")
        #expect(sink.diagnostics.map(\.id) == [.withheldCondition] && !sink.hasErrors)
    }

    @Test func theMessageSaysWhatToDo() {
        let texts = [
            "t.md": "{{for g in pfs.groups}}\n{{if os.p < 0.05}}\nlonger\n{{else}}\nalike\n{{end}}\n{{end}}\nend\n"
        ]
        let (text, sink) = fill(texts, with: Self.context)
        #expect(text == "[withheld]\n[withheld]\nend\n")
        expectMessages(
            sink, quoting: texts,
            equal: """
                t.md:2:6: warning: what stands here depends on 'os.p', which is withheld; neither wording is printed [withheld-condition]
                    2 | {{if os.p < 0.05}}
                      |      ^^^^
                   help: write what is said then, before the other cases: '{{if os.p withheld}}…{{else if …}}'
                """)
    }
}
