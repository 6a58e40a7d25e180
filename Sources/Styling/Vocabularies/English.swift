import Results

/// The program's words in English.
struct EnglishVocabulary: Vocabulary {
    let language = "en"

    let contents = "Contents"
    let skipToText = "Skip to the text"
    let table = "Table"
    let figure = "Figure"
    let syntheticData = "Synthetic data: these are not records of patients."

    let characteristic = "Characteristic"
    let missing = "Missing"
    let percentagesOfResponses = "Percentages are of all entries, since a patient can have several."
    let smallExpectedCounts = "An expected count is below 5: the approximation may be poor."

    func columnHead(_ label: String, n: String) -> String { "\(label) (n = \(n))" }

    func pValueHead(letter: String) -> String { "\(letter) value" }

    func summary(_ summary: BaselineVariable.Summary) -> String? {
        switch summary {
        case .levels, .responses: nil
        case .median: "median (IQR)"
        case .range: "median (range)"
        case .mean: "mean (SD)"
        }
    }

    func cellContents(onlyCounts: Bool, percentagesOf denominator: BaselineTable.Denominator?) -> String {
        let values = onlyCounts ? "Values are n (%)" : "Values are n (%) unless the row says otherwise"
        return switch denominator {
        case nil: "\(values)."
        case .known: "\(values); percentages are of patients with a known value."
        case .all: "\(values); percentages are of all patients."
        }
    }

    func quartiles(type: Int) -> String {
        "IQR, interquartile range, given as the first and third quartile (R's quantile type \(type))."
    }

    func missingValues(total: Int?, byColumn: [(label: String, n: Int)]) -> String {
        let columns = byColumn.map { "\($0.label) \($0.n)" }.joined(separator: ", ")
        guard let total else { return "Missing values: \(columns)." }
        let patients = total == 1 ? "1 patient" : "\(total) patients"
        return byColumn.isEmpty ? "Missing in \(patients)." : "Missing in \(patients) (\(columns))."
    }

    func onlyTest(_ method: TestResult.Method, rule: CategoricalTestRule, letter: String) -> String {
        "\(letter) values: \(test(method, rule: rule))."
    }

    func usualTest(_ method: TestResult.Method, rule: CategoricalTestRule, letter: String) -> String {
        "Unmarked \(letter) values: \(test(method, rule: rule))."
    }

    func markedTest(_ method: TestResult.Method, rule: CategoricalTestRule) -> String {
        let test = test(method, rule: rule)
        return "\(test.prefix(1).uppercased())\(test.dropFirst())."
    }

    func noPValue(because notes: [ResultNote], summary: BaselineVariable.Summary) -> String {
        var reasons: [String] = []
        for reason in notes.compactMap({ reason($0.kind) }) where !reasons.contains(reason) { reasons.append(reason) }
        if reasons.isEmpty, summary == .responses { reasons = ["a patient can have several values"] }
        return reasons.isEmpty ? "Not tested." : "Not tested: \(reasons.joined(separator: "; "))."
    }

    func abbreviations(_ abbreviations: [Abbreviation], in style: HouseStyle) -> String {
        abbreviations.map {
            switch $0 {
            case .standardDeviation: "SD, standard deviation"
            case .notEstimable: "\(style.numbers.notEstimable), not estimable"
            }
        }.joined(separator: "; ") + "."
    }

    private func reason(_ kind: ResultNote.Kind) -> String? {
        switch kind {
        case .noPatients: "no patient has a value"
        case .noEvents: "no event occurred"
        case .singleGroup: "only one group has values"
        case .constant: "all values are equal"
        case .zeroVariance: "the values of a group do not vary"
        case .smallExpectedCounts: "expected counts are too small"
        case .monotoneLikelihood, .collinear, .notConverged: "the model could not be fitted"
        case .fewEvents: "there are too few events"
        case .beyondLastObservation, .approximated, .missingLeftOut: nil
        }
    }

    private func test(_ method: TestResult.Method, rule: CategoricalTestRule) -> String {
        switch method {
        case .logRank: "log-rank test"
        case .stratifiedLogRank: "stratified log-rank test"
        case .flemingHarrington: "Fleming–Harrington test"
        case .logRankTrend: "log-rank test for trend"
        case .pearsonChiSquared: "Pearson's χ² test without continuity correction"
        case .pearsonChiSquaredCorrected: "Pearson's χ² test with Yates's continuity correction"
        case .fisherExact: "Fisher's exact test" + fisherCondition(rule)
        case .fisherMonteCarlo: "Fisher's exact test by simulation" + fisherCondition(rule)
        case .mannWhitneyExact: "exact Mann–Whitney test"
        case .mannWhitney: "Mann–Whitney test with continuity correction"
        case .mannWhitneyUncorrected: "Mann–Whitney test without continuity correction"
        case .kruskalWallis: "Kruskal–Wallis test"
        case .welchT: "Welch's t test"
        case .studentT: "Student's t test"
        case .analysisOfVariance: "analysis of variance"
        case .welchAnalysisOfVariance: "Welch's analysis of variance"
        case .mcNemar: "McNemar's test"
        case .cochranMantelHaenszel: "Cochran–Mantel–Haenszel test"
        case .cochranArmitageTrend: "Cochran–Armitage test for trend"
        case .likelihoodRatio: "likelihood-ratio test"
        case .wald: "Wald test"
        case .score: "score test"
        case .gray: "Gray's test"
        case .proportionalHazards: "test of proportional hazards"
        }
    }

    private func fisherCondition(_ rule: CategoricalTestRule) -> String {
        rule == .pearsonOrFisher ? ", used where an expected count was below 5" : ""
    }
}
