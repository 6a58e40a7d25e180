import Results
import SurvivalStatistics
import Testing

/// Differences of paired proportions. Newcombe's own examples are in his Table II; others are in `Tests/References`.
@Suite struct PairedDifferenceTests {
    private func difference(
        _ both: Int, _ onlyFirst: Int, _ onlySecond: Int, _ neither: Int, _ method: PairedDifferenceMethod = .newcombe
    ) -> Estimate {
        differenceOfPairedProportions(
            PairedAnswers(both: both, onlyFirst: onlyFirst, onlySecond: onlySecond, neither: neither), method: method,
            level: 0.95)
    }

    @Test func `as Newcombe published it`() {
        let estimate = difference(36, 2, 12, 0)
        expectClose(estimate.value, 0.2)
        #expect(abs((estimate.interval?.lower ?? 0) - 0.0569) < 5e-5)
        #expect(abs((estimate.interval?.upper ?? 0) - 0.3404) < 5e-5)
    }

    /// (12 − 2)/50 and 1.959964·√(14 − 100/50)/50.
    @Test func `Wald's by hand`() {
        let estimate = difference(36, 2, 12, 0, .wald)
        expectClose(estimate.standardError, 12.0.squareRoot() / 50)
        expectClose(estimate.interval?.lower, 0.2 - 1.959963984540054 * 12.0.squareRoot() / 50)
    }

    @Test func `swapping the measurements turns the interval round`() {
        for (a, b, c, d) in [(36, 2, 12, 0), (0, 3, 0, 9), (5, 0, 0, 5), (1, 7, 2, 40), (0, 0, 1, 0)] {
            let (one, other) = (difference(a, b, c, d), difference(a, c, b, d))
            expectClose(one.value, -(other.value ?? .infinity))
            expectClose(one.interval?.lower, -(other.interval?.upper ?? .infinity))
            #expect((one.interval?.lower ?? -2) >= -1)
            #expect((one.interval?.upper ?? 2) <= 1)
        }
    }

    @Test func `nobody has no difference`() {
        let estimate = difference(0, 0, 0, 0)
        #expect(estimate.value == nil)
        #expect(estimate.interval == nil)
        #expect(estimate.notes == [ResultNote(.noPatients)])
    }

    @Test func `no change has an interval all the same`() {
        let estimate = difference(40, 0, 0, 20)
        #expect(estimate.value == 0)
        #expect((estimate.interval?.upper ?? 0) > 0.03)
        #expect(difference(40, 0, 0, 20, .wald).interval == ConfidenceInterval(lower: 0, upper: 0))
    }
}
