import Drawing
import Results
import Styling

/// What the histograms of a propensity score show: every number written, nothing with a place.
struct OverlapContent {
    /// One group's distribution in one panel.
    struct Histogram {
        var id: String
        /// The group with its patients, as it stands beside its bars.
        var label: String
        /// The share of the group's patients in each bin; all zero without patients.
        var shares: [Double]
    }

    /// All patients, or those after matching.
    struct Panel {
        var name: String
        var letter: String
        var title: String
        /// The arm that looks for partners, its bars upwards.
        var upper: Histogram
        /// The arm in which partners are looked for, its bars downwards.
        var lower: Histogram
    }

    var panels: [Panel]
    /// The edges of the bins, ascending.
    var edges: [Double]
    var scoreTicks: [Axis.Tick]
    var scoreTitle: String
    /// The ticks of shares from the end of the lower bars to the end of the upper; both directions are written alike.
    var shareTicks: [Axis.Tick]
    /// The greatest share that the axis shows, in both directions.
    var greatestShare: Double
    var shareTitle: String
    var notes: PageNotes
    var alternativeText: String

    init(
        of population: MatchedPopulation, isSynthetic: Bool, style: HouseStyle, words: any Vocabulary, look: FigureLook
    ) {
        let isWeighting = population.matching == nil
        edges = population.binEdges
        let bins = max(edges.count - 1, 0)
        func distribution(_ arm: String, otherwise index: Int) -> MatchedPopulation.ScoreDistribution? {
            population.scores.first { $0.arm == arm }
                ?? (population.scores.indices.contains(index) ? population.scores[index] : nil)
        }
        let arms = [distribution(population.treated, otherwise: 1), distribution(population.control, otherwise: 0)]
        func histogram(_ arm: Int, isAfter: Bool) -> Histogram {
            let counts = (isAfter ? arms[arm]?.after : arms[arm]?.before) ?? []
            let id = arms[arm]?.arm ?? (arm == 0 ? population.treated : population.control)
            let label = Self.label(
                arms[arm]?.label ?? id, isTreated: arm == 0, isAfter: isAfter, population: population, style: style,
                words: words)
            return Histogram(id: id, label: label, shares: Self.shares(counts, bins: bins))
        }
        panels = [false, true].enumerated().map { index, isAfter in
            Panel(
                name: "panel-\(FigureLook.letter(index))", letter: look.letter(index),
                title: isAfter
                    ? words.after(isWeighting: isWeighting, n: nil) : words.before(isWeighting: isWeighting, n: nil),
                upper: histogram(0, isAfter: isAfter), lower: histogram(1, isAfter: isAfter))
        }
        let scores = roundAxis(from: edges.first ?? 0, to: edges.last ?? 1, style: style)
        scoreTicks = scores.ticks
        scoreTitle = words.propensityAxis

        let largest = panels.flatMap { $0.upper.shares + $0.lower.shares }.max() ?? 0
        let axis = roundAxis(from: 0, to: largest > 0 ? 100 * largest : 100, style: style, atMost: 4)
        greatestShare = axis.upper / 100
        let upwards = axis.ticks.map { Axis.Tick(value: $0.value / 100, label: $0.label) }
        shareTicks = upwards.dropFirst().reversed().map { Axis.Tick(value: -$0.value, label: $0.label) } + upwards
        shareTitle = words.shareOfGroupAxis
        let nobodyIsLeft = population.matching?.matchedTreated == 0
        notes = PageNotes(
            notes: nobodyIsLeft ? [words.nobodyMatched] : [], remark: isSynthetic ? words.syntheticDataRemark : nil)
        alternativeText = ""
        alternativeText = spoken(arms.map { $0?.label ?? "" }, isSynthetic: isSynthetic, style: style, words: words)
    }

    private static func shares(_ counts: [Double], bins: Int) -> [Double] {
        let counts = (0..<bins).map { counts.indices.contains($0) && counts[$0].isFinite ? max(counts[$0], 0) : 0 }
        let total = counts.reduce(0, +)
        return total > 0 ? counts.map { $0 / total } : counts
    }

    private static func label(
        _ label: String, isTreated: Bool, isAfter: Bool, population: MatchedPopulation, style: HouseStyle,
        words: any Vocabulary
    ) -> String {
        if let matching = population.matching {
            let n =
                switch (isTreated, isAfter) {
                case (true, false): matching.treated
                case (false, false): matching.controls
                case (true, true): matching.matchedTreated
                case (false, true): matching.matchedControls
                }
            return words.groupSize(label, n: style.count(n))
        }
        let effective = isTreated ? population.balance.effectiveTreated : population.balance.effectiveControl
        guard isAfter, let effective else { return words.groupSize(label, n: nil) }
        return words.effectiveSize(label, n: style.number(effective, decimals: 1))
    }

    private func spoken(_ labels: [String], isSynthetic: Bool, style: HouseStyle, words: any Vocabulary) -> String {
        let opening = words.overlapDescription(labels.first ?? "", labels.last ?? "")
        let descriptions = panels.map { panel in
            let groups = [panel.upper, panel.lower].map { histogram in
                let filled = histogram.shares.indices.filter { histogram.shares[$0] > 0 }
                let ends = filled.first.flatMap { first in filled.last.map { (edges[first], edges[$0 + 1]) } }
                func score(_ x: Double) -> String { style.number(x, decimals: min(style.decimalsNeeded(by: x), 3)) }
                return words.spokenScores(histogram.label, range: ends.map { (score($0.0), score($0.1)) })
            }
            return "\(words.spokenPanel(panel.letter)) \(panel.title): \(groups.joined(separator: "; "))."
        }
        return ([opening] + descriptions + (isSynthetic ? [words.spokenSyntheticData] : [])).joined(separator: " ")
    }
}
