public import Results

/// What a difference of means or shares is divided by.
public enum StandardisedDifferenceScale: Equatable, Sendable {
    /// The root of the mean of both variances, in the patients at hand: tableone and gtsummary.
    case pooled
    /// The standard deviation of the first group.
    case firstGroup
    /// The standard deviation of the second group.
    case secondGroup
    /// A standard deviation from elsewhere, such as that of the treated before matching: MatchIt and cobalt.
    case given(Double)
    /// Nothing: the raw difference, cobalt's default for shares.
    case raw
}

/// A group whose mean is compared: values, and weights where patients count unequally, as after matching.
public struct WeightedValues: Equatable, Sendable {
    /// The values; NaN is missing and left out.
    public var values: [Double]
    /// A weight for each value; nil where all count the same.
    public var weights: [Double]?

    /// Creates a group.
    public init(_ values: [Double], weights: [Double]? = nil) {
        self.values = values
        self.weights = weights
    }
}

/// Estimates the standardised difference of the means of two groups, second less first.
///
/// **Formula.** `(x̄₂ − x̄₁)/s` with `s` by `scale`. A variance is `Σ(x − x̄)²/(n − 1)`; with weights
/// `Σw / ((Σw)² − Σw²) · Σ w(x − x̄)²`.
///
/// **Ties.** None.
///
/// **Interval.** None.
///
/// **Units.** Standard deviations (for `.raw` those of the values).
///
/// **Edge cases.** No value, and a note, where a group is empty, too small for a variance that is needed, or `s` is 0.
///
/// **Reference.** Austin PC. *Stat Med* 2009;28:3083–3107. doi:10.1002/sim.3697.
///
/// **Equals in R.** `tableone::ExtractSmd` (pooled); `summary(MatchIt::matchit(…))` (`.given` the SD of the treated before
/// matching); `cobalt::bal.tab`. Checked by `Tests/References/description`.
public func standardisedDifference(
    _ first: WeightedValues, _ second: WeightedValues, scale: StandardisedDifferenceScale
) -> Estimate {
    let (one, two) = (WeightedMoments(first), WeightedMoments(second))
    let estimate = Estimate(
        value: nil, interval: nil, level: 0, method: scale.method, n: (one?.count ?? 0) + (two?.count ?? 0))
    guard let one, let two else {
        return estimate.absent(because: ResultNote(estimate.n == 0 ? .noPatients : .singleGroup))
    }
    return completed(estimate, difference: two.mean - one.mean, one.variance, two.variance, scale)
}

/// Estimates the standardised difference of two shares, second less first.
///
/// **Formula.** `(p₂ − p₁)/s` with variances `p(1 − p)`, without `n − 1`.
///
/// All else is as in ``standardisedDifference(_:_:scale:)-(WeightedValues,_,_)``.
///
/// **Equals in R.** `tableone::ExtractSmd` (pooled), `summary(MatchIt::matchit(…))`.
public func standardisedDifference(
    _ first: Proportion, _ second: Proportion, scale: StandardisedDifferenceScale
) -> Estimate {
    let estimate = Estimate(
        value: nil, interval: nil, level: 0, method: scale.method, n: first.total + second.total,
        events: first.events + second.events)
    guard let p1 = first.value, let p2 = second.value else {
        return estimate.absent(because: ResultNote(estimate.n == 0 ? .noPatients : .singleGroup))
    }
    return completed(estimate, difference: p2 - p1, p1 * (1 - p1), p2 * (1 - p2), scale)
}

private func completed(
    _ start: Estimate, difference: Double, _ first: Double?, _ second: Double?, _ scale: StandardisedDifferenceScale
) -> Estimate {
    var estimate = start
    let spread: Double? =
        switch scale {
        case .pooled: first.flatMap { first in second.map { (($0 + first) / 2).squareRoot() } }
        case .firstGroup: first?.squareRoot()
        case .secondGroup: second?.squareRoot()
        case .given(let deviation): deviation
        case .raw: 1
        }
    guard let spread else { return estimate.absent(because: ResultNote(.tooFewValues)) }
    guard spread > 0, (difference / spread).isFinite else { return estimate.absent(because: ResultNote(.zeroVariance)) }
    estimate.value = difference / spread
    return estimate
}

extension StandardisedDifferenceScale {
    /// The definition in words.
    var method: String {
        switch self {
        case .pooled: "difference over the root of the mean variance: tableone::ExtractSmd"
        case .firstGroup: "difference over the standard deviation of the first group"
        case .secondGroup: "difference over the standard deviation of the second group"
        case .given(let deviation): "difference over a standard deviation of \(deviation): MatchIt::matchit"
        case .raw: "raw difference: cobalt::bal.tab"
        }
    }
}

/// The mean and variance of weighted values.
struct WeightedMoments {
    let count: Int
    let mean: Double
    let variance: Double?

    init?(_ group: WeightedValues) {
        guard let weights = group.weights else {
            let known = group.values.filter { !$0.isNaN }
            guard let moments = Moments(known) else { return nil }
            (count, mean, variance) = (known.count, moments.mean, moments.variance)
            return
        }
        let pairs = zip(group.values, weights).filter { !$0.0.isNaN && $0.1 > 0 }
        let sum = pairs.reduce(0) { $0 + $1.1 }
        guard sum > 0 else { return nil }
        let center = pairs.reduce(0) { $0 + $1.1 * $1.0 } / sum
        let squares = pairs.reduce(0) { $0 + $1.1 * $1.1 }
        let spread = pairs.reduce(0) { $0 + $1.1 * ($1.0 - center) * ($1.0 - center) }
        (count, mean) = (pairs.count, center)
        variance = sum * sum > squares ? sum / (sum * sum - squares) * spread : nil
    }
}
