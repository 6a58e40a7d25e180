import Results

@testable import Prose

/// Results of small studies, with numbers that are easy to recognise.
enum Sample {
    /// Two arms, two endpoints, a table and a figure; the numbers of the liver-cancer study.
    static var twoArms: StudyResults {
        var results = empty
        results.study.synthetic = true
        results.study.cutoff = "2025-04-30"
        results.arms = [
            Arm(id: "IO+T", label: "IO+T", n: 42, isReference: true),
            Arm(id: "RT+IO+T", label: "RT+IO+T", n: 29, isReference: false),
        ]
        results.cohort = CohortSummary(
            read: 74, exclusions: [.init(reason: "no follow-up", n: 2), .init(reason: "other cancer", n: 1)],
            analysed: 71, missing: [.init(variable: "afp", label: "AFP", n: 4)],
            populations: [
                .init(id: "all", label: "All patients", n: 71), .init(id: "rt", label: "irradiated patients", n: 29),
            ], firstStart: "2020-02-03", lastStart: "2025-01-20")
        results.endpoints = [
            EndpointDescription(
                id: "pfs", label: "Progression-free survival", short: "PFS", unit: .months,
                definition: "from treatment start to progression or death"),
            EndpointDescription(
                id: "os", label: "Overall survival", short: "OS", unit: .months, definition: "to death"),
        ]
        results.survival = [
            comparison(
                "pfs",
                [
                    group("IO+T", 42, 38, (4.6, 2.8, 8.7), rates: [(6, 0.405, 0.2573, 0.547), (12, 0.19, 0.09, 0.32)]),
                    group("RT+IO+T", 29, 22, (12.6, 6, nil), rates: [(6, 0.724, 0.5226, 0.8514), (12, nil, nil, nil)]),
                ], p: 0.012),
            comparison(
                "os",
                [
                    group("IO+T", 42, 35, (10.9, 6.1, 17.4), rates: [(6, 0.762, 0.6, 0.86)]),
                    group("RT+IO+T", 29, 20, (nil, 12, nil), rates: [(6, 0.897, 0.7, 0.97)]),
                ], p: 0.0504),
        ]
        results.tables = [
            TableResult(id: "baseline", caption: "Baseline characteristics.", content: .baseline(baseline))
        ]
        results.figures = [figure(panels: ["pfs", "os"])]
        return results
    }

    /// One group, an event in nobody, no table, no figure, no date, nobody left out.
    static var oneGroup: StudyResults {
        var results = empty
        results.endpoints = [
            EndpointDescription(
                id: "relapse", label: "Time to relapse", short: "TTR", unit: .years, definition: "to relapse")
        ]
        results.survival = [
            comparison("relapse", [group("all", 20, 0, (nil, nil, nil), rates: [(1, 1, 1, 1)])], p: nil)
        ]
        results.survival[0].grouping = nil
        results.survival[0].logRank = nil
        results.survival[0].overall = results.survival[0].groups[0]
        return results
    }

    /// A study with nothing but patients.
    static var empty: StudyResults {
        StudyResults(
            study: StudyDescription(
                title: "A trial", short: "Trial", synthetic: false, cutoff: nil, language: "en"),
            provenance: Provenance(program: "greenwood 0.1.0", inputs: []),
            conventions: Conventions(
                level: 0.95, survivalInterval: .logLog, medianRule: .rPrint, beyondLastObservation: .notEstimable,
                ties: .efron, quantileType: 7, categoricalTest: .pearsonOrFisher, continuousTest: .ranks),
            arms: [],
            cohort: CohortSummary(
                read: 20, exclusions: [], analysed: 20, missing: [],
                populations: [.init(id: "all", label: "All patients", n: 20)], firstStart: nil, lastStart: nil),
            endpoints: [], survival: [], tables: [], figures: [],
            manuscript: ManuscriptPresentation(template: "results.md", style: "plain", numbers: NumberPreferences()))
    }

    // MARK: Parts

