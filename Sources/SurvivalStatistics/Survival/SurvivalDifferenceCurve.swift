import Mathematics
public import Results

/// Compares two groups' survival at every time at which either was observed, for a curve of the difference.
///
/// **Formula.** `S₂(t) − S₁(t)` with `se² = se₁² + se₂²` at each distinct time `t`, as ``survivalDifference(_:_:at:beyond:)``.
///
/// **Ties.** As in the curves.
///
/// **Interval.** Pointwise, `± z se` on the plain scale, whatever the transform of the curves; it is not clipped.
///
/// **Units.** Times in the curves' unit, which is the same in both; differences are between −1 and 1.
///
/// **Edge cases.** The curve ends at the last time at which both curves are known: where a group's last observation is
/// censored its curve ends there, where it has come down to 0 it is 0 for good, without error. Where neither group has
/// had an event the difference is 0 without interval. Empty where a group has no patients.
///
/// **Reference.** Klein JP et al. *Stat Med* 2007;26:4505–4519. doi:10.1002/sim.2864.
///
/// **Equals in R.** `summary(survival::survfit(…), times = t)`, by hand: `diff(surv)` and `sqrt(sum(std.err^2))`.
///
/// - Parameters:
///   - first: The reference group's curve, and its value in the data.
///   - second: The other group's curve, and its value in the data.
///   - level: The interval's confidence level.
/// - Returns: The difference over time.
public func survivalDifferenceCurve(
    _ first: (group: String, curve: SurvivalCurve), _ second: (group: String, curve: SurvivalCurve), level: Double
) -> SurvivalDifferenceCurve {
    var result = SurvivalDifferenceCurve(
        group: second.group, reference: first.group, time: [], difference: [], standardError: [], lower: [], upper: [],
        level: level, unit: first.curve.unit)
    guard let end = [first.curve, second.curve].map(\.knownUntil).min(), end > -.infinity else { return result }
    let halfWidth = Normal.halfWidth(level: level)
    let times = Set(first.curve.time + second.curve.time).filter { $0 <= end }.sorted()
    var steps = (first: 0, second: 0)
    for time in times {
        let one = first.curve.value(at: time, after: &steps.first)
        let two = second.curve.value(at: time, after: &steps.second)
        result.time.append(time)
        result.difference.append(two.survival - one.survival)
        let error = one.error.flatMap { first in two.error.map { (first * first + $0 * $0).squareRoot() } }
        result.standardError.append(error)
        let margin = error.flatMap { $0 > 0 ? halfWidth * $0 : nil }
        result.lower.append(margin.map { two.survival - one.survival - $0 })
        result.upper.append(margin.map { two.survival - one.survival + $0 })
    }
    return result
}

extension SurvivalCurve {
    /// The last time at which the curve's value is known; infinite where it has come down to 0, below every time without
    /// patients.
    fileprivate var knownUntil: Double {
        guard let last = time.last else { return -.infinity }
        return survival.last == 0 ? .infinity : last
    }

    /// The value and its standard error from the last step at or before a time; `steps` is how many were before it.
    fileprivate func value(at end: Double, after steps: inout Int) -> (survival: Double, error: Double?) {
        while steps < time.count, time[steps] <= end { steps += 1 }
        guard steps > 0 else { return (1, 0) }
        let value = survival[steps - 1]
        return (value, value == 0 ? 0 : standardErrorOfLog[steps - 1].map { $0 * value })
    }
}
