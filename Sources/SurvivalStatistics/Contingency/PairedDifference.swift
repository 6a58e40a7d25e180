import Mathematics
public import Results

/// Two answers of the same patients, each yes or no: how many pairs there are of each kind.
public struct PairedAnswers: Equatable, Sendable {
    /// Yes both times.
    public let both: Int
    /// Yes the first time only.
    public let onlyFirst: Int
    /// Yes the second time only.
    public let onlySecond: Int
    /// No both times.
    public let neither: Int

    /// Creates counts; none may be negative.
    public init(both: Int, onlyFirst: Int, onlySecond: Int, neither: Int) {
        precondition(min(both, onlyFirst, onlySecond, neither) >= 0, "a count is negative")
        (self.both, self.onlyFirst, self.onlySecond, self.neither) = (both, onlyFirst, onlySecond, neither)
    }

    /// All pairs.
    public var total: Int { both + onlyFirst + onlySecond + neither }
}

/// How the interval of a difference of two paired proportions is found.
public enum PairedDifferenceMethod: String, CaseIterable, Sendable {
    /// Newcombe's hybrid of two Wilson intervals, with their correlation (his method 10).
    case newcombe
    /// The plain normal interval (his method 1).
    case wald
}

/// Estimates the difference of two paired proportions, second less first, with its interval.
///
/// **Formula.** With `a` pairs of yes both times, `b` of the first only, `c` of the second only, `d` of neither and
/// `n = a + b + c + d`: `δ = (c − b)/n`. Wald: `δ ± z √(b + c − (c − b)²/n)/n`. Newcombe, with the Wilson limits `l₁, u₁` of
/// `p₁ = (a + b)/n` and `l₂, u₂` of `p₂ = (a + c)/n`: `δ − √((p₂ − l₂)² − 2φ(p₂ − l₂)(u₁ − p₁) + (u₁ − p₁)²)` and
/// `δ + √((u₂ − p₂)² − 2φ(u₂ − p₂)(p₁ − l₁) + (p₁ − l₁)²)`, where `φ = m/√((a + b)(c + d)(a + c)(b + d))` and `m = ad − bc`,
/// less `n/2` but not below 0 where it is positive; `φ = 0` where a margin is empty.
///
/// **Ties.** None.
///
/// **Interval.** By `method`, within −1...1.
///
/// **Units.** A share between −1 and 1.
///
/// **Edge cases.** Without a pair there is no value, and a note says so. Wald's interval of no discordant pairs has no
/// width; Newcombe's has.
///
/// **Reference.** Newcombe RG. *Stat Med* 1998;17:2635–2650.
/// doi:10.1002/(SICI)1097-0258(19981130)17:22<2635::AID-SIM954>3.0.CO;2-C.
///
/// **Equals in R.** No function of R itself: the formula on `stats::prop.test(x, n, correct = FALSE)$conf.int`, in
/// `Tests/References/contingency`.
public func differenceOfPairedProportions(
    _ pairs: PairedAnswers, method: PairedDifferenceMethod, level: Double
) -> Estimate {
    let discordant = pairs.onlyFirst + pairs.onlySecond
    var estimate = Estimate(
        value: nil, interval: nil, level: level, method: method.name, n: pairs.total, events: discordant)
    guard pairs.total > 0 else { return estimate.absent(because: ResultNote(.noPatients)) }
    let (n, change) = (Double(pairs.total), Double(pairs.onlySecond - pairs.onlyFirst))
    let difference = change / n
    let error = max(0, Double(discordant) - change * change / n).squareRoot() / n
    estimate.value = difference
    estimate.standardError = error
    switch method {
    case .wald:
        let margin = Normal.halfWidth(level: level) * error
        estimate.interval = ConfidenceInterval(lower: max(-1, difference - margin), upper: min(1, difference + margin))
    case .newcombe:
        guard let first = try? Proportion(events: pairs.both + pairs.onlyFirst, total: pairs.total),
            let second = try? Proportion(events: pairs.both + pairs.onlySecond, total: pairs.total),
            let p1 = first.value, let p2 = second.value
        else { return estimate }
        let one = limits(of: first, method: .wilson, level: level)
        let two = limits(of: second, method: .wilson, level: level)
        let correlation = pairs.correctedCorrelation
        func length(_ a: Double, _ b: Double) -> Double {
            max(0, a * a - 2 * correlation * a * b + b * b).squareRoot()
        }
        estimate.interval = ConfidenceInterval(
            lower: max(-1, difference - length(p2 - two.lower, one.upper - p1)),
            upper: min(1, difference + length(two.upper - p2, p1 - one.lower)))
    }
    return estimate
}

extension PairedAnswers {
    /// The correlation of the answers, corrected for continuity where it is positive; 0 where a margin is empty.
    fileprivate var correctedCorrelation: Double {
        let (a, b, c, d) = (Double(both), Double(onlyFirst), Double(onlySecond), Double(neither))
        let margins = (a + b) * (c + d) * (a + c) * (b + d)
        guard margins > 0 else { return 0 }
        let product = a * d - b * c
        return (product > 0 ? max(product - Double(total) / 2, 0) : product) / margins.squareRoot()
    }
}

extension PairedDifferenceMethod {
    fileprivate var name: String {
        switch self {
        case .newcombe: "Newcombe's method 10 for paired proportions"
        case .wald: "Wald's interval of paired proportions"
        }
    }
}
