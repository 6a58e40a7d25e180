import Foundation
import Mathematics
import Results
import Testing

@testable import SurvivalStatistics

/// Hazard ratios of two groups from counts are those of the Cox model of the same records.
@Suite struct TwoGroupRecordsTests {
    private func design(_ time: [Double], _ events: [Bool], _ group: [Double]) throws -> CoxDesign {
        try CoxDesign(
            time: time, status: events.map { $0 ? .event : .censored },
            covariates: DesignMatrix([.continuous("group", group)], rows: time.count))
    }

    /// Two deaths: at the first, one of three at risk is of the second group and dies; at the second time the two of the
    /// first group are left. `e^β/(e^β + 2)` grows without end; with the death in the first group it falls.
    @Test func `a monotone likelihood has no ratio`() throws {
        for (time, group) in [([1.0, 2, 3], [1.0, 0, 0]), ([1.0, 2, 3], [0.0, 1, 1])] {
            let records = try #require(
                TwoGroupRecords(try design(time, [true, true, false], group), ties: .efron))
            #expect(records.hazardRatio { _ in true } == nil)
        }
    }

    /// Of three at risk, one of them of the second group, one of the first dies; of the two left, who are of different
    /// groups, the second: `1 = e^β/(e^β + 2) + e^β/(e^β + 1)`, so `e^{2β} = 2`.
    @Test func `a ratio by hand`() throws {
        let records = try #require(
            TwoGroupRecords(try design([1, 2, 3], [true, true, false], [0, 1, 0]), ties: .efron))
        #expect(abs((records.hazardRatio { _ in true }?.ratio ?? 0) - 2.0.squareRoot()) < 1e-12)
    }

    @Test(arguments: [TiesMethod.efron, .breslow], [UInt64(1), 2, 3, 4, 5, 6])
    func `equals the Cox model of the sample`(ties: TiesMethod, seed: UInt64) throws {
        let data = RandomDesign(count: 40, width: 1, seed: seed, distinctTimes: seed % 2 == 0 ? 6 : 0)
        let whole = try design(data.time, data.status.map { $0 == .event }, data.columns[0])
        let records = try #require(TwoGroupRecords(whole, ties: ties))
        var generator = SplitMix64(seed: seed)
        for count in 2...38 {
            let rows = generator.shuffled(40).prefix(count).sorted()
            let sample = try design(
                rows.map { data.time[$0] }, rows.map { data.status[$0] == .event },
                rows.map { data.columns[0][$0] })
            let model = coxModel(sample, ties: ties, variance: .model)
            let found = records.hazardRatio { rows.contains($0) }
            let expected = model.coefficients[0]
            #expect((found == nil) == (expected == nil), "\(rows)")
            guard let found, let expected else { continue }
            #expect(abs(log(found.ratio) - expected) < 1e-9 * max(1, abs(expected)))
            let pValue = try #require(model.coefficientResult(0, level: 0.95).pValue)
            #expect(abs(found.pValue - pValue) < 1e-9)
        }
    }

    /// Anything but two groups at risk from the start is left to the general model.
    @Test func `other designs are not taken`() throws {
        let plain = try design([1, 2, 3], [true, true, true], [0, 1, 0])
        #expect(TwoGroupRecords(plain, ties: .exact) == nil)
        #expect(TwoGroupRecords(try design([1, 2, 3], [true, true, true], [0, 1, 2]), ties: .efron) == nil)
        // Times that differ by rounding are tied in some samples and not in others.
        #expect(TwoGroupRecords(try design([1, 1 + 1e-9, 3], [true, true, true], [0, 1, 0]), ties: .efron) == nil)
        let late = try CoxDesign(
            time: plain.time, status: plain.status, covariates: plain.covariates, entry: [0, 0, 1])
        #expect(TwoGroupRecords(late, ties: .efron) == nil)
    }
}