    static func comparison(_ id: String, _ groups: [SurvivalGroup], p: Double?) -> SurvivalComparison {
        let n = groups.map(\.n).reduce(0, +)
        let events = groups.map(\.events).reduce(0, +)
        var overall = group("all", n, events, (9.9, 7.1, 13.3), rates: [])
        overall.rates = groups.first?.rates ?? []
        return SurvivalComparison(
            id: id, endpoint: String(id.prefix { $0 != "." }), population: "all", grouping: "arm", groups: groups,
            overall: overall,
            logRank: TestResult(
                method: .logRank, statistic: p.map { _ in 7.025 }, degreesOfFreedom: [1], pValue: p, n: n,
                events: events, equalsInR: "survdiff"))
    }

    static func group(
        _ id: String, _ n: Int, _ events: Int, _ median: (Double?, Double?, Double?),
        rates: [(Double, Double?, Double?, Double?)]
    ) -> SurvivalGroup {
        var group = SurvivalGroup.shape
        group.id = id
        group.label = id
        group.n = n
        group.events = events
        group.median = quantile(median)
        group.medianFollowUp = quantile((24.3, 20.1, 30.25))
        group.rates = rates.map { time, value, lower, upper in
            LandmarkRate(
                time: time,
                estimate: Estimate(
                    value: value, interval: ConfidenceInterval(lower: lower, upper: upper), level: 0.95,
                    method: "", n: n),
                atRisk: 17)
        }
        return group
    }

    private static func quantile(_ values: (Double?, Double?, Double?)) -> SurvivalQuantile {
        func point(_ x: Double?) -> TimePoint { x.map { .reached($0) } ?? .notReached }
        return SurvivalQuantile(
            probability: 0.5, value: point(values.0), lower: point(values.1), upper: point(values.2), level: 0.95,
            method: "", unit: .months)
    }

    static func figure(panels: [String]) -> FigureResult {
        FigureResult(
            id: "survival", caption: "Survival.",
            content: .kaplanMeier(
                KaplanMeierPlan(
                    panels: panels.map {
                        KaplanMeierPanel(title: nil, comparison: $0, breaks: [0, 12], riskRows: [])
                    }, riskTable: .atRisk, showsIntervals: true, showsCensoring: true, showsMedianLines: true)))
    }

    private static var baseline: BaselineTable {
        func variable(_ id: String, _ label: String, _ counts: [(String, [Int])], p: Double?) -> BaselineVariable {
            BaselineVariable(
                variable: id, label: label, unit: nil, summary: .levels,
                levels: counts.map { .init(id: $0, label: $0, counts: $1) }, descriptions: [], known: [71, 42, 29],
                missing: [0, 0, 0],
                test: TestResult(method: .fisherExact, statistic: nil, pValue: p, n: 71, equalsInR: "fisher.test"))
        }
        let age = BaselineVariable(
            variable: "age", label: "Age", unit: "years", summary: .median, levels: [],
            descriptions: [(58, 71), (61, 42), (52.5, 29)].map { median, n in
                Description(
                    n: n, mean: 57.25, standardDeviation: 9.5, minimum: 31, lowerQuartile: 50, median: median,
                    upperQuartile: 66, maximum: 80, decimals: 0)
            }, known: [71, 42, 29], missing: [0, 0, 0],
            test: TestResult(method: .mannWhitney, statistic: 400, pValue: 0.03, n: 71, equalsInR: "wilcox.test"))
        return BaselineTable(
            columns: [
                .init(id: "total", label: "Total", n: 71), .init(id: "IO+T", label: "IO+T", n: 42),
                .init(id: "RT+IO+T", label: "RT+IO+T", n: 29),
            ],
            rows: [
                age, variable("bclc", "BCLC stage", [("B", [13, 12, 1]), ("C", [58, 30, 28])], p: 0.007),
                variable("age_group", "Age group", [("< 60.5", [35, 21, 14]), ("≥ 60.5", [36, 21, 15])], p: 0.886),
                variable("sex", "Gender", [("Female", [12, 5, 7]), ("Male", [59, 37, 22])], p: 0.0501),
                variable("child", "Child–Pugh class", [("A", [71, 42, 29])], p: nil),
            ], missing: .row, denominator: .known, showsPValue: true, population: "all", grouping: "arm")
    }
}
