import Mathematics
public import Results

/// Compares paired values by the mean of their differences.
///
/// **Formula.** `t = d̄ / (s/√n)` on `n − 1` degrees of freedom; the interval is `d̄ ± t s/√n`.
///
/// **Ties.** None.
///
/// **Units.** Those of the values.
///
/// **Edge cases.** NaN counts as missing and is left out, with a note. No value, and a note, without differences; no test
/// and no interval for a single difference or where the differences do not vary.
///
/// **Reference.** Student. *Biometrika* 1908;6:1–25. doi:10.1093/biomet/6.1.1.
///
/// **Equals in R.** `stats::t.test(differences)`, or `stats::t.test(first, second, paired = TRUE)`.
///
/// - Parameters:
///   - differences: First less second value of each pair.
///   - level: The confidence level.
/// - Returns: The mean difference with its interval, and the test that it is 0.
public func pairedTTest(_ differences: [Double], level: Double) -> Contrast {
    let (known, missing) = withoutMissing(differences)
    var estimate = Estimate(
        value: nil, interval: nil, level: level, method: "stats::t.test(first, second, paired = TRUE)", n: known.count)
    if missing > 0 { estimate.notes.append(ResultNote(.missingLeftOut, count: Double(missing))) }
    var test = TestResult(
        method: .pairedT, statistic: nil, pValue: nil, n: known.count, equalsInR: estimate.method,
        notes: estimate.notes)
    guard let moments = Moments(known), moments.mean.isFinite else {
        let note = ResultNote(known.isEmpty ? .noPatients : .unbounded)
        return Contrast(estimate: estimate.absent(because: note), test: test.adding(note))
    }
    estimate.value = moments.mean
    guard let variance = moments.variance else {
        estimate.notes.append(ResultNote(.tooFewValues))
        return Contrast(estimate: estimate, test: test.adding(ResultNote(.tooFewValues)))
    }
    let error = (variance / moments.count).squareRoot()
    guard error > 10 * Double.ulpOfOne * abs(moments.mean), error > 0 else {
        estimate.notes.append(ResultNote(.zeroVariance))
        return Contrast(estimate: estimate, test: test.adding(ResultNote(.zeroVariance)))
    }
    let distribution = StudentT(degreesOfFreedom: moments.count - 1)
    let margin = distribution.quantile(1 - (1 - level) / 2) * error
    estimate.standardError = error
    estimate.interval = ConfidenceInterval(lower: moments.mean - margin, upper: moments.mean + margin)
    test.statistic = moments.mean / error
    test.degreesOfFreedom = [moments.count - 1]
    test.pValue = distribution.twoSided(moments.mean / error)
    return Contrast(estimate: estimate, test: test)
}
