import Results

/// The words of tables that count patients.
extension EnglishVocabulary {
    var countHead: String { "n (%)" }

    func contrast(_ group: String, _ reference: String) -> String { "\(group) vs \(reference)" }

    func missingValues(of variable: String, total: Int?, byColumn: [(label: String, n: Int)]) -> String {
        "\(variable): \(lowercasedStart(missingValues(total: total, byColumn: byColumn)))"
    }

    /// A, B and C.
    func list(_ items: [String], _ conjunction: String = "and") -> String {
        guard let last = items.last, items.count > 1 else { return items.first ?? "" }
        return "\(items.dropLast().joined(separator: ", ")) \(conjunction) \(last)"
    }

    // MARK: Responses

    func proportionDifferenceHead(interval: String) -> String { "Difference, percentage points (\(interval))" }

    func responseRatioHead(_ ratio: ResponseTable.Ratio, interval: String) -> String {
        "\(ratio == .risk ? "Risk" : "Odds") ratio (\(interval))"
    }

    func responseRatioMethod(_ ratio: ResponseTable.Ratio, strata: [String]) -> String {
        if !strata.isEmpty { return "Odds ratios: Mantel–Haenszel, with the Robins–Breslow–Greenland interval." }
        return ratio == .risk
            ? "Risk ratios: interval on the log scale (Katz)." : "Odds ratios: interval on the log scale (Woolf)."
    }

    func comparedWithinStrata(_ strata: [String], exceptDifferences: Bool) -> String {
        "Groups are compared within strata of \(list(strata.map(lowercasedStart)))"
            + (exceptDifferences ? ", except for the differences, which are of all patients together." : ".")
    }

    func proportionIntervals(ofProportions: Bool, ofDifferences: Bool) -> String? {
        switch (ofProportions, ofDifferences) {
        case (true, true): "Intervals: Clopper–Pearson for percentages, Newcombe for differences."
        case (true, false): "Intervals: Clopper–Pearson."
        case (false, true): "Intervals of differences: Newcombe."
        case (false, false): nil
        }
    }

    func emptyLevels(_ labels: [String]) -> String { "No patient had \(list(labels, "or"))." }

    func rate(_ name: String, counting members: [String]) -> String {
        let meaning = Self.rates[name].map { ", \($0)" } ?? ""
        return "\(name)\(meaning): \(members.joined(separator: " + "))."
    }

    func responseAbbreviations(_ labels: [String]) -> String? {
        let known = Set(labels).filter { Self.responses[$0] != nil }.sorted()
        let meanings = known.compactMap { label in Self.responses[label].map { "\(label), \($0)" } }
        return meanings.isEmpty ? nil : meanings.joined(separator: "; ") + "."
    }

    private static let rates = [
        "ORR": "objective response rate", "DCR": "disease control rate", "CBR": "clinical benefit rate",
        "CRR": "complete response rate",
    ]

    private static let responses = [
        "CR": "complete response", "PR": "partial response", "SD": "stable disease", "PD": "progressive disease",
    ]

    // MARK: Adverse events

    var adverseEvent: String { "Adverse event" }

    var worstGrade: String { "Values are n (%); in each row a patient counts once, at the worst grade." }

    func noEvent(dash: String) -> String { "\(dash), not tested, since no patient had the event." }

    func incompleteRecords(_ n: Int, count: String, source: String) -> String {
        "\(count) \(n == 1 ? "record" : "records") of \(source) without a term or a grade \(n == 1 ? "is" : "are") "
            + "not counted."
    }

    func termsLeftOut(_ n: Int, count: String) -> String {
        n == 1 ? "1 further term is not shown." : "\(count) further terms are not shown."
    }

    // MARK: Balance

    var standardizedDifferenceHead: String { "SMD" }

    func standardizedDifferences(of group: String?, and reference: String?) -> String {
        let direction =
            if let group, let reference { ": \(group) less \(reference)," } else { "," }
        return "Standardised differences\(direction) divided by the root of the mean of both groups' variances among "
            + "the patients shown."
    }

    func noStandardizedDifference(_ notes: [ResultNote]) -> String {
        "No standardised difference: \(notes.compactMap { reason($0.kind) }.first ?? "the values do not vary")."
    }

    func before(isWeighted: Bool) -> String { isWeighted ? "Before weighting" : "Before matching" }

    func after(isWeighted: Bool) -> String { isWeighted ? "After weighting" : "After matching" }

    func matchingMethod(_ matching: MatchingSummary) -> String { matching.method }

    func matching(method: String, sets: String, treated: String, controls: String, arePairs: Bool) -> String {
        let found = arePairs ? "\(sets) pairs" : "\(sets) sets of \(treated) treated patients and \(controls) controls"
        return "Matching: \(method): \(found)."
    }

    func weighting(for target: String) -> String {
        let patients =
            switch target {
            case "treated": "the treated patients"
            case "overlap": "patients who might have received either treatment (overlap weights)"
            default: "all patients"
            }
        return "Weights by the propensity score, for the average effect in \(patients). After weighting, the "
            + "standardised differences are weighted; counts, percentages and other summaries are of the patients as they are."
    }
}
