import Results
import SurvivalStatistics
import Testing

@Suite struct SurvivalDifferenceCurveTests {
    private func curve(_ times: [Double], _ status: [Int]) throws -> SurvivalCurve {
        kaplanMeier(try sample(times, status), transform: .logLog, level: 0.95)
    }

    /// S₁ is ½ from 1 on and ends, censored, at 3; S₂ is ¾ from 2 on and goes on to 5.
    @Test func byHand() throws {
        let result = survivalDifferenceCurve(
            ("a", try curve([1, 3], [1, 0])), ("b", try curve([2, 3, 4, 5], [1, 0, 0, 0])), level: 0.95)
        #expect((result.group, result.reference) == ("b", "a"))
        #expect(result.time == [1, 2, 3])
        #expect(result.difference == [0.5, 0.25, 0.25])
        let errors = [(1.0 / 8).squareRoot(), (1.0 / 8 + 3.0 / 64).squareRoot(), (1.0 / 8 + 3.0 / 64).squareRoot()]
        for (index, error) in errors.enumerated() {
            expectClose(result.standardError[index], error)
            expectClose(result.upper[index], result.difference[index] + 1.9599639845400545 * error)
        }
    }

    /// At each of its times the curve is the difference that the estimator for one time gives.
    @Test func isTheDifferenceAtEachTime() throws {
        let first = try curve([1, 2, 2, 4, 6, 7, 9, 9], [1, 0, 1, 1, 0, 1, 0, 1])
        let second = try curve([2, 3, 5, 5, 8, 11], [1, 1, 0, 1, 1, 0])
        let result = survivalDifferenceCurve(("a", first), ("b", second), level: 0.95)
        #expect(result.time == [1, 2, 3, 4, 5, 6, 7, 8, 9])
        for (index, time) in result.time.enumerated() {
            let one = survivalDifference(first, second, at: time, beyond: .notEstimable).estimate
            expectClose(result.difference[index], one.value ?? .nan)
            expectClose(result.standardError[index], one.standardError ?? .nan)
            expectClose(result.lower[index], one.interval?.lower ?? .nan)
        }
    }

    @Test func withoutPatientsThereIsNoCurve() throws {
        let empty = try curve([], [])
        #expect(survivalDifferenceCurve(("a", empty), ("b", try curve([1], [1])), level: 0.95).time.isEmpty)
    }
}
