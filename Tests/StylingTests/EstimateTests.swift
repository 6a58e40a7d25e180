import Results
import Styling
import Testing

@Suite("Estimates with their intervals")
struct EstimateTests {
    private func estimate(_ value: Double?, _ lower: Double?, _ upper: Double?) -> Estimate {
        Estimate(value: value, interval: .init(lower: lower, upper: upper), level: 0.95, method: "", n: 9)
    }

    @Test("proportions")
    func proportions() {
        #expect(HouseStyle.plain.percent(estimate(0.724, 0.5228, 0.8512)) == "72.4 (52.3–85.1)")
        #expect(HouseStyle.plain.percent(estimate(-0.1, -0.3, 0.1)) == "−10.0 (−30.0 to 10.0)")
        #expect(HouseStyle.plain.percent(estimate(0.724, nil, 1)) == "72.4 (NE–100.0)")
        #expect(HouseStyle.plain.percent(estimate(nil, 0, 1)) == "NE")
        #expect(HouseStyle.lancet.percent(estimate(0.724, 0.5228, 0.8512)) == "72·4 (52·3–85·1)")
    }

    @Test("lengths of time")
    func times() {
        #expect(HouseStyle.plain.time(estimate(9.23, 7.72, 10.81)) == "9.2 (7.7–10.8)")
        #expect(HouseStyle.plain.time(estimate(nil, 7.72, 10.81)) == "NE")
        let median = SurvivalQuantile(
            probability: 0.5, value: .reached(12.6), lower: .reached(6), upper: .notReached, level: 0.95, method: "",
            unit: .months)
        #expect(HouseStyle.plain.time(median) == "12.6 (6.0–NR)")
    }

    @Test("times that the study names", arguments: [(6, "6"), (1.5, "1.5"), (0.333, "0.33"), (12, "12")])
    func namedTimes(time: Double, text: String) {
        #expect(HouseStyle.plain.namedTime(time) == text)
    }
}
