import Results
import SurvivalStatistics
import Testing

@Suite struct PearsonDerivationTests {
    /// 10, 20 over 30, 40: expected 12, 18, 28, 42, every |O − E| is 2.
    let table = try! ContingencyTable([[10, 20], [30, 40]])

    @Test func uncorrected() {
        #expect(table.expected == [[12, 18], [28, 42]])
        let test = pearsonTest(table, corrected: false)
        expectClose(test.statistic, 4 * (1.0 / 12 + 1.0 / 18 + 1.0 / 28 + 1.0 / 42))
        #expect(test.degreesOfFreedom == [1])
        #expect(test.method == .pearsonChiSquared)
        #expect(test.equalsInR == "stats::chisq.test(table, correct = FALSE)")
        #expect(test.notes.isEmpty)
    }

    @Test func corrected() {
        let test = pearsonTest(table, corrected: true)
        expectClose(test.statistic, 2.25 * (1.0 / 12 + 1.0 / 18 + 1.0 / 28 + 1.0 / 42))
        #expect(test.method == .pearsonChiSquaredCorrected)
        #expect(test.equalsInR == "stats::chisq.test(table, correct = TRUE)")
    }

    @Test func correctionEndsAtZero() throws {
        // Every |O − E| is ⅛, less than ½: nothing is left.
        let test = pearsonTest(try ContingencyTable([[1, 2], [2, 3]]), corrected: true)
        expectClose(test.statistic, 0)
        #expect(test.pValue == 1)
    }

    @Test func noCorrectionBeyondTwoByTwo() throws {
        let test = pearsonTest(try ContingencyTable([[10, 20], [30, 40], [9, 8]]), corrected: true)
        #expect(test.method == .pearsonChiSquared)
        #expect(test.degreesOfFreedom == [2])
    }

    @Test func smallExpectedCountsAreNoted() throws {
        // 3 · 7/16 = 1.3125
        let test = pearsonTest(try ContingencyTable([[1, 2], [6, 7]]), corrected: false)
        #expect(test.notes == [ResultNote(.smallExpectedCounts, count: 1.3125)])
    }

    @Test func emptyRowsAndColumnsAreLeftOut() throws {
        let full = try ContingencyTable([[0, 10, 20], [0, 0, 0], [0, 30, 40]])
        #expect(full.withoutEmptyMargins == table)
        #expect(pearsonTest(full, corrected: false) == pearsonTest(table, corrected: false))
    }
}
