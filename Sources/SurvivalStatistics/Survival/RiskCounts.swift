/// How the numbers under a survival curve are counted at a time.
public enum RiskCountConvention: String, CaseIterable, Sendable {
    /// At risk just before the time, `#{T ≥ t}`, with events and censorings up to and including it: R's
    /// `summary(survfit(…), times = t)`. The three do not add up to N where anything happens at `t` itself.
    case justBefore
    /// At risk after the time, `#{T > t}`, with events and censorings up to and including it, as KMunicate has it.
    /// The three add up to N, less who has not entered yet.
    case after
}

/// The numbers under a survival curve, one entry for each time.
public struct RiskCounts: Equatable, Sendable {
    /// At risk by the convention.
    public var atRisk: [Double]
    /// Events up to and including each time.
    public var events: [Double]
    /// Censored up to and including each time.
    public var censored: [Double]
}

/// Counts who is at risk, has had the event and is censored at each of some times.
///
/// **Formula.** By the convention; sums of weights where patients have them. With left truncation a patient is at risk
/// from after the entry.
///
/// **Units.** `times` in the sample's unit, in any order.
///
/// **Edge cases.** Without patients all counts are 0.
///
/// **Reference.** Morris TP et al. *BMJ Open* 2019;9:e030215. doi:10.1136/bmjopen-2019-030215.
///
/// **Equals in R.** `summary(survfit(…), times, extend = TRUE)` for `.justBefore` without left truncation.
public func riskCounts(
    of sample: SurvivalSample, at times: [Double], convention: RiskCountConvention
) -> RiskCounts {
    var counts = RiskCounts(
        atRisk: [Double](repeating: 0, count: times.count), events: [Double](repeating: 0, count: times.count),
        censored: [Double](repeating: 0, count: times.count))
    let table = ExitTable(sample)
    var (events, censored) = ([0.0], [0.0])
    for index in table.time.indices {
        events.append(events[index] + table.events[index])
        censored.append(censored[index] + table.censored[index])
    }
    let everyone = events[events.count - 1] + censored[censored.count - 1]
    for (index, time) in times.enumerated() {
        let through = table.time.partitioningIndex { $0 > time }
        let before = convention == .after ? through : table.time.partitioningIndex { $0 >= time }
        counts.events[index] = events[through]
        counts.censored[index] = censored[through]
        counts.atRisk[index] = everyone - events[before] - censored[before]
    }
    if let entries = EntryTable(sample) {
        for (index, time) in times.enumerated() {
            counts.atRisk[index] -= convention == .after ? entries.waiting(after: time) : entries.waiting(at: time)
        }
    }
    return counts
}
