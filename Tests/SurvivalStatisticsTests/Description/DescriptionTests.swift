import Results
import SurvivalStatistics
import Testing

@Suite struct DescriptionTests {
    @Test func byHand() {
        // 1…10: mean 5.5, variance 82.5/9.
        let description = describe([10, 9, 8, 7, 6, 5, 4, 3, 2, 1], quantileType: 7, decimals: 1)
        #expect(description.n == 10)
        #expect(description.mean == 5.5)
        expectClose(description.standardDeviation, (82.5 / 9).squareRoot())
        #expect(description.minimum == 1)
        #expect(description.maximum == 10)
        #expect(description.decimals == 1)
        #expect([description.lowerQuartile, description.median, description.upperQuartile] == [3.25, 5.5, 7.75])
    }

    @Test(arguments: [(2, [3, 5.5, 8]), (6, [2.75, 5.5, 8.25]), (7, [3.25, 5.5, 7.75])])
    func quartilesByType(type: Int, expected: [Double]) {
        let description = describe((1...10).map { Double($0) }, quantileType: type, decimals: 0)
        expectClose([description.lowerQuartile, description.median, description.upperQuartile], expected)
    }

    /// The first primes at 0, 0.1, 0.3, 0.5, 0.77, 1. R 4.2.2: `quantile(c(2, 3, 5, 7, 11, 13, 17), p, type = …)`.
    @Test(arguments: [
        (1, [2, 2, 5, 7, 13, 17]), (2, [2, 2, 5, 7, 13, 17]), (3, [2, 2, 3, 7, 11, 17]),
        (4, [2, 2, 3.2, 6, 11.78, 17]), (5, [2, 2.2, 4.2, 7, 12.78, 17]), (6, [2, 2, 3.8, 7, 13.64, 17]),
        (7, [2, 2.6, 4.6, 7, 12.24, 17]), (8, [2, 2.0666666666666664, 4.0666666666666673, 7, 12.96, 17]),
        (9, [2, 2.1, 4.1, 7, 12.915, 17]),
    ])
    func allNineTypes(type: Int, expected: [Double]) {
        let found = [0, 0.1, 0.3, 0.5, 0.77, 1].map {
            quantile($0, ofSorted: [2, 3, 5, 7, 11, 13, 17], type: type)
        }
        expectClose(found, expected)
    }

    @Test func fewValues() {
        let none = describe([], quantileType: 7, decimals: 0)
        #expect(none.n == 0)
        #expect(none.mean == nil && none.median == nil && none.minimum == nil && none.standardDeviation == nil)
        let one = describe([4, .nan], quantileType: 2, decimals: 0)
        #expect(one.n == 1)
        #expect(one.standardDeviation == nil)
        #expect([one.lowerQuartile, one.median, one.upperQuartile] == [4, 4, 4])
        #expect(quantile(0.5, ofSorted: [], type: 7) == nil)
        #expect(quantile(1.1, ofSorted: [1], type: 7) == nil)
        for type in 1...9 { #expect(quantile(0.5, ofSorted: [3], type: type) == 3) }
    }

    @Test func infinityLeavesNoNumber() {
        let description = describe([1, .infinity], quantileType: 7, decimals: 0)
        #expect(description.mean == nil && description.maximum == nil && description.standardDeviation == nil)
        #expect(description.minimum == 1)
    }
}
