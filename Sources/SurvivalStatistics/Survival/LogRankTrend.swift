import Mathematics
public import Results

/// Tests whether the hazard rises or falls with the order of groups (log-rank test for trend).
///
/// **Formula.** With scores `s`, observed less expected `O − E` and its covariance `V` of the log-rank test:
/// `χ² = (s'(O − E))² / (s'Vs)` on one degree of freedom.
///
/// **Ties.** As in ``logRankTest(_:weights:)``.
///
/// **Units.** Free of the unit; scores may be shifted and scaled without effect.
///
/// **Edge cases.** As in the log-rank test; also no p-value, and a note, where all groups that are compared have the
/// same score. A group beyond the last score is not scored and counts as 0.
///
/// **Reference.** Tarone RE. *Biometrika* 1975;62:679–682. doi:10.1093/biomet/62.3.679.
///
/// **Equals in R.** `survminer::surv_pvalue(survfit(…), test.for.trend = TRUE)`, with scores 1, 2, 3 ….
public func logRankTrendTest(
    _ groups: [SurvivalSample], scores: [Double], weights: LogRankWeights
) -> TestResult {
    let comparison = logRankTest(groups, weights: weights)
    var test = comparison.test
    test.method = .logRankTrend
    test.equalsInR = "survminer::surv_pvalue(survfit(Surv(time, status) ~ group), test.for.trend = TRUE)"
    (test.statistic, test.pValue, test.degreesOfFreedom) = (nil, nil, [])
    let isObstructed = test.notes.contains { $0.kind != .zeroVariance }
    guard !isObstructed else { return test }
    var (sum, variance) = (0.0, 0.0)
    let scores = groups.indices.map { $0 < scores.count ? scores[$0] : 0 }
    for row in groups.indices {
        sum += scores[row] * (comparison.observed[row] - comparison.expected[row])
        for column in groups.indices { variance += scores[row] * scores[column] * comparison.covariance[row][column] }
    }
    let size = groups.indices.reduce(0) { $0 + scores[$1] * scores[$1] * comparison.covariance[$1][$1] }
    guard variance > 1e-12 * size else {
        if test.notes.isEmpty { test.notes.append(ResultNote(.zeroVariance)) }
        return test
    }
    test.notes = []
    test.statistic = sum * sum / variance
    test.degreesOfFreedom = [1]
    test.pValue = ChiSquared(degreesOfFreedom: 1).upperTail(sum * sum / variance)
    return test
}
