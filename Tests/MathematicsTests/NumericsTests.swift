import Mathematics
import Testing

@Suite struct NumericsTests {
    @Test func compensatedSumKeepsSmallTerms() {
        #expect(CompensatedSum([1, 1e100, 1, -1e100]).value == 2)
        #expect(CompensatedSum([Double](repeating: 0.1, count: 10)).value == 1)
    }

    @Test func rootIsFoundToTheLastDigit() {
        let found = root(in: 0...2) { $0 * $0 - 2 } ?? .nan
        #expect(abs(found - 2.0.squareRoot()) <= 4.5e-16)
    }

    @Test func rootOfASteepFunction() {
        let found = root(in: -10...1000) { $0 < 3 ? -1e-9 : $0 - 3 + 1e-12 } ?? .nan
        #expect(abs(found - 3) < 1e-11)
    }

    @Test func rootAtAnEnd() {
        #expect(root(in: 0...1) { $0 } == 0)
        #expect(root(in: 0...1) { $0 - 1 } == 1)
    }

    @Test func noRootWithoutAChangeOfSign() {
        #expect(root(in: 1...2) { $0 } == nil)
        #expect(root(in: 1...2) { _ in .nan } == nil)
    }

    @Test func quadraticFormByHand() {
        // M = [[2, 1], [1, 2]], M⁻¹ = [[2, −1], [−1, 2]]/3; v = (1, 3): (2 − 6 + 18)/3 = 14/3.
        let form = inverseQuadraticForm(of: [1, 3], in: [[2, 1], [1, 2]])
        #expect(abs(form.value - 14.0 / 3) < 1e-15 * 14)
        #expect(form.rank == 2)
    }

    @Test func singularMatrixHasLowerRank() {
        #expect(inverseQuadraticForm(of: [1, 1], in: [[1, 1], [1, 1]]).rank == 1)
        #expect(inverseQuadraticForm(of: [1], in: [[0]]).rank == 0)
        #expect(inverseQuadraticForm(of: [], in: []).rank == 0)
    }

    @Test(arguments: [0, 1, 2, 299, 300, 301, 5000])
    func sortedOrderIsStable(count: Int) {
        var generator = SplitMix(state: UInt64(count))
        let values = (0..<count).map { _ in
            Double(Int(generator.next() % 97)) - 48 + (generator.next() % 3 == 0 ? 0.5 : 0)
        }
        let expected = values.indices.sorted { values[$0] != values[$1] ? values[$0] < values[$1] : $0 < $1 }
        #expect(AscendingOrder(values).order.map(Int.init) == expected)
        #expect(AscendingOrder(values).values == values.sorted())
    }

    /// Values that share their leading bits: a narrow cluster beside an outlier, both signs, the smallest numbers there are.
    @Test(arguments: [
        (1.0, 1e-15, 1e9), (1e300, 1e285, -1e300), (0, Double.leastNonzeroMagnitude, 1e-300), (-3, 1e-12, 4),
        (0.25, 0, 7),
    ])
    func sortedOrderOfClusters(center: Double, width: Double, outlier: Double) {
        var generator = SplitMix(state: 5)
        var values = (0..<2000).map { _ in center + width * Double(generator.next() % 1000) }
        values[777] = outlier
        let expected = values.indices.sorted { values[$0] != values[$1] ? values[$0] < values[$1] : $0 < $1 }
        let found = AscendingOrder(values)
        #expect(found.order.map(Int.init) == expected)
        #expect(found.values == expected.map { values[$0] })
    }

    @Test func sortedOrderTakesZerosAsEqual() {
        let values = (0..<400).map { $0 % 2 == 0 ? -0.0 : 0.0 }
        #expect(AscendingOrder(values).order.map(Int.init) == Array(0..<400))
    }
}

/// A small seeded generator.
struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}

@Suite struct ConcurrentMapTests {
    @Test(arguments: [0, 1, 2, 3, 1000])
    func bothEndsMeetWithEveryResultInItsPlace(count: Int) {
        #expect(concurrentMap(fromBothEnds: count) { String($0) } == (0..<count).map(String.init))
    }

    @Test(arguments: [0, 1, 50])
    func actionsOfAllKindsGiveTheirOwnResults(count: Int) {
        let others = (0..<count).map { number in { String(number) } }
        let (one, other, rest) = concurrently({ 1.5 }, { [true] }, others)
        #expect(one == 1.5 && other == [true] && rest == (0..<count).map(String.init))
    }

    @Test func whatWasBegunIsThereWhenAskedFor() {
        let begun = (0..<100).map { number in Begun { String(number) } }
        #expect(begun.map(\.value) == (0..<100).map(String.init))
        #expect(begun.map(\.value) == (0..<100).map(String.init), "and once more")
    }
}
