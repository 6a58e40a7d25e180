import Mathematics
public import Results

/// Whether a comparison of two means assumes that the variances are equal.
public enum Variances: String, CaseIterable, Sendable {
    /// They may differ (Welch).
    case unequal
    /// They are equal, and estimated together (Student).
    case equal
}

/// Tests whether two samples have the same mean, by Welch's or Student's t.
///
/// **Formula.** `t = (x̄₁ − x̄₂)/se`. Welch: `se² = v₁/n₁ + v₂/n₂` on
/// `se⁴ / ((v₁/n₁)²/(n₁ − 1) + (v₂/n₂)²/(n₂ − 1))` degrees of freedom. Student: the pooled variance on `n₁ + n₂ − 2`.
///
/// **Ties.** None.
///
/// **Interval.** See ``meanDifference(_:_:variances:level:)``.
///
/// **Units.** Free of units.
///
/// **Edge cases.** NaN counts as missing and is left out, with a note. No p-value, and a note, where a sample is too
/// small to have a variance or the values do not vary (a standard error below ten rounding errors of the means).
///
/// **Reference.** Welch BL. *Biometrika* 1947;34:28–35. doi:10.1093/biomet/34.1-2.28.
///
/// **Equals in R.** `stats::t.test(first, second, var.equal = …)`; checked by `Tests/References/means`.
public func tTest(_ first: [Double], _ second: [Double], variances: Variances) -> TestResult {
    let (first, firstMissing) = withoutMissing(first)
    let (second, secondMissing) = withoutMissing(second)
    var test = TestResult(
        method: variances == .equal ? .studentT : .welchT, statistic: nil, pValue: nil, n: first.count + second.count,
        equalsInR: variances.call)
    if firstMissing + secondMissing > 0 {
        test.notes.append(ResultNote(.missingLeftOut, count: Double(firstMissing + secondMissing)))
    }
    switch MeanComparison.compare(first, second, variances) {
    case .failure(let obstacle): test.notes.append(obstacle.note)
    case .success(let comparison):
        let t = comparison.difference / comparison.standardError
        test.statistic = t
        test.degreesOfFreedom = [comparison.degreesOfFreedom]
        test.pValue = StudentT(degreesOfFreedom: comparison.degreesOfFreedom).twoSided(t)
    }
    return test
}

/// Estimates the difference of two means, first less second, with its interval by Welch's or Student's t.
///
/// Formula and edge cases are those of ``tTest(_:_:variances:)``; the interval is `x̄₁ − x̄₂ ± t se`.
///
/// **Units.** Those of the values.
///
/// **Equals in R.** `stats::t.test(first, second, var.equal = …)$conf.int`.
public func meanDifference(
    _ first: [Double], _ second: [Double], variances: Variances, level: Double
) -> Estimate {
    let (first, _) = withoutMissing(first)
    let (second, _) = withoutMissing(second)
    var estimate = Estimate(
        value: nil, interval: nil, level: level, method: variances.call, n: first.count + second.count)
    switch MeanComparison.compare(first, second, variances) {
    case .failure(let obstacle): return estimate.absent(because: obstacle.note)
    case .success(let comparison):
        let margin =
            comparison.standardError
            * StudentT(degreesOfFreedom: comparison.degreesOfFreedom).quantile(1 - (1 - level) / 2)
        estimate.value = comparison.difference
        estimate.standardError = comparison.standardError
        estimate.interval = ConfidenceInterval(
            lower: comparison.difference - margin, upper: comparison.difference + margin)
        return estimate
    }
}

extension Variances {
    fileprivate var call: String {
        "stats::t.test(first, second\(self == .equal ? ", var.equal = TRUE" : ""))"
    }
}

/// Why two means cannot be compared.
private struct MeanObstacle: Error {
    let note: ResultNote
}

private struct MeanComparison {
    let difference: Double
    let standardError: Double
    let degreesOfFreedom: Double

    static func compare(
        _ first: [Double], _ second: [Double], _ variances: Variances
    ) -> Result<MeanComparison, MeanObstacle> {
        guard let one = Moments(first), let two = Moments(second) else {
            return .failure(
                MeanObstacle(note: ResultNote(first.isEmpty && second.isEmpty ? .noPatients : .singleGroup)))
        }
        let standardError: Double
        let degrees: Double
        switch variances {
        case .unequal:
            guard let v1 = one.variance, let v2 = two.variance else {
                return .failure(MeanObstacle(note: ResultNote(.tooFewValues)))
            }
            let (s1, s2) = (v1 / one.count, v2 / two.count)
            standardError = (s1 + s2).squareRoot()
            degrees = (s1 + s2) * (s1 + s2) / (s1 * s1 / (one.count - 1) + s2 * s2 / (two.count - 1))
        case .equal:
            degrees = one.count + two.count - 2
            guard degrees > 0 else { return .failure(MeanObstacle(note: ResultNote(.tooFewValues))) }
            let pooled = (one.squaredDistances + two.squaredDistances) / degrees
            standardError = (pooled * (1 / one.count + 1 / two.count)).squareRoot()
        }
        guard standardError.isFinite, standardError > 10 * Double.ulpOfOne * max(abs(one.mean), abs(two.mean)),
            standardError > 0
        else { return .failure(MeanObstacle(note: ResultNote(.zeroVariance))) }
        return .success(
            MeanComparison(
                difference: one.mean - two.mean, standardError: standardError, degreesOfFreedom: degrees))
    }
}
