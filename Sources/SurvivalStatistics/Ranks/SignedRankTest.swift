import Mathematics
public import Results

/// Tests whether paired differences lie symmetrically about 0 (Wilcoxon's signed rank test).
///
/// **Formula.** `V` is the sum of the ranks of `|d|` over positive `d`, without differences of 0. Exact where fewer than
/// 50 differences remain, none was 0 and no two are equally large: twice the smaller tail. Otherwise
/// `z = (V − n(n + 1)/4 − c) / √(n(n + 1)(2n + 1)/24 − Σ(t³ − t)/48)`, with `c = ±½` towards 0 where corrected.
///
/// **Ties.** Midranks; the variance is corrected for them. They, and zeros, rule the exact distribution out.
///
/// **Interval.** None.
///
/// **Units.** Free of units.
///
/// **Edge cases.** NaN counts as missing and is left out, with a note. No p-value, and a note, where no difference is
/// left; where all are 0, `V` is 0.
///
/// **Reference.** Wilcoxon F. *Biometrics Bull* 1945;1:80–83. doi:10.2307/3001968.
///
/// **Equals in R.** `stats::wilcox.test(differences, exact = …, correct = …)`.
///
/// - Parameters:
///   - differences: First less second value of each pair.
///   - method: As for two independent samples.
/// - Returns: The test, with `V` as its statistic.
public func signedRankTest(_ differences: [Double], method: MannWhitneyMethod) -> TestResult {
    let (known, missing) = withoutMissing(differences)
    let nonzero = known.filter { $0 != 0 }
    let arguments =
        switch method {
        case .automatic: ""
        case .exact: ", exact = TRUE"
        case .corrected: ", exact = FALSE"
        case .uncorrected: ", exact = FALSE, correct = FALSE"
        }
    var test = TestResult(
        method: .signedRank, statistic: nil, pValue: nil, n: known.count,
        equalsInR: "stats::wilcox.test(differences\(arguments))")
    if missing > 0 { test.notes.append(ResultNote(.missingLeftOut, count: Double(missing))) }
    guard !known.isEmpty else { return test.adding(ResultNote(.noPatients)) }
    let midranks = Midranks(nonzero.map(abs))
    let statistic = nonzero.indices.reduce(0) { $0 + (nonzero[$1] > 0 ? midranks.ranks[$1] : 0) }
    test.statistic = statistic
    guard !nonzero.isEmpty else { return test.adding(ResultNote(.constant)) }
    let n = Double(nonzero.count)
    let wantsExact = (method == .exact && nonzero.count <= 1000) || (method == .automatic && nonzero.count < 50)
    if wantsExact, !midranks.hasTies, nonzero.count == known.count {
        test.method = .signedRankExact
        let distribution = SignedRank(count: nonzero.count)
        let isAbove = statistic > n * (n + 1) / 4
        test.pValue = min(
            1, 2 * (isAbove ? distribution.upperTail(Int(statistic) - 1) : distribution.lowerTail(Int(statistic))))
        return test
    }
    if wantsExact || method == .exact { test.notes.append(ResultNote(.approximated)) }
    let distance = statistic - n * (n + 1) / 4
    let correction = method == .uncorrected ? 0 : RankSumApproximation.correction(distance, .twoSided)
    let variance = n * (n + 1) * (2 * n + 1) / 24 - midranks.tieSum / 48
    test.pValue = min(1, Normal.twoSided((distance - correction) / variance.squareRoot()))
    return test
}
