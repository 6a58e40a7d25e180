import Results

#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif

/// The confidence interval of a survival probability on the scale of a transform.
///
/// **Formula.** With `s` the standard error of `log S` and `z` the normal quantile of the level:
/// plain `S ± z S s`, clipped to [0, 1]; log `exp(log S ± z s)`, clipped at 1; log-log
/// `exp(−exp(log(−log S) ± z s / log S))`; logit with `logit S ± z s (1 + S / (1 − S))`; arcsin
/// `sin²(arcsin √S ± ½ z s √(S / (1 − S)))`, clipped to [0, π/2].
///
/// **Edge cases.** Where `s` is 0, as before the first event, both limits are `S`; where `S` is 0 there is no interval.
///
/// **Equals in R.** The limits of `survival::survfit(conf.type = …)`; versions before 3.6 leave log-log and logit
/// limits missing where `S` is 1.
func survivalInterval(
    _ survival: Double, standardErrorOfLog: Double?, transform: ConfidenceTransform, halfWidth: Double
) -> ConfidenceInterval {
    guard let standardErrorOfLog, survival > 0 else { return ConfidenceInterval(lower: nil, upper: nil) }
    guard standardErrorOfLog > 0, survival < 1 || transform == .plain || transform == .log else {
        return ConfidenceInterval(lower: survival, upper: survival)
    }
    let margin = halfWidth * standardErrorOfLog
    switch transform {
    case .plain:
        return ConfidenceInterval(
            lower: max(0, survival - margin * survival), upper: min(1, survival + margin * survival))
    case .log:
        let logarithm = log(survival)
        return ConfidenceInterval(lower: exp(logarithm - margin), upper: min(1, exp(logarithm + margin)))
    case .logLog:
        let (center, width) = (log(-log(survival)), margin / log(survival))
        return ConfidenceInterval(lower: exp(-exp(center - width)), upper: exp(-exp(center + width)))
    case .logit:
        let (center, width) = (log(survival / (1 - survival)), margin * (1 + survival / (1 - survival)))
        return ConfidenceInterval(
            lower: 1 - 1 / (1 + exp(center - width)), upper: 1 - 1 / (1 + exp(center + width)))
    case .arcsin:
        let (center, width) = (asin(survival.squareRoot()), margin * (survival / (1 - survival)).squareRoot() / 2)
        let (lower, upper) = (sin(max(0, center - width)), sin(min(.pi / 2, center + width)))
        return ConfidenceInterval(lower: lower * lower, upper: upper * upper)
    }
}
