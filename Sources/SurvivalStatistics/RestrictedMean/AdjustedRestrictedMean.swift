#if canImport(Darwin)
    internal import Darwin
#else
    internal import Glibc
#endif
internal import Mathematics
public import Results

/// Compares the restricted mean survival of treated and controls, adjusted for covariates.
///
/// **Formula.** With `Y = min(T, τ)`, known if the patient died or was followed to `τ`, the model `g(E Y) = β'x` is fitted
/// to the known patients with weights `1/G(Y)`, `G` being the Kaplan–Meier estimate of not being censored in the
/// patient's arm: identity link for the difference, logarithm for the ratio of means, and logarithm of `τ − Y` for the
/// ratio of lost times. The variance is `A⁻¹ Σ κκ' A⁻¹` with `A = Σ x x' ġ` and each patient's `κ` its weighted score plus
/// its part in `G`.
///
/// **Interval.** Wald's, on the scale of the link.
///
/// **Units.** The difference is in the unit of `time`, the ratios have none.
///
/// **Edge cases.** If `τ` lies after the last observation of an arm and that one is censored, nothing can be said and a note
/// says so; likewise without patients in an arm. Columns that are combinations of others have no coefficient.
///
/// **Reference.** Tian L, Zhao L, Wei LJ. *Biostatistics* 2014;15:222–233. doi:10.1093/biostatistics/kxt050.
///
/// **Equals in R.** `survRM2::rmst2(time, status, arm, tau, covariates)`; checked by `Tests/References/cox`.
///
/// - Parameters:
///   - time: The time of each patient; NaN is missing.
///   - status: What happened then; nil is missing.
///   - isTreated: Whether each patient is treated; nil is missing.
///   - covariates: What is adjusted for.
///   - horizon: The time `τ`.
///   - level: The confidence level.
/// - Returns: The three contrasts.
/// - Throws: ``DesignError`` where the arrays differ in length.
public func adjustedRestrictedMean(
    time: [Double], status: [Status?], isTreated: [Bool?], covariates: DesignMatrix, horizon: Double, level: Double
) throws(DesignError) -> AdjustedRestrictedMean {
    for (name, count) in [
        ("status", status.count), ("isTreated", isTreated.count), ("covariates", covariates.rows),
    ] where count != time.count {
        throw .lengthsDiffer(of: name, found: count, expected: time.count)
    }
    if let row = time.firstIndex(where: \.isInfinite) { throw .infinite(in: "time", row: row) }
    var arms: [RestrictedMeanArm] = []
    var missing = 0
    for treated in [true, false] {
        var patients: [RestrictedMeanArm.Patient] = []
        for row in time.indices {
            guard !time[row].isNaN, let event = status[row], let own = isTreated[row], covariates.isComplete(row) else {
                if treated { missing += 1 }
                continue
            }
            guard own == treated else { continue }
            patients.append(
                RestrictedMeanArm.Patient(
                    time: time[row], isEvent: event == .event,
                    x: [1, treated ? 1 : 0] + covariates.columns.map { $0[row] }))
        }
        arms.append(RestrictedMeanArm(patients, horizon: horizon))
    }
    var notes: [ResultNote] = missing > 0 ? [ResultNote(.missingLeftOut, count: Double(missing))] : []
    if arms.contains(where: \.isEmpty) {
        notes.append(ResultNote(arms.allSatisfy(\.isEmpty) ? .noPatients : .singleGroup))
    }
    if arms.contains(where: \.endsEarly) { notes.append(ResultNote(.beyondLastObservation, count: horizon)) }
    let isPossible = !arms.contains { $0.isEmpty || $0.endsEarly }
    let names = ["intercept", "treatment"] + covariates.identities.map(\.name)
    let n = arms.reduce(0) { $0 + $1.count }
    let events = arms.reduce(0) { $0 + $1.events }
    func coefficients(_ model: RestrictedMeanModel) -> [AdjustedRestrictedMean.Coefficient] {
        let fit = isPossible ? model.fit(arms, width: names.count) : nil
        return names.indices.map { column in
            let method = "survRM2::rmst2 with covariates"
            guard let fit, let error = fit.standardErrors[column] else {
                return AdjustedRestrictedMean.Coefficient(
                    name: names[column],
                    estimate: Estimate(
                        value: nil, interval: nil, level: level, method: method, n: n, events: events,
                        notes: isPossible ? [ResultNote(.collinear, subject: names[column])] : notes), pValue: nil)
            }
            let value = fit.coefficients[column]
            let half = Normal.halfWidth(level: level) * error
            let back = { (x: Double) in model == .difference ? x : exp(x) }
            return AdjustedRestrictedMean.Coefficient(
                name: names[column],
                estimate: Estimate(
                    value: finite(back(value)),
                    interval: ConfidenceInterval(lower: finite(back(value - half)), upper: finite(back(value + half))),
                    standardError: error, level: level, method: method, n: n, events: events),
                pValue: Normal.twoSided(value / error))
        }
    }
    let difference = coefficients(.difference)
    return AdjustedRestrictedMean(
        horizon: horizon, difference: difference[1], ratio: coefficients(.ratio)[1],
        lostTimeRatio: coefficients(.lostTimeRatio)[1], differenceModel: difference, notes: notes)
}
