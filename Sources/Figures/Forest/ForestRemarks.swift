import Results
import Styling

/// The remarks under a forest plot: what its marks and abbreviations are, and why an effect is not estimable.
struct ForestRemarks {
    /// `95% CI`
    let intervalName: String
    let notes: [ForestContent.Note]
    /// Why effects do not exist, in the order of the rows.
    private let gaps: [EffectGap]
    private let arms: [String]

    /// More subgroups than this are not named beside the reason.
    private static let mostNames = 3

    init(
        _ entries: [ForestContent.Entry], plot: ForestPlot, everyone: String, style: HouseStyle,
        words: any Vocabulary
    ) {
        let arms = [plot.reference, plot.treatment]
        self.arms = arms
        let ratios = entries.compactMap { $0.effect?.coefficients.first?.hazardRatio }
        intervalName = ratios.first.map { style.confidenceLabel($0.level) } ?? style.numbers.confidenceInterval

        var gaps: [EffectGap] = []
        var rows: [[String]] = []
        for entry in entries {
            guard let gap = Self.gap(of: entry, arms: arms) else { continue }
            let names = entry.isOverall ? [] : [entry.fullLabel]
            if let index = gaps.firstIndex(of: gap) {
                rows[index] += names
            } else {
                gaps.append(gap)
                rows.append(names)
            }
        }
        self.gaps = gaps

        var general = [
            words.forestMarks(overall: plot.overall?.coefficients.first?.hazardRatio.value.map { _ in everyone })
        ]
        let tests = plot.showsInteraction ? plot.models.flatMap { $0.variables.map(\.analysis.interaction) } : []
        for (index, test) in tests.enumerated() where !tests[..<index].contains(where: { $0.method == test.method }) {
            general.append(words.interactionTest(test.method, letter: style.pLetter))
        }
        let missing = plot.variables.filter { $0.missing != 0 }.map { (label: $0.label, n: $0.missing) }
        if !missing.isEmpty { general.append(words.missingValues(total: nil, byColumn: missing)) }
        let lacksLimit = ratios.contains { $0.value != nil && ($0.interval?.lower == nil || $0.interval?.upper == nil) }
        let isUndefined = gaps.isEmpty && (lacksLimit || tests.contains { $0.pValue == nil && !$0.isWithheld })
        general.append(
            words.abbreviations(
                [.confidenceInterval, .hazardRatio] + (isUndefined ? [.notEstimable] : []), of: [], in: style))
        notes =
            [ForestContent.Note(mark: nil, text: general.joined(separator: " "))]
            + gaps.indices.map { index in
                ForestContent.Note(
                    mark: Self.mark(index),
                    text: words.notEstimable(
                        style.numbers.notEstimable, because: gaps[index],
                        in: rows[index].count <= Self.mostNames ? rows[index] : []))
            }
    }

    /// The mark of a row's remark; nil where its effect exists.
    func mark(of entry: ForestContent.Entry) -> String? {
        Self.gap(of: entry, arms: arms).flatMap { gaps.firstIndex(of: $0) }.map(Self.mark)
    }

    private static func mark(_ index: Int) -> String { FigureLook.letter(index).lowercased() }

    /// Why a row's effect does not exist; nil where it does, or where the row has none.
    private static func gap(of entry: ForestContent.Entry, arms: [String]) -> EffectGap? {
        guard let effect = entry.effect, let ratio = effect.coefficients.first?.hazardRatio, ratio.value == nil,
            !ratio.isWithheld
        else { return nil }
        let counts = Array(zip(arms, entry.counts))
        if effect.n == 0 { return .noPatients(arm: nil) }
        if effect.events == 0 { return .noEvents(arm: nil) }
        if let empty = counts.first(where: { $0.1.n == 0 }) { return .noPatients(arm: empty.0) }
        if let quiet = counts.first(where: { $0.1.events == 0 }) { return .noEvents(arm: quiet.0) }
        return .notFitted
    }
}
