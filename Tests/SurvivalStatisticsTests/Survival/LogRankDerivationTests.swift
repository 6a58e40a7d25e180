import Results
import SurvivalStatistics
import Testing

/// Seven patients. A: 1, 3, 5+. B: 2, 4+, 6, 6.
///
/// | t | n | nₐ | d | Eₐ  | V     | S(t−) |
/// |---|---|----|---|-----|-------|-------|
/// | 1 | 7 | 3  | 1 | 3/7 | 12/49 | 1     |
/// | 2 | 6 | 2  | 1 | 1/3 | 2/9   | 6/7   |
/// | 3 | 5 | 2  | 1 | 2/5 | 6/25  | 5/7   |
/// | 6 | 2 | 0  | 2 | 0   | 0     | 4/7   |
///
/// O = 2, E = 122/105, V = 7796/11025, χ² = (88/105)²/V = 7744/7796.
@Suite struct LogRankDerivationTests {
    let a: SurvivalSample
    let b: SurvivalSample

    init() throws {
        a = try sample([1, 3, 5], [1, 1, 0])
        b = try sample([2, 4, 6, 6], [1, 0, 1, 1])
    }

    @Test func logRank() {
        let comparison = logRankTest([a, b], weights: .equal)
        expectClose(comparison.observed, [2, 3])
        expectClose(comparison.expected, [122.0 / 105, 403.0 / 105])
        let variance = 7796.0 / 11025
        expectClose(comparison.covariance[0], [variance, -variance])
        expectClose(comparison.covariance[1], [-variance, variance])
        expectClose(comparison.test.statistic, 7744.0 / 7796)
        // pchisq(7744/7796, 1, lower.tail = FALSE), R 4.2.2
        expectClose(comparison.test.pValue, 0.31892987436914466)
        #expect(comparison.test.degreesOfFreedom == [1])
        #expect(comparison.test.method == .logRank)
        #expect(comparison.test.n == 7)
        #expect(comparison.test.events == 5)
        #expect(comparison.test.equalsInR == "survival::survdiff(Surv(time, status) ~ group)")
        #expect(comparison.test.notes.isEmpty)
    }

    /// U = Σ w (d_A − E_A), V = Σ w² V.
    @Test(arguments: [
        // w = n: 7·4/7 − 6/3 + 5·3/5 = 5; 12 + 8 + 6 = 26.
        (LogRankWeights.gehanBreslow, 25.0 / 26),
        // w = √n: √7·4/7 − √6/3 + √5·3/5; 12/7 + 4/3 + 6/5.
        (.taroneWare, 4.1493775456636985 / 4.2476190476190476),
        // w = 1, 6/7, 5/7: 4/7 − 2/7 + 3/7 = 5/7; (12 + 8 + 6)/49.
        (.flemingHarrington(rho: 1, gamma: 0), 25.0 / 26),
        // w = 0, 1/7, 2/7: −1/21 + 6/35 = 13/105; (2/9 + 24/25)/49 = 266/11025.
        (.flemingHarrington(rho: 0, gamma: 1), 169.0 / 266),
    ])
    func weighted(weights: LogRankWeights, expected: Double) {
        expectClose(logRankTest([a, b], weights: weights).test.statistic, expected, tolerance: 1e-9)
    }

    @Test func strataAddUp() {
        // Twice the same stratum: O, E and V double, and so does χ².
        let comparison = stratifiedLogRankTest([[a, b], [a, b]], weights: .equal)
        expectClose(comparison.observed, [4, 6])
        expectClose(comparison.expected, [244.0 / 105, 806.0 / 105])
        expectClose(comparison.test.statistic, 2 * 7744.0 / 7796)
        #expect(comparison.test.method == .stratifiedLogRank)
        #expect(comparison.test.n == 14)
        #expect(comparison.test.equalsInR == "survival::survdiff(Surv(time, status) ~ group + strata(stratum))")
    }

    @Test func nearTiesBetweenGroupsAreTies() throws {
        // One death in each group at "the same" 0.3, then one each at 1: E = ½·2 + ½·2 in both.
        let one = try sample([0.1 + 0.2, 1], [1, 1])
        let two = try sample([0.3, 1], [1, 1])
        let comparison = logRankTest([one, two], weights: .equal)
        expectClose(comparison.expected, [2, 2])
        expectClose(comparison.test.statistic, 0)
    }

    @Test func leftTruncationMovesTheRiskSets() throws {
        // A: (0, 2]. B: (1, 3], (2.5, 4]. At 2 two are at risk, at 3 two of B; E_A = ½.
        let late = try sample([3, 4], [1, 1], entry: [1, 2.5])
        let comparison = logRankTest([try sample([2], [1], entry: [0]), late], weights: .equal)
        expectClose(comparison.expected, [0.5, 2.5])
        expectClose(comparison.covariance[0][0], 0.25)
    }

    /// The lung data by sex, R 4.2.2.
    @Test func lung() throws {
        let groups = try lungBySex()
        let comparison = logRankTest(groups, weights: .equal)
        #expect(comparison.observed == [112, 53])
        expectClose(comparison.expected, [91.581739, 73.418261], tolerance: 1e-8)
        expectClose(comparison.test.pValue, 0.00131116452036, tolerance: 1e-11)
        let late = logRankTest(groups, weights: .flemingHarrington(rho: 1, gamma: 0)).test
        expectClose(late.statistic, 12.7141514, tolerance: 1e-8)
        #expect(late.equalsInR == "survival::survdiff(Surv(time, status) ~ group, rho = 1.0)")
    }
}
