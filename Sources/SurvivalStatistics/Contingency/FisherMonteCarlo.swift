#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif
import Mathematics
public import Results

/// Estimates the p-value of Fisher's exact test from random tables, for tables too large to sum exactly.
///
/// **Formula.** `(1 + k)/(B + 1)`, with `k` of `B` random tables with the observed margins no more probable than the
/// observed one. A random table comes from pairing the records' rows with their columns in random order.
///
/// **Ties.** Tables as probable as the observed one count, within R's tolerance.
///
/// **Interval.** None; the standard error of the estimate is about `√(p(1 − p)/B)`.
///
/// **Units.** Free of units.
///
/// **Edge cases.** As in ``fisherExactTest(_:alternative:)``. A note records `B` and the seed: the same seed gives the same
/// p-value on every machine.
///
/// **Reference.** Hope ACA. *J R Stat Soc B* 1968;30:582–598. doi:10.1111/j.2517-6161.1968.tb00759.x.
///
/// **Equals in R.** `stats::fisher.test(table, simulate.p.value = TRUE, B = …)`, but for the random numbers.
///
/// - Parameters:
///   - table: The observed table.
///   - replicates: How many random tables; at least one is drawn.
///   - seed: The start of the random numbers.
/// - Returns: The test, with a note of kind `simulated`.
public func fisherMonteCarloTest(_ table: ContingencyTable, replicates: Int, seed: UInt64) -> TestResult {
    let table = table.withoutEmptyMargins
    let replicates = max(1, replicates)
    var test = TestResult(
        method: .fisherMonteCarlo, statistic: nil, pValue: nil, n: table.total,
        equalsInR: "stats::fisher.test(table, simulate.p.value = TRUE, B = \(replicates))")
    if let obstacle = table.obstacle {
        test.pValue = table.total > 0 ? 1 : nil
        return test.adding(obstacle)
    }
    test.notes.append(ResultNote(.simulated, subject: "seed \(seed)", count: Double(replicates)))
    var sampler = MarginSampler(table, seed: seed)
    let limit = sampler.logProbability(table.counts.flatMap { $0 }) + 3.4525e-7
    var count = 1
    for _ in 0..<replicates where sampler.logProbability(sampler.next()) <= limit { count += 1 }
    test.pValue = Double(count) / Double(replicates + 1)
    return test
}

/// Random tables with given margins.
private struct MarginSampler {
    private let rowOfRecord: [Int]
    private var columnOfRecord: [Int]
    private let columnCount: Int
    private let cellCount: Int
    private let logFactorial: [Double]
    private var generator: SplitMix64

    init(_ table: ContingencyTable, seed: UInt64) {
        rowOfRecord = table.rowTotals.enumerated().flatMap { [Int](repeating: $0, count: $1) }
        columnOfRecord = table.columnTotals.enumerated().flatMap { [Int](repeating: $0, count: $1) }
        columnCount = table.counts[0].count
        cellCount = table.counts.count * columnCount
        var sum = CompensatedSum()
        logFactorial = (0...table.total).map { number in
            if number > 1 { sum.add(log(Double(number))) }
            return sum.value
        }
        generator = SplitMix64(seed: seed)
    }

    /// The log probability of a table but for a constant.
    func logProbability(_ cells: [Int]) -> Double {
        var sum = 0.0
        for cell in cells { sum -= logFactorial[cell] }
        return sum
    }

    /// The cells of the next random table, row by row.
    mutating func next() -> [Int] {
        var cells = [Int](repeating: 0, count: cellCount)
        var left = columnOfRecord.count
        while left > 0 {
            let chosen = generator.next(below: left)
            left -= 1
            columnOfRecord.swapAt(chosen, left)
            cells[rowOfRecord[left] * columnCount + columnOfRecord[left]] += 1
        }
        return cells
    }
}
