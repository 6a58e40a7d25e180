import Mathematics
public import Results

/// How the interval of a difference of two proportions is found.
public enum ProportionDifferenceMethod: String, CaseIterable, Sendable {
    /// Newcombe's hybrid of two Wilson intervals (his method 10).
    case newcombe
    /// The same of two Wilson intervals with continuity correction (his method 11).
    case newcombeCorrected = "newcombe-corrected"
    /// The plain normal interval: R's `prop.test(correct = FALSE)`.
    case wald
    /// The same with continuity correction: R's `prop.test`.
    case waldCorrected = "wald-corrected"
}

/// Estimates the difference of two proportions, first less second, with its interval.
///
/// **Formula.** `d = p₁ − p₂`. Wald: `d ± z √(p₁(1 − p₁)/n₁ + p₂(1 − p₂)/n₂)`, corrected by `±min(½, |d|/k)·k` with
/// `k = 1/n₁ + 1/n₂`. Newcombe: `d − √((p₁ − l₁)² + (u₂ − p₂)²)` and `d + √((u₁ − p₁)² + (p₂ − l₂)²)` with the Wilson
/// limits of each.
///
/// **Ties.** None.
///
/// **Interval.** By `method`, within −1...1.
///
/// **Units.** A share between −1 and 1.
///
/// **Edge cases.** Without patients in a group there is no value, and a note says so.
///
/// **Reference.** Newcombe RG. *Stat Med* 1998;17:873–890.
/// doi:10.1002/(SICI)1097-0258(19980430)17:8<873::AID-SIM779>3.0.CO;2-I.
///
/// **Equals in R.** `stats::prop.test(x, n, correct = …)$conf.int`; `DescTools::BinomDiffCI(method = "score")` for
/// Newcombe. Checked by `Tests/References/contingency`.
public func differenceOfProportions(
    _ first: Proportion, _ second: Proportion, method: ProportionDifferenceMethod, level: Double
) -> Estimate {
    var estimate = Estimate(
        value: nil, interval: nil, level: level, method: method.call, n: first.total + second.total,
        events: first.events + second.events)
    guard let p1 = first.value, let p2 = second.value else {
        return estimate.absent(because: ResultNote(estimate.n > 0 ? .singleGroup : .noPatients))
    }
    let difference = p1 - p2
    let (n1, n2) = (Double(first.total), Double(second.total))
    let error = (p1 * (1 - p1) / n1 + p2 * (1 - p2) / n2).squareRoot()
    estimate.value = difference
    estimate.standardError = error
    switch method {
    case .wald, .waldCorrected:
        let shares = 1 / n1 + 1 / n2
        let correction = method == .wald ? 0 : min(0.5, abs(difference) / shares) * shares
        let margin = Normal.halfWidth(level: level) * error + correction
        estimate.interval = ConfidenceInterval(lower: max(-1, difference - margin), upper: min(1, difference + margin))
    case .newcombe, .newcombeCorrected:
        let wilson = method == .newcombe ? ProportionMethod.wilson : .wilsonCorrected
        let one = limits(of: first, method: wilson, level: level)
        let two = limits(of: second, method: wilson, level: level)
        func length(_ a: Double, _ b: Double) -> Double { (a * a + b * b).squareRoot() }
        estimate.interval = ConfidenceInterval(
            lower: difference - length(p1 - one.lower, two.upper - p2),
            upper: difference + length(one.upper - p1, p2 - two.lower))
    }
    return estimate
}

extension ProportionDifferenceMethod {
    fileprivate var call: String {
        switch self {
        case .newcombe: "DescTools::BinomDiffCI(x1, n1, x2, n2, method = \"score\")"
        case .newcombeCorrected: "DescTools::BinomDiffCI(x1, n1, x2, n2, method = \"scorecc\")"
        case .wald: "stats::prop.test(c(x1, x2), c(n1, n2), correct = FALSE)"
        case .waldCorrected: "stats::prop.test(c(x1, x2), c(n1, n2))"
        }
    }
}
