import Results
import SurvivalStatistics
import Testing

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
        #expect(test.method == .mcNemarBowker)
        expectClose(test.pValue, 0.27739250208216482)
    }

    @Test func withoutAnAnswer() throws {
        for method in McNemarMethod.allCases {
            #expect(
                mcNemarTest(try ContingencyTable([[0, 0], [0, 0]]), method: method).notes == [ResultNote(.noPatients)])
            #expect(
                mcNemarTest(try ContingencyTable([[5, 0], [0, 3]]), method: method).notes
                    == [ResultNote(.noDiscordantPairs)])
            #expect(mcNemarTest(try ContingencyTable([[5, 1, 2]]), method: method).notes == [ResultNote(.singleGroup)])
            #expect(mcNemarTest(try ContingencyTable([[5, 2], [2, 3]]), method: method).pValue == 1)
        }
    }
}
