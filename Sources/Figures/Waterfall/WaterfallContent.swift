import Results
import Styling

/// What a waterfall plot prints, every number written.
struct WaterfallContent {
    struct Group {
        var id: String
        /// What stands under its bars; nil where there is one group.
        var label: String?
        var bars: [WaterfallPlot.Bar]
    }

    var groups: [Group]
    var responseLabel: String?
    var responseLabels: [String]
    var unknownResponse: String
    var thresholds: [Double]
    var axis: RoundAxis
    var axisTitle: String
    var notes: PageNotes
    var alternativeText: String

    /// Groups without a bar have no room in the plot; the description names them.
    init(_ plot: WaterfallPlot, isSynthetic: Bool, style: HouseStyle, words: any Vocabulary) {
        let isDivided = plot.groups.count > 1
        groups = plot.groups.filter { !$0.bars.isEmpty }.map { group in
            Group(
                id: group.id,
                label: isDivided ? words.groupSize(group.label, n: style.count(group.bars.count)) : nil,
                bars: group.bars)
        }
        responseLabel = plot.responseLabel
        responseLabels = plot.responses.map(\.label)
        unknownResponse = words.unknownResponse
        thresholds = plot.thresholds
        let changes = plot.groups.flatMap(\.bars).map(\.change) + plot.thresholds + [0]
        axis = roundAxis(from: changes.min() ?? 0, to: changes.max() ?? 0, style: style, atMost: 7)
        axisTitle = words.changeAxis(plot.label)
        func percent(_ change: Double) -> String {
            style.number(change, decimals: min(style.decimalsNeeded(by: change), 1))
        }
        let limits = (
            lower: percent(plot.thresholds.first ?? 0), upper: percent(plot.thresholds.last ?? 0)
        )
        let missing = plot.groups.map(\.missing).reduce(0, +)
        notes = PageNotes(
            notes: [words.changeThresholds(limits.lower, limits.upper)]
                + (missing > 0 ? [words.withoutBar(missing, isChange: true)] : []),
            remark: isSynthetic ? words.syntheticDataRemark : nil)
        let spoken = plot.groups.map { group in
            guard let first = group.bars.first, let last = group.bars.last else {
                return words.spokenNobody(group.label)
            }
            return words.spokenChanges(
                group.label, patients: group.bars.count,
                range: (percent(first.change), percent(last.change)),
                decreased: group.decreased, increased: group.increased, thresholds: limits)
        }
        alternativeText =
            ([
                words.waterfallDescription(
                    plot.label, patients: plot.groups.map(\.bars.count).reduce(0, +)),
                spoken.joined(separator: "; ") + ".",
            ] + (isSynthetic ? [words.spokenSyntheticData] : [])).joined(separator: " ")
    }
}
