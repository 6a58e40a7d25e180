internal import Mathematics

/// Nearest-neighbour matching of the same rows in many orders, which decide only between tied scores.
///
/// Scores are sorted once. In another order of the rows only rows of one score change places.
struct ShuffledMatching {
    /// One stratum: its rows by ascending score, and the runs of places that have one score.
    private struct Stratum {
        let rows: [Int]
        let scores: [Double]
        let ties: [Range<Int>]
    }

    private let strata: [Stratum]
    private let isTreated: [Bool]
    private let plan: MatchingPlan
    private let width: Double

    init(score: [Double], isTreated: [Bool], plan: MatchingPlan, strata: [Int]?) throws(DesignError) {
        let frame = try MatchingFrame(score: score, isTreated: isTreated, plan: plan, strata: strata)
        self.strata = frame.strata.map { rows in
            let order = AscendingOrder(score, at: rows.map(Int32.init))
            return Stratum(
                rows: order.order.map(Int.init), scores: order.values, ties: Self.ties(order.values))
        }
        self.isTreated = isTreated
        self.plan = plan
        width = frame.width ?? .infinity
    }

    /// The runs of more than one equal number.
    private static func ties(_ ascending: [Double]) -> [Range<Int>] {
        var ties: [Range<Int>] = []
        var start = 0
        for end in 1..<(ascending.count + 1) where end == ascending.count || ascending[end] != ascending[start] {
            if end - start > 1 { ties.append(start..<end) }
            start = end
        }
        return ties
    }

    /// The number of sets that the rows give in this order, and the rows' weights in their own order, so that the sums of
    /// models do not depend on the shuffle.
    func matched(inOrder order: [Int]) -> (sets: Int, weights: [Double]) {
        var positions = [Int](repeating: 0, count: order.count)
        for (position, row) in order.enumerated() { positions[row] = position }
        var pairs: [MatchedPair] = []
        for stratum in strata {
            var rows = stratum.rows
            for tie in stratum.ties { rows[tie].sort { positions[$0] < positions[$1] } }
            var search = NeighbourSearch(
                ascending: rows.map { positions[$0] }, scores: stratum.scores, isTreated: rows.map { isTreated[$0] },
                plan: plan, width: width)
            search.run()
            pairs.append(contentsOf: search.pairs)
        }
        if plan.ratio == 1, !plan.withReplacement {
            var weights = [Double](repeating: 0, count: order.count)
            for pair in pairs {
                weights[order[Int(pair.unit)]] = 1
                weights[order[Int(pair.partner)]] = 1
            }
            return (pairs.count, weights)
        }
        let sets = Matching.sets(pairs, rows: order.count)
        let shuffled = Matching.weights(of: sets, rows: order.count)
        return (sets.count, positions.map { shuffled[$0] })
    }
}
