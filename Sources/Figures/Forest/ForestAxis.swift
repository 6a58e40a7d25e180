import Drawing
import Foundation

/// The logarithmic axis of a forest plot: which ratios it shows, and where its ticks stand.
struct ForestAxis: Equatable {
    /// The ratio at its left end.
    var lower: Double
    /// The ratio at its right end.
    var upper: Double

    /// No axis that is chosen from intervals shows a ratio beyond these; the intervals end in arrows there.
    private static let widest = (lower: 0.001, upper: 1000.0)
    /// An axis that is chosen is never narrower than this.
    private static let narrowest = (lower: 0.8, upper: 1.25)
    /// An interval this many times as long as the median one, on the axis, does not widen the axis.
    private static let longInterval = 2.0
    /// The estimate of such an interval keeps this ratio from the axis's end, so that its square and the arrow stay apart.
    private static let clearance = 1.15

    /// The axis that is asked for, two ascending positive ratios, else one that the effects need.
    ///
    /// It shows every estimate and 1, and the limits of all intervals but the longest: those more than twice as long as
    /// the median interval run out of the axis unless another needs the room too, so that one subgroup of a few patients
    /// does not squeeze all others together.
    init(asked: [Double], effects: [ForestEffect]) {
        if asked.count == 2, asked[0] > 0, asked[1] > asked[0], asked[1].isFinite {
            (lower, upper) = (asked[0], asked[1])
            return
        }
        func length(_ effect: ForestEffect) -> Double? {
            guard let low = effect.lower, let high = effect.upper else { return nil }
            return log(high) - log(low)
        }
        let lengths = effects.compactMap(length).sorted()
        let limit = lengths.isEmpty ? 0 : Self.longInterval * lengths[lengths.count / 2]
        var shown = effects.map(\.value) + [Self.narrowest.lower, Self.narrowest.upper]
        for effect in effects {
            if effect.isOverall || (length(effect).map { $0 <= limit } ?? true) {
                shown += [effect.lower, effect.upper].compactMap(\.self)
            } else {
                shown += [effect.value / Self.clearance, effect.value * Self.clearance]
            }
        }
        let least = max(shown.min() ?? Self.narrowest.lower, Self.widest.lower)
        let greatest = min(shown.max() ?? Self.narrowest.upper, Self.widest.upper)
        let steps = Self.isNarrow(least, greatest) ? Self.finest : Self.ends
        let ladder = Self.steps(from: Self.widest.lower, to: Self.widest.upper, steps)
        lower = ladder.last { $0 <= least * (1 + 1e-9) } ?? Self.widest.lower
        upper = ladder.first { $0 >= greatest * (1 - 1e-9) } ?? Self.widest.upper
    }

    /// Where ratios stand: the scale is of their decimal logarithms.
    func scale(from start: Double, to end: Double) -> LinearScale {
        LinearScale(from: log10(lower), to: log10(upper), at: start, end)
    }

    /// The ticks with as many labels as there is room for: those of the finest steps whose labels stay apart, and ticks
    /// without labels between those of whole powers of ten.
    ///
    /// - Parameters:
    ///   - width: The axis's length, in points.
    ///   - gap: Between two labels, in points.
    ///   - label: How a ratio is written.
    ///   - measure: How wide a label is.
    /// - Returns: The ticks in ascending order, at logarithms; the tick at 1 alone where not even every second power of
    ///   ten has room, and none where 1 is not on the axis either.
    func ticks(
        width: Double, gap: Double, label: (Double) -> String, measure: (String) -> Double
    ) -> [Axis.Tick] {
        let scale = scale(from: 0, to: width)
        let choices =
            (Self.isNarrow(lower, upper) ? [Self.finest] : []) + [
                Self.fine, Self.coarse, Self.powers, Self.everySecondPower,
            ]
        for steps in choices {
            let values = Self.steps(from: lower, to: upper, steps)
            let places = values.map { (at: scale.position(of: log10($0)), width: measure(label($0))) }
            let fits = zip(places, places.dropFirst()).allSatisfy { left, right in
                right.at - left.at >= (left.width + right.width) / 2 + gap
            }
            guard fits else { continue }
            let between = steps == Self.powers ? Self.steps(from: lower, to: upper, Self.coarse) : []
            let all = values + between.filter { !values.contains($0) }
            return all.sorted().map { Axis.Tick(value: log10($0), label: values.contains($0) ? label($0) : "") }
        }
        return [Axis.Tick(value: 0, label: label(1))].filter { _ in lower <= 1 && upper >= 1 }
    }

    /// Steps of a decade below 1 and from 1 on, and how many decades apart they come.
    private struct Steps: Equatable {
        var below: [Double]
        var above: [Double]
        var every = 1
    }

    /// Below 1 are the reciprocals of what is above, so that a halving is as far from 1 as a doubling.
    private static let fine = Steps(below: [1, 2.5, 5], above: [1, 2, 4])
    private static let coarse = Steps(below: [1, 3], above: [1, 3])
    private static let powers = Steps(below: [1], above: [1])
    private static let everySecondPower = Steps(below: [1], above: [1], every: 2)
    private static let finest = Steps(below: [1, 2.5, 5, 6.7, 8, 9], above: [1, 1.1, 1.25, 1.5, 2, 4])

    /// Where an axis may end that is not narrow.
    private static let ends = Steps(below: [1, 2, 2.5, 5], above: [1, 2, 4, 5])

    /// Whether halves and doubles are too coarse as steps.
    private static func isNarrow(_ lower: Double, _ upper: Double) -> Bool { lower >= 0.5 && upper <= 2 }

    private static func steps(from lower: Double, to upper: Double, _ steps: Steps) -> [Double] {
        let (first, last) = (Int(log10(lower).rounded(.down)), Int(log10(upper).rounded(.up)))
        var values: [Double] = []
        for exponent in first...max(first, last) where exponent.isMultiple(of: steps.every) {
            // A division by a power of ten is rounded once, and so gives the same number as its decimal text.
            let power = pow(10, Double(abs(exponent)))
            values += exponent < 0 ? steps.below.map { $0 / power } : steps.above.map { $0 * power }
        }
        return values.filter { $0 >= lower * (1 - 1e-9) && $0 <= upper * (1 + 1e-9) }
    }
}
