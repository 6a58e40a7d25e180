/// The exact distribution of the Mann–Whitney count `W` of two samples without ties: R's `pwilcox`.
///
/// `W` counts the pairs in which the first sample's value is the larger, from 0 to `first · second`. All
/// `choose(first + second, first)` orders are equally likely.
///
/// **Formula.** The number of orders with `W = w` satisfies `c(w; m, n) = c(w − n; m − 1, n) + c(w; m, n − 1)`,
/// by whether the largest value belongs to the first sample. It is built up by additions alone, so that no digit is
/// lost to cancellation. R's own function keeps a table in global memory; this one keeps none, and threads can share it.
public struct RankSum: Sendable {
    /// The number of orders up to and including each `w`.
    private let cumulative: [Double]

    /// Creates the distribution for samples of these sizes. Time grows with the square of `first · second`.
    public init(first: Int, second: Int) {
        let (m, n) = (max(first, 0), max(second, 0))
        // counts[i] holds c(·; i, j) while j, the size of the second sample, grows from 0 to n.
        var counts = [[Double]](repeating: [1], count: m + 1)
        for j in stride(from: 1, through: n, by: 1) {
            for i in stride(from: 1, through: m, by: 1) {
                var next = counts[i] + [Double](repeating: 0, count: i)
                for (w, count) in counts[i - 1].enumerated() { next[w + j] += count }
                counts[i] = next
            }
        }
        var running = 0.0
        cumulative = counts[m].map { count in
            running += count
            return running
        }
    }

    /// The largest possible value, `first · second`.
    public var largest: Int { cumulative.count - 1 }

    /// `P(W ≤ w)`.
    public func lowerTail(_ w: Int) -> Double {
        if w < 0 { return 0 }
        if w >= largest { return 1 }
        return cumulative[w] / cumulative[largest]
    }

    /// `P(W > w)`, by the symmetry of the distribution about its middle.
    public func upperTail(_ w: Int) -> Double { lowerTail(largest - w - 1) }

    /// The smallest `w` with `P(W ≤ w) ≥ probability`: R's `qwilcox`.
    public func quantile(_ probability: Double) -> Int {
        let enough = probability * (1 - 4 * Double.ulpOfOne)
        return (0...largest).first { lowerTail($0) >= enough } ?? largest
    }
}
