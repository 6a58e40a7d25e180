import Results
import SurvivalStatistics
import Testing

/// Descriptions of values that count unequally.
@Suite struct WeightedDescriptionTests {
    /// Weights 1, 2, 1 of the values 10, 20, 40: mean 90/4; variance 4/(16 − 6) · (1 · 12.5² + 2 · 2.5² + 1 · 17.5²).
    @Test func byHand() {
        let found = describe(WeightedValues([40, 10, 20], weights: [1, 1, 2]), decimals: 1)
        #expect(found.n == 3)
        #expect(found.mean == 22.5)
        expectClose(found.standardDeviation, (0.4 * (156.25 + 12.5 + 306.25)).squareRoot())
        // A quarter of the weights is reached exactly at 10, three quarters at 20: the middle to the next value.
        #expect([found.lowerQuartile, found.median, found.upperQuartile] == [15, 20, 30])
        #expect([found.minimum, found.maximum] == [10, 40])
        #expect(found.decimals == 1)
    }

    @Test func `equal weights are none, and type 2 of quantiles`() {
        let values = [3.0, 1, 4, 1, 5, 9, 2, 6, 5, 3]
        let plain = describe(values, quantileType: 2, decimals: 0)
        let weighted = describe(WeightedValues(values, weights: values.map { _ in 0.3 }), decimals: 0)
        expectClose([weighted.mean, weighted.standardDeviation], [plain.mean ?? 0, plain.standardDeviation ?? 0])
        #expect(weighted.lowerQuartile == plain.lowerQuartile)
        #expect(weighted.median == plain.median)
        #expect(weighted.upperQuartile == plain.upperQuartile)
    }

    @Test func `nothing, a weight of zero, a missing value`() {
        let none = describe(WeightedValues([.nan, 7], weights: [1, 0]), decimals: 0)
        #expect(none.n == 0)
        #expect([none.mean, none.standardDeviation, none.median, none.minimum] == [nil, nil, nil, nil])
        let one = describe(WeightedValues([7, 9], weights: [2, 0]), decimals: 0)
        #expect(one.mean == 7)
        #expect(one.standardDeviation == nil)
        #expect(one.upperQuartile == 7)
    }
}
