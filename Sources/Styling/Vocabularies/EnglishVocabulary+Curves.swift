import Results

/// The words of curves over time.
extension EnglishVocabulary {
    var unmarkedCensorings: String { "Censored times are not marked: they are too many to be told apart." }

    func spokenInset(from start: String, to end: String, range: (lower: String, upper: String)) -> String {
        "an inset magnifies \(start) to \(end) from \(range.lower)% to \(range.upper)%"
    }

    func riskTableTitle(_ kind: KaplanMeierPlan.RiskTableKind, isWeighted: Bool) -> String {
        let title =
            switch kind {
            case .atRisk, .none: "No. at risk"
            case .atRiskEvents: "No. at risk (events)"
            case .kmunicate: "No. of patients"
            }
        return isWeighted ? "\(title), weighted" : title
    }

    var riskTableRows: RiskTableRowNames {
        RiskTableRowNames(
            atRisk: "At risk", events: "Events", censored: "Censored", weighted: "Weighted", unweighted: "Unweighted",
            unweightedAtRisk: "At risk, unweighted")
    }
    var competingRiskTableRow: String { "Competing events" }

    func quantity(_ curve: KaplanMeierPanel.Curve, of endpoint: String) -> String {
        let name = EndpointName(endpoint)
        let event = name.isOfEvent ? name.event : nil
        return switch curve {
        case .survival: event.map { "Freedom from \(inSentence($0))" } ?? endpoint
        case .failure: event.map { $0.prefix(1).uppercased() + $0.dropFirst() } ?? "1 − \(inSentence(endpoint))"
        case .cumulativeHazard: "Cumulative hazard, \(inSentence(event ?? endpoint))"
        case .difference:
            "Difference in \(event.map { "freedom from \(inSentence($0))" } ?? inSentence(endpoint))"
        }
    }

    func valueAxis(_ curve: KaplanMeierPanel.Curve, of endpoint: String) -> String {
        let quantity = quantity(curve, of: endpoint)
        return switch curve {
        case .survival, .failure: percentageAxis(quantity)
        case .cumulativeHazard: quantity
        case .difference: "\(quantity) (percentage points)"
        }
    }

    func differenceName(_ group: String, _ reference: String) -> String { "\(group) − \(reference)" }

    func spokenLast(_ curve: KaplanMeierPanel.Curve, _ value: String, at time: String) -> String {
        curve == .difference ? "\(value) percentage points at \(time)" : "\(value) at \(time)"
    }

    func kaplanMeierDescription(_ kinds: [KaplanMeierPanel.Curve], curves: Int, panels: Int) -> String {
        switch Set(kinds) {
        case [.cumulativeHazard]: description(of: "Cumulative hazard curve", curves: curves, panels: panels)
        case [.failure]: description(of: "Inverted Kaplan–Meier curve", curves: curves, panels: panels)
        case [.difference]: description(of: "Survival difference curve", curves: curves, panels: panels)
        default: description(of: "Kaplan–Meier curve", curves: curves, panels: panels)
        }
    }

    /// A name after the first word of a phrase: without its capital letter, unless it is an abbreviation.
    func inSentence(_ name: String) -> String {
        let isWord = name.dropFirst().first?.isLowercase ?? false
        return isWord ? name.prefix(1).lowercased() + name.dropFirst() : name
    }
}
