import Diagnostics
import Results
import Styling
import Templating
import TestSupport
import Testing

@testable import Prose

@Suite struct TypedNumberTests {
    @Test(arguments: [
        ("All 71 patients were followed up.", ["71"]), ("The median was 12.6 months.", ["12.6"]),
        ("It fell from 12,345 to 1·5.", ["12,345", "1·5"]), ("In 72.4% of 29 patients.", ["72.4", "29"]),
        ("p = 0.012 and p = 0.04", ["0.012", "0.04"]), ("Table 3 shows it.", ["3"]), ("11–20 of them", ["11", "20"]),
        ("共纳入71例患者", ["71"]), ("n=5; 6 of 7", ["5", "6", "7"]),
    ])
    func numbersThatMayStandForResults(words: String, expected: [String]) {
        #expect(TypedNumber.numbers(in: words, allowing: [], level: 0.95).map(\.text) == expected)
    }

    @Test(arguments: [
        "BED10 and CTLA-4 with PD-1 or anti-PD-L1 (IL6, CD8+)", "400 mg every 3 weeks, 60 Gy, 1.5 mg/kg, 10 mL",
        "cut off on 30 April 2025, begun 2020-02-03, in 2019", "grade 3–4 or grade 3 or 4, stage 4, phase 3",
        "as others found [12] and again [3, 4–7]", "p < 0.05 was significant, p was below 0.05", "(95% CI)",
        "R 4.2.1, https://doi.org/10.1000/182, doi:10.1000/182", "at 3 months, 6-month, within 24 hours",
        "1. First\n2. Second", "每3周一次，随访12个月，2024年3月5日", "a 10-fold rise",
    ])
    func numbersThatNoResultStandsFor(words: String) {
        #expect(TypedNumber.numbers(in: words, allowing: [], level: 0.95) == [])
    }

    @Test func theStudyAllowsNumbersAndTextsAroundThem() {
        func found(_ words: String, _ allowed: String...) -> [String] {
            TypedNumber.numbers(in: words, allowing: allowed, level: 0.95).map(\.text)
        }
        #expect(found("a score of 1–2 or 7", "score of 1–2") == ["7"])
        #expect(found("a score of 7 or 17", "7") == ["17"])
        #expect(found("11–20 and 1–2", "1–2") == ["11", "20"])
    }

    @Test func aTypedNumberIsReportedWithTheResultThatItIs() {
        let text =
            "## Results\nWe followed up all 29 patients; {{pfs.overall.n}} were analysed.\nThe median was 12.5 months, 0.0003 of it.\n"
        expectMessages(
            messages(text), quoting: ["own.md": text],
            equal: """
                own.md:2:20: warning: number '29' is typed, not computed [typed-number]
                    2 | We followed up all 29 patients; {{pfs.overall.n}} were analysed.
                      |                    ^^
                   help: compute it: '{{os.RT+IO+T.n}}' or '{{pfs.RT+IO+T.n}}' or '{{arms.RT+IO+T.n}}'
                   help: where no result is meant, allow it in the study file: 'manuscript: { typed_numbers: ["29"] }'

                own.md:3:16: warning: number '12.5' is typed, not computed [typed-number]
                    3 | The median was 12.5 months, 0.0003 of it.
                      |                ^^^^
                   help: nearest results: 'pfs.RT+IO+T.median' (12.6)
                   help: where no result is meant, allow it in the study file: 'manuscript: { typed_numbers: ["12.5"] }'

                own.md:3:29: warning: number '0.0003' is typed, not computed [typed-number]
                    3 | The median was 12.5 months, 0.0003 of it.
                      |                             ^^^^^^
                   help: where no result is meant, allow it in the study file: 'manuscript: { typed_numbers: ["0.0003"] }'
                """)
    }

    @Test func whatTheStudyAllowsIsNotReported() {
        #expect(messages("All 29 of 42.\n", allowing: ["29", "of 42"]).diagnostics.isEmpty)
    }

    @Test(arguments: ["results.md", "methods.md"])
    func theProgramsOwnTemplatesTypeNone(name: String) {
        let sink = DiagnosticSink()
        let template = Template(named: name, from: BuiltInTemplates(), reporting: sink)
        let phrasebook = Phrasebook(Sample.twoArms, style: .plain)
        let text = writeText(template, with: phrasebook, reporting: sink)
        for piece in text?.filled.pieces ?? [] {
            guard case .literal(let words) = piece.content else { continue }
            #expect(TypedNumber.numbers(in: words, allowing: [], level: 0.95) == [], "\(words)")
        }
        #expect(text != nil && sink.diagnostics.isEmpty)
    }

    private func messages(_ text: String, allowing allowed: [String]? = nil) -> DiagnosticSink {
        var results = Sample.twoArms
        results.manuscript.typedNumbers = allowed
        let sink = DiagnosticSink()
        let loader = OneTemplate(text: text)
        let template = Template(named: "own.md", from: loader, reporting: sink)
        let phrasebook = Phrasebook(results, style: .plain)
        if let written = writeText(template, with: phrasebook, reporting: sink) {
            reportTypedNumbers(in: written, of: results, with: phrasebook, reporting: sink)
        }
        return sink
    }
}

/// Places of results: in the text by their tags, in tables and figures by what these print.
@Suite struct ResultUsesTests {
    @Test func placesOfResults() throws {
        let results = Sample.twoArms
        let sink = DiagnosticSink()
        let template = Template(
            named: "own.md", from: OneTemplate(text: "Of {{os.overall.n}}, {{pfs.RT+IO+T.median}}.\n"), reporting: sink)
        let phrasebook = Phrasebook(results, style: .plain)
        let uses = ResultUses(of: results, in: writeText(template, with: phrasebook, reporting: sink))
        func places(_ name: String) throws -> [ResultUse] {
            uses.places(of: try #require(phrasebook.entries.first { $0.name.description == name }))
        }
        #expect(
            try places("pfs.RT+IO+T.median") == [
                .manuscript(SourceLocation(file: "own.md", line: 1, column: 24, length: 18)), .figure("survival"),
            ])
        #expect(try places("table.baseline.bclc.p") == [.table("baseline")])
        #expect(try places("pfs.log-rank.p") == [.figure("survival")])
        #expect(try places("cohort.read") == [])
        #expect(try places("pfs.IO+T.rate.6") == [])
    }
}

private struct OneTemplate: TemplateLoader {
    let text: String
    var names: [String] { ["own.md"] }
    func source(named name: String) throws(TemplateLoadingError) -> TemplateSource? {
        name == "own.md" ? try TemplateSource(name: name, file: name, bytes: Array(text.utf8)) : nil
    }
}
