public import Results

/// Reads a quantile of a survival curve, such as the median, with its confidence limits.
///
/// **Formula.** The first time at which `S` is below `1 − probability`, within a tolerance of 1.5 · 10⁻⁸ for rounding;
/// where `S` equals `1 − probability` over a stretch, the rule says what the quantile is. The limits are where the lower
/// and the upper limit of the curve cross the same level, read by the same rule (Brookmeyer and Crowley).
///
/// **Ties.** As in the curve.
///
/// **Interval.** By the curve's own `transform` and `level`.
///
/// **Units.** The curve's unit.
///
/// **Edge cases.** `.notReached` where the curve, or the limit, stays above the level; also for an empty curve and for
/// a probability outside 0...1.
///
/// **Reference.** Brookmeyer R, Crowley J. *Biometrics* 1982;38:29–41. doi:10.2307/2530286.
///
/// **Equals in R.** `print(survfit(…))` for `.rPrint`, `quantile(survfit(…), probability)` for `.rQuantile`.
public func survivalQuantile(
    _ probability: Double, of curve: SurvivalCurve, rule: MedianRule
) -> SurvivalQuantile {
    let target = 1 - probability
    func crossing(_ values: [Double?]) -> TimePoint {
        guard probability >= 0, probability <= 1 else { return .notReached }
        return crossingTime(of: values, at: target, times: curve.time, rule: rule).map { .reached($0) } ?? .notReached
    }
    let call =
        switch rule {
        case .rPrint: "print(survfit(conf.type = \"\(curve.transform.rawValue)\"))"
        case .rQuantile: "quantile(survfit(conf.type = \"\(curve.transform.rawValue)\"), \(probability))"
        case .sas: "PROC LIFETEST (SAS), interval \(curve.transform.rawValue)"
        }
    return SurvivalQuantile(
        probability: probability, value: crossing(curve.survival), lower: crossing(curve.lower),
        upper: crossing(curve.upper), level: curve.level, method: call, unit: curve.unit)
}

/// Distances from the level that count as none: R's tolerance, the square root of the machine's precision.
private let tolerance = 1.4901161193847656e-08

/// The time at which a falling step function crosses a level; nil where it does not.
private func crossingTime(of values: [Double?], at target: Double, times: [Double], rule: MedianRule) -> Double? {
    if rule == .rQuantile { return nearestCrossing(of: values, at: target, times: times) }
    guard let start = values.firstIndex(where: { $0.map { $0 < target + tolerance } ?? false }),
        let reached = values[start]
    else { return nil }
    guard abs(reached - target) < tolerance else { return times[start] }
    // On the level: the stretch ends at the first step that leaves it.
    let end = values.indices[(start + 1)...].first { index in values[index].map { $0 < reached } ?? false }
    if rule == .sas { return end.map { (times[start] + times[$0]) / 2 } }
    return end.map { (times[start] + times[$0]) / 2 } ?? times[start]
}

/// R's `quantile`: the middle of the first times at which the function has the highest value not above the level, and
/// the highest value below it, or the last time where it ends on the level.
///
/// For a falling function that is its crossing. A confidence limit can rise again, and then R goes by the values all the
/// same.
private func nearestCrossing(of values: [Double?], at target: Double, times: [Double]) -> Double? {
    if target == 1 { return 0 }
    var (onOrBelow, below): (Int?, Int?)
    for (index, value) in values.enumerated() {
        guard let value else { continue }
        if value - tolerance <= target, onOrBelow.flatMap({ values[$0] }).map({ value > $0 }) ?? true {
            onOrBelow = index
        }
        if value + tolerance <= target, below.flatMap({ values[$0] }).map({ value > $0 }) ?? true { below = index }
    }
    guard let onOrBelow else { return nil }
    if let last = values[values.count - 1], abs(last - target) < tolerance {
        return (times[onOrBelow] + times[times.count - 1]) / 2
    }
    return below.map { (times[onOrBelow] + times[$0]) / 2 }
}
