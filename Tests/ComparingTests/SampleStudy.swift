import Results

extension StudyResults {
    /// Two groups, one endpoint and a table of one variable, whose numbers the arguments plant.
    static func sample(
        ratio: (Double, Double, Double)? = (0.5, 0.3, 0.8), p: Double? = 0.004, median: TimePoint = .reached(14),
        test: TestResult.Method = .pearsonChiSquared
    ) -> StudyResults {
        let groups = [survivalGroup("A", median: .reached(9)), survivalGroup("B", median: median)]
        let comparison = SurvivalComparison(
            id: "os", endpoint: "os", population: "all", grouping: "arm", groups: groups,
            overall: survivalGroup("overall", median: .reached(11)),
            logRank: TestResult(
                method: .logRank, statistic: 8, degreesOfFreedom: [1], pValue: 0.005, n: 40, equalsInR: ""),
            hazardRatio: model(ratio: ratio, p: p))
        let sex = BaselineVariable(
            variable: "sex", label: "Sex", unit: nil, summary: .levels,
            levels: [
                .init(id: "f", label: "Female", counts: [9, 4, 5]),
                .init(id: "m", label: "Male", counts: [31, 16, 15]),
            ], descriptions: [], known: [40, 20, 20], missing: [0, 0, 0],
            test: TestResult(method: test, statistic: nil, pValue: 0.3, n: 40, equalsInR: ""))
        let table = BaselineTable(
            columns: [
                .init(id: "total", label: "Total", n: 40), .init(id: "A", label: "A", n: 20),
                .init(id: "B", label: "B", n: 20),
            ], rows: [sex], missing: .hide, denominator: .known, showsPValue: true, population: "all", grouping: "arm")
        return StudyResults(
            study: StudyDescription(title: "A trial", short: "Trial", synthetic: false, cutoff: nil, language: "en"),
            provenance: Provenance(program: "greenwood 0.1.0", inputs: []),
            conventions: Conventions(
                level: 0.95, survivalInterval: .logLog, medianRule: .rPrint, beyondLastObservation: .notEstimable,
                ties: .efron, quantileType: 7, categoricalTest: .pearsonOrFisher, continuousTest: .ranks),
            arms: [
                Arm(id: "A", label: "A", n: 20, isReference: true), Arm(id: "B", label: "B", n: 20, isReference: false),
            ],
            cohort: CohortSummary(
                read: 40, exclusions: [], analysed: 40, missing: [],
                populations: [.init(id: "all", label: "All patients", n: 40)], firstStart: nil, lastStart: nil),
            endpoints: [
                EndpointDescription(
                    id: "os", label: "Overall survival", short: "OS", unit: .months, definition: "to death")
            ], survival: [comparison],
            tables: [TableResult(id: "baseline", caption: "Patients.", content: .baseline(table))],
            figures: [],
            manuscript: ManuscriptPresentation(template: "results.md", style: "plain", numbers: NumberPreferences()))
    }

    private static func survivalGroup(_ id: String, median: TimePoint) -> SurvivalGroup {
        func quantile(_ value: TimePoint) -> SurvivalQuantile {
            SurvivalQuantile(
                probability: 0.5, value: value, lower: .reached(5), upper: .notReached, level: 0.95, method: "",
                unit: .months)
        }
        return SurvivalGroup(
            id: id, label: id, n: 20, events: 12, missing: 0,
            curve: SurvivalCurve(
                time: [], atRisk: [], events: [], censored: [], survival: [], standardErrorOfLog: [], lower: [],
                upper: [], level: 0.95, transform: .logLog, unit: .months), median: quantile(median), rates: [],
            medianFollowUp: quantile(.reached(30)), shortestTime: 1, longestTime: 40)
    }

    static func model(ratio: (Double, Double, Double)?, p: Double?) -> CoxModelFit {
        let test = TestResult(method: .wald, statistic: nil, pValue: 0.001, n: 40, equalsInR: "")
        let estimate = Estimate(
            value: ratio?.0, interval: ratio.map { ConfidenceInterval(lower: $0.1, upper: $0.2) }, level: 0.95,
            method: "", n: 40)
        let column = ColumnIdentity(term: "arm", parts: [.init(covariate: "arm", level: "B", reference: "A")])
        return CoxModelFit(
            n: 40, events: 24,
            coefficients: [
                CoxCoefficient(
                    column: column, coefficient: nil, standardError: nil, z: nil, pValue: p, hazardRatio: estimate)
            ], terms: [], logLikelihoodNull: -1, logLikelihood: -1, likelihoodRatio: test, wald: test, score: test,
            robustScore: nil,
            concordance: Concordance(
                estimate: Estimate(value: 0.6, interval: nil, level: 0.95, method: "", n: 40), concordant: 0,
                discordant: 0, tiedPrediction: 0, tiedTime: 0, tiedBoth: 0), eventsPerVariable: nil, ties: .efron,
            variance: .model, level: 0.95, notes: [])
    }
}
