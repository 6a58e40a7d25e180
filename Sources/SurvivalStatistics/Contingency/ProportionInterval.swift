import Mathematics
public import Results

/// How the interval of a proportion is found.
public enum ProportionMethod: String, CaseIterable, Sendable {
    /// Clopper and Pearson's exact interval, of central binomial tails: R's `binom.test`.
    case clopperPearson = "clopper-pearson"
    /// Wilson's score interval: R's `prop.test(correct = FALSE)`.
    case wilson
    /// The same with continuity correction, as R's `prop.test` has it.
    case wilsonCorrected = "wilson-corrected"
}

/// Estimates a proportion with its interval.
///
/// **Formula.** `x/n`. Clopper–Pearson: the beta quantiles `B(α/2; x, n − x + 1)` and `B(1 − α/2; x + 1, n − x)`. Wilson:
/// `(p + z²/2n ± z √(p(1 − p)/n + z²/4n²)) / (1 + z²/n)`; corrected, `p` is moved by `½/n` outwards first, or by
/// `|x − n/2|/n` if that is less, as R does.
///
/// **Ties.** None.
///
/// **Interval.** By `method`; both limits are within 0...1.
///
/// **Units.** A share between 0 and 1.
///
/// **Edge cases.** Without patients there is no value, and a note says so. With 0 events the lower limit is 0, with all
/// events the upper one is 1 (Wilson corrected: as R's formula gives it).
///
/// **Reference.** Clopper CJ, Pearson ES. *Biometrika* 1934;26:404–413. doi:10.1093/biomet/26.4.404. Wilson EB. *J Am
/// Stat Assoc* 1927;22:209–212. doi:10.1080/01621459.1927.10502953.
///
/// **Equals in R.** `stats::binom.test(x, n)$conf.int`, `stats::prop.test(x, n, correct = …)$conf.int`; checked by
/// `Tests/References/contingency`.
public func estimateProportion(_ proportion: Proportion, method: ProportionMethod, level: Double) -> Estimate {
    let call =
        switch method {
        case .clopperPearson: "stats::binom.test(x, n)"
        case .wilson: "stats::prop.test(x, n, correct = FALSE)"
        case .wilsonCorrected: "stats::prop.test(x, n)"
        }
    var estimate = Estimate(
        value: proportion.value, interval: nil, level: level, method: call, n: proportion.total,
        events: proportion.events)
    guard let value = proportion.value else { return estimate.absent(because: ResultNote(.noPatients)) }
    estimate.standardError = (value * (1 - value) / Double(proportion.total)).squareRoot()
    let limits = limits(of: proportion, method: method, level: level)
    estimate.interval = ConfidenceInterval(lower: limits.lower, upper: limits.upper)
    return estimate
}

/// The limits of a proportion's interval; 0 and 1 without patients.
func limits(of proportion: Proportion, method: ProportionMethod, level: Double) -> (lower: Double, upper: Double) {
    guard let p = proportion.value else { return (0, 1) }
    let (x, n) = (Double(proportion.events), Double(proportion.total))
    let tail = (1 - level) / 2
    switch method {
    case .clopperPearson:
        return (
            x == 0 ? 0 : Beta(x, n - x + 1).quantile(tail), x == n ? 1 : Beta(x + 1, n - x).quantile(1 - tail)
        )
    case .wilson, .wilsonCorrected:
        let z = Normal.halfWidth(level: level)
        let half = z * z / (2 * n)
        let shift = method == .wilson ? 0 : min(0.5, abs(x - n / 2)) / n
        func limit(_ center: Double, _ sign: Double) -> Double {
            (center + half + sign * z * (center * (1 - center) / n + half / (2 * n)).squareRoot()) / (1 + 2 * half)
        }
        // Without the guards rounding would leave a hair above 0 or below 1.
        let lower = p - shift <= 0 ? 0 : limit(p - shift, -1)
        let upper = p + shift >= 1 ? 1 : limit(p + shift, 1)
        return (max(0, lower), min(1, upper))
    }
}
