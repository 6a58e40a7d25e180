import Results
import SurvivalStatistics
import Testing

@Suite struct CochranMantelHaenszelTests {
    /// 5, 1 over 2, 4 (expected 3.5, variance 6·6·7·5/(144·11)) and 3, 2 over 1, 4 (expected 2, variance 5·5·4·6/(100·9)).
    let strata = [try! ContingencyTable([[5, 1], [2, 4]]), try! ContingencyTable([[3, 2], [1, 4]])]

    @Test func byHand() {
        let variance = 1260.0 / 1584 + 600.0 / 900
        let plain = cochranMantelHaenszelTest(strata, method: .plain)
        expectClose(plain.statistic, 2.5 * 2.5 / variance)
        #expect(plain.degreesOfFreedom == [1])
        #expect(plain.n == 22)
        expectClose(cochranMantelHaenszelTest(strata, method: .corrected).statistic, 4 / variance)
    }

    @Test func commonOddsRatioByHand() {
        // R = 20/12 + 12/10, S = 2/12 + 2/10.
        let ratio = commonOddsRatio(strata, level: 0.95)
        expectClose(ratio.value, (20.0 / 12 + 12.0 / 10) / (2.0 / 12 + 2.0 / 10))
        let interval = ratio.interval
        expectClose((interval?.lower ?? 0) * (interval?.upper ?? 0), (ratio.value ?? 0) * (ratio.value ?? 0))
    }

    @Test func exactOfOneStratumIsFisher() throws {
        let exact = cochranMantelHaenszelTest([strata[0]], method: .exact)
        expectClose(exact.pValue, fisherExactTest(strata[0]).pValue ?? .nan)
        #expect(exact.statistic == 5)
        let one = conditionalCommonOddsRatio([strata[0]], level: 0.95)
        let fisher = conditionalOddsRatio(strata[0], level: 0.95)
        expectClose(one.value, fisher.value ?? .nan, tolerance: 1e-10)
        expectClose(one.interval?.upper, fisher.interval?.upper ?? .nan, tolerance: 1e-10)
    }

    @Test func oneStratumIsPearsonButForOne() {
        // With one stratum χ² is Pearson's times (N − 1)/N.
        let pearson = pearsonTest(strata[0], corrected: false).statistic ?? .nan
        expectClose(cochranMantelHaenszelTest([strata[0]], method: .plain).statistic, pearson * 11 / 12)
    }

    /// R 4.2.2: `mantelhaen.test` of a 3×3×2 table.
    @Test func largerTables() throws {
        let tables = [
            try ContingencyTable([[5, 4, 2], [3, 6, 3], [2, 1, 7]]),
            try ContingencyTable([[2, 3, 0], [2, 5, 4], [2, 1, 6]]),
        ]
        let test = cochranMantelHaenszelTest(tables, method: .corrected)
        expectClose(test.statistic, 13.906087126191082)
        #expect(test.degreesOfFreedom == [4])
        expectClose(test.pValue, 0.0076008980851856736)
        #expect(test.method == .cochranMantelHaenszel)
    }

    @Test func strataThatSayNothing() throws {
        let single = try ContingencyTable([[1, 0], [0, 0]])
        let empty = try ContingencyTable([[0, 0], [0, 0]])
        let other = try ContingencyTable([[3, 2, 1], [1, 4, 1]])
        let test = cochranMantelHaenszelTest(strata + [single, empty, other], method: .plain)
        #expect(test == cochranMantelHaenszelTest(strata, method: .plain))
        for method in CochranMantelHaenszelMethod.allCases {
            #expect(cochranMantelHaenszelTest([], method: method).notes == [ResultNote(.noPatients)])
            #expect(cochranMantelHaenszelTest([single], method: method).notes == [ResultNote(.tooFewValues)])
            let column = try ContingencyTable([[3, 0], [2, 0]])
            #expect(cochranMantelHaenszelTest([column], method: method).notes == [ResultNote(.zeroVariance)])
        }
        #expect(commonOddsRatio([], level: 0.95).value == nil)
        #expect(
            commonOddsRatio([try ContingencyTable([[3, 0], [2, 4]])], level: 0.95).notes == [ResultNote(.unbounded)])
        #expect(commonOddsRatio([try ContingencyTable([[0, 3], [2, 4]])], level: 0.95).value == 0)
        #expect(conditionalCommonOddsRatio([], level: 0.95).notes == [ResultNote(.noPatients)])
    }
}

