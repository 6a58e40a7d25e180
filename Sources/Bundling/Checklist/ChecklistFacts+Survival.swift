internal import Results
internal import Styling

/// The items of KMunicate, SAMPL and REMARK.
extension ChecklistFacts {
    func kmunicate(_ item: ChecklistItem) -> ChecklistEntry {
        // Nobody is at risk on a predicted curve, but it has an interval as any other.
        let isDone = curves.allSatisfy { item.number == "1" ? $0.riskTable == .kmunicate : $0.showsIntervals }
        if item.number == "1" { return isDone ? filled(item, survivalFigures) : check(item, survivalFigures) }
        let places = survivalFigures + predicted
        return isDone && predictedPlots.allSatisfy(\.showsIntervals) ? filled(item, places) : check(item, places)
    }

    func sampl(_ item: ChecklistItem) -> ChecklistEntry {
        switch item.number {
        case "1":
            return results.study.cutoff == nil || results.cohort.firstStart == nil
                ? check(item, [], [dates].filter { !$0.isEmpty }.map { $0 + "." })
                : filled(item, methods, ["\(dates)."])
        case "2", "3", "10": return filled(item, methods)
        case "4":
            let isTested = coxTables.contains { $0.endpoints.contains { $0.proportionalHazards != nil } }
            let places = residuals + (isTested ? models : [])
            return places.isEmpty ? check(item) : filled(item, places)
        case "5": return hasRates ? filled(item, survivalFigures) : check(item, survivalFigures)
        case "6", "7": return survivalFigures.isEmpty ? check(item) : filled(item, survivalFigures)
        case "8":
            let places = models + predicted
            return places.isEmpty ? inapplicable(item) : filled(item, places)
        default: return filled(item, methods, ["\(results.provenance.program)."])
        }
    }

    func remark(_ item: ChecklistItem) -> ChecklistEntry {
        switch item.number {
        case "6": return filled(item, [resultsFile], [dates].filter { !$0.isEmpty }.map { $0 + "." })
        case "8", "10": return filled(item, methods)
        case "11":
            let cuts = remarks(.dichotomised)
            return cuts.isEmpty ? inapplicable(item) : ChecklistEntry(item: item, status: .check, words: cuts)
        case "12": return filled(item, flow + survivalFigures)
        case "15":
            return coxTables.contains { $0.endpoints.contains { !$0.univariable.isEmpty } }
                ? filled(item, models) : check(item)
        case "16":
            let isWhole = coxTables.contains { table in
                table.endpoints.contains { $0.multivariable != nil && $0.entered.count == table.rows.count }
            }
            return isWhole ? filled(item, models) : check(item, models, remarks(.selectedByPValue))
        default:
            let places = residuals + effects + predicted
            return places.isEmpty ? author(item) : filled(item, places)
        }
    }
}
