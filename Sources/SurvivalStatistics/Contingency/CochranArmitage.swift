import Mathematics
public import Results

/// Tests whether a proportion rises or falls with the order of groups (Cochran–Armitage).
///
/// **Formula.** With scores `s`, `χ² = (Σ s(x − n p))² / (p(1 − p)(Σ n s² − (Σ n s)²/N))` on one degree of freedom, `p` the
/// overall proportion.
///
/// **Ties.** None.
///
/// **Interval.** None.
///
/// **Units.** Free of units; scores may be shifted and scaled without effect.
///
/// **Edge cases.** Groups without patients, and groups beyond the last score, are left out. No p-value, and a note, where
/// fewer than two groups remain, all or none of the patients have the event, or all scores are equal.
///
/// **Reference.** Armitage P. *Biometrics* 1955;11:375–386. doi:10.2307/3001775.
///
/// **Equals in R.** `stats::prop.trend.test(x, n, scores)`.
public func cochranArmitageTest(_ groups: [Proportion], scores: [Double]) -> TestResult {
    let scored = zip(groups, scores).filter { $0.0.total > 0 }
    let total = scored.reduce(0) { $0 + $1.0.total }
    let events = scored.reduce(0) { $0 + $1.0.events }
    var test = TestResult(
        method: .cochranArmitageTrend, statistic: nil, pValue: nil, n: total, events: events,
        equalsInR: "stats::prop.trend.test(x, n, scores)")
    guard total > 0 else { return test.adding(ResultNote(.noPatients)) }
    guard scored.count > 1 else { return test.adding(ResultNote(.singleGroup)) }
    guard events > 0, events < total else { return test.adding(ResultNote(events == 0 ? .noEvents : .constant)) }
    let n = Double(total)
    let share = Double(events) / n
    let mean = scored.reduce(0) { $0 + Double($1.0.total) * $1.1 } / n
    var (sum, squares) = (CompensatedSum(), CompensatedSum())
    for (group, score) in scored {
        sum.add((score - mean) * (Double(group.events) - Double(group.total) * share))
        squares.add((score - mean) * (score - mean) * Double(group.total))
    }
    guard squares.value > 0 else { return test.adding(ResultNote(.zeroVariance)) }
    let statistic = sum.value * sum.value / (share * (1 - share) * squares.value)
    test.statistic = statistic
    test.degreesOfFreedom = [1]
    test.pValue = ChiSquared(degreesOfFreedom: 1).upperTail(statistic)
    return test
}
