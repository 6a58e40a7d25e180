import Mathematics
public import Results

/// Tests whether the rows and columns of a table are independent, by Fisher's exact test.
///
/// **Formula.** Given the margins, the p-value is the total probability of all tables that are no more probable than
/// the observed one, within R's relative tolerance for rounding (10⁻⁷, for larger tables 3.45 · 10⁻⁷). For a 2×2 table the one-sided p-values are tails
/// of the hypergeometric distribution of the first cell. Larger tables are summed by a network algorithm.
///
/// **Ties.** Tables as probable as the observed one count.
///
/// **Interval.** That of the odds ratio is in ``conditionalOddsRatio(_:alternative:level:)``; it is of central tails,
/// and so can disagree with this p-value.
///
/// **Units.** Free of units.
///
/// **Edge cases.** Rows and columns without records are left out. If then a single row or column remains, there is only
/// one table with these margins: the p-value is 1, and a note says why. No p-value, and a note, for an empty table and
/// where a table is too large to sum exactly (``fisherMonteCarloTest(_:replicates:seed:)`` then samples it). An alternative other than two-sided has a meaning only in 2×2 tables and is otherwise passed over.
///
/// **Reference.** Mehta CR, Patel NR. *J Am Stat Assoc* 1983;78:427–434. doi:10.1080/01621459.1983.10477989.
///
/// **Equals in R.** `stats::fisher.test(table)`; checked by `Tests/References/contingency`.
public func fisherExactTest(_ table: ContingencyTable, alternative: Alternative = .twoSided) -> TestResult {
    let table = table.withoutEmptyMargins
    var test = TestResult(
        method: .fisherExact, statistic: nil, pValue: nil, n: table.total,
        equalsInR: "stats::fisher.test(table\(table.isTwoByTwo ? alternative.argument : ""))")
    if let obstacle = table.obstacle {
        test.pValue = table.total > 0 ? 1 : nil
        return test.adding(obstacle)
    }
    if table.isTwoByTwo {
        test.pValue = twoByTwoPValue(table, alternative)
    } else if let pValue = FisherNetwork(table).pValue() {
        test.pValue = pValue
    } else {
        test.notes.append(ResultNote(.beyondExact))
    }
    return test
}

/// The relative difference of two probabilities of 2×2 tables that counts as none, as in R.
private let probabilityTolerance = 1e-7

private func twoByTwoPValue(_ table: ContingencyTable, _ alternative: Alternative) -> Double {
    let cell = table.counts[0][0]
    let distribution = NoncentralHypergeometric(table.firstCell)
    switch alternative {
    case .less: return min(1, distribution.lowerTail(cell, logOddsRatio: 0))
    case .greater: return min(1, distribution.upperTail(cell, logOddsRatio: 0))
    case .twoSided:
        let probabilities = distribution.probabilities(logOddsRatio: 0)
        let limit = probabilities[cell - distribution.support.lowerBound] * (1 + probabilityTolerance)
        return min(1, CompensatedSum(probabilities.filter { $0 <= limit }).value)
    }
}

extension ContingencyTable {
    /// The distribution of the first cell of a 2×2 table, given its margins.
    var firstCell: Hypergeometric {
        Hypergeometric(
            marked: counts[0][0] + counts[1][0], unmarked: counts[0][1] + counts[1][1],
            drawn: counts[0][0] + counts[0][1])
    }
}
