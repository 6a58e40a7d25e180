#if canImport(Darwin)
    internal import Darwin
#else
    internal import Glibc
#endif
internal import Mathematics
public import Results

/// Estimates the cumulative incidence of one cause among competing ones by Aalen and Johansen's method.
///
/// **Formula.** `F(t) = Σ S(t⁻) d₁/n` with `S` the Kaplan–Meier estimate for all causes together. With `f = F(t) − F(t_j)`,
/// Aalen's variance is `Σ (1 − f/S)² σ₁² + (f/S)² σ₂²`, where `σ_k² = S(t_j⁻)² d_k (n − d_k)/(n² (n − 1))` for the cause
/// and for the other causes, `S(t_j⁻)²` where the last at risk has the event; they are independent of each other even at one
/// time. Greenwood's is that of multinomial events at each time, `Σ [(S − g)² p₁ + g² p₂ − ((S − g) p₁ − g p₂)²]/n` with
/// `p = d/n` and `g = f/(1 − d/n)`.
/// With late entry those at risk at one time are not all who were at risk before, and the terms of different times are no
/// longer independent: then `.greenwood` is the infinitesimal jackknife itself (``IncidenceJackknife``), and Aalen's sum
/// stays what it is.
///
/// **Ties.** Events of all causes at a time precede censorings at that time. Who enters at a time is at risk after it.
///
/// **Interval.** Pointwise on the scale named by `transform`, applied to the incidence: `log-log` is SAS's and tidycmprsk's,
/// `log` R's `survfit`. Clipped to [0, 1].
///
/// **Units.** Times are in the sample's unit; incidences are between 0 and 1. Nothing is rounded.
///
/// **Edge cases.** Before the first event of the cause there is no interval. Where nobody has the cause, the incidence is 0
/// throughout and a note says so.
///
/// **Reference.** Aalen OO, Johansen S. *Scand J Stat* 1978;5:141–150 (without DOI). Aalen O. *Ann Stat* 1978;6:534–545.
/// doi:10.1214/aos/1176344198.
///
/// **Equals in R.** `cmprsk::cuminc` (`variance: .aalen`), `survival::survfit(Surv(time, factor(cause)) ~ 1)`
/// (`.greenwood`), with late entry `survfit(Surv(entry, time, factor(cause)) ~ 1, id = id)`; checked by
/// `Tests/References/competing-risks`.
public func cumulativeIncidence(
    _ sample: CompetingRisksSample, cause: Int, variance: IncidenceVariance, transform: ConfidenceTransform,
    level: Double
) -> CumulativeIncidenceCurve {
    let (order, starts) = sample.timeGroups()
    let quantile = Normal.halfWidth(level: level)
    var curve = CumulativeIncidenceCurve(
        cause: cause, n: sample.count, events: sample.cause.count { $0 == cause },
        competingEvents: sample.cause.count { $0 != cause && $0 != 0 }, time: [], atRisk: [], eventsAtTime: [],
        competingAtTime: [], censoredAtTime: [], incidence: [], standardError: [], lower: [], upper: [], level: level,
        transform: transform, variance: variance, notes: [])
    if sample.count == 0 { curve.notes.append(ResultNote(.noPatients)) }
    if sample.count > 0, curve.events == 0 { curve.notes.append(ResultNote(.noEvents)) }
    var (survival, incidence) = (1.0, 0.0)
    var spread = IncidenceSpread(method: variance)
    let entries = sample.entry?.sorted() ?? []
    var jackknife = variance == .greenwood ? IncidenceJackknife(sample, cause: cause) : nil
    for group in 0..<max(0, starts.count - 1) {
        let members = order[starts[group]..<starts[group + 1]]
        let time = sample.time[order[starts[group]]]
        let waiting = entries.count - entries.partitioningIndex { $0 >= time }
        let atRisk = Double(sample.count - starts[group] - waiting)
        let events = Double(members.count { sample.cause[$0] == cause })
        let others = Double(members.count { sample.cause[$0] != cause && sample.cause[$0] != 0 })
        incidence += survival * events / atRisk
        if events + others > 0 {
            spread.add(survival: survival, incidence: incidence, atRisk: atRisk, events: events, others: others)
            jackknife?.add(at: time, survival: survival, atRisk: atRisk, events: events, others: others)
        }
        survival *= 1 - (events + others) / atRisk
        let error = (jackknife?.variance ?? max(0, spread.variance(at: incidence))).squareRoot()
        let limits = incidenceLimits(incidence, error: error, quantile: quantile, transform: transform)
        curve.time.append(time)
        curve.atRisk.append(atRisk)
        curve.eventsAtTime.append(events)
        curve.competingAtTime.append(others)
        curve.censoredAtTime.append(Double(members.count) - events - others)
        curve.incidence.append(incidence)
        curve.standardError.append(error)
        curve.lower.append(limits.lower)
        curve.upper.append(limits.upper)
    }
    return curve
}

