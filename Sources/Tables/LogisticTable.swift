import Results
import Styling

/// Uni- and multivariable logistic models of an outcome: each kind of model spans its odds ratios and p-values.
///
/// An odds ratio that does not exist says in a note why.
func logisticTable(
    _ content: LogisticTable, id: String, caption: String, in results: StudyResults, style: HouseStyle
) -> Table {
    var layout = LogisticLayout(content, writer: CellWriter(results, style: style))
    let (heads, columns) = layout.heads()
    var rows: [Table.Row] = []
    for (index, row) in content.rows.enumerated() { rows += layout.block(row, index: index) }
    return Table(
        id: id, caption: RichText(caption), columns: columns, spanningHeads: heads.isEmpty ? [] : [heads], rows: rows,
        footnotes: layout.writer.footnotes(layout.notes))
}

private struct LogisticLayout {
    let content: LogisticTable
    var writer: CellWriter

    init(_ content: LogisticTable, writer: CellWriter) {
        self.content = content
        self.writer = writer
    }

    var hasUnivariable: Bool { !content.univariable.isEmpty }
    var hasMultivariable: Bool { content.entry != .none }

    // MARK: Heads

    mutating func heads() -> (spanning: [Table.SpanningHead], columns: [Table.Column]) {
        let words = writer.words
        var columns = [Table.Column(RichText(words.covariate), alignment: .leading)]
        writer.uses(.oddsRatio)
        let ratio = words.oddsRatioHead(interval: writer.intervalLabel())
        var spanning: [Table.SpanningHead] = []
        for (head, isShown) in [(words.univariable, hasUnivariable), (words.multivariable, hasMultivariable)]
        where isShown {
            spanning.append(Table.SpanningHead(RichText(head), over: columns.count..<columns.count + 2))
            columns += [ratio, writer.style.pLetter].map { Table.Column(RichText($0), alignment: .number) }
        }
        return (spanning, columns)
    }

    // MARK: Rows

    mutating func block(_ row: CoxTable.Row, index: Int) -> [Table.Row] {
        writer.covariateRows(row) { level, isJoint in
            (hasUnivariable
                ? cells(row, level, isJoint, of: content.univariable.at(index), content.univariablePValue) : [])
                + (hasMultivariable
                    ? cells(
                        row, level, isJoint,
                        of: content.entered.contains(row.variable) ? content.multivariable : nil,
                        content.multivariablePValue) : [])
        }
    }

    /// An odds ratio and its p-value, of a level or a number; of all levels where `isJoint`.
    private mutating func cells(
        _ row: CoxTable.Row, _ level: CoxTable.Level?, _ isJoint: Bool, of fit: LogisticModelFit?,
        _ method: CoxTable.PValueMethod
    ) -> [Table.Cell] {
        let hasBlock = row.levels.count > 2
        guard let fit else {
            // A dash would stand again in each row of a block, where the first says it already.
            return level != nil && hasBlock ? [.empty, .empty] : [writer.emptyCell, writer.emptyCell]
        }
        let tests = fit.terms.first { $0.term == row.variable }
        let joint = method == .wald ? tests?.wald : tests?.likelihoodRatio
        if isJoint { return [.empty, writer.pValue(joint?.pValue, method.test)] }
        let coefficient = fit.coefficient(of: row.variable, level: level?.id)
        let cell = ratio(coefficient, of: fit, row, level)
        if method == .wald { return [cell, writer.pValue(coefficient?.pValue, method.test)] }
        return [cell, hasBlock ? .empty : writer.pValue(joint?.pValue, method.test)]
    }

    private mutating func ratio(
        _ coefficient: LogisticCoefficient?, of fit: LogisticModelFit, _ row: CoxTable.Row, _ level: CoxTable.Level?
    ) -> Table.Cell {
        if let ratio = coefficient?.oddsRatio, ratio.value != nil {
            return writer.ratio(ratio, note: ratio.isPenalised ? writer.words.firth : nil)
        }
        let reason: MissingRatioReason =
            if fit.trials > 0, fit.outcomes == 0 || fit.outcomes == fit.trials {
                .notes([ResultNote(fit.outcomes == 0 ? .noEvents : .constant)])
            } else if coefficient?.isSeparated == true {
                .separated
            } else {
                .notes(
                    coefficient?.oddsRatio.notes ?? [ResultNote(row.levels.count == 1 ? .constant : .noPatients)])
            }
        return writer.missingRatio(
            of: level.map { "\(row.label) \($0.label)" } ?? row.label, reference: nil, because: reason)
    }

    // MARK: Notes

    var notes: [String] {
        let (words, letter) = (writer.words, writer.style.pLetter)
        var notes = [
            words.logisticMethod(content.label),
            words.modelTests(
                univariable: hasUnivariable ? content.univariablePValue.test : nil,
                multivariable: hasMultivariable ? content.multivariablePValue.test : nil, letter: letter),
        ]
        if content.rows.contains(where: { $0.levels.count > 2 }) { notes.append(words.jointTest(letter: letter)) }
        notes += [words.entry(content.entry, limit: writer.limit(of: content.entry), letter: letter)]
            .compactMap(\.self)
        let (univariable, multivariable) = (univariableSize, content.multivariable.map(size))
        if univariable != nil || multivariable != nil {
            notes.append(words.modelSizes(content.label, univariable: univariable, multivariable: multivariable))
        }
        if hasMultivariable, content.multivariable == nil { notes.append(words.noneEntered(content.label)) }
        let few = zip(content.rows, content.univariable).filter { $1.hasFewOutcomes }.map { $0.0.label }
        let isFew = content.multivariable?.hasFewOutcomes == true
        if !few.isEmpty || isFew {
            notes.append(words.fewEvents(content.label, inUnivariable: few, inMultivariable: isFew))
        }
        return notes
    }

    private var univariableSize: ModelSize? {
        guard hasUnivariable else { return nil }
        let fits = content.univariable
        return ModelSize(n: writer.range(fits.map(\.n)), events: writer.range(fits.map { Int($0.outcomes) }))
    }

    private func size(_ fit: LogisticModelFit) -> ModelSize {
        let style = writer.style
        return ModelSize(
            n: style.count(fit.n), events: style.count(Int(fit.outcomes)),
            eventsPerVariable: fit.outcomesPerVariable.map { style.number($0, decimals: 1) })
    }
}

extension LogisticModelFit {
    /// Whether there are fewer than ten of the rarer outcome for each coefficient, so that estimates may be unreliable.
    fileprivate var hasFewOutcomes: Bool { outcomesPerVariable.map { $0 < 10 } ?? false }
}
