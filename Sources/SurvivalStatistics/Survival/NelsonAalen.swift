#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif
import Mathematics
public import Results

/// Estimates the cumulative hazard of one group by the Nelson–Aalen method.
///
/// **Formula.** `H(t) = Σ_{tᵢ ≤ t} dᵢ / nᵢ` with variance `Σ dᵢ / nᵢ²`. With sampling weights the variance is the
/// infinitesimal jackknife's.
///
/// **Ties.** Events at a time precede censorings; tied events count together, `d/n`.
///
/// **Interval.** `H ± z se` clipped at 0, or `H exp(±z se / H)`, by `transform`. Before the first event both limits
/// are 0.
///
/// **Units.** Times in the sample's unit; the hazard is a pure number.
///
/// **Edge cases.** Without patients the arrays are empty; without events the hazard is 0.
///
/// **Reference.** Nelson W. *Technometrics* 1972;14:945–966. doi:10.1080/00401706.1972.10488991. Aalen O. *Ann Stat*
/// 1978;6:701–726. doi:10.1214/aos/1176344247.
///
/// **Equals in R.** `cumhaz` and `std.chaz` of `survival::survfit(Surv(time, status) ~ 1)`; checked by
/// `Tests/References/kaplan-meier`.
public func nelsonAalen(
    _ sample: SurvivalSample, transform: CumulativeHazard.Transform, level: Double
) -> CumulativeHazard {
    let table = ExitTable(sample)
    var (hazard, errors) = ([Double](), [Double]())
    var (current, variance) = (0.0, 0.0)
    for index in table.time.indices {
        let (atRisk, events) = (table.atRisk[index], table.events[index])
        if events > 0 {
            current += events / atRisk
            variance += events / (atRisk * atRisk)
        }
        hazard.append(current)
        errors.append(variance.squareRoot())
    }
    if sample.hasSamplingWeights { errors = jackknifeErrorsOfHazard(of: sample, table) }
    let halfWidth = Normal.halfWidth(level: level)
    let limits = zip(hazard, errors).map { hazard, error -> (lower: Double, upper: Double) in
        guard hazard > 0 else { return (0, 0) }
        return switch transform {
        case .plain: (max(0, hazard - halfWidth * error), hazard + halfWidth * error)
        case .log: (hazard * exp(-halfWidth * error / hazard), hazard * exp(halfWidth * error / hazard))
        }
    }
    return CumulativeHazard(
        time: table.time, atRisk: table.atRisk, events: table.events, hazard: hazard, standardError: errors,
        lower: limits.map(\.lower), upper: limits.map(\.upper), level: level, transform: transform, unit: sample.unit)
}
