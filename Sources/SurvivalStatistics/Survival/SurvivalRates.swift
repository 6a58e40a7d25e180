public import Results

/// Survival at a time that the study names, such as two years, with its interval.
///
/// **Formula.** The curve's last step at or before the time. The standard error is `S` times that of `log S`.
///
/// **Interval.** The curve's own, by its `transform` and `level`.
///
/// **Units.** `time` in the curve's unit; the rate is between 0 and 1.
///
/// **Edge cases.** Before the first observed time the rate is 1. After the last one `beyond` decides: not estimable,
/// with a note that holds the last time, or the last value carried forward; where the curve has come down to 0 it is 0
/// for good, and then has no interval. Without patients there is no rate, and a note says so.
///
/// **Reference.** Kaplan EL, Meier P. *J Am Stat Assoc* 1958;53:457–481. doi:10.1080/01621459.1958.10501452.
///
/// **Equals in R.** `summary(survfit(…), times = time, extend = TRUE)`; at risk are those just before the time.
public func survivalRate(
    at time: Double, of curve: SurvivalCurve, beyond: BeyondLastObservation
) -> LandmarkRate {
    let position = curve.time.partitioningIndex { $0 > time }
    var estimate = Estimate(
        value: 1, interval: ConfidenceInterval(lower: 1, upper: 1), standardError: 0, level: curve.level,
        method: "summary(survfit(conf.type = \"\(curve.transform.rawValue)\"), times = \(time), extend = TRUE)",
        n: Int((curve.events + curve.censored).reduce(0, +).rounded()),
        events: Int(curve.events.prefix(position).reduce(0, +).rounded()))
    if position > 0 {
        let survival = curve.survival[position - 1]
        let interval = ConfidenceInterval(lower: curve.lower[position - 1], upper: curve.upper[position - 1])
        estimate.value = survival
        estimate.interval = interval.lower == nil && interval.upper == nil ? nil : interval
        estimate.standardError = curve.standardErrorOfLog[position - 1].map { $0 * survival }
    }
    if let last = curve.time.last {
        if time > last, beyond == .notEstimable, let value = estimate.value, value > 0 {
            estimate = estimate.absent(because: ResultNote(.beyondLastObservation, count: last))
        }
    } else {
        estimate = estimate.absent(because: ResultNote(.noPatients))
    }
    let next = curve.time.partitioningIndex { $0 >= time }
    return LandmarkRate(
        time: time, estimate: estimate, atRisk: next < curve.time.count ? curve.atRisk[next] : 0)
}

extension Estimate {
    /// The same estimate without a value.
    func absent(because note: ResultNote) -> Estimate {
        var estimate = self
        estimate.value = nil
        estimate.interval = nil
        estimate.standardError = nil
        estimate.notes.append(note)
        return estimate
    }
}
