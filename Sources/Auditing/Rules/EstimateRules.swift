internal import Foundation
internal import ManuscriptReading
internal import Mathematics

/// Ratios against their own intervals and p-values.
func estimateRules(_ paper: Paper) -> [Finding] {
    paper.effects.flatMap { effect in
        outsideInterval(effect, paper) + notSymmetric(effect, paper) + againstP(effect, paper)
            + tooNarrow(effect, paper) + unbounded(effect, paper)
    } + otherTests(paper)
}

private func finding(
    _ rule: AuditRule, _ certainty: Finding.Certainty, _ effect: Effect, _ paper: Paper, expected: String,
    settle: String
) -> Finding {
    Finding(
        rule: rule, certainty: certainty, place: paper.place(effect), printed: paper.quote(effect), expected: expected,
        settle: settle)
}

private func outsideInterval(_ effect: Effect, _ paper: Paper) -> [Finding] {
    let estimate = effect.estimate
    guard effect.kind != .other || estimate.words.uppercased().contains("CI") else { return [] }
    let isBelow = estimate.lower.map { estimate.value.upper < $0.lower - 1e-9 } ?? false
    let isAbove = estimate.upper.map { estimate.value.lower > $0.upper + 1e-9 } ?? false
    let isReversed = estimate.lower.flatMap { lower in estimate.upper.map { lower.lower > $0.upper } } ?? false
    guard isBelow || isAbove || isReversed else { return [] }
    let limits = "\(estimate.lower?.text ?? "–") to \(estimate.upper?.text ?? "–")"
    return [
        finding(
            .estimateOutsideInterval, .contradiction, effect, paper,
            expected: isReversed ? "a lower limit below the upper one" : "an estimate between its limits, \(limits)",
            settle: "the model's output: estimate and both limits")
    ]
}

private func notSymmetric(_ effect: Effect, _ paper: Paper) -> [Finding] {
    let estimate = effect.estimate
    guard effect.kind == .ratio, let lower = estimate.lower, let upper = estimate.upper, lower.lower > 0,
        estimate.value.lower > 0, estimate.value.upper >= lower.lower, estimate.value.lower <= upper.upper,
        !exactWords.matches(effect.testWords)
    else { return [] }
    let least = (lower.lower * upper.lower).squareRoot()
    let most = (lower.upper * upper.upper).squareRoot()
    guard estimate.value.upper < least * 0.999 || estimate.value.lower > most * 1.001 else { return [] }
    let distance = abs(log(estimate.value.value / (lower.value * upper.value).squareRoot()))
    let width = log(upper.value / lower.value)
    // Profile and bootstrap intervals are a little skew; a slip of a digit is not little.
    guard distance > 0.02 * width else { return [] }
    let middle = (lower.value * upper.value).squareRoot()
    return [
        finding(
            .intervalNotSymmetric, distance > 0.12 * width ? .contradiction : .suspicious, effect, paper,
            expected:
                "an estimate in the middle of its limits on the log scale, about \(short(middle)), as Wald intervals have",
            settle: "the model's output; or the method of the interval, if it is not Wald's")
    ]
}

