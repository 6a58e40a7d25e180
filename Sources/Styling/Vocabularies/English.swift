import Results

/// The program's words in English.
struct EnglishVocabulary: Vocabulary {
    let language = "en"
    var prose: any ProseVocabulary { EnglishProse() }
    var reproduction: any ReproductionVocabulary { EnglishReproduction() }
    var checklist: any ChecklistVocabulary { EnglishChecklist() }

    let contents = "Contents"
    let skipToText = "Skip to the text"
    let table = "Table"
    let figure = "Figure"
    let supplementaryTable = "Supplementary Table"
    let supplementaryFigure = "Supplementary Figure"
    let supplement = "Supplementary material"
    let syntheticData = "Synthetic data: these are not records of patients."
    func madeBy(_ program: String) -> String { "Made by \(program)." }

    let characteristic = "Characteristic"
    let missing = "Missing"
    let severalResponses = "A patient can have several: percentages can add up to more than 100."
    let smallExpectedCounts = "An expected count is below 5: the approximation may be poor."

    func simulated(tables: String, from seed: String) -> String { "From \(tables) random tables, \(seed)." }

    func noInterval(because notes: [ResultNote]) -> String {
        let reason = notes.compactMap { self.reason($0.kind) }.first
        return "No confidence interval: \(reason ?? "the estimate has no standard error here")."
    }

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
        case .known, .responses: "\(values); percentages are of patients with a known value."
        case .all: "\(values); percentages are of all patients."
        }
    }

    func percentagesOfResponses(total: String?, byColumn: [(label: String, n: String)]) -> String {
        let columns = byColumn.map { "\($0.label) \($0.n)" }.joined(separator: ", ")
        let responses = total.map { "\($0) responses" } ?? "responses"
        let of = byColumn.isEmpty ? responses : "\(responses) (\(columns))"
        return "Percentages are of \(of), since a patient can have several."
    }

    func quartiles(type: Int?) -> String {
        let definition = type.map { " (R's quantile type \($0))" } ?? ""
        return "IQR, interquartile range, given as the first and third quartile\(definition)."
    }

    func weightedValues(isAll: Bool) -> String {
        "\(isAll ? "Percentages" : "After weighting, percentages"), means and quantiles are of weighted patients; n counts "
            + "patients."
    }

    func ungroupedPatients(_ n: Int, in total: String, isTreatment: Bool) -> String {
        let patients = n == 1 ? "1 patient" : "\(n.plainText) patients"
        return "\(total) includes \(patients) without a \(isTreatment ? "treatment group" : "known group")."
    }

    func missingValues(total: Int?, byColumn: [(label: String, n: Int)]) -> String {
        let columns = byColumn.map { "\($0.label) \($0.n.plainText)" }.joined(separator: ", ")
        guard let total else { return "Missing values: \(columns)." }
        let patients = total == 1 ? "1 patient" : "\(total.plainText) patients"
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

    func abbreviations(
        _ abbreviations: [Abbreviation], of endpoints: [EndpointDescription], in style: HouseStyle
    ) -> String {
        let names = endpoints.map { "\($0.short), \(lowercasedStart($0.label))" }
        return (names + abbreviations.map { meaning($0, in: style) }).joined(separator: "; ") + "."
    }

    private func meaning(_ abbreviation: Abbreviation, in style: HouseStyle) -> String {
        switch abbreviation {
        case .confidenceInterval: "\(style.numbers.confidenceInterval), confidence interval"
        case .hazardRatio: "\(hazardRatioAbbreviation), hazard ratio"
        case .oddsRatio: "\(oddsRatioAbbreviation), odds ratio"
        case .standardDeviation: "SD, standard deviation"
        case .standardizedDifference: "\(standardizedDifferenceHead), standardised mean difference"
        case .notEstimable: "\(style.numbers.notEstimable), not estimable"
        case .notReached:
            "\(style.numbers.notReached), not reached (the curve, or its confidence limit, does not come down to 50%)"
        }
    }

    /// A name as it stands inside a sentence: `Overall survival` as `overall survival`, `PFS` and `BCLC stage` as they are.
    func lowercasedStart(_ name: String) -> String {
        let second = name.dropFirst().first
        guard let second, second.isLowercase else { return name }
        return name.prefix(1).lowercased() + name.dropFirst()
    }

    /// Why something does not exist, as part of a sentence.
    func reason(_ kind: ResultNote.Kind) -> String? {
        switch kind {
        case .noPatients: "no patient has a value"
        case .noEvents: "no event occurred"
        case .singleGroup: "only one group has values"
        case .constant: "all values are equal"
        case .noDiscordantPairs: "no patient changed"
        case .zeroVariance: "nothing varies within the groups"
        case .smallExpectedCounts: "expected counts are too small"
        case .monotoneLikelihood, .collinear, .notConverged: "the model could not be fitted"
        case .fewEvents: "there are too few events"
        case .tooFewValues: "a group has too few values"
        case .unbounded: "a cell of the table is empty"
        case .samplingWeights: "the test is not defined for weights"
        case .lateEntry: "the method does not allow for late entry"
        case .beyondExact:
            "the table is too large for an exact test (the test 'fisher-monte-carlo' estimates its p value)"
        case .emptyInterval: "no time at risk has any length"
        case .notPositiveTime: "a time is not above zero"
        case .withheld: "it would tell of fewer patients than are published"
        case .unsupported: "the methods asked for do not go together"
        case .beyondLastObservation: "a group's last observation is earlier"
        case .approximated, .missingLeftOut, .simulated: nil
        }
    }

    private func test(_ method: TestResult.Method, rule: CategoricalTestRule) -> String {
        let name = test(method)
        switch method {
        case .pearsonChiSquared: return name + " without continuity correction"
        case .pearsonChiSquaredCorrected: return name + " with Yates's continuity correction"
        case .mannWhitney: return name + " with continuity correction"
        case .mannWhitneyUncorrected: return name + " without continuity correction"
        case .fisherExact where rule == .pearsonOrFisher, .fisherMonteCarlo where rule == .pearsonOrFisher:
            return name + ", used where an expected count was below 5"
        default: return name
        }
    }
}
