import Mathematics
import Testing

@testable import SurvivalStatistics

/// The sort by radix and the rule of near ties.
@Suite struct OrderingTests {
    @Test(arguments: 0..<6 as Range<UInt64>) func `the order is the stable ascending order`(seed: UInt64) {
        var generator = SplitMix64(seed: seed)
        let values = (0..<900).map { _ -> Double in
            let whole = Double(generator.next(below: 40) - 20)
            return seed % 2 == 0 ? whole : whole * 0.1 + Double(generator.next(below: 3)) * 1e-7
        }
        let expected = values.indices.sorted { values[$0] != values[$1] ? values[$0] < values[$1] : $0 < $1 }
        #expect(AscendingOrder(values, at: (0..<900).map { $0 }).order == expected.map(Int32.init))
    }

    /// Whole days are counted, other numbers sorted: both give the same order and ranks.
    @Test(arguments: 0..<4 as Range<UInt64>) func `counting and sorting agree`(seed: UInt64) {
        var generator = SplitMix64(seed: seed)
        let days = (0..<200).map { _ in Double(generator.next(below: 60) - 30) }
        let rows = (0..<200).filter { $0 % 7 != 3 }.map(Int32.init)
        let counted = TimeOrder(rows, time: days, entry: nil)
        let sorted = TimeOrder(rows, time: days.map { $0 / 2 }, entry: nil)
        #expect(counted.order == sorted.order)
        #expect(counted.rank == sorted.rank)
        #expect(counted.times == sorted.times.map { $0 * 2 })
    }

    /// Numbers that agree in their upper bits, in runs short and long.
    @Test func `numbers that are nearly equal`() {
        var generator = SplitMix64(seed: 9)
        for count in [5, 300, 3000] {
            let values = (0..<count).map { _ in 1 + Double(generator.next(below: 1000)) * 1e-12 }
            let expected = values.indices.sorted { values[$0] != values[$1] ? values[$0] < values[$1] : $0 < $1 }
            #expect(AscendingOrder(values, at: values.indices.map(Int32.init)).order == expected.map(Int32.init))
        }
    }

    @Test func `minus zero is zero`() {
        #expect(AscendingOrder([0, -0.0, -1, 0], at: [0, 1, 2, 3]).order == [2, 0, 1, 3])
        #expect(AscendingOrder([], at: []).order.isEmpty)
    }

    private func ranks(_ values: [Double]) -> (times: [Double], ranks: [Int32]) {
        let order = TimeOrder(values.indices.map(Int32.init), time: values, entry: nil)
        return (order.times, order.rank)
    }

    /// 0.1 + 0.2 and 0.3 differ in the last bit; a run takes its smallest value.
    @Test func `times that differ by rounding are one`() {
        let (times, ranks) = ranks([1, 0.1 + 0.2, 0.3, 2])
        #expect(times == [0.3, 1, 2])
        #expect(ranks == [0, 0, 1, 2])
        #expect(TimeOrder([0, 1, 2, 3], time: [1, 0.1 + 0.2, 0.3, 2], entry: nil).order == [1, 2, 0, 3])
    }

    /// Each gap of 1e−8 is a tie with its neighbour, so the whole run is one time though its ends are 2e−8 apart.
    @Test func `neighbours chain`() {
        #expect(ranks([1, 1 + 1e-8, 1 + 2e-8, 3]).times == [1, 3])
        #expect(ranks([1, 1 + 4e-8, 3]).times == [1, 1 + 4e-8, 3])
    }

    /// Relative to the mean of the distinct times: 1e7 and 1e7 + 0.1 are 1e−8 apart.
    @Test func `the gap is relative to the mean`() {
        #expect(ranks([1e7, 1e7 + 0.1]).times == [1e7])
        #expect(ranks([1e7, 1e7 + 1]).times.count == 2)
    }
}
