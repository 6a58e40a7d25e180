internal import Mathematics
public import Results

/// Describes the balance of columns between treated and controls, before and after weighting.
///
/// **Formula.** The difference of the groups' weighted means divided as `definition` says; a column of 0 and 1 has variance
/// `p(1 − p)`. The distribution functions are compared at every distinct value of the column in the whole sample; for a
/// column of two values the distance is the difference of shares.
///
/// **Units.** Differences are in units of the divisor, distances of distribution functions are shares.
///
/// **Edge cases.** Where the divisor is zero the difference is 0 if the means are equal and else absent.
///
/// **Reference.** Austin PC. *Stat Med* 2009;28:3083–3107. doi:10.1002/sim.3697.
///
/// **Equals in R.** `summary(matchit(...), standardize = TRUE)` for `focalGroup`; `cobalt::bal.tab(s.d.denom = "pooled",
/// binary = "std")` for `pooledUnmatched`; `tableone::CreateTableOne(smd = TRUE)` for `pooledDisplayed`.
///
/// - Parameters:
///   - columns: The columns with their names; list every level of a factor to see it.
///   - isTreated: Whether each row is treated.
///   - weights: Each row's weight after matching or weighting.
///   - estimand: Whose effect is estimated.
///   - definition: What differences are divided by.
///   - pairs: Pairs of rows, for the mean distance within pairs.
/// - Returns: The balance before and after.
/// - Throws: ``DesignError`` where the arrays differ in length.
public func balance(
    of columns: [(name: String, values: [Double])], isTreated: [Bool], weights: [Double],
    estimand: MatchingPlan.Estimand, definition: DifferenceDefinition, pairs: [(Int, Int)] = []
) throws(DesignError) -> BalanceTable {
    let count = isTreated.count
    guard weights.count == count else { throw .lengthsDiffer(of: "weights", found: weights.count, expected: count) }
    for column in columns where column.values.count != count {
        throw .lengthsDiffer(of: column.name, found: column.values.count, expected: count)
    }
    func effective(_ group: Bool) -> Double? {
        var (sum, squares) = (0.0, 0.0)
        for row in 0..<count where isTreated[row] == group {
            sum += weights[row]
            squares += weights[row] * weights[row]
        }
        return squares > 0 ? sum * sum / squares : nil
    }
    let ones = [Double](repeating: 1, count: count)
    var (before, after): ([BalanceRow], [BalanceRow]) = ([], [])
    for (name, values) in columns {
        let column = BalanceColumn(name: name, values: values, isTreated: isTreated, estimand: estimand)
        before.append(column.row(weights: ones, definition: definition, pairs: []))
        after.append(column.row(weights: weights, definition: definition, pairs: pairs))
    }
    return BalanceTable(
        definition: definition, before: before, after: after, effectiveTreated: effective(true),
        effectiveControl: effective(false))
}

/// One column on its way to rows.
private struct BalanceColumn {
    let name: String
    let values: [Double]
    let isTreated: [Bool]
    let estimand: MatchingPlan.Estimand
    let isBinary: Bool
    /// The values that occur, known rows only.
    private let known: [Int]

    init(name: String, values: [Double], isTreated: [Bool], estimand: MatchingPlan.Estimand) {
        self.name = name
        self.values = values
        self.isTreated = isTreated
        self.estimand = estimand
        known = values.indices.filter { !values[$0].isNaN }
        isBinary = known.allSatisfy { values[$0] == 0 || values[$0] == 1 }
    }

    private func moments(_ group: Bool, _ weights: [Double]) -> BalanceMoments? {
        let rows = known.filter { isTreated[$0] == group }
        return BalanceMoments(rows.map { values[$0] }, weights: rows.map { weights[$0] }, isBinary: isBinary)
    }

    func row(weights: [Double], definition: DifferenceDefinition, pairs: [(Int, Int)]) -> BalanceRow {
        let (treated, control) = (moments(true, weights), moments(false, weights))
        let divisor = divisor(definition, weights: weights)
        func divided(_ value: Double?) -> Double? {
            guard let value, let divisor else { return nil }
            if divisor > 0 { return value / divisor }
            return value == 0 ? 0 : nil
        }
        let difference = treated.flatMap { first in control.map { first.mean - $0.mean } }
        let ratio =
            isBinary
            ? nil
            : treated?.variance.flatMap { first in
                control?.variance.flatMap { $0 > 0 ? first / $0 : nil }
            }
        let distance = distribution(weights)
        let within =
            pairs.isEmpty
            ? nil : pairs.reduce(0) { $0 + abs(values[$1.0] - values[$1.1]) } / Double(pairs.count)
        return BalanceRow(
            name: name, meanTreated: treated?.mean, meanControl: control?.mean, difference: divided(difference),
            varianceRatio: ratio, distributionMean: distance?.mean, distributionMaximum: distance?.maximum,
            pairDistance: divided(within))
    }

    private func divisor(_ definition: DifferenceDefinition, weights: [Double]) -> Double? {
        let ones = [Double](repeating: 1, count: values.count)
        switch definition {
        case .focalGroup:
            return moments(estimand == .treated, ones)?.variance?.squareRoot()
        case .pooledUnmatched, .pooledDisplayed:
            let used = definition == .pooledDisplayed ? weights : ones
            guard let first = moments(true, used)?.variance, let second = moments(false, used)?.variance else {
                return nil
            }
            return ((first + second) / 2).squareRoot()
        }
    }

    /// The distances of the groups' distribution functions.
    private func distribution(_ weights: [Double]) -> (mean: Double, maximum: Double)? {
        var totals = (treated: 0.0, control: 0.0)
        for row in known {
            if isTreated[row] { totals.treated += weights[row] } else { totals.control += weights[row] }
        }
        guard totals.treated > 0, totals.control > 0 else { return nil }
        let order = AscendingOrder(values, at: known.map(Int32.init)).order.map(Int.init)
        var gaps: [Double] = []
        var gap = 0.0
        for (index, row) in order.enumerated() {
            gap += isTreated[row] ? weights[row] / totals.treated : -weights[row] / totals.control
            if index + 1 == order.count || values[order[index + 1]] != values[row] { gaps.append(abs(gap)) }
        }
        if gaps.count <= 2 { gaps = [gaps[0]] }
        return (gaps.reduce(0, +) / Double(gaps.count), gaps.reduce(0, max))
    }
}

extension Matching {
    /// The pairs of treated and control rows.
    public var pairs: [(Int, Int)] { sets.flatMap { set in set.partners.map { (set.unit, $0) } } }
}
