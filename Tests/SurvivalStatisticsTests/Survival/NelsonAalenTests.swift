import Results
import SurvivalStatistics
import Testing

/// Seven patients: 2, 3, 3+, 5, 7+, 8, 9+. H = 1/7, + 1/6, + 1/4, + 1/2; variance 1/49, + 1/36, + 1/16, + 1/4.
@Suite struct NelsonAalenTests {
    let time: [Double] = [2, 3, 3, 5, 7, 8, 9]
    let status = [1, 0, 1, 1, 0, 1, 0]

    @Test func byHand() throws {
        let hazard = nelsonAalen(try sample(time, status), transform: .plain, level: 0.95)
        #expect(hazard.time == [2, 3, 5, 7, 8, 9])
        #expect(hazard.atRisk == [7, 6, 4, 3, 2, 1])
        let steps = [1.0 / 7, 13.0 / 42, 47.0 / 84, 47.0 / 84, 89.0 / 84, 89.0 / 84]
        expectClose(hazard.hazard, steps)
        let variances = [1.0 / 49, 1.0 / 49 + 1.0 / 36, 1.0 / 49 + 1.0 / 36 + 1.0 / 16]
        expectClose(hazard.standardError.prefix(3).map { $0 * $0 }, variances)
        let margin = 1.959963984540054 * variances[2].squareRoot()
        #expect(hazard.lower[2] == 0)
        expectClose(hazard.upper[2], steps[2] + margin)
    }

    @Test func onTheLogScaleTheHazardIsTheGeometricMean() throws {
        let hazard = nelsonAalen(try sample(time, status), transform: .log, level: 0.9)
        for index in hazard.time.indices {
            expectClose(hazard.lower[index] * hazard.upper[index], hazard.hazard[index] * hazard.hazard[index])
        }
    }

    /// R 4.2.2, survival 3.5-3: `cumhaz` and `std.chaz` of `survfit(…, weights)`.
    @Test func samplingWeights() throws {
        let weighted = try sample(time, status, weights: [1, 0.5, 2, 1, 1.5, 1, 0.7])
        let hazard = nelsonAalen(weighted, transform: .log, level: 0.95)
        expectClose(
            hazard.hazard,
            [
                0.12987012987012986, 0.428377592556697, 0.66647283065193508, 0.66647283065193508, 1.2547081247695822,
                1.2547081247695822,
            ])
        expectClose(
            hazard.standardError,
            [
                0.12380333481870512, 0.24990663775236371, 0.33337813279494138, 0.33337813279494138,
                0.45968697766162975, 0.45968697766162975,
            ])
    }

    @Test func withoutEventsOrPatients() throws {
        let censored = nelsonAalen(try sample([1, 2], [0, 0]), transform: .log, level: 0.95)
        #expect(censored.hazard == [0, 0])
        #expect(censored.lower == [0, 0])
        #expect(censored.upper == [0, 0])
        #expect(nelsonAalen(try sample([], []), transform: .log, level: 0.95).time.isEmpty)
    }
}
