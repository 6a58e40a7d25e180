import Results
import SurvivalStatistics
import Testing

@Suite struct TTestDerivationTests {
    /// 1, 2, 3, 4 (mean 5/2, variance 5/3) against 2, 4, 6 (mean 4, variance 4).
    let first = [1.0, 2, 3, 4]
    let second = [2.0, 4, 6]

    @Test func welch() {
        // se² = 5/12 + 4/3 = 7/4; t = −3/2/√(7/4); ν = (7/4)²/((5/12)²/3 + (4/3)²/2).
        let test = tTest(first, second, variances: .unequal)
        expectClose(test.statistic, -1.5 / 1.75.squareRoot())
        expectClose(test.degreesOfFreedom.first, 1.75 * 1.75 / (25.0 / 432 + 8.0 / 9))
        expectClose(test.pValue, 0.33382370007750128)
        #expect(test.method == .welchT)
        #expect(test.equalsInR == "stats::t.test(first, second)")
        let difference = meanDifference(first, second, variances: .unequal, level: 0.95)
        expectClose(difference.value, -1.5)
        expectClose(difference.interval?.lower, -5.5423279549230235)
        expectClose(difference.interval?.upper, 2.5423279549230235)
        expectClose(difference.standardError, 1.75.squareRoot())
    }

    @Test func student() {
        // Pooled variance (5 + 8)/5 = 13/5; se² = 13/5 · 7/12 = 91/60.
        let test = tTest(first, second, variances: .equal)
        expectClose(test.statistic, -1.5 / (91.0 / 60).squareRoot())
        #expect(test.degreesOfFreedom == [5])
        #expect(test.equalsInR == "stats::t.test(first, second, var.equal = TRUE)")
    }

    @Test func largeOffsetsLoseNoDigits() {
        let test = tTest(first.map { $0 + 1e9 }, second.map { $0 + 1e9 }, variances: .unequal)
        expectClose(test.statistic, -1.5 / 1.75.squareRoot(), tolerance: 1e-13)
    }

    @Test func nothingToCompare() {
        #expect(tTest([], [], variances: .unequal).notes == [ResultNote(.noPatients)])
        #expect(tTest([1], [], variances: .unequal).notes == [ResultNote(.singleGroup)])
        #expect(tTest([1], [2, 3], variances: .unequal).notes == [ResultNote(.tooFewValues)])
        #expect(tTest([1], [2], variances: .equal).notes == [ResultNote(.tooFewValues)])
        #expect(tTest([1], [2, 3], variances: .equal).pValue != nil)
        #expect(tTest([1, 1], [2, 2], variances: .unequal).notes == [ResultNote(.zeroVariance)])
        #expect(meanDifference([1, 1], [2, 2], variances: .equal, level: 0.95).value == nil)
        #expect(tTest([1, .infinity], [2, 3], variances: .unequal).pValue == nil)
    }
}

@Suite struct AnalysisOfVarianceDerivationTests {
    @Test func equalVariances() {
        // {1, 3}, {4, 6}, {8, 8}: mean 5; between 2·9 + 0 + 2·9 = 36 on 2, within 2 + 2 + 0 = 4 on 3: F = 18/(4/3).
        let test = analysisOfVariance([[1, 3], [4, 6], [8, 8]], variances: .equal)
        expectClose(test.statistic, 13.5)
        #expect(test.degreesOfFreedom == [2, 3])
        // On 2 and 3 degrees of freedom P(F > f) = (1 + 2f/3)^(−3/2) = 10^(−3/2).
        expectClose(test.pValue, 0.03162277660168379)
    }

    @Test func unequalVariances() {
        // R 4.2.2: oneway.test.
        let test = analysisOfVariance([[1, 2, 3, 4], [2, 4, 6], [5, 6, 9]], variances: .unequal)
        expectClose(test.statistic, 4.0462172436530972)
        expectClose(test.degreesOfFreedom, [2, 3.7724644861144481])
        expectClose(test.pValue, 0.11516950239270375)
        #expect(test.method == .welchAnalysisOfVariance)
    }

    @Test func twoGroupsAreStudentSquared() {
        let (first, second) = ([1.0, 2, 3, 4], [2.0, 4, 6])
        let t = tTest(first, second, variances: .equal)
        let f = analysisOfVariance([first, second], variances: .equal)
        expectClose(f.statistic, (t.statistic ?? 0) * (t.statistic ?? 0))
        expectClose(f.pValue, t.pValue ?? .nan)
    }

    @Test func nothingToCompare() {
        #expect(analysisOfVariance([], variances: .equal).notes == [ResultNote(.noPatients)])
        #expect(analysisOfVariance([[1, 2], []], variances: .equal).notes == [ResultNote(.singleGroup)])
        #expect(analysisOfVariance([[1], [2]], variances: .equal).notes == [ResultNote(.tooFewValues)])
        #expect(analysisOfVariance([[1], [2, 3]], variances: .unequal).notes == [ResultNote(.tooFewValues)])
        #expect(analysisOfVariance([[1, 1], [1, 1]], variances: .equal).notes == [ResultNote(.constant)])
        #expect(analysisOfVariance([[1, 1], [2, 2]], variances: .equal).notes == [ResultNote(.zeroVariance)])
        #expect(analysisOfVariance([[0.1, 0.1], [0.1, 0.1]], variances: .equal).pValue == nil)
    }
}
