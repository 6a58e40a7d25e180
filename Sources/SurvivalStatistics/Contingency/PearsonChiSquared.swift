import Mathematics
public import Results

/// Tests whether the rows and columns of a table are independent, by Pearson's χ².
///
/// **Formula.** `χ² = Σ (|O − E| − c)² / E` on `(rows − 1)(columns − 1)` degrees of freedom. `c` is 0, or with Yates's
/// correction, in a 2×2 table only, `min(½, |O − E|)`.
///
/// **Ties.** None.
///
/// **Interval.** None; see ``differenceOfProportions(_:method:level:)`` and ``oddsRatio(_:level:)``.
///
/// **Units.** Free of units.
///
/// **Edge cases.** Rows and columns without records are left out (R's `chisq.test` returns NaN for them). No p-value,
/// and a note, for an empty table, a single column or a single row. Expected counts below 5 are noted.
///
/// **Reference.** Pearson K. *Philos Mag* 1900;50:157–175. doi:10.1080/14786440009463897. Yates F. *Suppl J R Stat Soc*
/// 1934;1:217–235. doi:10.2307/2983604.
///
/// **Equals in R.** `stats::chisq.test(table, correct = <corrected>)`; checked by `Tests/References/contingency`.
public func pearsonTest(_ table: ContingencyTable, corrected: Bool) -> TestResult {
    let table = table.withoutEmptyMargins
    let usesCorrection = corrected && table.isTwoByTwo
    var test = TestResult(
        method: usesCorrection ? .pearsonChiSquaredCorrected : .pearsonChiSquared, statistic: nil, pValue: nil,
        n: table.total, equalsInR: "stats::chisq.test(table, correct = \(corrected ? "TRUE" : "FALSE"))")
    if let obstacle = table.obstacle {
        test.notes.append(obstacle)
        return test
    }
    let expected = table.expected
    var sum = CompensatedSum()
    // In a 2×2 table |O − E| is the same in all cells, so that one correction serves them.
    let correction = usesCorrection ? min(0.5, abs(Double(table.counts[0][0]) - expected[0][0])) : 0
    for (row, counts) in table.counts.enumerated() {
        for (column, count) in counts.enumerated() {
            let distance = abs(Double(count) - expected[row][column]) - correction
            sum.add(distance * distance / expected[row][column])
        }
    }
    let degrees = Double((table.counts.count - 1) * (table.counts[0].count - 1))
    test.statistic = sum.value
    test.degreesOfFreedom = [degrees]
    test.pValue = ChiSquared(degreesOfFreedom: degrees).upperTail(sum.value)
    if let smallest = table.smallestExpected, smallest < 5 {
        test.notes.append(ResultNote(.smallExpectedCounts, count: smallest))
    }
    return test
}
