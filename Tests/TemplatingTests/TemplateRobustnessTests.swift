import Diagnostics
import Testing

@testable import Templating

/// No text, however broken, crashes the engine, runs for ever or gives text without having resolved every name.
@Suite struct TemplateRobustnessTests {
    private static let seedTemplate = #"""
        # {{study.title}} {{-- remark --}}
        {{if study.synthetic and not pfs.trend exists or pfs.p < 0.05}}
        {{for g in pfs.groups joined "; " " or "}}{{g.label}}: {{g.median}}{{end}}
        {{else if pfs."< 60.5".n == 42}}{{include "row.md"}}{{else}}\{{x\}}{{end}}
        {{figure survival}}
        {{for f in figures}}
        {{figure f}}
        {{end}}
        """#

    private static let fragments = [
        "{{", "}}", "{{--", "--}}", "\\", "\"", ".", "|", "{{end}}", "{{else}}", "{{if ", "{{for g in pfs.groups}}",
        "{{include \"row.md\"}}", "{{include \"t.md\"}}", "\n", "\r\n", "\u{0}", "\u{301}", "é", "👩‍⚕️", " and ", " not ",
        "exists", "<", "{{figure survival}}", "{{pfs.p}}", "1e999", "-", "\t",
    ]

    @Test func mutatedTemplatesNeverCrash() {
        var random = SeededGenerator(seed: 20_250_430)
        for round in 0..<3_000 {
            var scalars = Array(Self.seedTemplate.unicodeScalars)
            for _ in 0...Int.random(in: 0..<6, using: &random) { Self.mutate(&scalars, &random) }
            let text = String(String.UnicodeScalarView(scalars))
            let (filled, sink) = fill(["t.md": text, "row.md": "{{study.title}}"])
            #expect((filled == nil) == sink.hasErrors, "round \(round): \(text)")
        }
    }

    private static func mutate(_ scalars: inout [Unicode.Scalar], _ random: inout SeededGenerator) {
        let start = Int.random(in: 0...scalars.count, using: &random)
        let end = min(scalars.count, start + Int.random(in: 0..<12, using: &random))
        switch Int.random(in: 0..<3, using: &random) {
        case 0: scalars.removeSubrange(start..<end)
        case 1: scalars.insert(contentsOf: scalars[start..<end], at: Int.random(in: 0...scalars.count, using: &random))
        default:
            let fragment = fragments[Int.random(in: 0..<fragments.count, using: &random)]
            scalars.insert(contentsOf: fragment.unicodeScalars, at: start)
        }
    }

    @Test func deepNestingIsRefused() {
        let depth = 20_000
        let text =
            String(repeating: "{{if study.synthetic}}", count: depth) + String(repeating: "{{end}}", count: depth)
        let (filled, sink) = fill(["t.md": text])
        #expect(filled == nil)
        #expect(sink.diagnostics.map(\.summary) == ["blocks are nested more than 32 deep"])
        let negations = String(repeating: "not ", count: depth)
        #expect(fill(["t.md": "{{if \(negations)study.synthetic}}x{{end}}"]).text == "x\n")
        let alternatives = String(repeating: "study.synthetic or ", count: depth)
        #expect(fill(["t.md": "{{if \(alternatives)study.synthetic}}x{{end}}"]).text == "x\n")
        let segments = Array(repeating: "a", count: depth).joined(separator: ".")
        #expect(fill(["t.md": "{{\(segments)}}"]).text == nil)
    }

    @Test func nestingUpToTheLimitWorks() {
        let text =
            String(repeating: "{{if study.synthetic}}", count: 32) + "x" + String(repeating: "{{end}}", count: 32)
        expectText(text, "x\n")
    }

    @Test func includesMayBeEightDeepAndNoDeeper() {
        func chain(_ count: Int) -> [String: String] {
            var texts = ["t.md": "{{include \"1.md\"}}"]
            for index in 1..<count { texts["\(index).md"] = "{{include \"\(index + 1).md\"}}" }
            texts["\(count).md"] = "end"
            return texts
        }
        #expect(fill(chain(8)).text == "end\n")
        let (filled, sink) = fill(chain(9))
        #expect(filled == nil)
        #expect(sink.diagnostics.map(\.summary) == ["files include one another more than 8 deep"])
    }

    @Test func anIncludeThatGetsDeeperByAnotherWayIsFound() {
        // `deep` is read first at the top, where it is allowed, then again under `wrap`, where it goes too deep.
        var texts = ["t.md": "{{include \"1.md\"}}{{include \"wrap.md\"}}", "wrap.md": "{{include \"1.md\"}}"]
        for index in 1..<8 { texts["\(index).md"] = "{{include \"\(index + 1).md\"}}" }
        texts["8.md"] = "end"
        let (filled, sink) = fill(texts)
        #expect(filled == nil)
        #expect(sink.diagnostics.map(\.summary) == ["files include one another more than 8 deep"])
    }

    @Test func manyfoldIncludesAreStopped() {
        var texts = ["t.md": "{{include \"1.md\"}}", "8.md": "end"]
        for index in 1..<8 {
            texts["\(index).md"] = String(repeating: "{{include \"\(index + 1).md\"}}\n", count: 50)
        }
        let (filled, sink) = fill(texts)
        #expect(filled == nil)
        #expect(sink.diagnostics.map(\.summary) == ["template repeats more than 1000000 parts"])
    }

    @Test func textThatGrowsBeyondMeasureIsStopped() {
        var context = TemplateContext()
        context.add("long", .text(String(repeating: "x", count: 1 << 16)))
        let (filled, sink) = fill(["t.md": String(repeating: "{{long}}", count: 300)], with: context)
        #expect(filled == nil)
        #expect(sink.diagnostics.map(\.summary) == ["text grows beyond 16777216 bytes"])
    }

    @Test func manyUnknownNamesTakeNoTime() {
        var context = TemplateContext.example
        for index in 0..<3_000 { context.add("result\(index)", .text("x")) }
        let (filled, sink) = fill(["t.md": String(repeating: "{{resalt}}", count: 20_000)], with: context)
        #expect(filled == nil)
        #expect(sink.diagnostics.last?.summary == "19980 more messages of this kind in 't.md'")
    }
}

/// A small generator with a fixed sequence: xorshift64*.
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state ^= state >> 12
        state ^= state << 25
        state ^= state >> 27
        return state &* 0x2545_F491_4F6C_DD1D
    }
}
