import Results
import SurvivalStatistics
import Testing

@Suite struct IncidenceDifferenceTests {
    private func rate(_ value: Double?, _ error: Double?, notes: [ResultNote] = []) -> Estimate {
        Estimate(
            value: value, interval: nil, standardError: error, level: 0.95, method: "", n: 20, events: 5, notes: notes)
    }

    /// 0.5 − 0.2 with errors 0.03 and 0.04 has the error 0.05, z = 6 and the limits 0.3 ± 1.95996 · 0.05.
    @Test func `a difference by hand`() throws {
        let contrast = incidenceDifference(rate(0.2, 0.03), rate(0.5, 0.04))
        let interval = try #require(contrast.estimate.interval)
        #expect(abs((contrast.estimate.value ?? 0) - 0.3) < 1e-12)
        #expect(abs((contrast.estimate.standardError ?? 0) - 0.05) < 1e-12)
        #expect(abs((interval.lower ?? 0) - 0.202_001_800_772_997) < 1e-12)
        #expect(abs((contrast.test.statistic ?? 0) - 6) < 1e-12)
        #expect(contrast.estimate.n == 40)
    }

    @Test func `no event in either group, and a rate that is not estimable`() {
        let none = incidenceDifference(rate(0, 0), rate(0, 0))
        #expect(none.estimate.value == 0)
        #expect(none.estimate.interval == nil)
        #expect(none.test.pValue == nil && none.test.notes.map(\.kind) == [.zeroVariance])
        let beyond = incidenceDifference(rate(nil, nil, notes: [ResultNote(.beyondLastObservation)]), rate(0.5, 0.04))
        #expect(beyond.estimate.value == nil)
        #expect(beyond.test.notes.map(\.kind) == [.beyondLastObservation])
    }
}
