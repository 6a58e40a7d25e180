import Results
import SurvivalStatistics

/// Runs reference cases through the estimators, by their kind.
enum Validator {
    /// Runs one case.
    static func run(_ reference: ReferenceCase, on data: ReferenceData) -> CaseOutcome {
        let data = reference.arguments["data"].map { ReferenceData($0) } ?? data
        return switch reference.kind {
        case "km": kaplanMeier(reference, data)
        case "km_weighted": weightedKaplanMeier(reference, data)
        case "error": negativeTime(reference, data)
        case "logrank": logRank(reference, data)
        case "chisq": pearson(reference)
        case "fisher": fisher(reference)
        case "wilcox": mannWhitney(reference, data)
        case "wilcox_exact": exactMannWhitney(reference, data)
        case "kruskal": kruskalWallis(reference, data)
        case "t_test": tTests(reference, data)
        case "anova": variance(reference, data)
        case "describe": description(reference, data)
        case "prop_diff": proportionDifference(reference)
        case "binom_ci": proportionInterval(reference)
        case "mantelhaen": mantelHaenszel(reference, data)
        case "mcnemar": mcNemar(reference)
        case "wilcox_raw", "paired": byMethod(reference, data)
        case "smd_continuous": standardisedDifference(reference, data)
        case "smd_categorical": multinomialDifference(reference, data)
        case "rmst": restrictedMean(reference, data)
        default: .notApplicable("kind '\(reference.kind)' is not covered")
        }
    }

    /// The survival sample that the arguments of a case describe, and its rows.
    static func sample(
        _ reference: ReferenceCase, _ data: ReferenceData, also names: [String] = []
    ) -> (sample: SurvivalSample, rows: [Int])? {
        let arguments = reference.arguments
        guard let time = arguments["time"]?.text, let event = arguments["event"]?.text else { return nil }
        let start = arguments["start"]?.text
        let weights = arguments["weights"]?.text
        let rows = data.rows(
            with: [time, event] + [start, weights].compactMap { $0 } + names, where: arguments["filter"])
        let eventValue = arguments["event_value"]?.number ?? 1
        let sample = try? SurvivalSample(
            time: data.numbers(time, in: rows),
            status: data.numbers(event, in: rows).map { $0 == eventValue ? .event : .censored },
            entry: start.map { data.numbers($0, in: rows) }, weights: weights.map { data.numbers($0, in: rows) },
            unit: .days)
        return sample.map { ($0, rows) }
    }

    /// Each row's position among labels such as `sex=Male`.
    static func codes(
        _ labels: [JSONValue], of column: String, _ data: ReferenceData, _ rows: [Int]
    ) -> [Int?] {
        let levels = labels.map { String(($0.text ?? "").drop { $0 != "=" }.dropFirst()) }
        return data.texts(column, in: rows).map { levels.firstIndex(of: $0) }
    }

    /// The values of a variable, divided by the levels of a group.
    static func values(_ reference: ReferenceCase, _ data: ReferenceData) -> [[Double]] {
        guard let variable = reference.arguments["y"]?.text, let group = reference.arguments["group"]?.text else {
            return []
        }
        let rows = data.rows(with: [variable, group])
        let values = data.numbers(variable, in: rows)
        let groups = data.texts(group, in: rows)
        return (reference.arguments["levels"]?.elements ?? []).map { level in
            rows.indices.filter { groups[$0] == level.text }.map { values[$0] }
        }
    }
}
