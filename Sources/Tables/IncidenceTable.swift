import Results
import Styling

/// Cumulative incidence by group: patients, events, competing events, incidence at landmarks, Gray's test and both kinds
/// of hazard ratio, for one endpoint below another.
func incidenceTable(
    _ content: IncidenceTable, id: String, caption: String, in results: StudyResults, style: HouseStyle
) -> Table {
    let comparisons = content.comparisons.compactMap { name in results.incidences.first { $0.id == name } }
    let differences = comparisons.flatMap(\.rateDifferences).map(\.comparison)
    var layout = OutcomeLayout(
        of: comparisons.flatMap(\.groups).map { .init(id: $0.id, label: $0.label) },
        differences: content.showsDifferences ? differences : [], showsPValue: content.showsPValue,
        writer: CellWriter(results, style: style))
    for comparison in comparisons {
        let endpoint = layout.begin(comparison.endpoint, isAlone: comparisons.count == 1, in: results)
        layout.add(
            comparison, unit: endpoint?.unit ?? comparison.groups.first?.curveUnit ?? .months,
            strata: endpoint?.strata ?? [])
    }
    return layout.table(id: id, caption: caption)
}

extension OutcomeLayout {
    fileprivate mutating func add(_ comparison: IncidenceComparison, unit: TimeUnit, strata: [String]) {
        let (words, interval) = (writer.words, writer.intervalLabel())
        func incidence(_ group: GroupColumns.Group) -> IncidenceGroup? { comparison.groups.first { $0.id == group.id } }
        add(words.patients, group: { group, writer in writer.count(incidence(group)?.n, of: nil) })
        add(words.events, group: { group, writer in writer.count(incidence(group)?.events, of: incidence(group)?.n) })
        add(
            words.competingEvents,
            group: { group, writer in writer.count(incidence(group)?.competing, of: incidence(group)?.n) })
        add(
            rates: comparison.groups.map { ($0.id, $0.rates) }, differences: comparison.rateDifferences,
            label: { words.incidence(at: $0, unit: unit, interval: $1) })
        if let gray = comparison.gray { add(gray) }
        if let fit = comparison.subdistribution {
            add(
                ratios: words.subdistributionRatio(interval: interval),
                fit.coefficients.map { ($0.column, $0.hazardRatio, nil) }, wald: fit.wald)
        }
        if let fit = comparison.causeSpecific {
            add(
                ratios: words.causeSpecificRatio(interval: interval), strata: strata,
                fit.coefficients.map { ($0.column, $0.hazardRatio, $0.monotone) }, wald: fit.wald)
        }
    }
}
