import Mathematics
import Results

#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif

/// Compares two results of one name.
struct ChangeFinder {
    /// A p-value at or above it is not significant.
    let significance: Double
    /// How many standard errors an interval reaches to either side.
    private let reach: Double
    /// Whether both sides are of one analysis, so that nothing but the form can be another.
    private let isOneAnalysis: Bool

    init(_ conventions: Conventions, isOneAnalysis: Bool = false) {
        self.isOneAnalysis = isOneAnalysis
        significance = 1 - conventions.level
        reach = Normal.halfWidth(level: conventions.level)
    }

    /// The change; nil where nothing is another.
    func change(from old: NamedResult, to new: NamedResult) -> ResultChange? {
        let isVisible = old.text != new.text || old.test != new.test
        let isOther = isVisible || old.value != new.value || old.p != new.p
        guard isOther else { return nil }
        return ResultChange(
            name: new.name, labels: new.labels, old: old.text, new: new.text, facts: facts(old, new),
            size: size(old, new), isVisible: isVisible, isOfFormOnly: isVisible && isSameNumber(old, new),
            isAuxiliary: new.isAuxiliary, places: [], causes: [],
            oldTest: old.test, newTest: new.test)
    }

    /// Whether all numbers of two results are the same, so that only their form can be another.
    ///
    /// Of a count with its share and of a description the parts beside the value are not known here: then the digits say it.
    private func isSameNumber(_ old: NamedResult, _ new: NamedResult) -> Bool {
        if isOneAnalysis { return true }
        guard (old.value?.number ?? old.p?.number) != nil, old.value == new.value, old.p == new.p, old.test == new.test,
            old.lower == new.lower, old.upper == new.upper
        else { return false }
        func digits(_ text: String?) -> String { (text ?? "").filter { $0.isASCII && $0.isNumber } }
        return old.lower != nil && old.upper != nil || digits(old.printed) == digits(new.printed)
    }

    // MARK: What makes a change important

    func facts(_ old: NamedResult, _ new: NamedResult) -> [Importance] {
        var facts: [Importance] = []
        if crossesNoEffect(old, new) { facts.append(.direction) }
        if let before = old.p?.number, let after = new.p?.number, (before < significance) != (after < significance) {
            facts.append(.significance)
        }
        if let before = containsNoEffect(old), let after = containsNoEffect(new), before != after {
            facts.append(.noEffect)
        }
        if old.scale == .words, old.name.hasSuffix("longest-median"), old.printed != new.printed {
            facts.append(.rank)
        } else if let value = existence(old.value, new.value) {
            facts.append(value)
        } else if let p = existence(old.p, new.p), p == .estimability {
            facts.append(p)
        }
        if let before = old.test, let after = new.test, before != after { facts.append(.test) }
        return facts.sorted()
    }

    /// Whether a value came or went, and which kind of event that is.
    private func existence(_ old: NamedResult.Value?, _ new: NamedResult.Value?) -> Importance? {
        guard let old, let new, old.exists != new.exists else { return nil }
        return (old.reason ?? new.reason) == "not reached" ? .median : .estimability
    }

    /// The value without effect.
    private func noEffect(_ result: NamedResult) -> Double? {
        switch result.scale {
        case .ratio: 1
        case .difference: 0
        case .count, .level, .words: nil
        }
    }

    private func crossesNoEffect(_ old: NamedResult, _ new: NamedResult) -> Bool {
        guard let none = noEffect(new), let before = old.value?.number, let after = new.value?.number else {
            return false
        }
        // From 1.00 to 1.00 nothing turns.
        if let before = old.printedValue, before == new.printedValue { return false }
        return (before - none) * (after - none) < 0
    }

    private func containsNoEffect(_ result: NamedResult) -> Bool? {
        guard let none = noEffect(result), let lower = result.lower, let upper = result.upper else { return nil }
        return lower <= none && none <= upper
    }

    // MARK: How large a change is

    /// By how many of its old standard errors a value moved.
    ///
    /// Ratios move on the logarithmic scale. The standard error is that of the interval (its width by twice the normal
    /// quantile), of a mean, or of a count (its square root); a p-value alone moves by the normal quantile of its half.
    func size(_ old: NamedResult, _ new: NamedResult) -> Double? {
        guard let before = old.value?.number, let after = new.value?.number else { return pValueMove(old, new) }
        func scaled(_ x: Double?) -> Double? {
            guard let x else { return nil }
            return new.scale == .ratio ? (x > 0 ? log(x) : nil) : x
        }
        guard let from = scaled(before), let to = scaled(after) else { return nil }
        let move = (to - from).magnitude
        if let lower = scaled(old.lower), let upper = scaled(old.upper), upper > lower {
            return move * 2 * reach / (upper - lower)
        }
        if let error = old.standardError, error > 0 { return move / error }
        return new.scale == .count ? move / max(before.magnitude, 1).squareRoot() : nil
    }

    private func pValueMove(_ old: NamedResult, _ new: NamedResult) -> Double? {
        guard let before = old.p?.number, let after = new.p?.number, before > 0, after > 0 else { return nil }
        return (Normal.quantile(before / 2) - Normal.quantile(after / 2)).magnitude
    }
}