/// The variance of an incidence as it grows: sums in powers of the incidence, so that each time costs the same.
private struct IncidenceSpread {
    let method: IncidenceVariance
    /// `Var F(t) = a F(t)² + b F(t) + c`.
    private var (square, linear, constant) = (0.0, 0.0, 0.0)

    init(method: IncidenceVariance) { self.method = method }

    func variance(at incidence: Double) -> Double {
        let parts = (square * incidence * incidence, linear * incidence, constant)
        let sum = parts.0 + parts.1 + parts.2
        // Where the parts cancel, as when everybody has had the event, what is left is their rounding error.
        return abs(sum) <= 1e-14 * (abs(parts.0) + abs(parts.1) + abs(parts.2)) ? 0 : sum
    }

    mutating func add(survival: Double, incidence: Double, atRisk n: Double, events: Double, others: Double) {
        // Every term is u (F(t) − F)² + v (F(t) − F) + w.
        let deaths = events + others
        var (u, v, w) = (0.0, 0.0, 0.0)
        switch method {
        case .aalen:
            let after = survival * (1 - deaths / n)
            // A single event has the factor (n − 1)/(n − 1) = 1, also where it befalls the last at risk.
            func spread(_ count: Double) -> Double {
                survival * survival * count / (n * n) * (n > 1 ? (n - count) / (n - 1) : 1)
            }
            let (own, competing) = (spread(events), spread(others))
            w = own
            if after > 0 {
                u = (own + competing) / (after * after)
                v = -2 * own / after
            }
        case .greenwood:
            let (p, q) = (events / n, others / n)
            w = survival * survival * p * (1 - p) / n
            if n > deaths {
                let k = 1 / (1 - deaths / n)
                u = k * k * (p + q) * (1 - p - q) / n
                v = -2 * survival * k * p * (1 - p - q) / n
            }
        }
        square += u
        linear += v - 2 * u * incidence
        constant += w - v * incidence + u * incidence * incidence
    }
}

/// The limits of an incidence on the scale of a transform.
private func incidenceLimits(
    _ value: Double, error: Double?, quantile: Double, transform: ConfidenceTransform
) -> (lower: Double?, upper: Double?) {
    guard let error, value > 0 else { return (nil, nil) }
    guard error > 0, value < 1 else { return (value, value) }
    let half = quantile * error
    switch transform {
    case .plain: return (max(0, value - half), min(1, value + half))
    case .log: return (value * exp(-half / value), min(1, value * exp(half / value)))
    case .logLog:
        let spread = half / (value * abs(log(value)))
        return (pow(value, exp(spread)), pow(value, exp(-spread)))
    case .logit:
        let (centre, spread) = (log(value / (1 - value)), half / (value * (1 - value)))
        return (1 / (1 + exp(spread - centre)), 1 / (1 + exp(-spread - centre)))
    case .arcsin:
        let (centre, spread) = (asin(value.squareRoot()), half / (2 * (value * (1 - value)).squareRoot()))
        let (low, high) = (sin(max(0, centre - spread)), sin(min(Double.pi / 2, centre + spread)))
        return (low * low, high * high)
    }
}

extension CumulativeIncidenceCurve {
    /// The incidence just after a time: 0 before the first, and absent after the last observation.
    public func incidence(at time: Double) -> (estimate: Double, standardError: Double?)? {
        guard let last = self.time.last, time <= last else { return nil }
        guard let index = self.time.lastIndex(where: { $0 <= time }) else { return (0, 0) }
        return (incidence[index], standardError[index])
    }

    /// The mean time lost to the cause up to a time: the area under the incidence.
    public func timeLost(to horizon: Double) -> Double {
        var area = 0.0
        for index in time.indices where time[index] < horizon {
            let end = index + 1 < time.count ? min(time[index + 1], horizon) : horizon
            area += incidence[index] * (end - time[index])
        }
        return area
    }
}
