import Mathematics
public import Results

/// Tests whether groups have the same mean, by one-way analysis of variance.
///
/// **Formula.** Equal variances: `F = (Σ nₖ(x̄ₖ − x̄)²/(k − 1)) / (Σ(x − x̄ₖ)²/(N − k))` on `k − 1` and `N − k` degrees of
/// freedom. Unequal (Welch): weights `wₖ = nₖ/vₖ`, `h = Σ(1 − wₖ/Σw)²/(nₖ − 1)/(k² − 1)`,
/// `F = Σ wₖ(x̄ₖ − x̃)² / ((k − 1)(1 + 2(k − 2)h))` on `k − 1` and `1/(3h)`.
///
/// **Ties.** None.
///
/// **Interval.** None.
///
/// **Units.** Free of units.
///
/// **Edge cases.** NaN counts as missing and is left out, with a note; so are empty groups. No p-value, and a note, where
/// fewer than two groups have values, no degree of freedom is left, or values do not vary within groups.
///
/// **Reference.** Fisher RA. *Statistical Methods for Research Workers*, 1925. Welch BL. *Biometrika* 1951;38:330–336.
/// doi:10.1093/biomet/38.3-4.330.
///
/// **Equals in R.** `stats::oneway.test(value ~ group, var.equal = …)`; checked by `Tests/References/means`.
public func analysisOfVariance(_ groups: [[Double]], variances: Variances) -> TestResult {
    let known = groups.map { withoutMissing($0).values }.filter { !$0.isEmpty }
    let moments = known.compactMap { Moments($0) }
    let n = known.reduce(0) { $0 + $1.count }
    var test = TestResult(
        method: variances == .equal ? .analysisOfVariance : .welchAnalysisOfVariance, statistic: nil, pValue: nil, n: n,
        equalsInR: "stats::oneway.test(value ~ group\(variances == .equal ? ", var.equal = TRUE" : ""))")
    let missing = groups.reduce(0) { $0 + $1.count } - n
    if missing > 0 { test.notes.append(ResultNote(.missingLeftOut, count: Double(missing))) }
    guard n > 0 else { return test.adding(ResultNote(.noPatients)) }
    guard moments.count > 1 else { return test.adding(ResultNote(.singleGroup)) }
    switch variances {
    case .equal: completeEqual(&test, moments)
    case .unequal: completeUnequal(&test, moments)
    }
    return test
}

private func completeEqual(_ test: inout TestResult, _ groups: [Moments]) {
    let (k, n) = (Double(groups.count), Double(test.n))
    guard n > k else { return test.notes.append(ResultNote(.tooFewValues)) }
    let mean = CompensatedSum(groups.map { $0.count * $0.mean }).value / n
    let between = CompensatedSum(groups.map { $0.count * ($0.mean - mean) * ($0.mean - mean) }).value
    let within = CompensatedSum(groups.map(\.squaredDistances)).value
    guard within > 1e-24 * n * groups.reduce(0, { max($0, $1.mean * $1.mean) }), within > 0 else {
        return test.notes.append(ResultNote(between > 0 ? .zeroVariance : .constant))
    }
    finish(&test, statistic: between / (k - 1) / (within / (n - k)), numerator: k - 1, denominator: n - k)
}

private func completeUnequal(_ test: inout TestResult, _ groups: [Moments]) {
    let k = Double(groups.count)
    let variances = groups.compactMap(\.variance)
    guard variances.count == groups.count else { return test.notes.append(ResultNote(.tooFewValues)) }
    guard variances.allSatisfy({ $0 > 0 }) else { return test.notes.append(ResultNote(.zeroVariance)) }
    let weights = zip(groups, variances).map { $0.count / $1 }
    let sum = CompensatedSum(weights).value
    let mean = CompensatedSum(zip(weights, groups).map { $0 * $1.mean }).value / sum
    let spread =
        CompensatedSum(zip(weights, groups).map { (1 - $0 / sum) * (1 - $0 / sum) / ($1.count - 1) }).value
        / (k * k - 1)
    let between = CompensatedSum(zip(weights, groups).map { $0 * ($1.mean - mean) * ($1.mean - mean) }).value
    finish(
        &test, statistic: between / ((k - 1) * (1 + 2 * (k - 2) * spread)), numerator: k - 1,
        denominator: 1 / (3 * spread))
}

private func finish(_ test: inout TestResult, statistic: Double, numerator: Double, denominator: Double) {
    test.statistic = statistic
    test.degreesOfFreedom = [numerator, denominator]
    test.pValue = FDistribution(numerator: numerator, denominator: denominator).upperTail(statistic)
}
