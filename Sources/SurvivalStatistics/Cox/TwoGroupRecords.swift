#if canImport(Darwin)
    internal import Darwin
#else
    internal import Glibc
#endif
internal import Mathematics
internal import Results

/// The records of a Cox model of two groups, sorted once, so that the hazard ratio within many samples of them takes one
/// pass over the records and a few over the event times.
///
/// **Formula.** With a covariate that is 0 or 1 a risk set is two counts. With `n₀` and `n₁` at risk, of whom `d₀` and `d₁`
/// have the event, `d = d₀ + d₁` and `f = l/d` for `l = 0 … d − 1` (Efron) or `f = 0` (Breslow), the share of the second
/// group in the risk is `p = e^β (n₁ − f d₁) / (e^β (n₁ − f d₁) + n₀ − f d₀)`. The score is `Σ d₁ − Σ p`, the information
/// `Σ p (1 − p)`; the likelihood is concave, so Newton's steps inside a bracket find its maximum.
///
/// **Edge cases.** The score tends to `Σ d₁ − Σ d` over the times with `n₁ > 0` as `β` grows, and to `Σ d₁ − Σ d` over
/// those with `n₀ = 0` as it falls. Where one of them is zero there is no finite maximum: the likelihood is monotone or
/// holds no information.
///
/// **Equals in R.** The coefficient and Wald's p-value of `survival::coxph(Surv(time, status) ~ group, ties)`.
struct TwoGroupRecords {
    private struct RiskSet {
        var events = 0
        var secondEvents = 0
        var first = 0
        var second = 0
    }

    /// The rows of the design by ascending time.
    private let rows: [Int]
    /// For each of them whether it is the first of its time.
    private let startsTime: [Bool]
    private let isEvent: [Bool]
    /// Whether each is of the group at 1.
    private let isSecond: [Bool]
    private let isEfron: Bool

    /// Sorts a design; nil where the model is not one of two groups alone, all at risk from the start, or where times are so
    /// close that which of them are tied depends on the sample (``NearTies``).
    init?(_ design: CoxDesign, ties: TiesMethod) {
        guard ties != .exact, design.covariates.columns.count == 1, design.entry == nil, design.strata == nil,
            design.weights == nil, design.frequency == nil, design.offset == nil, design.clusters == nil
        else { return nil }
        let group = design.covariates.columns[0]
        let complete = design.completeRows()
        guard complete.allSatisfy({ group[Int($0)] == 0 || group[Int($0)] == 1 }) else { return nil }
        let order = AscendingOrder(design.time, at: complete)
        let times = order.values
        let least = 1e-6 * times.reduce(0) { max($0, abs($1)) }
        guard zip(times, times.dropFirst()).allSatisfy({ $0 == $1 || $1 - $0 > least }) else { return nil }
        rows = order.order.map(Int.init)
        startsTime = times.indices.map { $0 == 0 || times[$0 - 1] != times[$0] }
        isEvent = rows.map { design.status[$0] == .event }
        isSecond = rows.map { group[$0] == 1 }
        isEfron = ties == .efron
    }

    /// The hazard ratio of the group at 1 against the other among some of the rows.
    ///
    /// - Parameter isIncluded: Whether each row of the design belongs to the sample.
    /// - Returns: The ratio and Wald's p-value; nil where the likelihood has no finite maximum.
    func hazardRatio(where isIncluded: (Int) -> Bool) -> (ratio: Double, pValue: Double)? {
        let sets = riskSets(where: isIncluded)
        let events = sets.reduce(0) { $0 + $1.secondEvents }
        let highest = sets.reduce(events) { $0 - ($1.second > 0 ? $1.events : 0) }
        let lowest = sets.reduce(events) { $0 - ($1.first == 0 ? $1.events : 0) }
        guard highest < 0, lowest > 0 else { return nil }
        var (low, high) = (-Double.infinity, Double.infinity)
        var coefficient = 0.0
        var information = 0.0
        for _ in 0..<100 {
            let value = derivatives(sets, at: coefficient)
            let score = Double(events) - value.share
            information = value.information
            if score > 0 { low = coefficient } else { high = coefficient }
            // A step that overshoots a finite bracket is replaced by half of it, one without a bracket is bounded.
            var next = coefficient + max(-2, min(2, score / information))
            if !(next > low && next < high) { next = (low + high) / 2 }
            let isSettled = abs(next - coefficient) <= 1e-12 * (1 + abs(coefficient))
            guard !isSettled, next.isFinite else { break }
            coefficient = next
        }
        let standardError = (1 / information).squareRoot()
        guard standardError.isFinite else { return nil }
        return (exp(coefficient), Normal.twoSided(coefficient / standardError))
    }

    /// The risk set of each event time, the last one first.
    private func riskSets(where isIncluded: (Int) -> Bool) -> [RiskSet] {
        var sets: [RiskSet] = []
        sets.reserveCapacity(rows.count)
        var current = RiskSet()
        for index in rows.indices.reversed() {
            if isIncluded(rows[index]) {
                if isSecond[index] { current.second += 1 } else { current.first += 1 }
                if isEvent[index] {
                    current.events += 1
                    if isSecond[index] { current.secondEvents += 1 }
                }
            }
            if startsTime[index], current.events > 0 {
                sets.append(current)
                (current.events, current.secondEvents) = (0, 0)
            }
        }
        return sets
    }

    /// `Σ p` and `Σ p (1 − p)`.
    private func derivatives(_ sets: [RiskSet], at coefficient: Double) -> (share: Double, information: Double) {
        let risk = exp(coefficient)
        var (sum, information) = (0.0, 0.0)
        for set in sets {
            let (first, second) = (Double(set.first), Double(set.second))
            let secondEvents = Double(set.secondEvents)
            let firstEvents = Double(set.events - set.secondEvents)
            for tied in 0..<set.events {
                let fraction = isEfron ? Double(tied) / Double(set.events) : 0
                let own = risk * (second - fraction * secondEvents)
                let share = own / (own + first - fraction * firstEvents)
                sum += share
                information += share * (1 - share)
            }
        }
        return (sum, information)
    }
}
