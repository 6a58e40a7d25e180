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
        /// The model's place in order, and how it is printed where there are several.
        var model = 0
        var modelLabel: String?
    }

    /// Writes a plot's results.
    ///
    /// - Parameters:
    ///   - plot: The results.
    ///   - endpoint: The endpoint as it is printed.
    ///   - unit: The unit of its times.
    ///   - everyone: The population as it is printed.
    ///   - isSynthetic: Whether the foot of the page says that the data are synthetic.
    ///   - style: How numbers are written.
    ///   - words: The words around them.
    init(
        _ plot: ForestPlot, endpoint: String, unit: TimeUnit, everyone: String, isSynthetic: Bool, style: HouseStyle,
        words: any Vocabulary
    ) {
        let entries = Self.entries(plot, everyone: everyone)
        let remarks = ForestRemarks(entries, plot: plot, everyone: everyone, style: style, words: words)
        let effects = entries.map { entry in
            entry.effect.flatMap { ForestEffect($0, isOverall: entry.isOverall, model: entry.model) }
        }
        let texts = ForestTexts(plot: plot, entries: entries, unit: unit, style: style, words: words)
        let effectColumn = PlotColumn(
            head: endpoint, effects: effects,
            axis: ForestAxis(asked: plot.axis, effects: effects.compactMap(\.self)),
            axisTitle: words.hazardRatioAxis, favours: plot.favours.map { $0.isEmpty ? "" : words.favours($0) })
        head = words.subgroup
        rows = entries.map(\.row)
        columns = texts.counts + [.plot(effectColumn), texts.ratios(remarks)] + texts.tests
        notes = remarks.notes
        remark = isSynthetic ? words.syntheticDataRemark : nil
        largestEvents = plot.mostEvents
        tickLabel = { style.number($0, decimals: style.decimalsNeeded(by: $0)) }
    }

    /// Everyone first, then each variable with its levels.
    static func entries(_ plot: ForestPlot, everyone: String) -> [Entry] {
        let models = plot.models
        var entries: [Entry] = []
        /// One row for each model; the first has the label.
        func add(_ entry: Entry, _ change: (inout Entry, Int) -> Void) {
            for model in models.indices {
                var row = entry
                if model > 0 { row.row.label = "" }
                row.model = model
                row.modelLabel = models.count > 1 ? models[model].label : nil
                change(&row, model)
                if let label = row.modelLabel { row.fullLabel += ", \(label)" }
                entries.append(row)
            }
        }
        if plot.overall != nil {
            add(
                Entry(
                    row: Row(label: everyone, indent: 0, isBold: true, group: 0), fullLabel: everyone, isOverall: true)
            ) { entry, model in
                (entry.counts, entry.effect) = (models[model].overallCounts, models[model].overall)
            }
        }
        for (index, variable) in plot.variables.enumerated() {
            let group = index + 1
            func interaction(_ model: Int) -> TestResult? {
                let variables = models[model].variables
                return plot.showsInteraction && variables.indices.contains(index)
                    ? variables[index].analysis.interaction : nil
            }
            entries.append(
                Entry(
                    row: Row(label: variable.label, indent: 0, isBold: true, group: group), fullLabel: variable.label,
                    interaction: models.count > 1 && !variable.analysis.subgroups.isEmpty ? nil : interaction(0)))
            for (place, effect) in variable.analysis.subgroups.enumerated() {
                let hasLabel = variable.levelLabels.indices.contains(place)
                let label = hasLabel ? variable.levelLabels[place] : effect.level
                add(
                    Entry(
                        row: Row(label: label, indent: 1, isBold: false, group: group),
                        fullLabel: "\(variable.label) \(label)")
                ) { entry, model in
                    guard models[model].variables.indices.contains(index) else { return }
                    let variable = models[model].variables[index]
                    entry.counts = variable.counts.indices.contains(place) ? variable.counts[place] : []
                    let effects = variable.analysis.subgroups
                    entry.effect = effects.indices.contains(place) ? effects[place] : nil
                    if models.count > 1, place == 0 { entry.interaction = interaction(model) }
                }
            }
        }
        return entries
    }
}
