import Results
import SurvivalStatistics
import Testing

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
