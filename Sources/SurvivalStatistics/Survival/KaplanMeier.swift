import Mathematics
public import Results

/// Estimates the survival function of one group by the Kaplan–Meier product-limit method.
///
/// **Formula.** `S(t) = ∏_{tᵢ ≤ t} (1 − dᵢ / nᵢ)`, with `dᵢ` events and `nᵢ` at risk just before `tᵢ` (sums of weights
/// where patients have them). Variance of `log S(t)` by Greenwood: `Σ dᵢ / (nᵢ (nᵢ − dᵢ))`. With sampling weights
/// (``SurvivalSample/hasSamplingWeights``) Greenwood's formula does not hold, and the variance is the infinitesimal
/// jackknife's, the sum over patients of `(weight · ∂ log S / ∂ weight)²`.
///
/// **Ties.** Events at a time precede censorings at that time. Times that differ only by rounding are one time.
///
/// **Interval.** Pointwise, on the scale named by `transform`. R's default is `log`; SAS's and lifelines' is `log-log`.
///
/// **Units.** Times in the result are in the sample's unit. Nothing is rounded.
///
/// **Edge cases.** After the last event the curve stays flat; if the last patient has the event, `S` is 0, and its
/// standard error and interval are absent there. With left truncation the patients at risk can run out early: `S` is
/// then 0 from there on. Without patients the arrays are empty.
///
/// **Reference.** Kaplan EL, Meier P. *J Am Stat Assoc* 1958;53:457–481. doi:10.1080/01621459.1958.10501452.
///
/// **Equals in R.** `survival::survfit(Surv(time, status) ~ 1, conf.type = <transform>, conf.int = <level>)`;
/// checked by `Tests/References/kaplan-meier`.
public func kaplanMeier(_ sample: SurvivalSample, transform: ConfidenceTransform, level: Double) -> SurvivalCurve {
    let table = ExitTable(sample)
    var (survival, standardErrors) = productLimit(table)
    if sample.hasSamplingWeights { standardErrors = jackknifeErrors(of: sample, table, survival: survival) }
    let halfWidth = Normal.halfWidth(level: level)
    var (lower, upper) = ([Double?](), [Double?]())
    lower.reserveCapacity(survival.count)
    upper.reserveCapacity(survival.count)
    var interval = ConfidenceInterval(lower: 1, upper: 1)
    for index in survival.indices {
        // Between events nothing changes but, with sampling weights, the variance.
        if table.events[index] > 0 || sample.hasSamplingWeights {
            interval = survivalInterval(
                survival[index], standardErrorOfLog: standardErrors[index], transform: transform,
                halfWidth: halfWidth)
        }
        lower.append(interval.lower)
        upper.append(interval.upper)
    }
    return SurvivalCurve(
        time: table.time, atRisk: table.atRisk, events: table.events, censored: table.censored, survival: survival,
        standardErrorOfLog: standardErrors, lower: lower, upper: upper, level: level, transform: transform,
        unit: sample.unit)
}

/// The estimate and Greenwood's standard error of its logarithm at each time.
private func productLimit(_ table: ExitTable) -> (survival: [Double], standardErrors: [Double?]) {
    var survival = [Double]()
    survival.reserveCapacity(table.time.count)
    var standardErrors = [Double?]()
    standardErrors.reserveCapacity(table.time.count)
    var (current, variance, error) = (1.0, 0.0, 0.0)
    for index in table.time.indices {
        let (atRisk, events) = (table.atRisk[index], table.events[index])
        if events > 0 {
            let survivors = table.survivors(at: index)
            current *= survivors / atRisk
            variance += events / (atRisk * survivors)
            error = variance.squareRoot()
        }
        survival.append(current)
        standardErrors.append(current > 0 ? error : nil)
    }
    return (survival, standardErrors)
}

/// Estimates the distribution of follow-up: the Kaplan–Meier method with events and censorings exchanged.
///
/// Its median is the median follow-up (reverse Kaplan–Meier). Everything else is as in
/// ``kaplanMeier(_:transform:level:)``.
///
/// **Ties.** At equal times the end of follow-up comes first, so that a patient who dies at that time is still at risk
/// of being censored there, as in R.
///
/// **Reference.** Schemper M, Smith TL. *Control Clin Trials* 1996;17:343–346. doi:10.1016/0197-2456(96)00075-X.
///
/// **Equals in R.** `survival::survfit(Surv(time, 1 - status) ~ 1)`.
public func reverseKaplanMeier(
    _ sample: SurvivalSample, transform: ConfidenceTransform, level: Double
) -> SurvivalCurve {
    kaplanMeier(sample.reversed, transform: transform, level: level)
}
