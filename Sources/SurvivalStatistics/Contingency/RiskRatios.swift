#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif
import Mathematics
public import Results

/// Estimates the ratio of two risks, first over second, with its interval.
///
/// **Formula.** `(x₁/n₁)/(x₂/n₂)`, with `se² = 1/x₁ − 1/n₁ + 1/x₂ − 1/n₂` of its logarithm (Katz).
///
/// **Ties.** None.
///
/// **Interval.** `± z se` on the log scale. `standardError` is that of the logarithm.
///
/// **Units.** A ratio.
///
/// **Edge cases.** Without events in the first group the ratio is 0 and has no interval; without events in the second it
/// is infinite, therefore absent, and a note says so. Without patients in a group there is no value.
///
/// **Reference.** Katz D et al. *Biometrics* 1978;34:469–474. doi:10.2307/2530610.
///
/// **Equals in R.** `epitools::riskratio.wald(table)`.
public func riskRatio(_ first: Proportion, _ second: Proportion, level: Double) -> Estimate {
    logRatio(
        first, second, level: level, method: "epitools::riskratio.wald(table)",
        ratio: (Double(first.events) * Double(second.total), Double(first.total) * Double(second.events)),
        variance: first.reciprocalOfEvents - 1 / Double(first.total) + second.reciprocalOfEvents
            - 1 / Double(second.total))
}

/// Estimates the ratio of two odds, first over second, with its interval.
///
/// **Formula.** `x₁(n₂ − x₂) / ((n₁ − x₁)x₂)`, with `se²` of its logarithm the sum of the reciprocals of the four counts
/// (Woolf).
///
/// **Ties.** None.
///
/// **Interval.** `± z se` on the log scale. `standardError` is that of the logarithm.
///
/// **Units.** A ratio.
///
/// **Edge cases.** With an empty cell the ratio is 0, or infinite and therefore absent with a note, and has no interval:
/// ``conditionalOddsRatio(_:alternative:level:)`` has one. With two empty cells that leave 0/0 there is no value.
///
/// **Reference.** Woolf B. *Ann Hum Genet* 1955;19:251–253. doi:10.1111/j.1469-1809.1955.tb01348.x.
///
/// **Equals in R.** `epitools::oddsratio.wald(table)`.
public func oddsRatio(_ first: Proportion, _ second: Proportion, level: Double) -> Estimate {
    let (without1, without2) = (Double(first.total - first.events), Double(second.total - second.events))
    return logRatio(
        first, second, level: level, method: "epitools::oddsratio.wald(table)",
        ratio: (Double(first.events) * without2, without1 * Double(second.events)),
        variance: first.reciprocalOfEvents + 1 / without1 + second.reciprocalOfEvents + 1 / without2)
}

extension Proportion {
    fileprivate var reciprocalOfEvents: Double { 1 / Double(events) }
}

private func logRatio(
    _ first: Proportion, _ second: Proportion, level: Double, method: String, ratio: (above: Double, below: Double),
    variance: Double
) -> Estimate {
    var estimate = Estimate(
        value: nil, interval: nil, level: level, method: method, n: first.total + second.total,
        events: first.events + second.events)
    guard first.total > 0, second.total > 0 else {
        return estimate.absent(because: ResultNote(estimate.n > 0 ? .singleGroup : .noPatients))
    }
    guard ratio.above > 0 || ratio.below > 0 else {
        return estimate.absent(because: ResultNote(estimate.events == 0 ? .noEvents : .constant))
    }
    guard ratio.below > 0 else { return estimate.absent(because: ResultNote(.unbounded)) }
    let value = ratio.above / ratio.below
    estimate.value = value
    guard value > 0, variance.isFinite else { return estimate }
    let error = max(0, variance).squareRoot()
    let margin = Normal.halfWidth(level: level) * error
    estimate.standardError = error
    estimate.interval = ConfidenceInterval(lower: value * exp(-margin), upper: value * exp(margin))
    return estimate
}
