import Results
import SurvivalStatistics
import Testing

/// Seven patients: 2, 3, 3+, 5, 7+, 8, 9+; S = 1, 6/7, 5/7, 15/28, 15/56 from 0, 2, 3, 5, 8.
@Suite struct RestrictedMeanTests {
    let patients = try! sample([2, 3, 3, 5, 7, 8, 9], [1, 0, 1, 1, 0, 1, 0], unit: .months)

    @Test func byHand() {
        // To 8: 2 + 6/7 + 2·5/7 + 3·15/28 = 165/28. Areas to the right of the events: 109/28, 85/28, 45/28, 0.
        let mean = restrictedMean(patients, horizon: 8, beyond: .notEstimable, level: 0.95)
        expectClose(mean.value, 165.0 / 28)
        let variance = (109.0 * 109 / 42 + 85.0 * 85 / 30 + 45.0 * 45 / 12) / 784
        expectClose(mean.standardError, variance.squareRoot())
        // R: print(survfit(…), rmean = 8).
        expectClose(mean.standardError, 0.93981129084017212)
        expectClose(mean.interval?.upper, 165.0 / 28 + 1.959963984540054 * variance.squareRoot())
        #expect(mean.unit == "months")
        #expect(mean.n == 7)
        #expect(mean.events == 4)
    }

    @Test func betweenEvents() {
        // To 4: 2 + 6/7 + 5/7.
        expectClose(
            restrictedMean(patients, horizon: 4, beyond: .notEstimable, level: 0.95).value, 2 + 11.0 / 7)
        expectClose(restrictedMean(patients, horizon: 1, beyond: .notEstimable, level: 0.95).value, 1)
        #expect(restrictedMean(patients, horizon: 0, beyond: .notEstimable, level: 0.95).value == 0)
        #expect(restrictedMean(patients, horizon: -3, beyond: .notEstimable, level: 0.95).value == 0)
    }

    @Test func beyondTheLastObservation() throws {
        let mean = restrictedMean(patients, horizon: 10, beyond: .notEstimable, level: 0.95)
        #expect(mean.value == nil)
        #expect(mean.notes == [ResultNote(.beyondLastObservation, count: 9)])
        expectClose(
            restrictedMean(patients, horizon: 10, beyond: .carryForward, level: 0.95).value,
            165.0 / 28 + 2 * 15.0 / 56)
        // A curve that has come down to 0 stays there: the mean is that of all times.
        let all = restrictedMean(try sample([1, 4], [1, 1]), horizon: 10, beyond: .notEstimable, level: 0.95)
        expectClose(all.value, 2.5)
        expectClose(all.standardError, (1.5 * 1.5 / 2).squareRoot())
    }

    @Test func nobodyAndSamplingWeights() throws {
        let nobody = restrictedMean(try sample([], []), horizon: 5, beyond: .carryForward, level: 0.95)
        #expect(nobody.value == nil)
        #expect(nobody.notes == [ResultNote(.noPatients)])
        let weighted = restrictedMean(
            try sample([1, 2], [1, 1], weights: [0.5, 1]), horizon: 2, beyond: .carryForward, level: 0.95)
        expectClose(weighted.value, 1 + 2.0 / 3)
        #expect(weighted.interval == nil)
        #expect(weighted.notes == [ResultNote(.samplingWeights)])
    }

    @Test func theContrastByHand() throws {
        // First: events at 1 and 3, S = ½ from 1 to 3: mean 2, variance 1²·½. Second: event at 2, censored at 4, to 3:
        // 2 + ½, variance ½²·½.
        let comparison = compareRestrictedMeans(
            try sample([1, 3], [1, 1]), try sample([2, 4], [1, 0]), horizon: 3, level: 0.95)
        expectClose(comparison.difference.estimate.value, 0.5)
        expectClose(comparison.difference.estimate.standardError, (0.5 + 0.125).squareRoot())
        expectClose(comparison.difference.test.statistic, 0.5 / 0.625.squareRoot())
        expectClose(comparison.ratio.estimate.value, 1.25)
        expectClose(comparison.ratio.estimate.standardError, (0.5 / 4 + 0.125 / 6.25).squareRoot())
        expectClose(comparison.timeLostRatio.estimate.value, 0.5)
        #expect(comparison.difference.estimate.n == 4)
        #expect(comparison.difference.estimate.events == 3)
    }

    @Test func contrastsThatDoNotExist() throws {
        let beyond = compareRestrictedMeans(patients, try sample([20], [1]), horizon: 15, level: 0.95)
        #expect(beyond.difference.estimate.value == nil)
        #expect(beyond.difference.test.pValue == nil)
        #expect(beyond.difference.test.notes == [ResultNote(.beyondLastObservation, count: 9)])
        // Nobody loses time before 1: the ratio of the time lost is 0/0, and there is no variance.
        let early = compareRestrictedMeans(patients, try sample([20], [1]), horizon: 1, level: 0.95)
        #expect(early.difference.estimate.value == 0)
        #expect(early.difference.test.notes == [ResultNote(.zeroVariance)])
        #expect(early.timeLostRatio.estimate.value == nil)
        #expect(early.timeLostRatio.test.notes == [ResultNote(.unbounded)])
    }

    /// R 4.2.2: `print(survfit(Surv(time, status) ~ sex, lung), rmean = 365)`.
    @Test func lung() throws {
        let means = try lungBySex().map { restrictedMean($0, horizon: 365, beyond: .notEstimable, level: 0.95) }
        expectClose(means[0].value, 241.4951, tolerance: 1e-6)
        expectClose(means[0].standardError, 10.35823, tolerance: 1e-6)
        expectClose(means[1].value, 297.4654, tolerance: 1e-6)
        expectClose(means[1].standardError, 10.79132, tolerance: 1e-6)
    }
}
