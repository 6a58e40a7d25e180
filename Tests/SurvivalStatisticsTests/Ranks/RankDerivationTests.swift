import Results
import SurvivalStatistics
import Testing

@Suite struct MannWhitneyDerivationTests {
    let a = [1.1, 2.3, 2.9, 4.0, 5.5]
    let b = [0.7, 1.9, 3.1, 3.3, 6.1, 7.0]

    /// Ranks of a: 2, 4, 5, 8, 9 = 28; W = 28 − 15 = 13. p-values by R 4.2.2.
    @Test(arguments: [
        (MannWhitneyMethod.automatic, TestResult.Method.mannWhitneyExact, 0.79220779220779214),
        (.exact, .mannWhitneyExact, 0.79220779220779214), (.corrected, .mannWhitney, 0.78419122940161912),
        (.uncorrected, .mannWhitneyUncorrected, 0.71500065468808915),
    ])
    func withoutTies(method: MannWhitneyMethod, name: TestResult.Method, pValue: Double) {
        let test = mannWhitneyTest(a, b, method: method)
        #expect(test.statistic == 13)
        #expect(test.method == name)
        #expect(test.n == 11)
        #expect(test.notes.isEmpty)
        expectClose(test.pValue, pValue)
    }

    @Test func exactByHand() {
        // {1, 2} against {3, 4}: W = 0, one of six orders; both tails 2/6.
        let test = mannWhitneyTest([1, 2], [3, 4], method: .automatic)
        #expect(test.statistic == 0)
        expectClose(test.pValue, 2.0 / 6)
        expectClose(mannWhitneyTest([1, 2], [3, 4], method: .exact, alternative: .less).pValue, 1.0 / 6)
        expectClose(mannWhitneyTest([1, 2], [3, 4], method: .exact, alternative: .greater).pValue, 1)
    }

    @Test func ties() {
        // Pooled 1 1 2 2 2 3 3 3 5 6 7: ranks of a are 1.5, 4, 4, 7, 9 = 25.5; W = 10.5. p by R 4.2.2.
        let (a, b) = ([1.0, 2, 2, 3, 5], [1.0, 2, 3, 3, 6, 7])
        let test = mannWhitneyTest(a, b, method: .automatic)
        #expect(test.statistic == 10.5)
        #expect(test.method == .mannWhitney)
        #expect(test.notes == [ResultNote(.approximated)])
        expectClose(test.pValue, 0.45584312573596747)
        expectClose(mannWhitneyTest(a, b, method: .uncorrected).pValue, 0.40151263082726901)
        expectClose(mannWhitneyTest(a, b, method: .corrected, alternative: .less).pValue, 0.22792156286798373)
        expectClose(mannWhitneyTest(a, b, method: .corrected, alternative: .greater).pValue, 0.82436699297198202)
        #expect(kruskalWallisTest([a, b]).pValue.map { abs($0 - 0.40151263082726901) < 1e-13 } == true)
    }

    @Test func largeSamplesAreApproximated() {
        let large = (0..<50).map { Double($0) }
        let test = mannWhitneyTest(large, [0.5, 1.5], method: .automatic)
        #expect(test.method == .mannWhitney)
        #expect(test.notes.isEmpty)
        #expect(mannWhitneyTest(large, [0.5, 1.5], method: .exact).method == .mannWhitneyExact)
    }

    @Test func theMethodNamesTheCall() {
        #expect(mannWhitneyTest(a, b, method: .automatic).equalsInR == "stats::wilcox.test(first, second)")
        #expect(
            mannWhitneyTest(a, b, method: .uncorrected).equalsInR
                == "stats::wilcox.test(first, second, exact = FALSE, correct = FALSE)")
    }

    @Test func nothingToCompare() {
        #expect(mannWhitneyTest([], [], method: .automatic).notes == [ResultNote(.noPatients)])
        #expect(mannWhitneyTest([1, 2], [], method: .automatic).notes == [ResultNote(.singleGroup)])
        let constant = mannWhitneyTest([3, 3], [3], method: .corrected)
        #expect(constant.pValue == nil)
        #expect(constant.notes == [ResultNote(.constant)])
        let missing = mannWhitneyTest([1, .nan], [2, 3], method: .exact)
        #expect(missing.notes == [ResultNote(.missingLeftOut, count: 1)])
        #expect(missing.n == 3)
    }
}

@Suite struct KruskalWallisDerivationTests {
    @Test func byHand() {
        // {1, 2}, {3, 4}, {5, 6}: rank sums 3, 7, 11; H = 12/42 · (9 + 49 + 121)/2 − 21 = 32/7.
        let test = kruskalWallisTest([[1, 2], [3, 4], [5, 6]])
        expectClose(test.statistic, 32.0 / 7)
        #expect(test.degreesOfFreedom == [2])
        // On 2 degrees of freedom p = exp(−H/2).
        expectClose(test.pValue, 0.10170139230422684)
    }

    @Test func withTies() {
        // R 4.2.2: kruskal.test.
        let test = kruskalWallisTest([[1, 2, 3, 4], [2, 4, 6], [5, 6, 9]])
        expectClose(test.statistic, 5.2500000000000018)
        expectClose(test.pValue, 0.072439757034251401)
    }

    @Test func nothingToCompare() {
        #expect(kruskalWallisTest([]).notes == [ResultNote(.noPatients)])
        #expect(kruskalWallisTest([[1], []]).notes == [ResultNote(.singleGroup)])
        #expect(kruskalWallisTest([[2, 2], [2]]).notes == [ResultNote(.constant)])
        #expect(kruskalWallisTest([[1], [], [2, .nan]]).n == 2)
    }
}
