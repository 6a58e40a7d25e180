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
        let arms = [plot.reference, plot.treatment]
        func column(_ head: String, spanner: String? = nil, _ anchor: Label.Anchor, _ cell: (Entry) -> Cell?) -> Column
        {
            .text(TextColumn(spanner: spanner, head: head, anchor: anchor, cells: entries.map(cell)))
        }
        func byArm(_ spanner: String, _ text: @escaping (ForestPlot.ArmCount) -> String) -> [Column] {
            arms.indices.map { arm in
                column(arms[arm], spanner: spanner, .middle) { entry in
                    guard entry.effect != nil else { return nil }
                    guard entry.counts.indices.contains(arm) else { return Cell(text: style.numbers.emptyCell) }
                    return Cell(text: text(entry.counts[arm]))
                }
            }
        }
        let effects = entries.map { entry in
            entry.effect.flatMap { ForestEffect($0, isOverall: entry.isOverall, model: entry.model) }
        }
        head = words.subgroup
        rows = entries.map(\.row)
        columns =
            plot.furtherModels.isEmpty
            ? []
            : [
                column(words.model, .start) { $0.modelLabel.map { Cell(text: $0) } }
            ]
        for kind in plot.columns {
            switch kind {
            case .patients:
                columns.append(
                    column(words.patients, .middle) { entry in
                        entry.effect.map { Cell(text: style.count($0.n)) }
                    })
            case .events:
                columns += byArm(words.eventsOfPatients) { "\(style.count($0.events))/\(style.count($0.n))" }
            case .medians:
                columns += byArm(words.medianHead(unit, interval: "")[0]) { count in
                    count.median.map { style.time($0.value, in: unit) } ?? style.numbers.emptyCell
                }
            case .p: break
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
                    let isWithheld = effect.coefficients.first?.hazardRatio.isWithheld ?? false
                    return Cell(
                        text: isWithheld ? PrivacyProtection.mark : style.numbers.notEstimable,
                        mark: remarks.mark(of: entry))
                }
                return Cell(text: style.ratio(ratio))
            })
        if plot.columns.contains(.p) {
            columns.append(
                column(words.pValueHead(letter: style.pLetter), .end) { entry in
                    guard let coefficient = entry.effect?.coefficients.first else { return nil }
                    if coefficient.hazardRatio.isWithheld { return Cell(text: PrivacyProtection.mark) }
                    return Cell(
                        text: coefficient.pValue == nil || coefficient.hazardRatio.value == nil
                            ? style.numbers.notEstimable : style.pValue(coefficient.pValue, kind: .other))
                })
        }
        if plot.showsInteraction {
            columns.append(
                column(words.interactionHead(letter: style.pLetter), .end) { entry in
                    entry.interaction.map { test in
                        if test.isWithheld { return Cell(text: PrivacyProtection.mark) }
                        let p = test.pValue
                        return Cell(
                            text: p == nil
                                ? style.numbers.notEstimable : style.pValue(p, kind: PValueKind(test.method)))
                    }
                })
        }
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
