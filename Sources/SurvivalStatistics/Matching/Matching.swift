public import Results

/// Who was matched with whom.
public struct Matching: Equatable, Sendable {
    /// One unit and its partners, by row.
    public struct MatchedSet: Equatable, Sendable {
        /// The unit that looked for partners.
        public let unit: Int
        /// Its partners, the nearest first.
        public let partners: [Int]
    }

    /// The sets with at least one partner, in the order of their units' rows.
    public let sets: [MatchedSet]
    /// Each row's weight: 1 for a matched unit; for a partner the sum of `1/(partners of the set)` over its sets, scaled to
    /// a mean of 1 over the partners; 0 where unmatched.
    public let weights: [Double]
    /// Each row's set, counted from 0; nil where unmatched. With replacement a partner has none of its own.
    public let setOfRow: [Int?]
    /// The distances of all pairs, set by set.
    public let distances: [Double]
    /// The caliper as a difference of scores.
    public let caliperWidth: Double?
    /// The standard deviation of the score over both groups; nil for fewer than two rows.
    public let scoreDeviation: Double?
    /// What a reader must know of the matching.
    public let notes: [ResultNote]

    /// Rows that are in the matched sample, in their order.
    public var rows: [Int] { weights.indices.filter { weights[$0] > 0 } }

    init(
        pairs: [Int: [Int]], score: [Double], withReplacement: Bool, caliperWidth: Double?, scoreDeviation: Double?,
        notes: [ResultNote]
    ) {
        let sets = pairs.keys.sorted().compactMap { unit -> MatchedSet? in
            let partners = pairs[unit] ?? []
            return partners.isEmpty ? nil : MatchedSet(unit: unit, partners: partners)
        }
        var weights = [Double](repeating: 0, count: score.count)
        var setOfRow = [Int?](repeating: nil, count: score.count)
        var distances: [Double] = []
        var partnerWeight = 0.0
        var partnerRows: Set<Int> = []
        for (index, set) in sets.enumerated() {
            setOfRow[set.unit] = index
            weights[set.unit] = 1
            for partner in set.partners {
                weights[partner] += 1 / Double(set.partners.count)
                partnerWeight += 1 / Double(set.partners.count)
                partnerRows.insert(partner)
                distances.append(abs(score[set.unit] - score[partner]))
                if !withReplacement { setOfRow[partner] = index }
            }
        }
        for row in partnerRows { weights[row] *= Double(partnerRows.count) / partnerWeight }
        self.sets = sets
        self.weights = weights
        self.setOfRow = setOfRow
        self.distances = distances
        self.caliperWidth = caliperWidth
        self.scoreDeviation = scoreDeviation
        self.notes = notes
    }
}
