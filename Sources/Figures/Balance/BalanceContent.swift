import Drawing
import Results
import Styling

/// What a plot of standardised differences shows: every number written, nothing with a place.
struct BalanceContent {
    /// One covariate, or one level of a covariate.
    struct Row {
        var label: String
        /// The absolute difference before; nil where it does not exist.
        var before: Double?
        /// The absolute difference after; nil where it does not exist.
        var after: Double?
        /// What says that a difference does not exist; empty where both do.
        var remark: String
    }

    var rows: [Row]
    /// What the two kinds of marks stand for.
    var beforeLabel: String
    var afterLabel: String
    /// The axis from 0.
    var ticks: [Axis.Tick]
    var axisEnd: Double
    var axisTitle: String
    var thresholds: [Double]
    var notes: PageNotes
    var alternativeText: String

    init(
        _ plot: BalancePlot, of population: MatchedPopulation, isSynthetic: Bool, style: HouseStyle,
        words: any Vocabulary
    ) {
        let isWeighting = population.matching == nil
        let balance = population.balance
        let count = max(balance.before.count, balance.after.count)
        func magnitude(_ rows: [BalanceRow], _ index: Int) -> Double? {
            rows.indices.contains(index) ? rows[index].difference.flatMap { $0.isFinite ? $0.magnitude : nil } : nil
        }
        func label(_ index: Int) -> String {
            population.balanceLabels.indices.contains(index)
                ? population.balanceLabels[index]
                : (balance.before.indices.contains(index) ? balance.before : balance.after)[index].name
        }
        let nobodyIsLeft = population.matching?.matchedTreated == 0
        let notEstimable = style.numbers.notEstimable
        rows = (0..<count).map { index in
            let (before, after) = (magnitude(balance.before, index), magnitude(balance.after, index))
            let remark =
                switch (before, after) {
                case (nil, nil): notEstimable
                case (nil, _): words.onlyMissing(notEstimable, isAfter: false)
                case (_, nil) where !nobodyIsLeft: words.onlyMissing(notEstimable, isAfter: true)
                default: ""
                }
            return Row(label: label(index), before: before, after: after, remark: remark)
        }
        beforeLabel = words.before(
            isWeighting: isWeighting, n: population.matching.map { style.count($0.treated + $0.controls) })
        afterLabel = words.after(
            isWeighting: isWeighting,
            n: population.matching.map { style.count($0.matchedTreated + $0.matchedControls) })
        thresholds = plot.thresholds.filter { $0 > 0 && $0.isFinite }

        let largest = (rows.flatMap { [$0.before, $0.after] }.compactMap(\.self) + thresholds + [0.1]).max() ?? 0.1
        let axis = roundAxis(from: 0, to: largest, style: style)
        (ticks, axisEnd) = (axis.ticks, axis.upper)
        axisTitle = words.standardizedDifferenceAxis

        let printsNotEstimable = rows.contains { !$0.remark.isEmpty }
        notes = PageNotes(
            notes: (nobodyIsLeft ? [words.nobodyMatched] : [])
                + [words.differenceDefinition(balance.definition, isWeighting: isWeighting)]
                + (thresholds.isEmpty
                    ? []
                    : [words.thresholds(thresholds.map { style.number($0, decimals: style.decimalsNeeded(by: $0)) })])
                + (printsNotEstimable ? [words.abbreviations([.notEstimable], of: [], in: style)] : []),
            remark: isSynthetic ? words.syntheticDataRemark : nil)
        let spoken = rows.map { row in
            words.spokenBalance(
                row.label, before: style.standardizedDifference(row.before),
                after: style.standardizedDifference(row.after))
        }
        let parts =
            [words.balanceDescription(isWeighting: isWeighting), "\(beforeLabel); \(afterLabel)."]
            + (spoken.isEmpty ? [] : ["\(spoken.joined(separator: "; "))."])
        alternativeText = (parts + (isSynthetic ? [words.spokenSyntheticData] : [])).joined(separator: " ")
    }
}
