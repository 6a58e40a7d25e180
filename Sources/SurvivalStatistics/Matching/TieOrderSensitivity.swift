internal import Mathematics
public import Results

/// Repeats a matched analysis in random orders of the rows: all that changes is who comes first among tied scores.
///
/// **Method.** In each order the rows are shuffled (Fisher and Yates, with SplitMix64 from `seed`), matched by `plan`, and
/// Cox's model of the treatment alone is fitted to the matched rows, as the vignette of MatchIt and Austin (2013) have it.
/// Where no scores are tied every order gives the same sets.
///
/// - Parameters:
///   - score: Each row's score.
///   - isTreated: Whether each row is treated.
///   - plan: How partners are found.
///   - time: Each row's time.
///   - status: What happened then; a row without is matched but not analysed.
///   - ties: How the Cox model treats tied times.
///   - orders: How many orders to try.
///   - seed: The seed of the orders.
/// - Returns: The spread of the number of sets, the hazard ratio and its p-value.
/// - Throws: ``DesignError`` where the arrays differ in length.
public func tieOrderSensitivity(
    score: [Double], isTreated: [Bool], plan: MatchingPlan, time: [Double], status: [Status?], ties: TiesMethod,
    orders: Int, seed: UInt64
) throws(DesignError) -> TieOrderSensitivity {
    for (name, count) in [("time", time.count), ("status", status.count)] where count != score.count {
        throw .lengthsDiffer(of: name, found: count, expected: score.count)
    }
    var generator = SplitMix64(seed: seed)
    var (sets, ratios, pValues): ([Double], [Double], [Double]) = ([], [], [])
    for _ in 0..<max(0, orders) {
        let order = generator.shuffled(score.count)
        let matching = try nearestNeighbourMatch(
            score: order.map { score[$0] }, isTreated: order.map { isTreated[$0] }, plan: plan)
        sets.append(Double(matching.sets.count))
        // Rows in their own order, so that the sums of the model do not depend on the shuffle.
        let rows = matching.rows.map { order[$0] }.sorted()
        let treated = rows.map { isTreated[$0] ? 1.0 : 0 }
        let matrix = try DesignMatrix([.continuous("treated", treated)], rows: rows.count)
        let design = try CoxDesign(time: rows.map { time[$0] }, status: rows.map { status[$0] }, covariates: matrix)
        let coefficient = coxModel(design, ties: ties, variance: .model).coefficientResult(0, level: 0.95)
        if let ratio = coefficient.hazardRatio.value, let p = coefficient.pValue {
            ratios.append(ratio)
            pValues.append(p)
        }
    }
    return TieOrderSensitivity(
        orders: max(0, orders), seed: seed, estimated: ratios.count, sets: spread(sets), hazardRatio: spread(ratios),
        pValue: spread(pValues),
        shareSignificant: pValues.isEmpty ? nil : Double(pValues.count { $0 < 0.05 }) / Double(pValues.count))
}

private func spread(_ values: [Double]) -> TieOrderSensitivity.Spread? {
    let sorted = values.sorted()
    guard let first = sorted.first, let last = sorted.last else { return nil }
    let middle = sorted.count / 2
    let median = sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
    return TieOrderSensitivity.Spread(minimum: first, median: median, maximum: last)
}

extension SplitMix64 {
    /// The numbers below `count` in random order.
    mutating func shuffled(_ count: Int) -> [Int] {
        var order = Array(0..<count)
        for index in stride(from: count - 1, to: 0, by: -1) { order.swapAt(index, next(below: index + 1)) }
        return order
    }
}
