import Results
import SurvivalStatistics
import Testing

@Suite struct CochranArmitageTests {
    private func groups(_ events: [Int], _ totals: [Int]) throws -> [Proportion] {
        try zip(events, totals).map { try Proportion(events: $0, total: $1) }
    }

    @Test func byHand() throws {
        // 15, 10, 5 of 30: p = ⅓; Σ s(x − np) = −10; Σ n s² − (Σ n s)²/N = 60; χ² = 100/(2/9 · 60).
        let test = cochranArmitageTest(try groups([15, 10, 5], [30, 30, 30]), scores: [1, 2, 3])
        expectClose(test.statistic, 7.5)
        expectClose(test.pValue, 0.0061698993205441671)
        #expect(test.n == 90 && test.events == 30)
        // R 4.2.2: prop.trend.test(c(15, 10, 5), c(30, 25, 40), c(0, 1, 5)).
        let uneven = cochranArmitageTest(try groups([15, 10, 5], [30, 25, 40]), scores: [0, 1, 5])
        expectClose(uneven.statistic, 12.224427533251069)
    }

    @Test func twoGroupsArePearson() throws {
        let test = cochranArmitageTest(try groups([20, 15], [29, 42]), scores: [7, 3])
        let pearson = pearsonTest(try ContingencyTable([[20, 15], [9, 27]]), corrected: false)
        expectClose(test.statistic, pearson.statistic ?? .nan)
    }

    @Test func withoutAnAnswer() throws {
        #expect(cochranArmitageTest([], scores: []).notes == [ResultNote(.noPatients)])
        #expect(cochranArmitageTest(try groups([1, 0], [2, 0]), scores: [1, 2]).notes == [ResultNote(.singleGroup)])
        #expect(cochranArmitageTest(try groups([0, 0], [2, 2]), scores: [1, 2]).notes == [ResultNote(.noEvents)])
        #expect(cochranArmitageTest(try groups([2, 2], [2, 2]), scores: [1, 2]).notes == [ResultNote(.constant)])
        #expect(cochranArmitageTest(try groups([1, 2], [2, 2]), scores: [4, 4]).notes == [ResultNote(.zeroVariance)])
    }
}
