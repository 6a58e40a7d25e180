import Results
import SurvivalStatistics
import Testing

@Suite struct LocationShiftTests {
    let a = [1.1, 2.3, 2.9, 4.0, 5.5]
    let b = [0.7, 1.9, 3.1, 3.3, 6.1, 7.0]

    @Test func exactByHand() {
        // {1, 5} less {2, 3}: −2, −1, 2, 3; the median is ½. Two of two: W has six orders, so that the quantile
        // 0.025 is 0, raised to 1: the limits are the outermost differences.
        let shift = locationShift([1, 5], [2, 3], method: .automatic, level: 0.95)
        #expect(shift.value == 0.5)
        #expect(shift.interval == ConfidenceInterval(lower: -2, upper: 3))
        #expect(shift.method == "stats::wilcox.test(first, second, conf.int = TRUE)")
    }

    @Test func exactAgreesWithR() {
        let shift = locationShift(a, b, method: .automatic, level: 0.95)
        expectClose([shift.value, shift.interval?.lower, shift.interval?.upper], [-0.5, -4.1, 2.4])
        let less = locationShift(a, b, method: .exact, alternative: .less, level: 0.8)
        #expect(less.interval?.lower == nil)
        expectClose(less.interval?.upper, 0.9)
    }

    @Test func approximateShiftsAreDifferences() {
        // z falls in steps at the differences: each limit is one of them, found to the last digit.
        let (x, y) = ((0..<60).map { Double($0 * $0 % 97) }, (0..<55).map { Double($0 * 7 % 89) + 3 })
        let shift = locationShift(x, y, method: .corrected, level: 0.95)
        let differences = Set(x.flatMap { x in y.map { x - $0 } })
        for limit in [shift.interval?.lower, shift.interval?.upper] {
            #expect(limit.map { limit in differences.contains { abs($0 - limit) < 1e-12 } } ?? false)
        }
        // Beside a limit the test just turns: 0.05 lies between its p-values.
        let lower = shift.interval?.lower ?? .nan
        func pValue(_ shift: Double) -> Double {
            mannWhitneyTest(x.map { $0 - shift }, y, method: .corrected).pValue ?? .nan
        }
        #expect(pValue(lower - 1e-9) < 0.05)
        #expect(pValue(lower + 1e-9) > 0.05)
    }

    @Test func estimateIsTheMedianDifference() {
        // Without ties z is 0 between the two middle differences.
        let shift = locationShift(a, b, method: .corrected, level: 0.95)
        let differences = a.flatMap { a in b.map { a - $0 } }.sorted()
        expectClose(shift.value, (differences[14] + differences[15]) / 2, tolerance: 1e-12)
    }

    @Test func shiftingAndSwapping() {
        let shift = locationShift(a, b, method: .uncorrected, level: 0.9)
        let moved = locationShift(a.map { $0 + 100 }, b, method: .uncorrected, level: 0.9)
        expectClose(moved.interval?.lower, (shift.interval?.lower ?? .nan) + 100, tolerance: 1e-13)
        let swapped = locationShift(b, a, method: .uncorrected, level: 0.9)
        expectClose(swapped.interval?.lower, -(shift.interval?.upper ?? .nan), tolerance: 1e-13)
    }

    @Test func nothingToCompare() {
        #expect(locationShift([], [], method: .corrected, level: 0.95).notes == [ResultNote(.noPatients)])
        #expect(locationShift([1], [], method: .corrected, level: 0.95).notes == [ResultNote(.singleGroup)])
        let constant = locationShift([2, 2], [2, 2], method: .corrected, level: 0.95)
        #expect(constant.value == 0)
        #expect(locationShift([1, .infinity], [2, 3], method: .corrected, level: 0.95).value == nil)
        #expect(locationShift([1, .infinity], [2, 3], method: .exact, level: 0.95).value == nil)
    }
}

@Suite struct SignedRankTests {
    let differences = [1.2, -0.4, 2.2, 0.9, -1.7, 3.1, 0.3]

    /// Ranks of |d|: 0.3 0.4 0.9 1.2 1.7 2.2 3.1; V = 28 − 2 − 5 = 21. R 4.2.2.
    @Test func agreesWithR() {
        let exact = signedRankTest(differences, method: .automatic)
        #expect(exact.statistic == 21)
        #expect(exact.method == .signedRankExact)
        expectClose(exact.pValue, 0.29687500000000006)
        expectClose(signedRankTest(differences, method: .corrected).pValue, 0.27189871081964845)
        expectClose(signedRankTest(differences, method: .uncorrected).pValue, 0.23672357063785732)
    }

    @Test func exactByHand() {
        // Three positive differences: V = 6 is one of eight choices; both tails 2/8.
        expectClose(signedRankTest([1, 2, 3], method: .exact).pValue, 0.25)
    }

    @Test func zerosAndTies() {
        let test = signedRankTest([1, 2, 2, -1, 3, 0, 4], method: .automatic)
        #expect(test.statistic == 19.5)
        #expect(test.notes == [ResultNote(.approximated)])
        expectClose(test.pValue, 0.073139799658908933)
    }

    @Test func nothingToCompare() {
        #expect(signedRankTest([], method: .exact).notes == [ResultNote(.noPatients)])
        #expect(signedRankTest([0, 0], method: .exact).notes == [ResultNote(.constant)])
        #expect(signedRankTest([.nan, 1], method: .exact).notes == [ResultNote(.missingLeftOut, count: 1)])
    }

    @Test func pairedT() {
        let contrast = pairedTTest(differences, level: 0.95)
        expectClose(contrast.test.statistic, 1.3228756555322954)
        expectClose(contrast.test.pValue, 0.23405743790894865)
        expectClose(contrast.estimate.interval?.lower, -0.67975319730886519)
        expectClose(contrast.estimate.interval?.upper, 2.2797531973088652)
        #expect(pairedTTest([], level: 0.95).test.notes == [ResultNote(.noPatients)])
        #expect(pairedTTest([1], level: 0.95).test.notes == [ResultNote(.tooFewValues)])
        #expect(pairedTTest([1, 1], level: 0.95).test.notes == [ResultNote(.zeroVariance)])
        #expect(pairedTTest([1, 1], level: 0.95).estimate.value == 1)
    }
}
