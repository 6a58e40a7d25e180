import Results
import Testing

@testable import Styling

@Suite struct DescriptionDecimalsTests {
    private func variable(
        _ summary: BaselineVariable.Summary, decimals: Int, median: Double, quartiles: (Double, Double)
    ) -> BaselineVariable {
        let description = Description(
            n: 9, mean: median, standardDeviation: 1, minimum: quartiles.0, lowerQuartile: quartiles.0, median: median,
            upperQuartile: quartiles.1, maximum: quartiles.1, decimals: decimals)
        return BaselineVariable(
            variable: "x", label: "X", unit: nil, summary: summary, levels: [], descriptions: [description], known: [9],
            missing: [0], test: nil)
    }

    @Test func theDataSay() {
        #expect(HouseStyle.plain.decimals(of: variable(.median, decimals: 0, median: 61, quartiles: (53, 69))) == 0)
        #expect(HouseStyle.plain.decimals(of: variable(.median, decimals: 1, median: 5.5, quartiles: (1, 9))) == 1)
    }

    @Test func oneMoreForMeansAndBetweenValues() {
        #expect(HouseStyle.plain.decimals(of: variable(.mean, decimals: 0, median: 61, quartiles: (53, 69))) == 1)
        #expect(HouseStyle.plain.decimals(of: variable(.median, decimals: 0, median: 61, quartiles: (53.25, 69))) == 1)
    }

    @Test func computedValuesGetFourDigits() {
        let age = variable(.median, decimals: 14, median: 49.7946611909651, quartiles: (42.0458590006845, 56.75))
        #expect(HouseStyle.plain.decimals(of: age) == 2)
        let ratio = variable(.median, decimals: 9, median: 0.123456789, quartiles: (0.1, 0.2))
        #expect(HouseStyle.plain.decimals(of: ratio) == 3)
        let dose = variable(.median, decimals: 5, median: 12345.67891, quartiles: (1, 2))
        #expect(HouseStyle.plain.decimals(of: dose) == 1)
    }

    @Test func measuredDecimalsAreKept() {
        let cost = variable(.median, decimals: 2, median: 12345.67, quartiles: (1000.25, 20000.5))
        #expect(HouseStyle.plain.decimals(of: cost) == 2)
    }
}
