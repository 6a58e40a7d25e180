import Diagnostics
import Foundation
import Results
import Styling
import Templating
import TestSupport
import Testing

@testable import Prose

@Suite struct PhrasebookTests {
    private let entries = Phrasebook(Sample.twoArms, style: .plain).entries

    @Test(arguments: [
        ("study.cutoff", "30 April 2025", "/study/cutoff"),
        ("study.synthetic", "yes", "/study/synthetic"),
        ("cohort.excluded", "3", "/cohort/exclusions"),
        (#"cohort.exclusions."other cancer".n"#, "1", "/cohort/exclusions/1/n"),
        ("arms.RT+IO+T.n", "29", "/arms/1/n"),
        ("pfs.RT+IO+T.median", "12.6", "/survival/0/groups/1/median/value"),
        ("pfs.RT+IO+T.median.upper", "not reached", "/survival/0/groups/1/median/upper"),
        ("pfs.RT+IO+T.median.full", "12.6 months (95% CI 6.0 to not reached)", "/survival/0/groups/1/median"),
        ("pfs.IO+T.follow-up.interval", "20.1–30.3", "/survival/0/groups/0/medianFollowUp"),
        ("pfs.IO+T.rate.6", "40.5%", "/survival/0/groups/0/rates/0/estimate/value"),
        ("pfs.IO+T.rate.6.lower", "25.7%", "/survival/0/groups/0/rates/0/estimate/interval/lower"),
        ("pfs.IO+T.rate.6.interval", "25.7–54.7%", "/survival/0/groups/0/rates/0/estimate/interval"),
        ("pfs.RT+IO+T.rate.12.full", "not estimable", "/survival/0/groups/1/rates/1/estimate"),
        ("pfs.IO+T.rate.6.at-risk", "17", "/survival/0/groups/0/rates/0/atRisk"),
        ("pfs.log-rank.p-statement", "p = 0.012", "/survival/0/logRank/pValue"),
        ("pfs.log-rank.degrees-of-freedom", "1", "/survival/0/logRank/degreesOfFreedom/0"),
        ("os.overall.events", "55", "/survival/1/overall/events"),
        ("os.figure", "Figure 1B", "/figures/0"),
        ("table.baseline.bclc.B.RT+IO+T.full", "1 (3.4%)", "/tables/0/content/rows/1/levels/0/counts/2"),
        (#"table.baseline.age_group."< 60.5".total.n"#, "35", "/tables/0/content/rows/2/levels/0/counts/0"),
        ("table.baseline.bclc.p-statement", "p = 0.007", "/tables/0/content/rows/1/test/pValue"),
        ("table.baseline.age.IO+T.full", "61.0 (50.0–66.0)", "/tables/0/content/rows/0/descriptions/1"),
        ("table.baseline.age.IO+T.mean", "57.3", "/tables/0/content/rows/0/descriptions/1/mean"),
        ("table.baseline.imbalanced.count", "2", "/tables/0/content/rows"),
        ("conventions.interval", "95% CI", "/conventions/level"),
        ("conventions.ties", "Efron's approximation", "/conventions/ties"),
    ])
    func resultsHaveNames(name: String, formatted: String, source: String) throws {
        let entry = try #require(entries.first { $0.name.description == name })
        #expect(entry.formatted == formatted)
        #expect(entry.source == source)
    }

    @Test func namesAreUnique() {
        #expect(Set(entries.map(\.name)).count == entries.count)
        #expect(entries.count > 300)
    }

    /// Every entry says where in `results.json` it comes from, and its number is the number that stands there. So it is in
    /// a small study and in the whole of the showcases.
    @Test(arguments: ["", "output/hcc", "output/colon"])
    func everyEntryLeadsToItsResult(of bundle: String) throws {
        let path = "\(repositoryRoot)/\(bundle)/results.json"
        let data = try bundle.isEmpty ? Data(Sample.twoArms.encodedJSON()) : Data(contentsOf: URL(filePath: path))
        let json = try JSONSerialization.jsonObject(with: data)
        let results = try StudyResults(decodingJSON: Array(data))
        for entry in Phrasebook(results, style: .plain).entries {
            let found = resolve(entry.source, in: json)
            guard case .number(let value, _) = entry.value else {
                if entry.value.exists { #expect(found != nil, "\(entry.name): \(entry.source)") }
                continue
            }
            switch (found, entry.name.segments.last ?? "") {
            case (let list as [Any], "count"):
                let items = list.flatMap { ($0 as? [String: Any])?["left"] as? [Any] ?? [$0] }
                #expect(Double(items.count) >= value, "\(entry.name)")
            case (let list as [[String: Any]], "excluded"):
                let left = list.flatMap { $0["left"] as? [[String: Any]] ?? [$0] }
                #expect(left.compactMap { $0["n"] as? Int }.reduce(0, +) == Int(value), "\(entry.name)")
            case (let events as NSNumber, "censored"):
                let n = resolve(entry.source.replacing("/events", with: "/n"), in: json) as? Double
                #expect(n == events.doubleValue + value, "\(entry.name)")
            case (let number as NSNumber, let name)
            where name.hasPrefix("largest-difference") || ["before", "after"].contains(name):
                #expect(abs(abs(number.doubleValue) - value) <= 1e-12 * value, "\(entry.name)")
            case (let number as NSNumber, "percent"), (let number as NSNumber, "events-percent"):
                let total = resolve(denominator(of: entry.source, in: json), in: json) as? Double
                #expect(abs(value - number.doubleValue / (total ?? 0)) <= 1e-12 * value, "\(entry.name)")
            // The reader of this test is not exact to the last digit.
            case (let number as NSNumber, _):
                #expect(abs(number.doubleValue - value) <= 1e-12 * abs(value), "\(entry.name)")
            default: Issue.record("\(entry.name) leads to \(entry.source), where no number stands")
            }
        }
    }

    /// Where the number stands that a count's percentage is of: the known values (or the responses) of its column, or the
    /// group's size.
    private func denominator(of source: String, in json: Any) -> String {
        let keys = source.split(separator: "/").map(String.init)
        func path(_ start: ArraySlice<String>, _ end: String...) -> String {
            (start + end).map { "/\($0)" }.joined()
        }
        let column = keys.last ?? ""
        // Of a level of a characteristic: …/rows/1/levels/0/counts/2.
        if keys.count > 4, keys[keys.count - 4] == "levels" {
            let variable = keys.dropLast(4)
            let table = resolve(path(variable.dropLast(2)), in: json) as? [String: Any]
            let row = resolve(path(variable), in: json) as? [String: Any]
            let areResponses =
                row?["summary"] as? String == "responses" && table?["denominator"] as? String == "responses"
            return path(variable, areResponses ? "responses" : "known", column)
        }
        // Of a response: …/rows/1/counts/2. Of an adverse event: …/rows/1/counts/0/2.
        if keys.dropLast().last == "counts" { return path(keys.dropLast(4), "known", column) }
        if keys.dropLast(2).last == "counts" { return path(keys.dropLast(5), "columns", column, "n") }
        return source.replacing("/events", with: "/n")
    }

    private func resolve(_ pointer: String, in json: Any) -> Any? {
        pointer.split(separator: "/").reduce(json as Any?) { place, key in
            if let list = place as? [Any], let index = Int(key) {
                list.at(index)
            } else {
                (place as? [String: Any])?[String(key)]
            }
        }
    }

    @Test func conditionsCompareUnroundedNumbers() {
        #expect(text("{{if os.log-rank.p > 0.05 and os.log-rank.p < 0.0505}}yes{{end}}") == "yes")
        #expect(text("{{if pfs.IO+T.rate.6 == 0.405}}yes{{end}}") == "yes")
        #expect(text("{{if pfs.IO+T.rate.6.lower == 0.2573}}yes{{end}}") == "yes")
        #expect(text("{{if pfs.RT+IO+T.rate.12 exists}}yes{{else}}no{{end}}") == "no")
        #expect(text("{{if pfs.RT+IO+T.median > pfs.IO+T.median}}longer{{end}}") == "longer")
    }

    @Test func namesThatAreFixedWordsStepAside() {
        var results = Sample.twoArms
        results.survival[0].groups[0].id = "overall"
        results.survival[0].groups[1].id = "named"
        results.survival[1].id = "table"
        results.arms[0].id = "count"
        #expect(text("{{pfs.overall.n}} {{pfs.named.overall.n}} {{pfs.named.named.n}}", results) == "71 42 29")
        #expect(text("{{named.table.IO+T.n}} {{table.baseline.reference}}", results) == "42 Table 1")
        #expect(text("{{arms.count}} {{arms.named.count.n}}", results) == "2 42")
    }

    @Test func comparisonsInPartsOfTheCohortStandUnderTheirEndpoint() {
        var results = Sample.twoArms
        results.survival.insert(Sample.comparison("pfs.bclc.rt", results.survival[0].groups, p: 0.5), at: 0)
        results.survival[0].grouping = "bclc"
        results.survival[0].population = "rt"
        #expect(
            text("{{pfs.bclc.rt.title}}", results) == "Progression-free survival by BCLC stage: irradiated patients")
        #expect(text("{{pfs.log-rank.p}} {{pfs.bclc.rt.log-rank.p}}", results) == "0.012 0.500")
        #expect(text("{{pfs.title}} {{pfs.bclc.rt.figure}}", results) == "Progression-free survival not drawn")
    }

    @Test func listsWithoutItemsKnowTheirShape() {
        let template = """
            {{for c in comparisons}}{{for g in c.groups}}{{g.median.full}}{{for r in g.rates}}{{r.when}}{{end}}{{end}}
            {{for l in c.landmarks}}{{for r in l.groups}}{{r.full}}{{end}}{{end}}{{c.longest-median}}{{end}}
            {{for t in baseline-tables}}{{for v in t.imbalanced}}{{v.p}}{{for l in v.levels}}{{for g in l.groups}}
            {{g.full}}{{end}}{{end}}{{for g in v.groups}}{{g.median}}{{end}}{{end}}{{end}}
            {{for t in tables}}{{t.caption}}{{end}}{{for f in figures}}{{f.caption}}{{end}}{{for a in arms}}{{a.n}}{{end}}
            {{for e in cohort.exclusions}}{{e.label}}{{end}}{{for m in cohort.missing}}{{m.n}}{{end}}none
            """
        #expect(text(template, Sample.empty) == "none")
        let sink = DiagnosticSink()
        let wrong = "{{for c in comparisons}}{{for g in c.groups}}{{g.medain}}{{end}}{{end}}"
        #expect(fill(wrong, Sample.empty, reporting: sink) == nil)
        #expect(sink.diagnostics.map(\.summary) == ["result 'g.medain' doesn't exist"])
    }

    @Test func resultsThatWereEditedByHandDoNotStopTheProgram() {
        var results = Sample.twoArms
        guard case .baseline(var table) = results.tables[0].content else { return }
        table.rows[0].descriptions.removeLast()
        table.rows[1].levels[0].counts = []
        table.rows[1].known = []
        results.tables[0].content = .baseline(table)
        results.survival[0].endpoint = "unknown"
        results.survival[0].groups[0].median.value = .reached(.infinity)
        results.survival[1].id = ""
        results.study.cutoff = "2025-13-99"
        results.endpoints = []
        #expect(resultsSection(of: results) != nil)
        #expect(text("{{study.cutoff}} {{pfs.IO+T.median}}", results) == "2025-13-99 not estimable")
        #expect(text("{{table.baseline.bclc.B.total.full}}", results) == "not applicable")
    }
}

/// What a template of one's own gives as Markdown, without its last line end; nil, with an issue, on any message.
func text(
    _ template: String, _ results: StudyResults = Sample.twoArms,
    sourceLocation: Testing.SourceLocation = #_sourceLocation
) -> String? {
    let sink = DiagnosticSink()
    let text = fill(template, results, reporting: sink)
    expectMessages(sink, quoting: ["own.md": template], equal: "", sourceLocation: sourceLocation)
    return text.map { String($0.markdown.dropLast()) }
}

func fill(_ text: String, _ results: StudyResults, reporting sink: DiagnosticSink) -> ManuscriptText? {
    struct Own: TemplateLoader {
        var text: String
        var names: [String] { ["own.md"] }
        func source(named name: String) throws(TemplateLoadingError) -> TemplateSource? {
            name == "own.md" ? try TemplateSource(name: name, file: name, bytes: Array(text.utf8)) : nil
        }
    }
    let loader = LayeredTemplates([Own(text: text), BuiltInTemplates()])
    let template = Template(named: "own.md", from: loader, reporting: sink)
    return writeText(template, with: Phrasebook(results, style: .plain), reporting: sink)
}
