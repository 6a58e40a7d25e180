import Results
import SurvivalStatistics
import Testing

/// What holds for any data, on seeded random samples.
@Suite struct SurvivalPropertyTests {
    static let seeds = Array(UInt64(0)..<20)

    @Test(arguments: seeds)
    func theOrderOfRowsDoesNotMatter(seed: UInt64) throws {
        var generator = SplitMix(state: seed)
        let patients = try randomSample(&generator, count: 400)
        let shuffled = patients.patients(at: Array(0..<400).shuffled(using: &generator))
        #expect(
            kaplanMeier(patients, transform: .logLog, level: 0.95)
                == kaplanMeier(shuffled, transform: .logLog, level: 0.95))
    }

    @Test(arguments: seeds)
    func scalingTimeScalesQuantilesOnly(seed: UInt64) throws {
        var generator = SplitMix(state: seed)
        let patients = try randomSample(&generator, count: 80)
        let months = try SurvivalSample(
            time: patients.time.map { $0 / 30.4375 }, status: patients.status, unit: .months)
        let (one, other) = (
            kaplanMeier(patients, transform: .log, level: 0.9), kaplanMeier(months, transform: .log, level: 0.9)
        )
        #expect(one.survival == other.survival)
        #expect(one.lower == other.lower)
        let medians = [one, other].map { survivalQuantile(0.5, of: $0, rule: .rPrint).value.time }
        if let days = medians[0] { expectClose(medians[1], days / 30.4375, tolerance: 1e-15) }
        let codes = (0..<80).map { $0 % 3 }
        let tests = [patients, months].map {
            logRankTest($0.split(by: codes, into: 3), weights: .equal).test.statistic
        }
        #expect(tests[0] == tests[1])
    }

    @Test(arguments: seeds)
    func withoutCensoringTheCurveIsEmpirical(seed: UInt64) throws {
        var generator = SplitMix(state: seed)
        let time = (0..<50).map { _ in Double(Int.random(in: 1...20, using: &generator)) }
        let curve = kaplanMeier(try sample(time, time.map { _ in 1 }), transform: .plain, level: 0.95)
        for (index, t) in curve.time.enumerated() {
            let later = Double(time.filter { $0 > t }.count) / 50
            #expect(abs(curve.survival[index] - later) < 1e-14)
            // Greenwood's formula is then the binomial variance: S² · var log S = S (1 − S)/n.
            if let error = curve.standardErrorOfLog[index] {
                expectClose(later * later * error * error, later * (1 - later) / 50, tolerance: 1e-11)
            }
        }
        expectSound(curve)
    }

    @Test(arguments: seeds)
    func duplicatingEveryoneLeavesTheCurve(seed: UInt64) throws {
        var generator = SplitMix(state: seed)
        let patients = try randomSample(&generator, count: 40)
        let twice = patients.patients(at: Array(0..<40) + Array(0..<40))
        let (one, other) = (
            kaplanMeier(patients, transform: .log, level: 0.95), kaplanMeier(twice, transform: .log, level: 0.95)
        )
        #expect(one.survival == other.survival)
        #expect(other.atRisk == one.atRisk.map { 2 * $0 })
    }

    @Test(arguments: seeds)
    func atRiskAddsUp(seed: UInt64) throws {
        var generator = SplitMix(state: seed)
        let patients = try randomSample(&generator, count: 90)
        let curve = kaplanMeier(patients, transform: .arcsin, level: 0.95)
        for index in curve.time.indices {
            let later = index + 1 < curve.time.count ? curve.atRisk[index + 1] : 0
            #expect(curve.atRisk[index] == curve.events[index] + curve.censored[index] + later)
        }
        let counts = riskCounts(of: patients, at: [0, 10, 20, 33, 99], convention: .after)
        for index in counts.atRisk.indices {
            #expect(counts.atRisk[index] + counts.events[index] + counts.censored[index] == 90)
        }
        expectSound(curve)
    }

    @Test(arguments: seeds)
    func swappedArmsMirror(seed: UInt64) throws {
        var generator = SplitMix(state: seed)
        let codes = (0..<60).map { _ in Int.random(in: 0...1, using: &generator) }
        let arms = try randomSample(&generator, count: 60).split(by: codes, into: 2)
        let (one, other) = (
            logRankTest(arms, weights: .equal), logRankTest(arms.reversed(), weights: .equal)
        )
        #expect(one.observed == other.observed.reversed())
        expectClose(one.test.statistic, other.test.statistic ?? .nan, tolerance: 1e-9)
    }

    @Test(arguments: seeds)
    func theKindOfTimesDoesNotMatter(seed: UInt64) throws {
        // Whole days are counted without sorting; moved by a quarter of a day they are sorted.
        var generator = SplitMix(state: seed)
        let patients = try randomSample(&generator, count: 500)
        let moved = try SurvivalSample(time: patients.time.map { $0 + 0.25 }, status: patients.status, unit: .days)
        let (one, other) = (
            kaplanMeier(patients, transform: .logit, level: 0.95), kaplanMeier(moved, transform: .logit, level: 0.95)
        )
        #expect(one.time.map { $0 + 0.25 } == other.time)
        #expect(one.survival == other.survival)
        #expect(one.upper == other.upper)
    }

    @Test(arguments: seeds)
    func enteringAtTheStartIsNoTruncation(seed: UInt64) throws {
        var generator = SplitMix(state: seed)
        let patients = try randomSample(&generator, count: 70)
        let entered = try SurvivalSample(
            time: patients.time, status: patients.status, entry: patients.time.map { _ in 0 }, unit: .days)
        #expect(
            kaplanMeier(patients, transform: .log, level: 0.95) == kaplanMeier(entered, transform: .log, level: 0.95))
    }

    @Test(arguments: seeds)
    func anyDataAreSound(seed: UInt64) throws {
        var generator = SplitMix(state: seed)
        let count = Int.random(in: 0...30, using: &generator)
        let patients = try randomSample(&generator, count: count, days: 8)
        for transform in ConfidenceTransform.allCases {
            expectSound(kaplanMeier(patients, transform: transform, level: 0.95))
            expectSound(reverseKaplanMeier(patients, transform: transform, level: 0.5))
        }
    }
}
