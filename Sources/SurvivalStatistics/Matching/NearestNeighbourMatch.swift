/// Matches each unit of one group with its nearest neighbours of the other on a score.
///
/// **Rule.** Units look in the plan's order. Each takes the eligible partner at the smallest difference of scores, if the
/// difference is at most the caliper; `plan.ties` decides between equals. Without replacement a taken partner is gone.
/// With a ratio above 1 every unit gets a first partner before any gets a second. With strata only partners of the
/// unit's own stratum are eligible; the caliper's standard deviation is still that of all.
///
/// **Ties.** Equal scores are met in the order of rows, so the result depends on it: sort rows by a key first.
///
/// **Cost.** `O(n log n)` without replacement and with any ratio: the nearest free partner is found by links over those
/// already taken.
///
/// **Edge cases.** Rows whose score is not finite are not matched, and counted in a note. A group without rows, or a ratio
/// below 1, gives no sets.
///
/// **Reference.** Austin PC. *Pharm Stat* 2011;10:150–161. doi:10.1002/pst.433. Ho DE, Imai K, King G, Stuart EA. *J Stat
/// Softw* 2011;42(8). doi:10.18637/jss.v042.i08.
///
/// **Equals in R.** `MatchIt::matchit(method = "nearest")` of version 4.7 with `ties: .lowerScore`; its default order for
/// the controls' estimand is `smallest`. Checked by `Tests/References/matching`.
///
/// - Parameters:
///   - score: Each row's score.
///   - isTreated: Whether each row is treated.
///   - plan: How partners are found.
///   - strata: Codes within which to match exactly.
/// - Returns: The matched sets and what follows from them.
/// - Throws: ``DesignError`` where the arrays differ in length.
public func nearestNeighbourMatch(
    score: [Double], isTreated: [Bool], plan: MatchingPlan, strata: [Int]? = nil
) throws(DesignError) -> Matching {
    let frame = try MatchingFrame(score: score, isTreated: isTreated, plan: plan, strata: strata)
    var pairs: [MatchedPair] = []
    for rows in frame.strata {
        var search = NeighbourSearch(
            rows: rows, score: score, isTreated: isTreated, plan: plan, width: frame.width ?? .infinity)
        search.run()
        pairs.append(contentsOf: search.pairs)
    }
    return Matching(
        pairs: pairs, score: score, withReplacement: plan.withReplacement, caliperWidth: frame.width,
        scoreDeviation: frame.deviation, notes: frame.notes)
}

/// The standard deviation with divisor `n − 1`; nil for fewer than two values.
func standardDeviation(_ values: [Double]) -> Double? {
    guard values.count > 1 else { return nil }
    let mean = values.reduce(0, +) / Double(values.count)
    let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    return (squares / Double(values.count - 1)).squareRoot()
}
