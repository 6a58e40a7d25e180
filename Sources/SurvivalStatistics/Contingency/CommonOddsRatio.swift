#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif
import Mathematics
public import Results

/// Estimates the odds ratio common to 2×2 tables, by Mantel and Haenszel.
///
/// **Formula.** `ω = Σ aₖdₖ/nₖ / Σ bₖcₖ/nₖ = R/S`. With `Pₖ = (aₖ + dₖ)/nₖ`, `Qₖ = (bₖ + cₖ)/nₖ` the variance of `log ω`
/// is `Σ P aₖdₖ/nₖ / 2R² + Σ (P bₖcₖ + Q aₖdₖ)/nₖ / 2RS + Σ Q bₖcₖ/nₖ / 2S²` (Robins, Breslow and Greenland).
///
/// **Ties.** None.
///
/// **Interval.** `± z se` on the log scale. `standardError` is that of the logarithm.
///
/// **Units.** A ratio: odds in the first row over odds in the second.
///
/// **Edge cases.** Strata with fewer than two records are left out. With `S = 0` the ratio is infinite, therefore absent,
/// and a note says so; with `R = 0` it is 0 and has no interval.
///
/// **Reference.** Robins J et al. *Biometrics* 1986;42:311–323. doi:10.2307/2531052.
///
/// **Equals in R.** `stats::mantelhaen.test(table)$estimate` and `$conf.int`.
public func commonOddsRatio(_ strata: [ContingencyTable], level: Double) -> Estimate {
    let tables = comparable(strata)
    var estimate = Estimate(
        value: nil, interval: nil, level: level, method: "stats::mantelhaen.test(table)",
        n: tables.reduce(0) { $0 + $1.total })
    guard let first = tables.first, first.isTwoByTwo else { return estimate.absent(because: ResultNote(.noPatients)) }
    var (r, s, pr, mixed, qs) = (0.0, 0.0, 0.0, 0.0, 0.0)
    for table in tables {
        let n = Double(table.total)
        let (a, b) = (Double(table.counts[0][0]), Double(table.counts[0][1]))
        let (c, d) = (Double(table.counts[1][0]), Double(table.counts[1][1]))
        let (p, q) = ((a + d) / n, (b + c) / n)
        r += a * d / n
        s += b * c / n
        pr += p * a * d / n
        mixed += (p * b * c + q * a * d) / n
        qs += q * b * c / n
    }
    guard r > 0 || s > 0 else { return estimate.absent(because: ResultNote(.zeroVariance)) }
    guard s > 0 else { return estimate.absent(because: ResultNote(.unbounded)) }
    estimate.value = r / s
    guard r > 0 else { return estimate }
    let error = (pr / (2 * r * r) + mixed / (2 * r * s) + qs / (2 * s * s)).squareRoot()
    let margin = Normal.halfWidth(level: level) * error
    estimate.standardError = error
    estimate.interval = ConfidenceInterval(lower: r / s * exp(-margin), upper: r / s * exp(margin))
    return estimate
}

/// Estimates the odds ratio common to 2×2 tables by conditional maximum likelihood, with its exact interval.
///
/// **Formula.** As ``conditionalOddsRatio(_:alternative:level:)``, on the sum of the first cells, whose distribution is the
/// convolution of the tables' hypergeometric ones.
///
/// **Edge cases.** As there; strata with fewer than two records are left out.
///
/// **Reference.** Mehta CR, Patel NR, Gray R. *J Am Stat Assoc* 1985;80:969–973. doi:10.1080/01621459.1985.10478212.
///
/// **Equals in R.** `stats::mantelhaen.test(table, exact = TRUE)$estimate` and `$conf.int`.
public func conditionalCommonOddsRatio(_ strata: [ContingencyTable], level: Double) -> Estimate {
    let tables = comparable(strata)
    let estimate = Estimate(
        value: nil, interval: nil, level: level, method: "stats::mantelhaen.test(table, exact = TRUE)",
        n: tables.reduce(0) { $0 + $1.total })
    guard let first = tables.first, first.isTwoByTwo else { return estimate.absent(because: ResultNote(.noPatients)) }
    let distribution = NoncentralHypergeometric(sumOf: tables.map(\.firstCell))
    guard distribution.support.count > 1 else { return estimate.absent(because: ResultNote(.zeroVariance)) }
    return conditionalOddsRatio(
        of: tables.reduce(0) { $0 + $1.counts[0][0] }, in: distribution, alternative: .twoSided, completing: estimate)
}
