import Mathematics
public import Results

/// Tests whether values tend to be larger in some groups than in others (Kruskal–Wallis).
///
/// **Formula.** `H = (12 Σ Rₖ²/nₖ / (N(N + 1)) − 3(N + 1)) / (1 − Σ(t³ − t)/(N³ − N))` with rank sums `Rₖ`, against χ² on
/// one degree of freedom less than groups.
///
/// **Ties.** Midranks and the divisor above.
///
/// **Interval.** None.
///
/// **Units.** Free of units.
///
/// **Edge cases.** NaN counts as missing and is left out, with a note; so are empty groups. No p-value, and a note, where
/// fewer than two groups have values or all values are equal.
///
/// **Reference.** Kruskal WH, Wallis WA. *J Am Stat Assoc* 1952;47:583–621. doi:10.1080/01621459.1952.10483441.
///
/// **Equals in R.** `stats::kruskal.test(list(…))`; checked by `Tests/References/ranks`.
public func kruskalWallisTest(_ groups: [[Double]]) -> TestResult {
    let known = groups.map { withoutMissing($0).values }.filter { !$0.isEmpty }
    let all = known.flatMap { $0 }
    var test = TestResult(
        method: .kruskalWallis, statistic: nil, pValue: nil, n: all.count,
        equalsInR: "stats::kruskal.test(value, group)")
    let missing = groups.reduce(0) { $0 + $1.count } - all.count
    if missing > 0 { test.notes.append(ResultNote(.missingLeftOut, count: Double(missing))) }
    guard !all.isEmpty else { return test.adding(ResultNote(.noPatients)) }
    guard known.count > 1 else { return test.adding(ResultNote(.singleGroup)) }
    let midranks = Midranks(all)
    let n = Double(all.count)
    let spread = 1 - midranks.tieSum / (n * n * n - n)
    guard spread > 0 else { return test.adding(ResultNote(.constant)) }
    var start = 0
    var sum = CompensatedSum()
    for group in known {
        let rankSum = midranks.ranks[start..<(start + group.count)].reduce(0, +)
        sum.add(rankSum * rankSum / Double(group.count))
        start += group.count
    }
    let statistic = max(0, (12 * sum.value / (n * (n + 1)) - 3 * (n + 1)) / spread)
    let degrees = Double(known.count - 1)
    test.statistic = statistic
    test.degreesOfFreedom = [degrees]
    test.pValue = ChiSquared(degreesOfFreedom: degrees).upperTail(statistic)
    return test
}
