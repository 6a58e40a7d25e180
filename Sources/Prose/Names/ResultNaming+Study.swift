import Results
import Styling
import Templating

/// `study`, `provenance`, `conventions`, `privacy`, `cohort`, `arms`.
extension ResultNaming {
    var study: TemplateContext {
        var study = TemplateContext(ResultName(["study"]))
        study.add("title", .text(results.study.title), from: "/study/title")
        study.add("short", .text(results.study.short), from: "/study/short")
        study.add("synthetic", .flag(results.study.synthetic), from: "/study/synthetic")
        study.add("cutoff", day(results.study.cutoff), from: "/study/cutoff")
        study.add("language", .text(results.study.language), from: "/study/language")
        return study
    }

    var provenance: TemplateContext {
        var provenance = TemplateContext(ResultName(["provenance"]))
        provenance.add("program", .text(results.provenance.program), from: "/provenance/program")
        return provenance
    }

    /// The choices in force, worded for a Methods section.
    var conventions: TemplateContext {
        let chosen = results.conventions
        var conventions = TemplateContext(ResultName(["conventions"]))
        func add(_ name: String, _ words: String, _ key: String) {
            conventions.add(name, .text(words), from: "/conventions/\(key)")
        }
        let label = style.confidenceLabel(chosen.level)
        conventions.add("interval", .number(chosen.level, printed: label), from: "/conventions/level")
        add("survival-interval", words.survivalInterval(chosen.survivalInterval), "survivalInterval")
        add("median-rule", words.medianRule(chosen.medianRule), "medianRule")
        add(
            "beyond-last-observation", words.beyondLastObservation(chosen.beyondLastObservation),
            "beyondLastObservation")
        add("ties", words.ties(chosen.ties), "ties")
        conventions.add("quantile-type", count(chosen.quantileType), from: "/conventions/quantileType")
        add("categorical-test", words.categoricalTest(chosen.categoricalTest), "categoricalTest")
        add("continuous-test", words.continuousTest(chosen.continuousTest), "continuousTest")
        // Not a result but how the program words them: a p-value below this level is called significant.
        for (name, text) in [
            ("p", style.pLetter), ("significance", style.significanceLevel),
            ("significant", style.significanceStatement),
        ] {
            conventions.add(name, .text(text), from: "/conventions")
        }
        return conventions
    }

    /// What is withheld of few patients.
    var privacy: TemplateContext {
        var privacy = TemplateContext(ResultName(["privacy"]))
        let minimum = results.privacy.map { count($0.minimumCell) } ?? .absent(reason: words.notStated)
        privacy.add("minimum-cell", minimum, from: "/privacy/minimumCell")
        return privacy
    }

    /// Who was read, left out and why, and who remained.
    var cohort: TemplateContext {
        let summary = results.cohort
        var cohort = TemplateContext(ResultName(["cohort"]))
        cohort.add("read", count(summary.read), from: "/cohort/read")
        cohort.add("analysed", count(summary.analysed), from: "/cohort/analysed")
        let excluded = summary.exclusions.map(\.n).reduce(0, +)
        cohort.add("excluded", count(excluded), from: "/cohort/exclusions")
        let isTold = results.figures.contains { figure in
            guard case .flow(let chart) = figure.content else { return false }
            return chart.stages.first?.n == summary.read && chart.stages.allSatisfy(\.left.isEmpty)
        }
        cohort.add("is-told-by-flow-chart", .flag(isTold), from: "/figures")
        // The first and the last day are one patient's each.
        for (name, day, key) in [
            ("first-start", summary.firstStart, "firstStart"), ("last-start", summary.lastStart, "lastStart"),
        ] {
            cohort.add(name, day == nil && results.privacy != nil ? withheld : self.day(day), from: "/cohort/\(key)")
        }
        addCounts(
            "exclusions", summary.exclusions.map { ($0.reason, $0.reason, $0.n) }, from: "/cohort/exclusions",
            labelKey: "reason", to: &cohort)
        addCounts(
            "missing", summary.missing.map { ($0.variable, $0.label, $0.n) }, from: "/cohort/missing", to: &cohort)
        addCounts(
            "populations", summary.populations.map { ($0.id, $0.label, $0.n) }, from: "/cohort/populations",
            to: &cohort)
        return cohort
    }

    /// The treatment arms, in the study's order.
    var arms: TemplateContext {
        var holder = TemplateContext()
        addCounts("arms", results.arms.map { ($0.id, $0.label, $0.n) }, from: "/arms", to: &holder)
        return holder["arms"] ?? TemplateContext(ResultName(["arms"]))
    }

    /// A list of things with a label and a number of patients, each also by its name: `cohort.missing.afp.n`.
    private func addCounts(
        _ segment: String, _ things: [(id: String, label: String, n: Int)], from pointer: String,
        labelKey: String = "label", to parent: inout TemplateContext
    ) {
        var list = place(segment, in: parent)
        func thing(_ id: String, _ label: String, _ n: Int, _ pointer: String) -> TemplateContext {
            var place = place(id, in: list, besides: ["count"])
            place.add("label", .text(label), from: "\(pointer)/\(labelKey)")
            place.add("n", count(n), from: "\(pointer)/n")
            return place
        }
        let items = located(things, in: pointer).map { thing($1.id, $1.label, $1.n, $0) }
        list.list(items, shapedLike: thing("", "", 0, ""), from: pointer)
        for item in items { list.insert(item) }
        parent.add(list)
    }

    private func day(_ text: String?) -> TemplateValue {
        self.text(text.map { words.day($0) }, or: words.notStated)
    }
}
