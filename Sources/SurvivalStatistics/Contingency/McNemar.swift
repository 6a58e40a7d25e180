import Mathematics
public import Results

/// How McNemar's test is done.
public enum McNemarMethod: String, CaseIterable, Sendable {
    /// The χ² statistic.
    case plain
    /// The χ² statistic with continuity correction, for 2×2 tables: R's default.
    case corrected
    /// The exact binomial test of the discordant pairs, for 2×2 tables.
    case exact
}

/// Tests whether paired classifications have the same margins (McNemar; Bowker's symmetry for more than two classes).
///
/// **Formula.** `χ² = Σ_{i<j} (xᵢⱼ − xⱼᵢ)² / (xᵢⱼ + xⱼᵢ)` on `k(k − 1)/2` degrees of freedom; for two classes and where
/// corrected `(|x₁₂ − x₂₁| − 1)²/(x₁₂ + x₂₁)`. Exact: the binomial test of `x₁₂` among `x₁₂ + x₂₁` against ½.
///
/// **Ties.** Pairs on the diagonal say nothing.
///
/// **Interval.** None.
///
/// **Units.** Free of units.
///
/// **Edge cases.** No p-value, and a note, where the table is not square or has no discordant pair. Corrected is plain
/// where the table is symmetric (as in R) or has more than two classes, and so is exact in the latter case.
///
/// **Reference.** McNemar Q. *Psychometrika* 1947;12:153–157. doi:10.1007/BF02295996.
///
/// **Equals in R.** `stats::mcnemar.test(table, correct = …)`; exact: `stats::binom.test(x12, x12 + x21)`.
public func mcNemarTest(_ table: ContingencyTable, method: McNemarMethod) -> TestResult {
    let counts = table.counts
    let size = counts.count
    let method = size == 2 ? method : .plain
    var test = TestResult(
        method: size > 2 ? .mcNemarBowker : method.name, statistic: nil, pValue: nil, n: table.total,
        equalsInR: method.call)
    guard table.total > 0 else { return test.adding(ResultNote(.noPatients)) }
    guard counts.allSatisfy({ $0.count == size }) else { return test.adding(ResultNote(.singleGroup)) }
    var statistic = 0.0
    for row in 0..<size {
        for column in (row + 1)..<max(size, row + 1) where counts[row][column] != counts[column][row] {
            let (one, other) = (Double(counts[row][column]), Double(counts[column][row]))
            let distance = abs(one - other) - (method == .corrected ? 1 : 0)
            statistic += distance * distance / (one + other)
        }
    }
    let isDiagonal = (0..<size).allSatisfy { row in (0..<size).allSatisfy { $0 == row || counts[row][$0] == 0 } }
    guard !isDiagonal else { return test.adding(ResultNote(.noDiscordantPairs)) }
    if method == .exact {
        let discordant = try? Proportion(events: counts[0][1], total: counts[0][1] + counts[1][0])
        test.statistic = Double(counts[0][1])
        test.pValue = discordant.flatMap { binomialTest($0, hypothesis: 0.5).pValue }
        return test
    }
    let degrees = Double(size * (size - 1) / 2)
    test.statistic = statistic
    test.degreesOfFreedom = [degrees]
    test.pValue = ChiSquared(degreesOfFreedom: degrees).upperTail(statistic)
    return test
}

extension McNemarMethod {
    fileprivate var name: TestResult.Method {
        switch self {
        case .plain: .mcNemar
        case .corrected: .mcNemarCorrected
        case .exact: .mcNemarExact
        }
    }

    fileprivate var call: String {
        switch self {
        case .plain: "stats::mcnemar.test(table, correct = FALSE)"
        case .corrected: "stats::mcnemar.test(table)"
        case .exact: "stats::binom.test(table[1, 2], table[1, 2] + table[2, 1])"
        }
    }
}
