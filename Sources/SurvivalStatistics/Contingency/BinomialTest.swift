import Mathematics
public import Results

/// Tests whether a proportion has a stated value, by the exact binomial test.
///
/// **Formula.** The total probability of all outcomes that are no more probable than the observed one, within a relative
/// tolerance of 10⁻⁷ for rounding.
///
/// **Ties.** Outcomes as probable as the observed one count.
///
/// **Interval.** See ``estimateProportion(_:method:level:)``; it is of central tails, and so can disagree with this p-value.
///
/// **Units.** `hypothesis` is a share between 0 and 1.
///
/// **Edge cases.** No p-value, and a note, without patients or for a hypothesis outside 0...1.
///
/// **Reference.** Clopper CJ, Pearson ES. *Biometrika* 1934;26:404–413. doi:10.1093/biomet/26.4.404.
///
/// **Equals in R.** `stats::binom.test(x, n, p = hypothesis)`; checked by `Tests/References/contingency`.
public func binomialTest(_ proportion: Proportion, hypothesis: Double) -> TestResult {
    var test = TestResult(
        method: .binomialExact, statistic: Double(proportion.events), pValue: nil, n: proportion.total,
        events: proportion.events, equalsInR: "stats::binom.test(x, n, p = \(hypothesis))")
    guard proportion.total > 0 else { return test.adding(ResultNote(.noPatients)) }
    guard hypothesis >= 0, hypothesis <= 1 else { return test.adding(ResultNote(.constant)) }
    let distribution = Binomial(trials: proportion.total, probability: hypothesis)
    let limit = distribution.probability(of: proportion.events) * (1 + 1e-7)
    var sum = CompensatedSum()
    for outcome in 0...proportion.total {
        let probability = distribution.probability(of: outcome)
        if probability <= limit { sum.add(probability) }
    }
    test.pValue = min(1, sum.value)
    return test
}
