internal import Mathematics
internal import Results

/// The area under the receiver operating characteristic of a score, with DeLong's variance.
///
/// **Formula.** The probability that a trial with the outcome has the higher score than one without, ties counting half.
/// With `V₁₀(i)` the share of trials without the outcome below (ties half) a trial `i` with it, and `V₀₁(j)` the share
/// of trials with the outcome above a trial `j` without, the variance is `var(V₁₀)/m + var(V₀₁)/n`.
///
/// **Ties.** Midranks. Scores that differ by less than 1e−11 of their size are one score: patients of two patterns of
/// covariates may have the same fitted probability but for rounding.
///
/// **Edge cases.** Without outcomes, or without trials that lack it, the area is absent; with one of either, its variance is.
///
/// **Reference.** DeLong ER, DeLong DM, Clarke-Pearson DL. *Biometrics* 1988;44:837–845. doi:10.2307/2531595.
///
/// **Equals in R.** `pROC::roc(y, score, direction = "<")` and `ci.auc(method = "delong")`.
func areaUnderCurve(score: [Double], outcomes: [Double], trials: [Double], level: Double) -> Estimate {
    let positions = AscendingOrder(score).order
    let total = outcomes.reduce(0, +)
    let others = trials.reduce(0, +) - total
    func absent() -> Estimate {
        Estimate(
            value: nil, interval: nil, level: level, method: "pROC::ci.auc(method = \"delong\")", n: score.count,
            events: Int(total), notes: [ResultNote(.singleGroup)])
    }
    guard total > 0, others > 0 else { return absent() }
    var (below, belowOthers) = (0.0, 0.0)
    var area = 0.0
    var parts: [(value: Double, weight: Double, isOutcome: Bool)] = []
    var index = 0
    while index < positions.count {
        var end = index
        var (own, ownOthers) = (0.0, 0.0)
        while end < positions.count, isOne(score[Int(positions[end])], score[Int(positions[index])]) {
            own += outcomes[Int(positions[end])]
            ownOthers += trials[Int(positions[end])] - outcomes[Int(positions[end])]
            end += 1
        }
        let shareBelow = (belowOthers + ownOthers / 2) / others
        let shareAbove = 1 - (below + own / 2) / total
        area += own * shareBelow
        parts.append((shareBelow, own, true))
        parts.append((shareAbove, ownOthers, false))
        below += own
        belowOthers += ownOthers
        index = end
    }
    area /= total
    var sums = (outcome: 0.0, other: 0.0)
    for part in parts {
        let square = part.weight * (part.value - area) * (part.value - area)
        if part.isOutcome { sums.outcome += square } else { sums.other += square }
    }
    guard total > 1, others > 1 else {
        var result = absent()
        result.value = area
        return result
    }
    let variance = sums.outcome / (total - 1) / total + sums.other / (others - 1) / others
    let half = Normal.halfWidth(level: level) * variance.squareRoot()
    return Estimate(
        value: area, interval: ConfidenceInterval(lower: max(0, area - half), upper: min(1, area + half)),
        standardError: variance.squareRoot(), level: level, method: "pROC::ci.auc(method = \"delong\")",
        n: score.count, events: Int(total))
}

/// Whether two scores differ by rounding at most.
private func isOne(_ score: Double, _ other: Double) -> Bool {
    score == other || abs(score - other) <= 1e-11 * max(abs(score), abs(other))
}
