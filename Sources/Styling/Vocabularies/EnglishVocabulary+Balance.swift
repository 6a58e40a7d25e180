import Results

/// The words of plots of balance, overlap and residuals.
extension EnglishVocabulary {
    var standardizedDifferenceAxis: String { "Absolute standardised difference" }

    func differenceDefinition(_ definition: DifferenceDefinition, isWeighting: Bool) -> String {
        let before = "before \(isWeighting ? "weighting" : "matching")"
        let divisor =
            switch definition {
            case .focalGroup: "the standard deviation of the treated group \(before)"
            case .pooledUnmatched: "the pooled standard deviation \(before)"
            case .pooledDisplayed: "the pooled standard deviation of the patients shown"
            }
        return "Standardised difference: difference of means or proportions divided by \(divisor)."
    }

    func before(isWeighting: Bool, n: String?) -> String {
        sized(isWeighting ? "Before weighting" : "Before matching", n)
    }

    func after(isWeighting: Bool, n: String?) -> String {
        sized(isWeighting ? "After weighting" : "After matching", n)
    }

    func onlyMissing(_ notEstimable: String, isAfter: Bool) -> String {
        "\(notEstimable) \(isAfter ? "after" : "before")"
    }

    var nobodyMatched: String { "Nobody was matched." }

    func balanceDescription(isWeighting: Bool) -> String {
        "Absolute standardised differences of covariates before and after \(isWeighting ? "weighting" : "matching")."
    }

    func spokenBalance(_ label: String, before: String, after: String) -> String {
        "\(label), \(before) before and \(after) after"
    }

    func thresholds(_ values: [String]) -> String {
        values.count == 1 ? "Dashed line: \(values[0])." : "Dashed lines: \(values.joined(separator: ", "))."
    }

    var propensityAxis: String { "Propensity score" }
    var shareOfGroupAxis: String { "Patients (% of group)" }
    func groupSize(_ label: String, n: String?) -> String { sized(label, n) }
    func effectiveSize(_ label: String, n: String) -> String { "\(label) (effective n = \(n))" }

    func overlapDescription(_ upper: String, _ lower: String) -> String {
        "Histograms of the propensity score, \(upper) upwards and \(lower) downwards."
    }

    func spokenScores(_ label: String, range: (String, String)?) -> String {
        range.map { "\(label), scores between \($0.0) and \($0.1)" } ?? "\(label), no patients"
    }

    var logHazardRatioAxis: String { "Log hazard ratio" }

    var residualMarks: String {
        "Points: scaled Schoenfeld residuals plus the model's coefficient. Line and band: smooth with pointwise "
            + "confidence limits. Dashed: the model's coefficient. Thin: no effect."
    }

    func residualTests(letter: String, transform: String, global statement: String?) -> String {
        let time =
            switch transform {
            case "km": "time transformed by the Kaplan–Meier estimate"
            case "rank": "time transformed to ranks"
            case "log": "time transformed to logarithms"
            default: "time not transformed"
            }
        return
            "\(letter): test of proportional hazards (\(time)); all covariates together, \(statement ?? notTestable)."
    }

    var notTestable: String { "not testable" }

    func residualDescription(endpoint: String, panels: Int) -> String {
        let noun = panels == 1 ? "1 panel" : "\(panels) panels"
        return "Scaled Schoenfeld residuals over time with a smooth curve, \(noun). \(endpoint)."
    }

    func spokenResiduals(_ label: String, coefficient: String, test: String) -> String {
        "\(label), log hazard ratio \(coefficient), test of proportional hazards \(test)"
    }

    private func sized(_ label: String, _ n: String?) -> String { n.map { "\(label) (n = \($0))" } ?? label }
}
