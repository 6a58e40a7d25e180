#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif
import Mathematics
public import Results

/// The restricted mean survival times of two groups, and how they differ.
public struct RestrictedMeanComparison: Codable, Equatable, Sendable {
    /// The mean survival time of the first group, the reference.
    public var first: Estimate
    /// The mean survival time of the second group.
    public var second: Estimate
    /// Second less first.
    public var difference: Contrast
    /// Second over first.
    public var ratio: Contrast
    /// The time lost to the horizon, second over first.
    public var timeLostRatio: Contrast
}

/// Compares the mean survival time up to a horizon between two groups.
///
/// **Formula.** Difference `R₂ − R₁` with `se² = v₁ + v₂`; ratios of `R`, or of the time lost `τ − R`, on the log scale
/// with `se² = v₁/R₁² + v₂/R₂²`. Each is tested by its z.
///
/// **Ties, units.** As in ``restrictedMean(_:horizon:beyond:level:)``.
///
/// **Interval.** `± z se`, for ratios on the log scale.
///
/// **Edge cases.** A horizon later than the last observation of a group whose curve has not come down to 0 gives no
/// comparison, and a note. A mean, or a time lost, of 0 has no ratio; no variance at all has no test.
///
/// **Reference.** Uno H et al. *J Clin Oncol* 2014;32:2380–2385. doi:10.1200/JCO.2014.55.2208.
///
/// **Equals in R.** `survRM2::rmst2(time, status, arm, tau)`; checked by `Tests/References/restricted-mean`.
public func compareRestrictedMeans(
    _ first: SurvivalSample, _ second: SurvivalSample, horizon: Double, level: Double
) -> RestrictedMeanComparison {
    let means = [first, second].map { restrictedMean($0, horizon: horizon, beyond: .notEstimable, level: level) }
    let lost = means.map { mean in
        var lost = mean
        lost.value = mean.value.map { max(0, horizon - $0) }
        return lost
    }
    return RestrictedMeanComparison(
        first: means[0], second: means[1], difference: difference(means[0], means[1]),
        ratio: ratio(means[0], means[1]), timeLostRatio: ratio(lost[0], lost[1]))
}

/// The difference of two independent estimates, second less first, with the z test that it is 0.
func difference(_ first: Estimate, _ second: Estimate) -> Contrast {
    contrast(first, second, unit: first.unit, scale: { $0 }, back: { $0 }) { _, error in error }
}

/// The ratio of two independent positive estimates, second over first, with the z test that its logarithm is 0.
func ratio(_ first: Estimate, _ second: Estimate) -> Contrast {
    contrast(first, second, unit: nil, scale: { $0 > 0 ? log($0) : nil }, back: { exp($0) }) { value, error in
        error / value
    }
}

private func contrast(
    _ first: Estimate, _ second: Estimate, unit: String?, scale: (Double) -> Double?, back: (Double) -> Double,
    error scaledError: (Double, Double) -> Double
) -> Contrast {
    var estimate = first
    estimate.unit = unit
    estimate.n += second.n
    estimate.events = first.events.flatMap { events in second.events.map { events + $0 } }
    estimate.notes = first.notes + second.notes.filter { !first.notes.contains($0) }
    (estimate.value, estimate.interval, estimate.standardError) = (nil, nil, nil)
    var test = TestResult(
        method: .wald, statistic: nil, pValue: nil, n: estimate.n, events: estimate.events, equalsInR: estimate.method)
    test.notes = estimate.notes
    guard let one = first.value, let two = second.value else { return Contrast(estimate: estimate, test: test) }
    guard let start = scale(one), let end = scale(two) else {
        estimate.notes.append(ResultNote(.unbounded))
        return Contrast(estimate: estimate, test: test.adding(ResultNote(.unbounded)))
    }
    estimate.value = back(end - start)
    guard let firstError = first.standardError, let secondError = second.standardError else {
        return Contrast(estimate: estimate, test: test)
    }
    let (e1, e2) = (scaledError(one, firstError), scaledError(two, secondError))
    let error = (e1 * e1 + e2 * e2).squareRoot()
    guard error > 0 else {
        estimate.notes.append(ResultNote(.zeroVariance))
        return Contrast(estimate: estimate, test: test.adding(ResultNote(.zeroVariance)))
    }
    let margin = Normal.halfWidth(level: first.level) * error
    estimate.standardError = error
    estimate.interval = ConfidenceInterval(lower: back(end - start - margin), upper: back(end - start + margin))
    test.statistic = (end - start) / error
    test.pValue = Normal.twoSided((end - start) / error)
    return Contrast(estimate: estimate, test: test)
}
