import Results
import SurvivalStatistics
import Testing

@Suite struct SurvivalContrastTests {
    @Test func differenceAtATimeByHand() throws {
        // S₁(2) = ½ with variance ¼·½; S₂(2) = ¾ with variance 9/16·1/12.
        let first = kaplanMeier(try sample([1, 3], [1, 0]), transform: .logLog, level: 0.9)
        let second = kaplanMeier(try sample([2, 3, 4, 5], [1, 0, 0, 0]), transform: .log, level: 0.9)
        let contrast = survivalDifference(first, second, at: 2.5, beyond: .notEstimable)
        expectClose(contrast.estimate.value, 0.25)
        let error = (1.0 / 8 + 3.0 / 64).squareRoot()
        expectClose(contrast.estimate.standardError, error)
        expectClose(contrast.estimate.interval?.lower, 0.25 - 1.6448536269514722 * error)
        expectClose(contrast.test.statistic, 0.25 / error)
        #expect(contrast.test.method == .wald)
        #expect(contrast.estimate.n == 6)
    }

    @Test func differencesWithoutAnAnswer() throws {
        let short = kaplanMeier(try sample([1, 3], [1, 0]), transform: .log, level: 0.95)
        let long = kaplanMeier(try sample([2, 9], [1, 0]), transform: .log, level: 0.95)
        let beyond = survivalDifference(short, long, at: 5, beyond: .notEstimable)
        #expect(beyond.estimate.value == nil)
        #expect(beyond.test.notes == [ResultNote(.beyondLastObservation, count: 3)])
        let early = survivalDifference(short, long, at: 0.5, beyond: .notEstimable)
        #expect(early.estimate.value == 0)
        #expect(early.test.notes == [ResultNote(.zeroVariance)])
        let zero = kaplanMeier(try sample([1], [1]), transform: .log, level: 0.95)
        #expect(survivalDifference(zero, long, at: 5, beyond: .notEstimable).estimate.value == 0.5)
    }

    @Test func trendByHand() throws {
        // The seven patients of the log-rank test with scores 0 and 1: for two groups trend and log-rank agree.
        let a = try sample([1, 3, 5], [1, 1, 0])
        let b = try sample([2, 4, 6, 6], [1, 0, 1, 1])
        for scores in [[0.0, 1], [3, 1], [-5, 20]] {
            let test = logRankTrendTest([a, b], scores: scores, weights: .equal)
            expectClose(test.statistic, 7744.0 / 7796)
            #expect(test.degreesOfFreedom == [1])
            #expect(test.method == .logRankTrend)
        }
    }

    /// R 4.2.2: observed, expected and var of `survdiff(Surv(time, status) ~ ph.ecog)` with ph.ecog 0, 1, 2, scores 1, 2, 3.
    @Test func trendOfLung() throws {
        let (patients, score) = try lungPatients(by: "ph.ecog")
        let groups = patients.split(by: score.map { Int($0) }, into: 3)
        let test = logRankTrendTest(groups, scores: [1, 2, 3], weights: .equal)
        expectClose(test.statistic, 16.446543227188926)
        expectClose(test.pValue, 5.0041346146145104e-05)
        let shifted = logRankTrendTest(groups, scores: [101, 102, 103], weights: .equal)
        expectClose(shifted.statistic, 16.446543227188926, tolerance: 1e-9)
    }

    @Test func trendsWithoutAnAnswer() throws {
        let a = try sample([1, 3, 5], [1, 1, 0])
        let b = try sample([2, 4, 6], [1, 0, 1])
        #expect(logRankTrendTest([a, b], scores: [1, 1], weights: .equal).notes == [ResultNote(.zeroVariance)])
        #expect(logRankTrendTest([a], scores: [1], weights: .equal).notes == [ResultNote(.singleGroup)])
        #expect(logRankTrendTest([], scores: [], weights: .equal).notes == [ResultNote(.noPatients)])
    }
}
