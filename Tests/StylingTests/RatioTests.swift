import Results
import Styling
import Testing

@Suite struct RatioTests {
    @Test(arguments: [
        (0.4321, "0.43"), (1, "1.00"), (0.6, "0.60"), (0.01, "0.01"), (0.0099, "0.0099"), (0.0052, "0.0052"),
        (0.00123, "0.0012"), (99.994, "99.99"), (123.4, "123"), (1234.5, "1235"), (0, "0.00"), (1e-9, "0.000000"),
    ])
    func ratiosHaveTwoDecimalsOrTwoDigits(_ value: Double, _ printed: String) {
        #expect(HouseStyle.plain.ratio(value) == printed)
    }

    @Test func aRatioComesWithItsInterval() {
        let estimate = Estimate(
            value: 0.43, interval: .init(lower: 0.2149, upper: 0.8753), level: 0.95, method: "", n: 36, events: 30)
        #expect(HouseStyle.plain.ratio(estimate) == "0.43 (0.21–0.88)")
        #expect(HouseStyle.plain.ratioInterval(of: ratio(0.5, nil, 2)) == "NE–2.00")
        #expect(HouseStyle.plain.ratio(Estimate(value: nil, interval: nil, level: 0.95, method: "", n: 0)) == "NE")
        #expect(HouseStyle.plain.ratio(nil) == "NE")
    }

    @Test(arguments: [
        (0.6, "0.6"), (1, "1"), (0.005, "0.005"), (1.896, "1.9"), (123.4, "123"), (0, "0"), (0.4321, "0.43"),
    ])
    func aStudyMayDropZerosAtTheEnd(_ value: Double, _ printed: String) throws {
        let style = try HouseStyle.named("plain", numbers: NumberPreferences(trailingZeros: false))
        #expect(style.ratio(value) == printed)
        #expect(style.ratioInterval(of: ratio(0.9, 0.7, nil)) == "0.7–NE")
    }

    @Test(arguments: [
        (0.0052, 0.00065, 0.0421, "0.0052 (0.00065–0.042)"), (0.43, 0.0012, 2.139, "0.43 (0.0012–2.14)"),
        (0.0707, 0.0066, 0.7522, "0.07 (0.01–0.75)"), (0.0052, 0.000_65, 148.2, "0.0052 (0.00065–148)"),
    ])
    func aRatioAndItsLimitsAreEquallyPrecise(_ value: Double, _ lower: Double, _ upper: Double, _ printed: String) {
        #expect(HouseStyle.plain.ratio(ratio(value, lower, upper)) == printed)
    }

    private func ratio(_ value: Double, _ lower: Double?, _ upper: Double?) -> Estimate {
        Estimate(value: value, interval: .init(lower: lower, upper: upper), level: 0.95, method: "", n: 40)
    }

    @Test(arguments: [(0.0996, "0.100", "0.1"), (-0.1117, "−0.112", "−0.112"), (0, "0.000", "0"), (nil, "NE", "NE")])
    func standardizedDifferencesHaveThreeDecimals(_ value: Double?, _ printed: String, _ short: String) throws {
        #expect(HouseStyle.plain.standardizedDifference(value) == printed)
        let style = try HouseStyle.named("plain", numbers: NumberPreferences(trailingZeros: false))
        #expect(style.standardizedDifference(value) == short)
    }
}
