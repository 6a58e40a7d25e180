import Results

/// The words of sentences in English.
struct EnglishProse: ProseVocabulary {
    let notReached = "not reached"
    let notEstimable = "not estimable"
    let withheld = "[withheld]"
    let withheldNote = (
        before: "[withheld]: a number that is not given, because it would tell of fewer than ", after: " patients."
    )
    let notCompared = "not compared"
    let notStated = "not stated"
    let notApplicable = "not applicable"
    let notDrawn = "not drawn"
    let undetermined = "not determined"
    let notInModel = "not in the model"
    let severalLevels = "given by level"
    let listSeparators = (between: ", ", last: " and ")

    func range(from lower: String, to upper: String) -> String { "\(lower) to \(upper)" }

    func title(_ endpoint: String, by grouping: String?, in population: String?) -> String {
        endpoint + (grouping.map { " by \($0)" } ?? "") + (population.map { ": \($0)" } ?? "")
    }

    func day(_ text: String) -> String {
        let months = [
            "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
            "November", "December",
        ]
        let parts = text.split(separator: "-").compactMap { Int($0) }
        guard parts.count == 3, months.indices.contains(parts[1] - 1) else { return text }
        return "\(parts[2]) \(months[parts[1] - 1]) \(parts[0])"
    }

    func unit(_ unit: TimeUnit) -> String { unit.rawValue }

    func singular(_ unit: TimeUnit) -> String {
        switch unit {
        case .days: "day"
        case .weeks: "week"
        case .months: "month"
        case .years: "year"
        }
    }

    func summary(_ summary: BaselineVariable.Summary) -> String {
        switch summary {
        case .levels, .responses: "n (%)"
        case .median: "median (interquartile range)"
        case .range: "median (range)"
        case .mean: "mean (standard deviation)"
        }
    }
}

/// Conventions as a Methods section words them.
extension EnglishProse {
    func test(_ method: CoxTable.PValueMethod) -> String {
        switch method {
        case .likelihoodRatio: "likelihood-ratio test"
        case .wald: "Wald test"
        case .score: "score test"
        }
    }

    func survivalInterval(_ transform: ConfidenceTransform) -> String {
        switch transform {
        case .plain: "on the scale of the probability itself"
        case .log: "on the log scale"
        case .logLog: "on the log-log scale"
        case .logit: "on the logit scale"
        case .arcsin: "on the arcsine square-root scale"
        }
    }

    func medianRule(_ rule: MedianRule) -> String {
        switch rule {
        case .rPrint: "the middle of a flat stretch at one half that a later step leaves, otherwise its start"
        case .rQuantile: "the middle of a flat stretch at one half, the last one ending at the last observation"
        case .sas: "the middle of a flat stretch at one half, and not reached on the last one"
        }
    }

    func beyondLastObservation(_ rule: BeyondLastObservation) -> String {
        switch rule {
        case .notEstimable: "not estimated beyond the last observation of a group"
        case .carryForward: "carried forward beyond the last observation of a group"
        }
    }

    func ties(_ method: TiesMethod) -> String {
        switch method {
        case .efron: "Efron's approximation"
        case .breslow: "Breslow's approximation"
        case .exact: "the exact partial likelihood of discrete time"
        }
    }

    func pairedTest(_ rule: PairedTable.TestRule, exactBelow: Int) -> String {
        let more = "; more than two levels by the McNemar–Bowker test of symmetry"
        return switch rule {
        case .exact: "McNemar's exact test\(more)"
        case .corrected: "McNemar's test with continuity correction\(more)"
        case .uncorrected: "McNemar's test without continuity correction\(more)"
        case .exactOrCorrected:
            "McNemar's test, exact where fewer than \(exactBelow) patients changed and else with continuity correction\(more)"
        }
    }

    func categoricalTest(_ rule: CategoricalTestRule) -> String {
        switch rule {
        case .pearsonOrFisher:
            "Pearson's χ² test without continuity correction, or Fisher's exact test where an expected count was "
                + "below 5"
        case .pearson: "Pearson's χ² test without continuity correction"
        case .pearsonCorrected: "Pearson's χ² test, with Yates's correction in two-by-two tables"
        case .fisher: "Fisher's exact test"
        }
    }

    func continuousTest(_ rule: ContinuousTestRule) -> String {
        switch rule {
        case .ranks: "the Mann–Whitney test, or the Kruskal–Wallis test for more than two groups"
        case .ranksUncorrected:
            "the Mann–Whitney test without continuity correction, or the Kruskal–Wallis test for more than two groups"
        case .means: "Welch's t test, or analysis of variance for more than two groups"
        }
    }
}
