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

    /// Gathers pairs, which come in any order of units and the nearest first for each, into sets.
    init(
        pairs: [MatchedPair], score: [Double], withReplacement: Bool, caliperWidth: Double?, scoreDeviation: Double?,
        notes: [ResultNote]
    ) {
        let sets = Self.sets(pairs, rows: score.count)
        var setOfRow = [Int?](repeating: nil, count: score.count)
        var distances: [Double] = []
        distances.reserveCapacity(pairs.count)
        for (index, set) in sets.enumerated() {
            setOfRow[set.unit] = index
            for partner in set.partners {
                distances.append(abs(score[set.unit] - score[partner]))
                if !withReplacement { setOfRow[partner] = index }
            }
        }
        self.sets = sets
        weights = Self.weights(of: sets, rows: score.count)
        self.setOfRow = setOfRow
        self.distances = distances
        self.caliperWidth = caliperWidth
        self.scoreDeviation = scoreDeviation
        self.notes = notes
    }

    /// Each row's weight, as ``weights`` has it.
    static func weights(of sets: [MatchedSet], rows: Int) -> [Double] {
        var weights = [Double](repeating: 0, count: rows)
        var isPartner = [Bool](repeating: false, count: rows)
        var (partnerWeight, partnerCount) = (0.0, 0)
        for set in sets {
            weights[set.unit] = 1
            for partner in set.partners {
                weights[partner] += 1 / Double(set.partners.count)
                partnerWeight += 1 / Double(set.partners.count)
                if !isPartner[partner] {
                    isPartner[partner] = true
                    partnerCount += 1
                }
            }
        }
        for row in isPartner.indices where isPartner[row] { weights[row] *= Double(partnerCount) / partnerWeight }
        return weights
    }

    /// The sets in the order of their units' rows.
    static func sets(_ pairs: [MatchedPair], rows: Int) -> [MatchedSet] {
        var next = [Int32](repeating: 0, count: rows + 1)
        for pair in pairs { next[Int(pair.unit) + 1] += 1 }
        for row in 0..<rows { next[row + 1] += next[row] }
        let starts = next
        var partners = [Int32](repeating: 0, count: pairs.count)
        for pair in pairs {
            partners[Int(next[Int(pair.unit)])] = pair.partner
            next[Int(pair.unit)] += 1
        }
        var sets: [MatchedSet] = []
        sets.reserveCapacity(pairs.count)
        for row in 0..<rows where starts[row + 1] > starts[row] {
            let own = partners[Int(starts[row])..<Int(starts[row + 1])]
            sets.append(MatchedSet(unit: row, partners: own.map(Int.init)))
        }
        return sets
    }
}

/// A unit and one of its partners, by row.
struct MatchedPair {
    let unit: Int32
    let partner: Int32

    init(_ unit: Int, _ partner: Int) {
        self.unit = Int32(unit)
        self.partner = Int32(partner)
    }
}
