/// The exact distribution of Wilcoxon's signed rank sum without ties: R's `psignrank`.
///
/// **Formula.** Each rank from 1 to `count` is in the sum or not, all `2^count` choices being equally likely. The choices
/// with sum `v` are counted rank by rank, by additions alone.
public struct SignedRank: Sendable {
    /// The number of choices up to and including each sum.
    private let cumulative: [Double]

    /// Creates the distribution for this many differences.
    public init(count: Int) {
        var counts = [1.0]
        for rank in stride(from: 1, through: count, by: 1) {
            var next = counts + [Double](repeating: 0, count: rank)
            for (sum, choices) in counts.enumerated() { next[sum + rank] += choices }
            counts = next
        }
        var running = 0.0
        cumulative = counts.map { choices in
            running += choices
            return running
        }
    }

    /// The largest possible sum.
    public var largest: Int { cumulative.count - 1 }

    /// `P(V ≤ v)`.
    public func lowerTail(_ v: Int) -> Double {
        if v < 0 { return 0 }
        if v >= largest { return 1 }
        return cumulative[v] / cumulative[largest]
    }

    /// `P(V > v)`, by the symmetry of the distribution.
    public func upperTail(_ v: Int) -> Double { lowerTail(largest - v - 1) }
}
