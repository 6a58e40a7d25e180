import Drawing
import Results
import Styling

/// Writes the columns of text of a forest plot, each with a cell for every row.
struct ForestTexts {
    typealias Column = ForestContent.Column
    typealias Cell = ForestContent.Cell
    typealias Entry = ForestContent.Entry

    let plot: ForestPlot
    let entries: [Entry]
    let unit: TimeUnit
    let style: HouseStyle
    let words: any Vocabulary

    /// What stands before the effects: the models, where there are several, and what the study asks for.
    var counts: [Column] {
        let models = column(words.model, .start) { $0.modelLabel.map { Cell(text: $0) } }
        return (plot.furtherModels.isEmpty ? [] : [models]) + plot.columns.flatMap(counts)
    }

    private func counts(_ kind: ForestPlot.TextColumn) -> [Column] {
        switch kind {
        case .patients:
            [column(words.patients, .middle) { entry in entry.effect.map { Cell(text: style.count($0.n)) } }]
        case .events:
            byArm(words.eventsOfPatients) { "\(style.count($0.events))/\(style.count($0.n))" }
        case .medians:
            byArm(words.medianHead(unit, interval: "")[0]) { count in
                count.median.map { style.time($0.value, in: unit) } ?? style.numbers.emptyCell
            }
        case .p: []
        }
    }

    /// The hazard ratios, with a mark where one does not exist.
    func ratios(_ remarks: ForestRemarks) -> Column {
        column(words.hazardRatioHead(interval: remarks.intervalName), .start) { entry in
            guard let effect = entry.effect else { return nil }
            guard let ratio = effect.coefficients.first?.hazardRatio, ratio.value != nil else {
                let isWithheld = effect.coefficients.first?.hazardRatio.isWithheld ?? false
                return Cell(
                    text: isWithheld ? PrivacyProtection.mark : style.numbers.notEstimable,
                    mark: remarks.mark(of: entry))
            }
            return Cell(text: style.ratio(ratio))
        }
    }

    /// The p-values of the effects and of the interactions, where the study asks for them.
    var tests: [Column] {
        let ofEffects = column(words.pValueHead(letter: style.pLetter), .end) { entry in
            guard let coefficient = entry.effect?.coefficients.first else { return nil }
            if coefficient.hazardRatio.isWithheld { return Cell(text: PrivacyProtection.mark) }
            return Cell(
                text: coefficient.pValue == nil || coefficient.hazardRatio.value == nil
                    ? style.numbers.notEstimable : style.pValue(coefficient.pValue, kind: .other))
        }
        let ofInteractions = column(words.interactionHead(letter: style.pLetter), .end) { entry in
            entry.interaction.map { test in
                if test.isWithheld { return Cell(text: PrivacyProtection.mark) }
                let p = test.pValue
                return Cell(
                    text: p == nil ? style.numbers.notEstimable : style.pValue(p, kind: PValueKind(test.method)))
            }
        }
        return (plot.columns.contains(.p) ? [ofEffects] : []) + (plot.showsInteraction ? [ofInteractions] : [])
    }

    private func column(
        _ head: String, spanner: String? = nil, _ anchor: Label.Anchor, _ cell: (Entry) -> Cell?
    ) -> Column {
        .text(.init(spanner: spanner, head: head, anchor: anchor, cells: entries.map(cell)))
    }

    /// A column for each arm under a head that spans both.
    private func byArm(_ spanner: String, _ text: (ForestPlot.ArmCount) -> String) -> [Column] {
        [plot.reference, plot.treatment].enumerated().map { arm, label in
            column(label, spanner: spanner, .middle) { entry in
                guard entry.effect != nil else { return nil }
                guard entry.counts.indices.contains(arm) else { return Cell(text: style.numbers.emptyCell) }
                return Cell(text: text(entry.counts[arm]))
            }
        }
    }
}
