import Mathematics
public import Results

/// A comparison of survival curves by the log-rank family: the test and what it is made of.
public struct LogRankComparison: Equatable, Sendable {
    /// Weighted events observed in each group.
    public var observed: [Double]
    /// Weighted events expected in each group if all had the same hazard.
    public var expected: [Double]
    /// The covariance of observed less expected.
    public var covariance: [[Double]]
    /// The test of equal hazards.
    public var test: TestResult
}

/// Tests whether groups have the same hazard, by the log-rank test or a weighted relative of it.
///
/// **Formula.** At each distinct event time, with `d` events among `n` at risk, `n_k` of them in group `k`:
/// `E_k += w d n_k / n` and, if `n > 1`, `V_jk += w² d (n − d)/(n − 1) · n_j/n (δ_jk − n_k/n)`. Groups with `E = 0` are
/// dropped; `χ² = (O − E)' V⁻¹ (O − E)` without one group, on one degree of freedom less than groups remain.
///
/// **Ties.** The variance is the hypergeometric one. Times that differ only by rounding are one time, also between
/// groups.
///
/// **Units.** Free of the unit.
///
/// **Edge cases.** No p-value, and a note, where there is no event, where only one group was ever at risk at an event,
/// or where the variance is zero because everyone at risk had the event. Whole weights count as repeated patients; for
/// sampling weights this test is not defined. Left truncation is respected, which R's `survdiff` cannot do.
///
/// **Reference.** Mantel N. *Cancer Chemother Rep* 1966;50:163–170. Harrington DP, Fleming TR. *Biometrika*
/// 1982;69:553–566. doi:10.1093/biomet/69.3.553.
///
/// **Equals in R.** `survival::survdiff(Surv(time, status) ~ group, rho = …)`; checked by `Tests/References/log-rank`.
public func logRankTest(_ groups: [SurvivalSample], weights: LogRankWeights) -> LogRankComparison {
    logRank(strata: [groups], weights: weights)
}

/// Tests whether groups have the same hazard within strata, each stratum compared in itself.
///
/// **Formula.** `χ² = (Σₛ Oₛ − Eₛ)' (Σₛ Vₛ)⁻¹ (Σₛ Oₛ − Eₛ)`, observed, expected and covariance of each stratum as in
/// ``logRankTest(_:weights:)``, groups without expected events and one other left out.
///
/// **Units.** Free of the unit.
///
/// **Edge cases.** Those of ``logRankTest(_:weights:)``, where all strata count together: one that has only one group, or no
/// event, adds nothing to the statistic. A stratum that lacks a group at its end is padded with an empty one.
///
/// **Reference.** Mantel N, Haenszel W. *J Natl Cancer Inst* 1959;22:719–748. doi:10.1093/jnci/22.4.719.
///
/// **Equals in R.** `survival::survdiff(Surv(time, status) ~ group + strata(stratum), rho = …)`.
///
/// - Parameters:
///   - strata: For each stratum, the groups in the same order.
///   - weights: How much each event time counts.
/// - Returns: The test, with observed and expected events summed over the strata.
public func stratifiedLogRankTest(_ strata: [[SurvivalSample]], weights: LogRankWeights) -> LogRankComparison {
    var comparison = logRank(strata: strata, weights: weights)
    if weights == .equal { comparison.test.method = .stratifiedLogRank }
    comparison.test.equalsInR = weights.call(grouping: "group + strata(stratum)")
    return comparison
}

private func logRank(strata: [[SurvivalSample]], weights: LogRankWeights) -> LogRankComparison {
    let count = strata.map(\.count).max() ?? 0
    var sums = LogRankSums(groups: count)
    for stratum in strata { sums.add(stratum, weights: weights) }
    let everyone = strata.flatMap { $0 }
    var test = TestResult(
        method: weights.method, statistic: nil, pValue: nil,
        n: everyone.reduce(0) { $0 + $1.patientCount },
        events: everyone.reduce(0) { $0 + $1.eventCount }, equalsInR: weights.call(grouping: "group"))
    sums.finish(&test, hasSamplingWeights: everyone.contains(where: \.hasSamplingWeights))
    return LogRankComparison(
        observed: sums.observed, expected: sums.expected, covariance: sums.covariance, test: test)
}

/// Observed, expected and their covariance, summed over event times and strata.
private struct LogRankSums {
    var observed: [Double]
    var expected: [Double]
    var covariance: [[Double]]

    init(groups: Int) {
        observed = [Double](repeating: 0, count: groups)
        expected = observed
        covariance = [[Double]](repeating: observed, count: groups)
    }

    mutating func add(_ groups: [SurvivalSample], weights: LogRankWeights) {
        let count = groups.count
        // Observed, expected, shares at risk and the covariance row by row, in one place for the loop.
        var sums = [Double](repeating: 0, count: count * (count + 3))
        sums.withUnsafeMutableBufferPointer { sums in
            let (expected, share, covariance) = (count, 2 * count, 3 * count)
            var survival = 1.0
            PooledEventTimes(groups).forEach { counts in
                var (atRisk, events) = (0.0, 0.0)
                for group in counts {
                    atRisk += group.atRisk
                    events += group.events
                }
                guard atRisk > 0 else { return }
                let weight = weights.weight(pooledSurvival: survival, atRisk: atRisk)
                let spread = atRisk > 1 ? weight * weight * events * (atRisk - events) / (atRisk - 1) : 0
                for group in 0..<count { sums[share + group] = counts[group].atRisk / atRisk }
                for group in 0..<count {
                    let own = sums[share + group]
                    sums[group] += weight * counts[group].events
                    sums[expected + group] += weight * events * own
                    let row = covariance + group * count
                    for other in 0..<count {
                        sums[row + other] += spread * own * ((group == other ? 1 : 0) - sums[share + other])
                    }
                }
                survival *= (atRisk - events) / atRisk
            }
        }
        for group in 0..<count {
            observed[group] += sums[group]
            expected[group] += sums[count + group]
            for other in 0..<count { covariance[group][other] += sums[(3 + group) * count + other] }
        }
    }

    /// Completes the test, or says why there is none.
    func finish(_ test: inout TestResult, hasSamplingWeights: Bool) {
        let compared = expected.indices.filter { expected[$0] > 0 }
        guard test.n > 0 else { return test.notes.append(ResultNote(.noPatients)) }
        guard let events = test.events, events > 0 else { return test.notes.append(ResultNote(.noEvents)) }
        guard compared.count > 1 else { return test.notes.append(ResultNote(.singleGroup)) }
        guard !hasSamplingWeights else { return test.notes.append(ResultNote(.samplingWeights)) }
        let kept = compared.dropFirst()
        let form = inverseQuadraticForm(
            of: kept.map { observed[$0] - expected[$0] },
            in: kept.map { row in kept.map { covariance[row][$0] } })
        guard form.rank == kept.count else { return test.notes.append(ResultNote(.zeroVariance)) }
        test.statistic = form.value
        test.degreesOfFreedom = [Double(kept.count)]
        test.pValue = ChiSquared(degreesOfFreedom: Double(kept.count)).upperTail(form.value)
    }
}
