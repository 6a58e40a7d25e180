import Results

/// The words of figures.
extension EnglishVocabulary {
    var syntheticDataRemark: String { "Synthetic data" }
    var spokenSyntheticData: String { "The data are synthetic." }

    func partOfFigure(_ caption: String, _ part: Int, of parts: Int) -> String {
        let end = caption.hasSuffix(".") ? "." : ""
        return "\(end.isEmpty ? caption : String(caption.dropLast())) (part \(part) of \(parts))\(end)"
    }

    var subgroup: String { "Subgroup" }
    var model: String { "Model" }
    var allPatients: String { "All patients" }
    var eventsOfPatients: String { "Events/patients" }
    var hazardRatioAxis: String { "Hazard ratio (log scale)" }

    func interactionHead(letter: String) -> String { "\(letter) for interaction" }

    func favours(_ who: String) -> String { "Favours \(who)" }

    func forestMarks(overall: String?) -> String {
        let squares = "Squares: area proportional to the number of events."
        return overall.map { "\(squares) Diamond and dashed line: \($0)." } ?? squares
    }

    func interactionTest(_ method: TestResult.Method, letter: String) -> String {
        "\(letter) for interaction: \(test(method))."
    }

    func notEstimable(_ abbreviation: String, because gap: EffectGap, in subgroups: [String]) -> String {
        let place = subgroups.isEmpty ? "" : " in \(subgroups.joined(separator: ", "))"
        let reason =
            switch gap {
            case .noPatients(let arm): "no patients\(place)\(arm.map { " with \($0)" } ?? "")"
            case .noEvents(let arm): "no events\(place)\(arm.map { " with \($0)" } ?? "")"
            case .notFitted: "the model could not be fitted\(place)"
            }
        return "\(abbreviation), not estimable: \(reason)."
    }

    func forestDescription(endpoint: String, treatment: String, reference: String) -> String {
        "Forest plot of hazard ratios, \(treatment) versus \(reference). \(endpoint)."
    }

    func spokenEffect(of label: String, ratio: String, interval: String, limits: (lower: String, upper: String)?)
        -> String
    {
        "\(label), HR \(ratio)" + (limits.map { " (\(interval) \($0.lower) to \($0.upper))" } ?? "")
    }

    func spokenNotEstimable(_ label: String) -> String { "\(label), not estimable" }

    func spokenInteraction(_ label: String, statement: String) -> String {
        "\(label) (interaction, \(statement))"
    }

    var excluded: String { "Excluded" }
    var flowDescription: String { "Flow chart of the patients." }

    func patientCount(_ n: String) -> String { "(n = \(n))" }
}