private let exactWords = Pattern(
    #"\b(?:profile|bootstrap|firth|credible|bayesian|exact (?:confidence|odds)|penali[sz]ed)"#)
let likelihoodWords = Pattern(#"likelihood[- ]ratio|\bLRT\b|score test"#)

/// The p-values that a Wald test gives for a ratio and its limits as printed.
func waldRange(_ effect: Effect) -> ClosedRange<Double>? {
    guard let error = effect.logError, effect.estimate.value.lower > 0, error.lowerBound > 0 else { return nil }
    let (low, high) = (log(effect.estimate.value.lower), log(effect.estimate.value.upper))
    let nearest = low <= 0 && high >= 0 ? 0 : min(abs(low), abs(high))
    let farthest = max(abs(low), abs(high))
    let smallest = nearest / error.upperBound
    var largest = farthest / error.lowerBound
    if !error.lowerBound.isFinite || !largest.isFinite { largest = 40 }
    let (a, b) = (Normal.twoSided(largest), Normal.twoSided(smallest))
    return min(a, b)...max(a, b)
}

private func againstP(_ effect: Effect, _ paper: Paper) -> [Finding] {
    guard let p = effect.pValue, let lower = effect.estimate.lower, let upper = effect.estimate.upper,
        effect.kind == .ratio
    else { return [] }
    let contains1 = lower.upper < 1 && upper.lower > 1
    let excludes1 = lower.lower > 1 || upper.upper < 1
    let says = likelihoodWords.matches(effect.testWords)
    if contains1, p.isBelow(0.05), !says || (p.number.value < 0.01) {
        let near = waldRange(effect).map { $0.lowerBound < 0.12 } ?? true
        return [
            finding(
                .intervalAgainstP, near ? .suspicious : .contradiction, effect, paper,
                expected: "p of 0.05 or more, since the interval holds 1 (\(waldText(effect)) by Wald's test)"
                    + (near ? "; a likelihood-ratio or score test can differ like this, but none is named" : ""),
                settle: "the test behind this p, or the model's output")
        ]
    }
    if excludes1, p.isAbove(0.05), !says || p.number.value > 0.15 {
        let near = waldRange(effect).map { $0.upperBound > 0.02 } ?? true
        return [
            finding(
                .intervalAgainstP, near && p.number.value < 0.12 ? .suspicious : .contradiction, effect, paper,
                expected: "p below 0.05, since the interval does not hold 1 (\(waldText(effect)) by Wald's test)",
                settle: "the test behind this p, or the model's output")
        ]
    }
    // The likelihood-ratio test is close to Wald's where the interval is clear of 1.
    if excludes1, p.isAbove(0.05), let distance = waldDistance(effect), distance.gap > 0.3 {
        return [
            finding(
                .intervalAgainstP, .suspicious, effect, paper,
                expected:
                    "p below 0.05, since the interval does not hold 1 (\(waldText(effect)) by Wald's test); the test that is named seldom differs so much",
                settle: "the test behind this p, or the model's output")
        ]
    }
    guard let distance = waldDistance(effect), distance.gap > 0.6, distance.ratio > 1.5 else { return [] }
    return [
        finding(
            .intervalAgainstP, .contradiction, effect, paper,
            expected: "\(waldText(effect)) by Wald's test; likelihood-ratio and score tests are not so far from it",
            settle: "the model's output: estimate, interval and p")
    ]
}

private func waldText(_ effect: Effect) -> String {
    guard let range = waldRange(effect) else { return "p unknown" }
    let (a, b) = (short(range.lowerBound), short(range.upperBound))
    return a == b ? "p about \(a)" : "p between \(a) and \(b)"
}

/// How far the printed p is from Wald's, as a difference and a ratio of normal deviates; 0 and 1 where they agree.
private func waldDistance(_ effect: Effect) -> (gap: Double, ratio: Double)? {
    guard let p = effect.pValue, let wald = waldRange(effect) else { return nil }
    let printed = p.interval
    if printed.upperBound >= wald.lowerBound && printed.lowerBound <= wald.upperBound { return (0, 1) }
    let isSmaller = printed.upperBound < wald.lowerBound
    let (a, b) =
        isSmaller
        ? (deviate(printed.upperBound), deviate(wald.lowerBound))
        : (deviate(printed.lowerBound), deviate(wald.upperBound))
    let (large, small) = (max(a, b), min(a, b))
    return (large - small, small > 0.05 ? large / small : large / 0.05)
}

/// One finding for each column of p-values that are not Wald's though their intervals are.
private func otherTests(_ paper: Paper) -> [Finding] {
    var columns: [String: [Effect]] = [:]
    for effect in paper.effects where effect.kind == .ratio && effect.pValue != nil {
        guard case .cell(let table, _, _) = effect.origin, let column = effect.pColumn,
            !likelihoodWords.matches(effect.testWords)
        else { continue }
        columns["\(table)/\(column)", default: []].append(effect)
    }
    return columns.values.compactMap { effects in
        let apart = effects.filter { waldDistance($0).map { $0.gap > 0 } ?? false }
        guard apart.count >= 2, let first = apart.first, let cell = paper.cell(first) else { return nil }
        let rows = apart.compactMap { effect in
            paper.cell(effect).map {
                "\($0.row.name) \(effect.pValue?.text ?? "") (Wald: \(waldText(effect).dropFirst(2)))"
            }
        }
        return Finding(
            rule: .pOfAnotherTest, certainty: .cannotTell,
            place: paper.place(cell.table, column: first.pColumn),
            printed: rows.prefix(4).joined(separator: "; ")
                + (rows.count > 4 ? "; and \(rows.count - 4) more" : ""),
            expected:
                "p-values of Wald's test, as the intervals are Wald's; \(apart.count) of \(effects.count) are not, and no other test is named",
            settle: "the name of the test, such as the likelihood-ratio test, in a note")
    }.sorted { $0.place.description < $1.place.description }
}

private func tooNarrow(_ effect: Effect, _ paper: Paper) -> [Finding] {
    guard let error = effect.logError, let limit = paper.mostEvents(for: effect), limit.count > 0,
        error.upperBound < 2 / Double(limit.count).squareRoot() * 0.97, error.upperBound > 0
    else { return [] }
    let needed = Int((4 / (error.upperBound * error.upperBound)).rounded(.up))
    return [
        finding(
            .intervalTooNarrow, limit.isCertain ? .contradiction : .suspicious, effect, paper,
            expected:
                "a wider interval: a standard error this small needs at least \(needed) events, and there are \(limit.words)",
            settle: "the numbers of events and the model's output")
    ]
}

private func unbounded(_ effect: Effect, _ paper: Paper) -> [Finding] {
    guard effect.kind == .ratio else { return [] }
    let estimate = effect.estimate
    let isZero = estimate.value.value == 0
    let isHuge = estimate.value.value > 1e4 || (estimate.upper?.value ?? 0) > 1e5
    guard isZero || isHuge || (estimate.upper == nil && estimate.lower?.value == 0) else { return [] }
    return [
        finding(
            .unboundedEstimate, .suspicious, effect, paper,
            expected: "\"not estimable\", or Firth's estimate: a group without events has no finite log ratio",
            settle: "the numbers of events in each group")
    ]
}

/// The absolute normal deviate of a two-sided p-value, which is kept off 0 and 1.
func deviate(_ p: Double) -> Double { Normal.quantile(1 - min(max(p, 1e-12), 1 - 1e-12) / 2) }

/// A number in as many digits as a message needs.
func short(_ value: Double) -> String {
    if value != 0, abs(value) < 0.0001 { return value < 0 ? "-0.0001" : "<0.0001" }
    let digits = abs(value) >= 10 ? 1 : abs(value) >= 0.1 ? 3 : 4
    var text = String(format: "%.\(digits)f", value)
    if text.contains(".") {
        while text.hasSuffix("0") { text.removeLast() }
        if text.hasSuffix(".") { text.removeLast() }
    }
    return text
}
