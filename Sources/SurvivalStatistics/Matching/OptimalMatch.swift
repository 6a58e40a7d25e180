internal import Mathematics

/// Matches so that as many sets as possible are made and, of these, the sum of distances is the smallest.
///
/// **Rule.** Every matched unit gets `ratio` partners at most; the number of pairs within the caliper is made as large as
/// possible, then their total distance as small as possible.
///
/// **Method.** On one score some optimal matching has no crossing pairs, and uncrossing never lengthens the longer of two
/// distances, so a caliper stays kept. Dynamic programming over both groups in ascending order of the score therefore
/// finds an optimum in `O(units × ratio × others)`.
///
/// **Ties.** Equal scores are met in the order of rows; between equal totals the lower scores are matched.
///
/// **Edge cases.** As for ``nearestNeighbourMatch(score:isTreated:plan:strata:)``. The plan's order and rule for ties have no
/// meaning here; a plan with replacement is refused, for then the nearest partners are optimal already.
///
/// **Reference.** Rosenbaum PR. *J Am Stat Assoc* 1989;84:1024–1032. doi:10.1080/01621459.1989.10478868.
///
/// **Equals in R.** The total distance of `MatchIt::matchit(method = "optimal")` without a caliper.
///
/// - Parameters:
///   - score: Each row's score.
///   - isTreated: Whether each row is treated.
///   - plan: How partners are found.
///   - strata: Codes within which to match exactly.
/// - Returns: The matched sets and what follows from them.
/// - Throws: ``DesignError`` where the arrays differ in length, or partners may be taken again.
public func optimalMatch(
    score: [Double], isTreated: [Bool], plan: MatchingPlan, strata: [Int]? = nil
) throws(DesignError) -> Matching {
    guard !plan.withReplacement else { throw .replacementNotOptimal }
    let frame = try MatchingFrame(score: score, isTreated: isTreated, plan: plan, strata: strata)
    var pairs: [MatchedPair] = []
    for rows in frame.strata {
        let order = AscendingOrder(score, at: rows.map(Int32.init)).order.map(Int.init)
        let units = order.filter { isTreated[$0] == (plan.estimand == .treated) }
        let others = order.filter { isTreated[$0] != (plan.estimand == .treated) }
        let slots = units.flatMap { unit in [Int](repeating: unit, count: max(0, plan.ratio)) }
        for (unit, partner) in nonCrossing(slots, others, score: score, width: frame.width ?? .infinity) {
            pairs.append(MatchedPair(unit, partner))
        }
    }
    func distance(_ pair: MatchedPair) -> Double { abs(score[Int(pair.unit)] - score[Int(pair.partner)]) }
    pairs.sort { first, second in
        let distances = (distance(first), distance(second))
        return distances.0 != distances.1 ? distances.0 < distances.1 : first.partner < second.partner
    }
    return Matching(
        pairs: pairs, score: score, withReplacement: false, caliperWidth: frame.width,
        scoreDeviation: frame.deviation, notes: frame.notes)
}

/// The best matching without crossings of two ascending lists: most pairs first, then the smallest total.
private func nonCrossing(
    _ units: [Int], _ others: [Int], score: [Double], width: Double
) -> [(unit: Int, partner: Int)] {
    let columns = others.count + 1
    // What was best for the first i units and j others: match the last two (2), leave out a unit (0) or another (1).
    var choice = [UInt8](repeating: 1, count: (units.count + 1) * columns)
    var count = [Int32](repeating: 0, count: columns)
    var total = [Double](repeating: 0, count: columns)
    for (row, unit) in units.enumerated() {
        var (lastCount, lastTotal) = (count[0], total[0])
        choice[(row + 1) * columns] = 0
        for (column, other) in others.enumerated() {
            let (aboveCount, aboveTotal) = (count[column + 1], total[column + 1])
            var best: UInt8 = 0
            if count[column] > count[column + 1]
                || (count[column] == count[column + 1] && total[column] <= total[column + 1])
            {
                best = 1
                count[column + 1] = count[column]
                total[column + 1] = total[column]
            }
            let distance = abs(score[unit] - score[other])
            if distance <= width {
                let (matchedCount, matchedTotal) = (lastCount + 1, lastTotal + distance)
                if matchedCount > count[column + 1]
                    || (matchedCount == count[column + 1] && matchedTotal < total[column + 1])
                {
                    best = 2
                    count[column + 1] = matchedCount
                    total[column + 1] = matchedTotal
                }
            }
            choice[(row + 1) * columns + column + 1] = best
            (lastCount, lastTotal) = (aboveCount, aboveTotal)
        }
    }
    var pairs: [(unit: Int, partner: Int)] = []
    var (row, column) = (units.count, others.count)
    while row > 0, column > 0 {
        switch choice[row * columns + column] {
        case 0: row -= 1
        case 1: column -= 1
        default:
            row -= 1
            column -= 1
            pairs.append((units[row], others[column]))
        }
    }
    return pairs.reversed()
}
