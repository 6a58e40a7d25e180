import Prose
import Results

/// A state of the data between the old and the new, analysed.
public struct IntermediateEdition: Sendable {
    /// The step that led to this state.
    public var step: RefreshStep
    /// The results of this state.
    public var edition: Edition

    /// Joins a step with its results.
    public init(step: RefreshStep, edition: Edition) {
        self.step = step
        self.edition = edition
    }
}

extension Comparison {
    /// Says of each change at which steps it came about.
    ///
    /// `first` is the old edition, `stages` the states after each step in order, the last one the new edition. A result
    /// changes at each step after which it is printed otherwise; its facts (a direction, a threshold) come about at the
    /// step after which they hold.
    public mutating func attribute(from first: Edition, through stages: [IntermediateEdition]) {
        guard !stages.isEmpty else { return }
        steps = stages.map(\.step)
        let indices = ([first] + stages.map(\.edition)).map { ResultIndex($0.phrasebook.context) }
        let finder = ChangeFinder(stages[stages.count - 1].edition.results.conventions)
        for index in changes.indices {
            let name = changes[index].name
            for (place, step) in steps.enumerated() {
                guard let before = indices[place].results[name], let after = indices[place + 1].results[name],
                    let change = finder.change(from: before, to: after), change.isVisible
                else { continue }
                changes[index].causes.append(
                    ResultChange.Cause(step: step, printed: change.new, facts: change.facts))
            }
        }
        attributeModels(from: first, through: stages)
    }

    private mutating func attributeModels(from first: Edition, through stages: [IntermediateEdition]) {
        var before = first.results
        for stage in stages {
            let found = ModelChanges(old: before, new: stage.edition.results).changes { _ in nil }
            for change in found {
                guard let index = changes.firstIndex(where: { $0.name == change.name && $0.facts == [.model] }) else {
                    continue
                }
                changes[index].causes.append(
                    ResultChange.Cause(step: stage.step, printed: change.new, facts: change.facts))
            }
            before = stage.edition.results
        }
    }
}

extension ResultChange {
    /// The steps that brought the important facts about, or else those at which the value moved.
    public var decisiveSteps: [RefreshStep] {
        let important = causes.filter { !Set($0.facts).isDisjoint(with: facts) }
        return (important.isEmpty ? causes : important).map(\.step)
    }
}
