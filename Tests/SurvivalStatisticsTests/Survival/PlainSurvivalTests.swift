import Results
import SurvivalStatistics
import Testing

/// The fast ways against the plain ones: each definition spelt out patient by patient, on seeded random samples with
/// left truncation and times that are ties but for rounding.
@Suite struct PlainSurvivalTests {
    static let seeds = Array(UInt64(0)..<30)

    /// Times on a coarse grid, some of them off by a rounding error, with entries on the same grid.
    private func messySample(seed: UInt64, count: Int) throws -> (sample: SurvivalSample, raw: RawTimes) {
        var generator = SplitMix(state: seed)
        func noise() -> Double { 1 + Double(Int.random(in: -2...2, using: &generator)) * 1e-15 }
        let entry = (0..<count).map { _ in Double(Int.random(in: 0...20, using: &generator)) * 0.1 * noise() }
        let time = entry.map { $0 + Double(Int.random(in: 1...25, using: &generator)) * 0.1 * noise() }
        let status = (0..<count).map { _ in Int.random(in: 0...2, using: &generator) > 0 ? 1 : 0 }
        return (try sample(time, status, entry: entry), RawTimes(time: time, entry: entry))
    }

    private struct RawTimes {
        var time: [Double]
        var entry: [Double]
    }

    /// The rule as it is stated: neighbours among the sorted distinct values, each run taking its smallest.
    private func tied(_ values: [Double]) -> [Double: Double] {
        let distinct = Set(values).sorted()
        let mean = distinct.reduce(0) { $0 + abs($1) } / Double(distinct.count)
        var cut = distinct.first ?? 0
        var result = [Double: Double]()
        for (index, value) in distinct.enumerated() {
            if index > 0 {
                let gap = value - distinct[index - 1]
                if gap > 1.4901161193847656e-08, gap / mean > 1.4901161193847656e-08 { cut = value }
            }
            result[value] = cut
        }
        return result
    }

    @Test(arguments: seeds)
    func nearTies(seed: UInt64) throws {
        let (patients, raw) = try messySample(seed: seed, count: seed < 15 ? 60 : 700)
        let cuts = tied(raw.time + raw.entry)
        #expect(patients.time == raw.time.map { cuts[$0] ?? .nan })
        #expect(patients.entry == raw.entry.map { cuts[$0] ?? .nan })
    }

    @Test(arguments: seeds)
    func curve(seed: UInt64) throws {
        let (patients, _) = try messySample(seed: seed, count: 350)
        let curve = kaplanMeier(patients, transform: .plain, level: 0.95)
        let entry = try #require(patients.entry)
        var survival = 1.0
        for (index, time) in curve.time.enumerated() {
            let atRisk = patients.time.indices.filter { entry[$0] < time && time <= patients.time[$0] }.count
            let events = patients.time.indices.filter { patients.time[$0] == time && patients.status[$0] == .event }
                .count
            survival *= 1 - Double(events) / Double(atRisk)
            #expect(curve.atRisk[index] == Double(atRisk))
            #expect(curve.events[index] == Double(events))
            #expect(abs(curve.survival[index] - survival) < 1e-13)
        }
        #expect(curve.time == Set(patients.time).sorted())
    }

    @Test(arguments: seeds)
    func logRank(seed: UInt64) throws {
        let (patients, _) = try messySample(seed: seed, count: 350)
        let codes = (0..<350).map { ($0 * 7 + Int(seed)) % 3 }
        let comparison = logRankTest(
            patients.split(by: codes, into: 3), weights: .flemingHarrington(rho: 0.5, gamma: 0.5))
        let entry = try #require(patients.entry)
        var expected = [0.0, 0, 0]
        var variance = 0.0
        var survival = 1.0
        for time in Set(patients.time).sorted() {
            let atRisk = patients.time.indices.filter { entry[$0] < time && time <= patients.time[$0] }
            let deaths = atRisk.filter { patients.time[$0] == time && patients.status[$0] == .event }
            let (n, d) = (Double(atRisk.count), Double(deaths.count))
            let weight = (survival * (1 - survival)).squareRoot()
            let inGroup = (0..<3).map { group in Double(atRisk.filter { codes[$0] == group }.count) }
            for group in 0..<3 { expected[group] += weight * d * inGroup[group] / n }
            if n > 1 { variance += weight * weight * d * (n - d) / (n - 1) * inGroup[0] / n * (1 - inGroup[0] / n) }
            survival *= 1 - d / n
        }
        expectClose(comparison.expected, expected, tolerance: 1e-10)
        expectClose(comparison.covariance[0][0], variance, tolerance: 1e-10)
    }
}
