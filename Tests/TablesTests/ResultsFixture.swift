import Results
import Styling
import Tables

extension StudyResults {
    /// Results that hold one table and what it refers to.
    static func with(
        _ content: TableResult.Content, caption: String = "A table.", endpoints: [EndpointDescription] = [.pfs, .os],
        survival: [SurvivalComparison] = [], incidences: [IncidenceComparison] = [],
        matchings: [MatchedPopulation] = [], rule: CategoricalTestRule = .pearsonOrFisher, isSynthetic: Bool = false,
        language: String = "en"
    ) -> StudyResults {
        StudyResults(
            study: StudyDescription(
                title: "A study", short: "Study", synthetic: isSynthetic, cutoff: nil, language: language),
            provenance: Provenance(program: "greenwood", inputs: []),
            conventions: Conventions(
                level: 0.95, survivalInterval: .logLog, medianRule: .rPrint, beyondLastObservation: .notEstimable,
                ties: .efron, quantileType: 7, categoricalTest: rule, continuousTest: .ranks),
            arms: [],
            cohort: CohortSummary(
                read: 71, exclusions: [], analysed: 71, missing: [], populations: [], firstStart: nil, lastStart: nil),
            endpoints: endpoints, survival: survival, incidences: incidences, matchings: matchings,
            tables: [TableResult(id: "table", caption: caption, content: content)], figures: [],
            manuscript: ManuscriptPresentation(template: "results.md", style: "plain", numbers: NumberPreferences()))
    }

    func table(style: HouseStyle = .plain) -> Table { Tables.table(of: tables[0], in: self, style: style) }
}

extension HouseStyle {
    /// The style of the liver-cancer study.
    static var study: HouseStyle {
        get throws {
            try named("frontiers", numbers: NumberPreferences(logRankPValue: "two-significant", trailingZeros: false))
        }
    }
}

extension EndpointDescription {
    static let pfs = EndpointDescription(
        id: "pfs", label: "Progression-free survival", short: "PFS", unit: .months, definition: "")
    static let os = EndpointDescription(id: "os", label: "Overall survival", short: "OS", unit: .months, definition: "")
}

extension BaselineTable.Column {
    static let total = BaselineTable.Column(id: "total", label: "Total", n: 71)
}

extension [BaselineTable.Column] {
    static var arms: Self {
        [.init(id: "IO+T", label: "IO+T", n: 42), .init(id: "RT+IO+T", label: "RT+IO+T", n: 29)]
    }
}

extension Estimate {
    static func of(
        _ value: Double?, _ lower: Double? = nil, _ upper: Double? = nil, method: String = "", notes: [ResultNote] = []
    ) -> Estimate {
        Estimate(
            value: value, interval: value == nil ? nil : .init(lower: lower, upper: upper), level: 0.95,
            method: method, n: 71, notes: notes)
    }
}

extension ColumnIdentity {
    static func of(_ covariate: String, _ level: String?, _ reference: String?) -> ColumnIdentity {
        ColumnIdentity(term: covariate, parts: [.init(covariate: covariate, level: level, reference: reference)])
    }
}

extension CoxCoefficient {
    static func of(
        _ column: ColumnIdentity, _ ratio: Estimate, p: Double?, monotone: MonotoneLikelihood.Reason? = nil
    ) -> CoxCoefficient {
        CoxCoefficient(
            column: column, coefficient: nil, standardError: nil, z: nil, pValue: p, hazardRatio: ratio,
            monotone: monotone.map {
                MonotoneLikelihood(column: column, reason: $0, isIncreasing: false, level: column.parts.first?.level)
            })
    }
}

extension CoxModelFit {
    /// A model; the p-values of its terms are Wald's, the likelihood ratio's and the score test's.
    static func of(
        _ coefficients: [CoxCoefficient], terms: [(String, Double?, Double?, Double?)] = [], n: Int = 71,
        events: Int = 63, perVariable: Double? = nil, wald: Double? = nil
    ) -> CoxModelFit {
        CoxModelFit(
            n: n, events: events, coefficients: coefficients,
            terms: terms.map {
                TermTests(
                    term: $0.0, wald: .of(.wald, p: $0.1), likelihoodRatio: .of(.likelihoodRatio, p: $0.2),
                    score: .of(.score, p: $0.3))
            }, logLikelihoodNull: 0, logLikelihood: 0, likelihoodRatio: .of(.likelihoodRatio, p: nil),
            wald: .of(.wald, p: wald), score: .of(.score, p: nil), robustScore: nil,
            concordance: Concordance(
                estimate: .of(nil), concordant: 0, discordant: 0, tiedPrediction: 0, tiedTime: 0, tiedBoth: 0),
            eventsPerVariable: perVariable
                ?? (coefficients.isEmpty ? nil : Double(events) / Double(coefficients.count)),
            ties: .efron, variance: .model, level: 0.95, notes: [])
    }
}

extension SurvivalCurve {
    static let none = SurvivalCurve(
        time: [], atRisk: [], events: [], censored: [], survival: [], standardErrorOfLog: [], lower: [], upper: [],
        level: 0.95, transform: .logLog, unit: .days)
}

extension SurvivalQuantile {
    static func median(_ value: TimePoint, _ lower: TimePoint, _ upper: TimePoint) -> SurvivalQuantile {
        SurvivalQuantile(
            probability: 0.5, value: value, lower: lower, upper: upper, level: 0.95, method: "", unit: .months)
    }
}

extension SurvivalGroup {
    static func of(
        _ id: String, n: Int, events: Int, _ median: SurvivalQuantile, rates: [(Double, Estimate)] = []
    ) -> SurvivalGroup {
        SurvivalGroup(
            id: id, label: id, n: n, events: events, missing: 0, curve: .none, median: median,
            rates: rates.map { LandmarkRate(time: $0.0, estimate: $0.1, atRisk: 0) },
            medianFollowUp: .median(.notReached, .notReached, .notReached), shortestTime: nil, longestTime: nil)
    }
}

extension GroupContrast {
    static func of(_ group: String, _ reference: String, _ estimate: Estimate, p: Double?) -> GroupContrast {
        GroupContrast(
            group: group, reference: reference, contrast: Contrast(estimate: estimate, test: .of(.wald, p: p)))
    }
}

extension SurvivalComparison {
    /// A comparison of the two arms, with the hazard ratio of the second against the first.
    static func of(
        _ id: String, endpoint: String = "pfs", groups: [SurvivalGroup], logRank: Double? = nil,
        ratio: CoxModelFit? = nil,
        robust: CoxModelFit? = nil, tests: [TestResult] = [], differences: [LandmarkDifference] = [],
        means: RestrictedMeans? = nil
    ) -> SurvivalComparison {
        SurvivalComparison(
            id: id, endpoint: endpoint, population: "all", grouping: "arm", groups: groups,
            overall: .of("all", n: 71, events: 63, .median(.notReached, .notReached, .notReached)),
            logRank: groups.count > 1 ? .of(.logRank, p: logRank) : nil, furtherTests: tests, hazardRatio: ratio,
            robustHazardRatio: robust, rateDifferences: differences, restrictedMeans: means)
    }
}

extension Table {
    /// The heads of all columns, those that span them first: `IO+T > Any grade`.
    var heads: [String] {
        columns.enumerated().map { index, column in
            let spanning = spanningHeads.flatMap { $0 }.filter { $0.columns.contains(index) }
            return (spanning.map(\.heading.plain) + [column.heading.plain]).joined(separator: " > ")
        }
    }
}