@Suite struct McNemarTests {
    let table = try! ContingencyTable([[10, 12], [5, 8]])

    @Test func byHand() {
        expectClose(mcNemarTest(table, method: .plain).statistic, 49.0 / 17)
        expectClose(mcNemarTest(table, method: .corrected).statistic, 36.0 / 17)
        // R 4.2.2.
        expectClose(mcNemarTest(table, method: .plain).pValue, 0.089555074413643118)
        expectClose(mcNemarTest(table, method: .corrected).pValue, 0.14561009539686795)
        expectClose(mcNemarTest(table, method: .exact).pValue, 0.14346313476562506)
        #expect(mcNemarTest(table, method: .exact).method == .mcNemarExact)
    }

    @Test func threeClasses() throws {
        // Bowker: (7 − 3)²/10 + (1 − 2)²/3 + (9 − 4)²/13 on 3.
        let test = mcNemarTest(try ContingencyTable([[10, 7, 1], [3, 20, 9], [2, 4, 30]]), method: .corrected)
        expectClose(test.statistic, 1.6 + 1.0 / 3 + 25.0 / 13)
        #expect(test.degreesOfFreedom == [3])
        expectClose(test.pValue, 0.27739250208216482)
    }

    @Test func withoutAnAnswer() throws {
        for method in McNemarMethod.allCases {
            #expect(
                mcNemarTest(try ContingencyTable([[0, 0], [0, 0]]), method: method).notes == [ResultNote(.noPatients)])
            #expect(
                mcNemarTest(try ContingencyTable([[5, 0], [0, 3]]), method: method).notes == [ResultNote(.constant)])
            #expect(mcNemarTest(try ContingencyTable([[5, 1, 2]]), method: method).notes == [ResultNote(.singleGroup)])
            #expect(mcNemarTest(try ContingencyTable([[5, 2], [2, 3]]), method: method).pValue == 1)
        }
    }
}

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

@Suite struct FisherMonteCarloTests {
    let table = try! ContingencyTable([[3, 1, 0], [0, 4, 2], [2, 0, 5]])

    @Test func comesNearTheExactValue() {
        // p = 0.0088955; with 20,000 tables the standard error is 0.00066.
        let test = fisherMonteCarloTest(table, replicates: 20_000, seed: 1)
        #expect(abs((test.pValue ?? 1) - 0.0088955) < 4 * 0.00066)
        #expect(test.notes == [ResultNote(.simulated, subject: "seed 1", count: 20_000)])
        #expect(test.method == .fisherMonteCarlo)
        #expect(test.equalsInR == "stats::fisher.test(table, simulate.p.value = TRUE, B = 20000)")
    }

    @Test func theSeedDecides() {
        let one = fisherMonteCarloTest(table, replicates: 2000, seed: 7)
        #expect(one == fisherMonteCarloTest(table, replicates: 2000, seed: 7))
        #expect(one.pValue != fisherMonteCarloTest(table, replicates: 2000, seed: 8).pValue)
    }

    @Test func theSmallestPossibleValue() throws {
        // No table is rarer than this one: p is 1/(B + 1) unless it is drawn again.
        let test = fisherMonteCarloTest(try ContingencyTable([[30, 0], [0, 30]]), replicates: 99, seed: 3)
        #expect(test.pValue == 0.01)
    }

    @Test func nothingToCompare() throws {
        #expect(
            fisherMonteCarloTest(try ContingencyTable([]), replicates: 9, seed: 1).notes == [ResultNote(.noPatients)])
        #expect(fisherMonteCarloTest(try ContingencyTable([[2, 3]]), replicates: 9, seed: 1).pValue == 1)
    }
}
