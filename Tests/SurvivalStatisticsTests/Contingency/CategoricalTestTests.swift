import Results
import SurvivalStatistics
import Testing

@Suite struct CategoricalTestTests {
    @Test func theRuleChooses() throws {
        let large = try ContingencyTable([[10, 20], [30, 40]])
        let small = try ContingencyTable([[1, 2], [6, 7]])
        #expect(categoricalTest(large, rule: .pearsonOrFisher).method == .pearsonChiSquared)
        #expect(categoricalTest(small, rule: .pearsonOrFisher).method == .fisherExact)
        #expect(categoricalTest(small, rule: .pearson).method == .pearsonChiSquared)
        #expect(categoricalTest(large, rule: .fisher).method == .fisherExact)
        #expect(categoricalTest(large, rule: .pearsonCorrected).method == .pearsonChiSquaredCorrected)
    }

    @Test func anExpectedCountOfExactlyFiveIsEnough() throws {
        // 10 · 10/20 = 5 in every cell.
        let table = try ContingencyTable([[4, 6], [6, 4]])
        #expect(categoricalTest(table, rule: .pearsonOrFisher).method == .pearsonChiSquared)
    }

    @Test func tablesFromCodes() {
        let table = ContingencyTable(
            rows: [0, 1, 1, nil, 0, 5], columns: [1, 0, 0, 0, nil, 0], rowCount: 2, columnCount: 2)
        #expect(table.counts == [[0, 1], [2, 0]])
    }

    @Test func refusesWhatIsNoTable() {
        #expect(throws: ContingencyTableError.ragged) { try ContingencyTable([[1, 2], [3]]) }
        #expect(throws: ContingencyTableError.negativeCount) { try ContingencyTable([[1, -2]]) }
    }
}
