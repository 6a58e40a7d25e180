import Results

/// Results of a study with survival figures only, built from observations.
struct SurvivalStudy {
    struct Panel {
        var endpoint: String
        var groups: [SurvivalObservations]
        var pValue: Double?
        var breaks: [Double]
        var title: String?
        var groupingLabel: String?
        /// The hazard ratio of each group against the first with its limits; nil where there is no model.
        var ratio: Ratio?
        /// By what the ratio is stratified.
        var strata: [String]?
    }

    enum Ratio {
        case notEstimable
        case value(Double, lower: Double, upper: Double)
    }

    var panels: [Panel]
    var unit = TimeUnit.months
    var riskTable = KaplanMeierPlan.RiskTableKind.atRisk
    var showsIntervals = true
    var showsCensoring = true
    var showsMedianLines = true
    var synthetic = true
    var inset: CurveInset?
    var caption = "Survival by treatment group."

    var results: StudyResults {
        StudyResults(
            study: StudyDescription(
                title: "A study", short: "Study", synthetic: synthetic, cutoff: "2025-04-30", language: "en"),
            provenance: Provenance(program: "greenwood", inputs: []),
            conventions: Conventions(
                level: 0.95, survivalInterval: .logLog, medianRule: .rPrint, beyondLastObservation: .notEstimable,
                ties: .efron, quantileType: 7, categoricalTest: .pearsonOrFisher, continuousTest: .ranks),
            arms: [],
            cohort: CohortSummary(
                read: 0, exclusions: [], analysed: 0, missing: [], populations: [], firstStart: nil, lastStart: nil),
            endpoints: panels.indices.map {
                EndpointDescription(
                    id: "endpoint-\($0)", label: panels[$0].endpoint, short: "E\($0)", unit: unit, definition: "",
                    strata: panels[$0].strata)
            },
            survival: panels.indices.map(comparison), tables: [],
            figures: [
                FigureResult(
                    id: "survival", caption: caption,
                    content: .kaplanMeier(
                        KaplanMeierPlan(
                            panels: panels.indices.map(panel), riskTable: riskTable, showsIntervals: showsIntervals,
                            showsCensoring: showsCensoring, showsMedianLines: showsMedianLines, inset: inset)))
            ],
            manuscript: ManuscriptPresentation(template: "results.md", style: "plain", numbers: NumberPreferences()))
    }

    private func comparison(_ index: Int) -> SurvivalComparison {
        let groups = panels[index].groups.map { $0.group(in: unit) }
        let everyone = SurvivalObservations("all", times: panels[index].groups.flatMap(\.times)).group(in: unit)
        let test = TestResult(
            method: .logRank, statistic: nil, pValue: panels[index].pValue, n: everyone.n, equalsInR: "")
        return SurvivalComparison(
            id: "comparison-\(index)", endpoint: "endpoint-\(index)", population: "all", grouping: "arm",
            groupingLabel: panels[index].groupingLabel, groups: groups, overall: everyone,
            logRank: groups.count > 1 ? test : nil, hazardRatio: hazardRatio(index))
    }

    private func hazardRatio(_ index: Int) -> CoxModelFit? {
        guard let ratio = panels[index].ratio else { return nil }
        let estimate =
            switch ratio {
            case .notEstimable: Estimate(value: nil, interval: nil, level: 0.95, method: "", n: 71)
            case .value(let value, let lower, let upper):
                Estimate(
                    value: value, interval: ConfidenceInterval(lower: lower, upper: upper), level: 0.95, method: "",
                    n: 71)
            }
        let groups = panels[index].groups
        let coefficients = groups.dropFirst().map { group in
            let identity = ColumnIdentity(
                term: "arm", parts: [.init(covariate: "arm", level: group.label, reference: groups.first?.label)])
            return CoxCoefficient(
                column: identity, coefficient: nil, standardError: nil, z: nil, pValue: nil, hazardRatio: estimate)
        }
        let test = TestResult(method: .wald, statistic: nil, pValue: nil, n: 71, equalsInR: "")
        return CoxModelFit(
            n: 71, events: 51, coefficients: coefficients, terms: [], logLikelihoodNull: 0, logLikelihood: 0,
            likelihoodRatio: test, wald: test, score: test, robustScore: nil,
            concordance: Concordance(
                estimate: estimate, concordant: 0, discordant: 0, tiedPrediction: 0, tiedTime: 0, tiedBoth: 0),
            eventsPerVariable: nil, ties: .efron, variance: .model, level: 0.95, notes: [])
    }

    private func panel(_ index: Int) -> KaplanMeierPanel {
        let panel = panels[index]
        return KaplanMeierPanel(
            title: panel.title, comparison: "comparison-\(index)", breaks: panel.breaks,
            riskRows: panel.groups.map { $0.riskRow(at: panel.breaks, unit: unit, kind: riskTable) })
    }

    /// Two endpoints of 42 and 29 patients of the synthetic liver-cancer cohort.
    static let liverCancer = SurvivalStudy(
        panels: [
            Panel(
                endpoint: "Progression-free survival",
                groups: [
                    SurvivalObservations(
                        "IO+T",
                        """
                        33 34 35 37 43 45 48 57 59 72 74 81 82 83 86 90 103 104 109 126 131 148 154 165 180 185+ 192 \
                        219+ 264 280 285 288 301 302 322 374 376 394 405 449 450 649
                        """),
                    SurvivalObservations(
                        "RT+IO+T",
                        """
                        44 87 94 118 124 140 146 156 184 224 226 243 295 312 382 418 429 454+ 491 505+ 516 527 532+ \
                        563 580 675 699+ 711+ 1292+
                        """),
                ], pValue: 9.372060909e-05, breaks: [0, 6, 12, 18, 24, 30, 36, 42]),
            Panel(
                endpoint: "Overall survival",
                groups: [
                    SurvivalObservations(
                        "IO+T",
                        """
                        80 120 148 154 158 163 171 178 180 181 182+ 183 184 185+ 186 187 193+ 219+ 265+ 291 295+ \
                        300+ 311+ 313 322 326 331 412+ 415 432 489 524 529 539 557 563 568 580 630+ 649 683+ 1052
                        """),
                    SurvivalObservations(
                        "RT+IO+T",
                        """
                        126 151 157 253 269 320 345 363 366 398 422+ 445 454+ 499 505+ 510+ 532+ 542 543 670+ 685 \
                        687 690 699+ 704 711+ 723 1134 1292+
                        """),
                ], pValue: 0.008070588747, breaks: [0, 6, 12, 18, 24, 30, 36, 42]),
        ], caption: "Progression-free survival (A) and overall survival (B) by treatment group.")

    /// The same with hazard ratios.
    static let withRatios: SurvivalStudy = {
        var study = liverCancer
        study.panels[0].ratio = .value(0.354, lower: 0.211, upper: 0.594)
        study.panels[1].ratio = .value(0.467, lower: 0.262, upper: 0.834)
        return study
    }()

    /// Survival by a variable that is not the arms, in panels that differ in how many months their medians take.
    static func byStage(panels count: Int) -> SurvivalStudy {
        var study = liverCancer
        study.panels = (0..<count).map { index in
            var panel = liverCancer.panels[index % 2]
            panel.groups[0].label = "B"
            panel.groups[1].label = "C"
            panel.groupingLabel = "Barcelona stage"
            return panel
        }
        return study
    }

    static func manyPanels(_ count: Int) -> SurvivalStudy {
        var study = withRatios
        study.panels = (0..<count).map { withRatios.panels[$0 % 2] }
        return study
    }
}
