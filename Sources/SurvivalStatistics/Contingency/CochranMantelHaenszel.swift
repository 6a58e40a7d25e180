import Mathematics
public import Results

/// How the Cochran–Mantel–Haenszel test is done.
public enum CochranMantelHaenszelMethod: String, CaseIterable, Sendable {
    /// The χ² statistic.
    case plain
    /// The χ² statistic with continuity correction, for 2×2 tables: R's default.
    case corrected
    /// The exact conditional test, for 2×2 tables.
    case exact
}

/// Tests whether two variables are independent within strata (Cochran–Mantel–Haenszel).
///
/// **Formula.** Given the margins of each stratum, the counts without the last row and column have the expectations
/// `Rᵢ Cⱼ / N` and hypergeometric covariances `Rᵢ(δ N − Rᵢ')Cⱼ(δ N − Cⱼ') / (N²(N − 1))`. Observed less expected and the
/// covariances are summed over strata: `χ² = d' V⁻¹ d` on `(rows − 1)(columns − 1)` degrees of freedom. For 2×2 tables
/// `|d|` is lowered by ½ where corrected. Exact: as Fisher's test, on the sum of the first cells.
///
/// **Ties.** Exact: sums as probable as the observed one count.
///
/// **Interval.** See ``commonOddsRatio(_:level:)`` and ``conditionalCommonOddsRatio(_:level:)``.
///
/// **Units.** Free of units.
///
/// **Edge cases.** Strata with fewer than two records say nothing and are left out; all strata must have the same shape,
/// and those that have not are left out. No p-value, and a note, where no stratum has two records or all variances are
/// zero. Corrected and exact are plain for tables larger than 2×2.
///
/// **Reference.** Mantel N, Haenszel W. *J Natl Cancer Inst* 1959;22:719–748. doi:10.1093/jnci/22.4.719.
///
/// **Equals in R.** `stats::mantelhaen.test(table, correct = …, exact = …)`; checked by `Tests/References/contingency`.
public func cochranMantelHaenszelTest(
    _ strata: [ContingencyTable], method: CochranMantelHaenszelMethod
) -> TestResult {
    let tables = comparable(strata)
    let isTwoByTwo = tables.first?.isTwoByTwo ?? false
    let method = isTwoByTwo ? method : .plain
    var test = TestResult(
        method: method.name, statistic: nil, pValue: nil, n: tables.reduce(0) { $0 + $1.total },
        equalsInR: method.call)
    guard let first = tables.first else {
        return test.adding(ResultNote(strata.contains { $0.total > 0 } ? .tooFewValues : .noPatients))
    }
    if method == .exact {
        completeExact(&test, tables)
        return test
    }
    var sums = IndependenceSums(rows: first.counts.count, columns: first.counts.first?.count ?? 0)
    for table in tables { sums.add(table) }
    guard !sums.distances.isEmpty else { return test.adding(ResultNote(.constant)) }
    if method == .corrected, abs(sums.distances[0]) >= 0.5 {
        sums.distances[0] -= sums.distances[0] > 0 ? 0.5 : -0.5
    }
    let form = inverseQuadraticForm(of: sums.distances, in: sums.covariance)
    guard form.rank > 0 else { return test.adding(ResultNote(.zeroVariance)) }
    test.statistic = form.value
    test.degreesOfFreedom = [Double(form.rank)]
    test.pValue = ChiSquared(degreesOfFreedom: Double(form.rank)).upperTail(form.value)
    return test
}

/// The strata that say something: two records or more, all of the shape of the first of them.
func comparable(_ strata: [ContingencyTable]) -> [ContingencyTable] {
    let filled = strata.filter { $0.total >= 2 }
    return filled.filter { table in
        table.counts.count == filled[0].counts.count && table.counts.first?.count == filled[0].counts.first?.count
    }
}

private func completeExact(_ test: inout TestResult, _ tables: [ContingencyTable]) {
    let distribution = NoncentralHypergeometric(sumOf: tables.map(\.firstCell))
    let sum = tables.reduce(0) { $0 + $1.counts[0][0] }
    test.statistic = Double(sum)
    let probabilities = distribution.probabilities(logOddsRatio: 0)
    guard probabilities.count > 1 else { return test.notes.append(ResultNote(.zeroVariance)) }
    let limit = probabilities[sum - distribution.support.lowerBound] * (1 + 1e-7)
    test.pValue = min(1, CompensatedSum(probabilities.filter { $0 <= limit }).value)
}

/// Observed less expected counts and their covariance, without the last row and column, summed over strata.
private struct IndependenceSums {
    var distances: [Double]
    var covariance: [[Double]]
    private let rows: Int
    private let columns: Int

    init(rows: Int, columns: Int) {
        self.rows = max(0, rows - 1)
        self.columns = max(0, columns - 1)
        distances = [Double](repeating: 0, count: self.rows * self.columns)
        covariance = [[Double]](repeating: distances, count: distances.count)
    }

    mutating func add(_ table: ContingencyTable) {
        let n = Double(table.total)
        let (rowTotals, columnTotals) = (table.rowTotals.map(Double.init), table.columnTotals.map(Double.init))
        func spread(_ totals: [Double], _ one: Int, _ other: Int) -> Double {
            totals[one] * ((one == other ? n : 0) - totals[other])
        }
        for cell in distances.indices {
            let (row, column) = (cell / columns, cell % columns)
            distances[cell] += Double(table.counts[row][column]) - rowTotals[row] * columnTotals[column] / n
            for other in distances.indices {
                covariance[cell][other] +=
                    spread(rowTotals, row, other / columns) * spread(columnTotals, column, other % columns)
                    / (n * n * (n - 1))
            }
        }
    }
}

extension CochranMantelHaenszelMethod {
    fileprivate var name: TestResult.Method {
        switch self {
        case .plain: .cochranMantelHaenszel
        case .corrected: .cochranMantelHaenszelCorrected
        case .exact: .cochranMantelHaenszelExact
        }
    }

    fileprivate var call: String {
        switch self {
        case .plain: "stats::mantelhaen.test(table, correct = FALSE)"
        case .corrected: "stats::mantelhaen.test(table)"
        case .exact: "stats::mantelhaen.test(table, exact = TRUE)"
        }
    }
}
