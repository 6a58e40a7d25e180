internal import Results
internal import Styling

/// STROBE's items, those that a cohort study answers.
extension ChecklistFacts {
    func strobe(_ item: ChecklistItem) -> ChecklistEntry {
        switch item.number {
        case "5": return check(item, [], [dates].filter { !$0.isEmpty }.map { $0 + "." })
        case "6a": return check(item, flow)
        case "6b":
            let matched = tables { if case .matchedBaseline = $0 { true } else { false } }
            return results.matchings.isEmpty ? inapplicable(item) : filled(item, methods + matched)
        case "7": return filled(item, methods, remarks(.deathNotAnEvent))
        case "9":
            let remarks = remarks(.treatmentAfterTimeZero, .groupsAfterTimeZero, .differentTimeZero)
            return remarks.isEmpty ? ChecklistEntry(item: item, status: .author) : check(item, [], remarks)
        case "10": return check(item, [], [size] + remarks(.fewEventsPerVariable))
        case "11":
            let cuts = remarks(.dichotomised)
            return cuts.isEmpty
                ? filled(item, methods) : ChecklistEntry(item: item, status: .check, places: methods, words: cuts)
        case "12a": return filled(item, methods)
        case "12b": return forests.isEmpty ? inapplicable(item) : filled(item, methods + forests)
        case "12c": return results.cohort.missing.isEmpty ? inapplicable(item) : check(item, baseline)
        case "12d": return check(item, methods)
        case "12e": return filled(item, effects)
        case "13a": return filled(item, flow, [size])
        case "13b": return results.cohort.exclusions.isEmpty && flow.isEmpty ? inapplicable(item) : filled(item, flow)
        case "13c": return filled(item, flow)
        case "14a", "14b": return filled(item, baseline)
        case "14c": return results.survival.isEmpty ? inapplicable(item) : filled(item, [resultsFile])
        case "15": return filled(item, survivalFigures + paired)
        case "16a", "16b", "16c", "17": return estimates(item)
        case "19": return check(item, [], [])
        default: return author(item)
        }
    }

    private func estimates(_ item: ChecklistItem) -> ChecklistEntry {
        switch item.number {
        case "16a":
            let hasBoth = coxTables.contains { table in
                table.endpoints.contains { !$0.univariable.isEmpty && $0.multivariable != nil }
            }
            let dropped = remarks(.selectedByPValue)
            guard hasBoth || !effects.isEmpty else { return check(item, models + paired + predicted) }
            return dropped.isEmpty
                ? filled(item, models + effects + paired + predicted)
                : ChecklistEntry(
                    item: item, status: .check, places: models + effects + paired + predicted, words: dropped)
        case "16b":
            return remarks(.dichotomised).isEmpty
                ? inapplicable(item) : filled(item, baseline.isEmpty ? models : baseline)
        case "16c":
            return hasRates ? filled(item, survivalFigures + predicted + [resultsFile]) : check(item, predicted)
        default: return filled(item, forests + effects + predicted)
        }
    }

    var resultsFile: ChecklistPlace { ChecklistPlace(label: words.resultsFile, link: "results.json") }

    /// How many patients of how many, as words.
    private var size: String {
        "\(words.patients(style.count(results.cohort.analysed), of: style.count(results.cohort.read)))."
    }
}
