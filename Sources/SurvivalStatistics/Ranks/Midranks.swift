import Mathematics

/// Ranks from 1, where equal values share the mean of the ranks that they occupy: R's `rank`.
struct Midranks {
    /// The rank of each value.
    let ranks: [Double]
    /// `Σ (t³ − t)` over the sets of `t` equal values.
    let tieSum: Double

    /// Whether any two values are equal.
    var hasTies: Bool { tieSum > 0 }

    /// Ranks values without NaN.
    init(_ values: [Double]) {
        let ascending = AscendingOrder(values)
        let (sorted, order) = (ascending.values, ascending.order)
        var ranks = [Double](repeating: 0, count: values.count)
        var tieSum = 0.0
        var start = 0
        while start < order.count {
            var end = start + 1
            while end < order.count, sorted[end] == sorted[start] { end += 1 }
            for position in start..<end { ranks[Int(order[position])] = Double(start + 1 + end) / 2 }
            let size = Double(end - start)
            tieSum += size * (size * size - 1)
            start = end
        }
        self.ranks = ranks
        self.tieSum = tieSum
    }
}

/// The values that are numbers, and how many are not.
func withoutMissing(_ values: [Double]) -> (values: [Double], missing: Int) {
    let known = values.filter { !$0.isNaN }
    return (known, values.count - known.count)
}
