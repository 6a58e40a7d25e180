#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif
import Mathematics
public import Results

/// Estimates the odds ratio of a 2×2 table by conditional maximum likelihood, with Fisher's exact interval.
///
/// **Formula.** Given the margins, the first cell has the noncentral hypergeometric distribution. The estimate is the
/// odds ratio at which its mean is the observed count; it is not `ad/bc`. Each limit is the odds ratio at which the tail
/// beyond the observed count has the probability `(1 − level)/2`, or `1 − level` for a one-sided alternative. All three
/// are found to the last digit (R stops after four to five).
///
/// **Ties.** None.
///
/// **Interval.** Exact, of central tails, on the conditional distribution.
///
/// **Units.** Odds in the first row to odds in the second: above 1 where the first column is relatively more frequent in
/// the first row.
///
/// **Edge cases.** Where the first cell is as large as the margins permit, estimate and upper limit are infinite: they
/// are absent, and a note says so. Where it is as small as they permit, estimate and lower limit are 0. A row or column
/// without records permits no estimate.
///
/// **Reference.** Fisher RA. *J R Stat Soc* 1935;98:39–82. doi:10.2307/2342435. Cornfield J. *Proc Third Berkeley Symp*
/// 1956;4:135–148.
///
/// **Equals in R.** `stats::fisher.test(table)$estimate` and `$conf.int`.
public func conditionalOddsRatio(
    _ table: ContingencyTable, alternative: Alternative = .twoSided, level: Double
) -> Estimate {
    let estimate = Estimate(
        value: nil, interval: nil, level: level,
        method: "conditional maximum likelihood: stats::fisher.test(table\(alternative.argument))", n: table.total)
    if let obstacle = table.obstacle { return estimate.absent(because: obstacle) }
    guard table.isTwoByTwo else { return estimate.absent(because: ResultNote(.singleGroup)) }
    return conditionalOddsRatio(
        of: table.counts[0][0], in: NoncentralHypergeometric(table.firstCell), alternative: alternative,
        completing: estimate)
}

/// Completes an estimate with the odds ratio of a count whose conditional distribution is known.
func conditionalOddsRatio(
    of count: Int, in distribution: NoncentralHypergeometric, alternative: Alternative, completing start: Estimate
) -> Estimate {
    var estimate = start
    let support = distribution.support
    let tail = alternative == .twoSided ? (1 - estimate.level) / 2 : 1 - estimate.level
    func oddsRatio(_ function: (Double) -> Double) -> Double? {
        NoncentralHypergeometric.logOddsRatio(where: function).map { exp($0) }
    }
    let (isLowest, isHighest) = (count <= support.lowerBound, count >= support.upperBound)
    if isLowest, !isHighest { estimate.value = 0 }
    if !isLowest, !isHighest {
        estimate.value = oddsRatio { distribution.mean(logOddsRatio: $0) - Double(count) }
    }
    let lower =
        isLowest || alternative == .less
        ? 0 : oddsRatio { distribution.upperTail(count, logOddsRatio: $0) - tail }
    let upper =
        isHighest || alternative == .greater
        ? nil : oddsRatio { distribution.lowerTail(count, logOddsRatio: $0) - tail }
    estimate.interval = ConfidenceInterval(lower: lower, upper: upper)
    if isHighest { estimate.notes.append(ResultNote(.unbounded)) }
    return estimate
}
