import Drawing
import Results
import Styling

extension ForestContent {
    /// A row of the results, before its numbers are written.
    struct Entry {
        var row: Row
        /// What it is called where its variable's name does not stand above it.
        var fullLabel: String
        var counts: [ForestPlot.ArmCount] = []
        var effect: SubgroupEffect?
        var isOverall = false
        var interaction: TestResult?
    }

    /// Writes a plot's results.
    ///
    /// - Parameters:
    ///   - plot: The results.
    ///   - endpoint: The endpoint as it is printed.
    ///   - everyone: The population as it is printed.
    ///   - isSynthetic: Whether the foot of the page says that the data are synthetic.
    ///   - style: How numbers are written.
    ///   - words: The words around them.
    init(
        _ plot: ForestPlot, endpoint: String, everyone: String, isSynthetic: Bool, style: HouseStyle,
        words: any Vocabulary
    ) {
        let entries = Self.entries(plot, everyone: everyone)
        let remarks = ForestRemarks(entries, plot: plot, everyone: everyone, style: style, words: words)
        let arms = [plot.reference, plot.treatment]
        func column(_ head: String, spanner: String? = nil, _ anchor: Label.Anchor, _ cell: (Entry) -> Cell?) -> Column
        {
            .text(TextColumn(spanner: spanner, head: head, anchor: anchor, cells: entries.map(cell)))
        }
        let effects = entries.map { entry in
            entry.effect.flatMap { ForestEffect($0, isOverall: entry.isOverall) }
        }
        head = words.subgroup
        rows = entries.map(\.row)
        columns = arms.indices.map { arm in
            column(arms[arm], spanner: words.eventsOfPatients, .middle) { entry in
                guard entry.effect != nil else { return nil }
                guard entry.counts.indices.contains(arm) else { return Cell(text: style.numbers.emptyCell) }
                let count = entry.counts[arm]
                return Cell(text: "\(style.count(count.events))/\(style.count(count.n))")
            }
        }
        columns.append(
            .plot(
                PlotColumn(
                    head: endpoint, effects: effects,
                    axis: ForestAxis(asked: plot.axis, effects: effects.compactMap(\.self)),
                    axisTitle: words.hazardRatioAxis, favours: plot.favours.map { $0.isEmpty ? "" : words.favours($0) })
            ))
        columns.append(
            column(words.hazardRatioHead(interval: remarks.intervalName), .start) { entry in
                guard let effect = entry.effect else { return nil }
                guard let ratio = effect.coefficients.first?.hazardRatio, ratio.value != nil else {
                    return Cell(text: style.numbers.notEstimable, mark: remarks.mark(of: entry))
                }
                return Cell(text: style.ratio(ratio))
            })
        if plot.showsInteraction {
            columns.append(
                column(words.interactionHead(letter: style.pLetter), .end) { entry in
                    entry.interaction.map { test in
                        let p = test.pValue
                        return Cell(
                            text: p == nil
                                ? style.numbers.notEstimable : style.pValue(p, kind: PValueKind(test.method)))
                    }
                })
        }
        notes = remarks.notes
        remark = isSynthetic ? words.syntheticDataRemark : nil
        tickLabel = { style.number($0, decimals: style.decimalsNeeded(by: $0)) }
    }

    /// Everyone first, then each variable with its levels.
    static func entries(_ plot: ForestPlot, everyone: String) -> [Entry] {
        var entries: [Entry] = []
        if let overall = plot.overall {
            entries.append(
                Entry(
                    row: Row(label: everyone, indent: 0, isBold: true, group: 0), fullLabel: everyone,
                    counts: plot.overallCounts, effect: overall, isOverall: true))
        }
        for (index, variable) in plot.variables.enumerated() {
            let group = index + 1
            entries.append(
                Entry(
                    row: Row(label: variable.label, indent: 0, isBold: true, group: group), fullLabel: variable.label,
                    interaction: plot.showsInteraction ? variable.analysis.interaction : nil))
            for (place, effect) in variable.analysis.subgroups.enumerated() {
                let hasLabel = variable.levelLabels.indices.contains(place)
                let label = hasLabel ? variable.levelLabels[place] : effect.level
                entries.append(
                    Entry(
                        row: Row(label: label, indent: 1, isBold: false, group: group),
                        fullLabel: "\(variable.label) \(label)",
                        counts: variable.counts.indices.contains(place) ? variable.counts[place] : [], effect: effect))
            }
        }
        return entries
    }
}
