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
