import Mathematics
public import Results

/// Estimates the mean survival time up to a horizon: the area under the Kaplan–Meier curve from 0 to `horizon`.
///
/// **Formula.** `∫₀^τ S(t) dt`, with variance `Σ Aᵢ² dᵢ / (nᵢ (nᵢ − dᵢ))` over event times up to τ, where `Aᵢ` is the
/// area from `tᵢ` to τ.
///
/// **Ties.** As in the curve.
///
/// **Interval.** `± z se`.
///
/// **Units.** `horizon` and the result in the sample's unit.
///
/// **Edge cases.** A horizon after the last observation is permitted where the curve has come down to 0. Otherwise
/// `beyond` decides: no value, and a note with the last time, or the last value of the curve carried forward. No value,
/// and a note, without patients; a horizon of 0 or less has a mean of 0. With sampling weights there is no standard
/// error.
///
/// **Reference.** Royston P, Parmar MKB. *BMC Med Res Methodol* 2013;13:152. doi:10.1186/1471-2288-13-152.
///
/// **Equals in R.** `survRM2::rmst2(time, status, arm, tau)`; with the curve carried forward
/// `print(survival::survfit(…), rmean = τ)`. Checked by `Tests/References/restricted-mean`.
public func restrictedMean(
    _ sample: SurvivalSample, horizon: Double, beyond: BeyondLastObservation, level: Double
) -> Estimate {
    let table = ExitTable(sample)
    let estimate = Estimate(
        value: nil, interval: nil, level: level,
        method: "survRM2::rmst2(time, status, arm, tau = \(horizon))",
        unit: sample.unit.rawValue, n: sample.patientCount, events: sample.eventCount)
    guard let last = table.time.last else { return estimate.absent(because: ResultNote(.noPatients)) }
    let (area, variance, reachesZero) = restrictedArea(table, horizon: max(0, horizon))
    if horizon > last, !reachesZero, beyond == .notEstimable {
        return estimate.absent(because: ResultNote(.beyondLastObservation, count: last))
    }
    var complete = estimate
    complete.value = area
    guard !sample.hasSamplingWeights else {
        complete.notes.append(ResultNote(.samplingWeights))
        return complete
    }
    let error = variance.squareRoot()
    let margin = Normal.halfWidth(level: level) * error
    complete.standardError = error
    complete.interval = ConfidenceInterval(lower: area - margin, upper: area + margin)
    return complete
}

/// The area under the curve from 0 to the horizon, its variance, and whether the curve has come down to 0 by then.
private func restrictedArea(
    _ table: ExitTable, horizon: Double
) -> (area: Double, variance: Double, reachesZero: Bool) {
    let count = table.time.partitioningIndex { $0 > horizon }
    var survival = [Double]()
    var current = 1.0
    for index in 0..<count {
        current *= table.events[index] > 0 ? table.survivors(at: index) / table.atRisk[index] : 1
        survival.append(current)
    }
    // From the horizon backwards, so that the area to the right of each event is at hand.
    var (area, variance, end) = (0.0, 0.0, horizon)
    for index in (0..<count).reversed() {
        area += (end - max(0, table.time[index])) * survival[index]
        end = max(0, table.time[index])
        let survivors = table.survivors(at: index)
        if table.events[index] > 0, survivors > 0 {
            variance += area * area * table.events[index] / (table.atRisk[index] * survivors)
        }
    }
    return (area + end, variance, current == 0)
}
