import Results
import Styling

/// Survival by group: patients, events, medians, rates at landmarks, restricted means, hazard ratios and tests, for one
/// endpoint below another.
func survivalTable(
    _ content: SurvivalTable, id: String, caption: String, in results: StudyResults, style: HouseStyle
) -> Table {
    let comparisons = content.comparisons.compactMap { name in results.survival.first { $0.id == name } }
    let differences = comparisons.flatMap { comparison in
        comparison.rateDifferences.map(\.comparison) + (comparison.restrictedMeans?.differences ?? [])
    }
    var layout = OutcomeLayout(
        of: comparisons.flatMap(\.groups).map { .init(id: $0.id, label: $0.label) },
        differences: content.showsDifferences ? differences : [], showsPValue: content.showsPValue,
        writer: CellWriter(results, style: style))
    for comparison in comparisons {
        let endpoint = layout.begin(comparison.endpoint, isAlone: comparisons.count == 1, in: results)
        layout.add(comparison, unit: endpoint?.unit ?? comparison.overall.median.unit, strata: endpoint?.strata ?? [])
    }
    return layout.table(id: id, caption: caption)
}

extension OutcomeLayout {
    fileprivate mutating func add(_ comparison: SurvivalComparison, unit: TimeUnit, strata: [String]) {
        let (words, interval) = (writer.words, writer.intervalLabel())
        func survival(_ group: GroupColumns.Group) -> SurvivalGroup? { comparison.groups.first { $0.id == group.id } }
        add(words.patients, group: { group, writer in writer.count(survival(group)?.n, of: nil) })
        add(words.events, group: { group, writer in writer.count(survival(group)?.events, of: survival(group)?.n) })
        add(
            words.medianHead(unit: unit, interval: interval),
            group: { group, writer in writer.quantile(survival(group)?.median, of: survival(group)?.n) })
        add(
            rates: comparison.groups.map { ($0.id, $0.rates) }, differences: comparison.rateDifferences,
            label: { words.survival(at: $0, unit: unit, interval: $1) })
        if let means = comparison.restrictedMeans { add(means, unit: unit) }
        if let fit = comparison.hazardRatio {
            add(
                ratios: words.hazardRatio(interval: interval), strata: strata,
                fit.coefficients.map { ($0.column, $0.hazardRatio, $0.monotone) }, wald: fit.wald)
        }
        let tests = [comparison.logRank].compactMap(\.self) + comparison.furtherTests
        for test in tests { add(test, isNamedTwice: tests.count { $0.method == test.method } > 1) }
    }

    private mutating func add(_ means: RestrictedMeans, unit: TimeUnit) {
        let (words, interval) = (writer.words, writer.intervalLabel())
        let horizon = writer.style.namedTime(means.horizon)
        add(
            words.restrictedMean(to: horizon, unit: unit, interval: interval),
            group: { group, writer in writer.time(means.groups.first { $0.group == group.id }?.mean) },
            differences: means.differences, difference: { $1.time($0) })
        guard !means.ratios.isEmpty else { return }
        add(
            words.restrictedMeanRatio(interval: interval),
            group: { group, writer in
                if means.ratios.contains(where: { $0.reference == group.id }) {
                    return Table.Cell(RichText(writer.words.reference))
                }
                return writer.ratio(means.ratios.first { $0.group == group.id }?.contrast.estimate)
            }, p: showsPValue && means.ratios.count == 1 ? estimatePValue(means.ratios[0]) : nil)
    }
}
