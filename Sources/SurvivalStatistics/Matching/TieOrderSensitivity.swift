internal import Mathematics
public import Results

/// Repeats matched analyses in random orders of the rows: all that changes is who comes first among tied scores.
///
/// **Method.** In each order the rows are shuffled (Fisher and Yates, with SplitMix64 from `seed`) and matched by `plan`, and
/// each Cox model is fitted to the matched rows, as the vignette of MatchIt and Austin (2013) have it: with the weights of
/// the matching and the robust variance where a ratio above 1 or replacement makes weights differ. Where no scores are
/// tied every order gives the same sets.
///
/// **Formula.** Minimum, median and maximum over the orders, of which the median of an even number is the mean of the middle
/// two, and the share of p-values below 0.05.
///
/// **Units.** Ratios and p-values have none.
///
/// **Edge cases.** An order whose model has no estimate or no p-value is left out of its ratios and p-values;
/// ``TieOrderSensitivity/estimated`` counts the others. Without orders there is no spread.
///
/// **Reference.** Austin PC. *Stat Med* 2013;32:2837–2849. doi:10.1002/sim.5705.
///
/// **Equals in R.** For each order, `m <- MatchIt::matchit(treated ~ 1, data[order, ], distance = score[order],
/// m.order = "data", …)` and `coxph(S ~ treated, MatchIt::match.data(m))`, with `weights = weights, robust = TRUE` where
/// weights differ; the random orders are this program's own.
///
/// - Parameters:
///   - score: Each row's score.
///   - isTreated: Whether each row is treated.
///   - plan: How partners are found.
///   - strata: Codes within which to match exactly.
///   - designs: The models, whose first covariate column is the treatment, with one record for each row of the score; a row
///     with a missing value is matched but not analysed.
///   - ties: How the Cox models treat tied times.
///   - orders: How many orders to try.
///   - seed: The seed of the orders.
/// - Returns: For each model the spread of the number of sets, the hazard ratio and its p-value.
/// - Throws: ``DesignError`` where the arrays differ in length.
public func tieOrderSensitivity(
    score: [Double], isTreated: [Bool], plan: MatchingPlan, strata: [Int]? = nil, designs: [CoxDesign],
    ties: TiesMethod, orders: Int, seed: UInt64
) throws(DesignError) -> [TieOrderSensitivity] {
    for design in designs where design.time.count != score.count {
        throw .lengthsDiffer(of: "designs", found: design.time.count, expected: score.count)
    }
    let matching = try ShuffledMatching(score: score, isTreated: isTreated, plan: plan, strata: strata)
    var generator = SplitMix64(seed: seed)
    let shuffles = (0..<max(0, orders)).map { _ in generator.shuffled(score.count) }
    let matchings = inBlocks(shuffles.count) { index in
        let matched = matching.matched(inOrder: shuffles[index])
        return (sets: Double(matched.sets), sample: MatchedSample(weights: matched.weights))
    }
    // Many orders match the same patients, who are analysed once.
    var places: [MatchedSample: Int] = [:]
    var samples: [MatchedSample] = []
    let sampleOfOrder = matchings.map { matching in
        if let place = places[matching.sample] { return place }
        places[matching.sample] = samples.count
        samples.append(matching.sample)
        return samples.count - 1
    }
    return designs.map { design in
        let groups = TwoGroupRecords(design, ties: ties)
        let effects = inBlocks(samples.count) { samples[$0].effect(design, groups: groups, ties: ties) }
        return summary(
            of: sampleOfOrder.compactMap { effects[$0] }, orders: shuffles.count, seed: seed,
            sets: matchings.map(\.sets))
    }
}

/// The results of an action for 0, 1, 2 …, some at a time on as many cores as there are: each takes microseconds.
private func inBlocks<Value>(_ count: Int, _ action: (Int) -> Value) -> [Value] {
    let length = 64
    return concurrentMap((count + length - 1) / length) { block in
        (block * length..<min((block + 1) * length, count)).map(action)
    }.flatMap(\.self)
}

/// The rows' weights in one matched sample.
private struct MatchedSample: Hashable {
    let weights: [Double]
    /// Made once, by the thread that matched them.
    private let digest: Int

    init(weights: [Double]) {
        self.weights = weights
        var hasher = Hasher()
        weights.withUnsafeBytes { hasher.combine(bytes: $0) }
        digest = hasher.finalize()
    }

    func hash(into hasher: inout Hasher) { hasher.combine(digest) }

    /// The effect of treatment; nil where the model has none.
    func effect(
        _ design: CoxDesign, groups: TwoGroupRecords?, ties: TiesMethod
    ) -> (ratio: Double, pValue: Double)? {
        let isWeighted = weights.contains { $0 != 0 && $0 != 1 }
        if let groups, !isWeighted { return groups.hazardRatio { weights[$0] == 1 } }
        let rows = weights.indices.filter { weights[$0] > 0 }
        let matched = design.selecting(rows, weights: isWeighted ? rows.map { weights[$0] } : nil)
        let model = coxModel(matched, ties: ties, variance: isWeighted ? .robust : .model)
        let treatment = model.coefficients.isEmpty ? nil : model.coefficientResult(0, level: 0.95)
        guard let ratio = treatment?.hazardRatio.value, let pValue = treatment?.pValue else { return nil }
        return (ratio, pValue)
    }
}

private func summary(
    of effects: [(ratio: Double, pValue: Double)], orders: Int, seed: UInt64, sets: [Double]
) -> TieOrderSensitivity {
    TieOrderSensitivity(
        orders: orders, seed: seed, estimated: effects.count, sets: spread(sets),
        hazardRatio: spread(effects.map(\.ratio)), pValue: spread(effects.map(\.pValue)),
        shareSignificant: effects.isEmpty
            ? nil : Double(effects.count { $0.pValue < 0.05 }) / Double(effects.count))
}

extension CoxDesign {
    /// Some records, in this order, with these weights.
    fileprivate func selecting(_ rows: [Int], weights: [Double]?) -> CoxDesign {
        let matrix = DesignMatrix(
            rows: rows.count, terms: covariates.terms, identities: covariates.identities,
            columns: covariates.columns.map { column in rows.map { column[$0] } })
        return CoxDesign(
            unchecked: rows.map { time[$0] }, status: rows.map { status[$0] }, covariates: matrix,
            entry: entry.map { entry in rows.map { entry[$0] } },
            strata: strata.map { strata in rows.map { strata[$0] } }, weights: weights,
            offset: offset.map { offset in rows.map { offset[$0] } }, clusters: nil)
    }
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
