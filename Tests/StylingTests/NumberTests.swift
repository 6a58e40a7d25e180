import Results
import Styling
import Testing

@Suite("Numbers in house style")
struct NumberTests {
    private func style(percentDecimals: Int? = nil, trailingZeros: Bool? = nil) throws -> HouseStyle {
        try HouseStyle.named(
            "plain", numbers: NumberPreferences(percentDecimals: percentDecimals, trailingZeros: trailingZeros))
    }

    @Test(
        "percentages of counts are exact",
        arguments: [
            (1, 8, 0, "13"), (5, 8, 0, "63"), (1, 8, 1, "12.5"), (3, 16, 1, "18.8"), (1, 16, 1, "6.3"),
            (1, 3, 1, "33.3"),
            (2, 3, 1, "66.7"), (0, 71, 1, "0.0"), (71, 71, 1, "100.0"), (1, 200, 0, "1"), (1, 201, 0, "0"),
            (1, 2000, 1, "0.1"), (199, 200, 0, "100"), (14, 29, 1, "48.3"), (9, 28, 0, "32"),
        ])
    func percentOfCount(count: Int, total: Int, decimals: Int, text: String) throws {
        #expect(try style(percentDecimals: decimals).percent(count, of: total) == text)
    }

    @Test(
        "percentages of proportions round the decimal value",
        arguments: [
            (0.405, "40.5"), (0.285, "28.5"), (0.0725, "7.3"), (0.4047, "40.5"), (1, "100.0"), (0, "0.0"),
            (-0.031, "−3.1"), (-0.0001, "0.0"),
        ])
    func percentOfProportion(proportion: Double, text: String) throws {
        #expect(try style().percent(proportion) == text)
    }

    @Test("a count with its percentage")
    func countOfTotal() throws {
        #expect(try style().count(21, of: 42) == "21 (50.0)")
        #expect(try style(trailingZeros: false).count(21, of: 42) == "21 (50)")
        #expect(try style(trailingZeros: false).count(8, of: 42) == "8 (19)")
        #expect(try style(trailingZeros: false).count(5, of: 42) == "5 (11.9)")
        #expect(try style().count(0, of: 0) == "0")
        #expect(try style().percent(0, of: 0) == "NE")
    }

    @Test("percentages no finer than the denominator")
    func percentByDenominator() {
        #expect(HouseStyle.jama.count(9, of: 28) == "9 (32)")
        #expect(HouseStyle.jama.count(33, of: 100) == "33 (33.0)")
        #expect(HouseStyle.jama.count(333, of: 999) == "333 (33.3)")
        #expect(HouseStyle.jama.count(333, of: 1000) == "333 (33.30)")
        #expect(HouseStyle.jama.percent(0.405) == "40.5")
    }

    @Test("times: reached, not reached, not estimable")
    func times() throws {
        #expect(try style().time(.reached(12.55)) == "12.6")
        #expect(try style().time(.notReached) == "NR")
        #expect(try style().time(nil) == "NE")
        #expect(try style(trailingZeros: false).time(.reached(6)) == "6.0", "a median keeps its zero")
        #expect(try style(trailingZeros: false).number(50, decimals: 1) == "50.0", "and so does any other number")
    }

    @Test("ranges, and a word in place of the dash beside a minus sign")
    func intervals() {
        #expect(HouseStyle.plain.interval("6.0", "17.3") == "6.0–17.3")
        #expect(HouseStyle.plain.interval("6.0", "NR") == "6.0–NR")
        #expect(HouseStyle.plain.interval("−0.4", "1.2") == "−0.4 to 1.2")
        #expect(HouseStyle.nejm.interval("6.0", "17.3") == "6.0 to 17.3")
        #expect(HouseStyle.jama.interval("6.0", "17.3") == "6.0-17.3")
        #expect(HouseStyle.jama.interval("−0.4", "1.2") == "−0.4 to 1.2")
    }

    @Test(
        "the confidence level",
        arguments: [(0.95, "95% CI"), (0.9, "90% CI"), (0.975, "97.5% CI"), (0.999, "99.9% CI"), (.nan, "CI")])
    func confidenceLabels(level: Double, text: String) {
        #expect(HouseStyle.plain.confidenceLabel(level) == text)
    }

    @Test("thousands and decimal marks by house")
    func thousands() {
        #expect(HouseStyle.plain.count(999) == "999")
        #expect(HouseStyle.plain.count(1234) == "1234")
        #expect(HouseStyle.plain.count(12_345) == "12,345")
        #expect(HouseStyle.plain.count(-1_234_567) == "−1,234,567")
        #expect(HouseStyle.plain.count(.min) == "−9,223,372,036,854,775,808")
        #expect(HouseStyle.lancet.number(12_345.6, decimals: 1) == "12\u{202F}345·6")
    }

    @Test("a variable with its unit")
    func labels() {
        #expect(HouseStyle.plain.label("Age", unit: "years") == "Age (years)")
        #expect(HouseStyle.plain.label("Sex", unit: nil) == "Sex")
        #expect(HouseStyle.lancet.label("Age", unit: "years") == "Age, years")
    }

    @Test(arguments: [
        (HouseStyle.plain, "95% CI 0.34–0.98"), (.lancet, "95% CI 0.34–0.98"), (.jama, "95% CI, 0.34-0.98"),
        (.nejm, "95% CI, 0.34 to 0.98"),
    ])
    func aSentenceNamesAnIntervalAsTheHouseDoes(_ style: HouseStyle, _ printed: String) {
        #expect(style.confidenceStatement(0.95, style.interval("0.34", "0.98")) == printed)
        #expect(style.confidenceLabel(0.95) == "95% CI", "heads of columns have no mark after the name")
    }
}
