import Results
import Styling

extension CoxLayout {
    /// The notes to the whole table.
    var notes: [String] {
        let (words, letter) = (writer.words, writer.style.pLetter)
        guard !parts.isEmpty else { return [] }
        var notes = [
            words.modelTests(
                univariable: hasUnivariable ? content.univariablePValue.test : nil,
                multivariable: hasMultivariable ? content.multivariablePValue.test : nil, letter: letter)
        ]
        if content.rows.contains(where: { $0.levels.count > 2 }) { notes.append(words.jointTest(letter: letter)) }
        notes += [words.entry(content.entry, limit: writer.limit(of: content.entry), letter: letter)].compactMap(\.self)
        notes.append(words.coxMethod(ties: ties, strata: content.strata))
        if fits.contains(where: { $0.variance != .model }) { notes.append(words.robustIntervals) }
        if let note = words.modelOptions(
            weights: content.weights, cluster: content.cluster, offset: content.offset)
        {
            notes.append(note)
        }
        if content.interactions != nil, hasMultivariable { notes.append(words.interactionRatios) }
        for (models, name) in zip(content.endpoints, endpointNames) { notes += self.notes(models, name) }
        return notes
    }

    private func notes(_ models: CoxTable.EndpointModels, _ name: String) -> [String] {
        let words = writer.words
        var notes: [String] = []
        let univariable = hasUnivariable ? size(models.univariable) : nil
        let multivariable = hasMultivariable ? models.multivariable.map { size($0, models) } : nil
        if univariable != nil || multivariable != nil {
            notes.append(words.modelSizes(name, univariable: univariable, multivariable: multivariable))
        }
        if hasMultivariable, models.multivariable == nil { notes.append(words.noneEntered(name)) }
        let few = zip(content.rows, models.univariable).filter { hasUnivariable && $1.hasFewEvents }.map { $0.0.label }
        let isFew = hasMultivariable && models.multivariable?.hasFewEvents == true
        if !few.isEmpty || isFew {
            notes.append(words.fewEvents(name, inUnivariable: few, inMultivariable: isFew))
        }
        return notes
    }

    /// What several models rest on: ranges where they differ.
    private func size(_ fits: [CoxModelFit]) -> ModelSize? {
        guard !fits.isEmpty else { return nil }
        return ModelSize(n: writer.range(fits.map(\.n)), events: writer.range(fits.map(\.events)))
    }

    private func size(_ fit: CoxModelFit, _ models: CoxTable.EndpointModels) -> ModelSize {
        let style = writer.style
        return ModelSize(
            n: style.count(fit.n), events: style.count(fit.events),
            eventsPerVariable: fit.eventsPerVariable.map { style.number($0, decimals: 1) },
            proportionalHazards: models.proportionalHazards?.global.pValue.map { style.pStatement($0) })
    }

    private var fits: [CoxModelFit] {
        content.endpoints.flatMap { $0.univariable + [$0.multivariable].compactMap(\.self) }
    }

    private var ties: TiesMethod { fits.first?.ties ?? writer.conventions.ties }

}

extension CoxModelFit {
    /// Whether there are fewer than ten events for each coefficient, so that estimates may be unreliable.
    fileprivate var hasFewEvents: Bool { eventsPerVariable.map { $0 < 10 } ?? false }
}
