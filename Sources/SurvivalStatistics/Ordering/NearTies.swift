/// Ranks of times in which times that differ only by rounding are one.
///
/// **Rule.** The distinct finite times are sorted; two neighbours are the same time if their gap, or their gap divided
/// by the mean of the distinct times' absolute values, is at most `√ε ≈ 1.49e−8`. All times of a run take its
/// smallest. So 0.1 + 0.2 and 0.3 are one time, and days divided by 30.4375 keep the ties of the days.
///
/// **Equals in R.** `survival::aeqSurv`, which `survfit`, `survdiff` and `coxph` apply first.
struct NearTies {
    static let tolerance = 1.4901161193847656e-8

    /// The distinct times after the rule, ascending.
    let times: [Double]
    /// Whether any two different times became one.
    let hasMerged: Bool

    /// Finds the distinct times of one or two ascending arrays, pooled.
    init(_ arrays: [[Double]]) {
        let distinct = arrays.count == 1 ? Self.distinct(arrays[0]) : Self.distinct(merging: arrays)
        guard let first = distinct.first else {
            times = []
            hasMerged = false
            return
        }
        var total = 0.0
        for time in distinct { total += abs(time) }
        let mean = total / Double(distinct.count)
        var cuts: [Double] = [first]
        cuts.reserveCapacity(distinct.count)
        for index in 1..<max(1, distinct.count) {
            let gap = distinct[index] - distinct[index - 1]
            if gap > Self.tolerance, gap / mean > Self.tolerance { cuts.append(distinct[index]) }
        }
        times = cuts
        hasMerged = cuts.count < distinct.count
    }

    /// The rank of each of ascending times among the distinct ones.
    func ranks(of ascending: [Double]) -> [Int32] {
        var rank = 0
        return ascending.map { value in
            while rank + 1 < times.count, times[rank + 1] <= value { rank += 1 }
            return Int32(rank)
        }
    }

    private static func distinct(_ ascending: [Double]) -> [Double] {
        var result: [Double] = []
        result.reserveCapacity(ascending.count)
        for value in ascending where result.last != value { result.append(value) }
        return result
    }

    private static func distinct(merging arrays: [[Double]]) -> [Double] {
        var cursors = arrays.map { _ in 0 }
        var result: [Double] = []
        while true {
            var smallest = Double.infinity
            for (index, array) in arrays.enumerated() where cursors[index] < array.count {
                smallest = min(smallest, array[cursors[index]])
            }
            guard smallest.isFinite else { return result }
            if result.last != smallest { result.append(smallest) }
            for (index, array) in arrays.enumerated() {
                while cursors[index] < array.count, array[cursors[index]] == smallest { cursors[index] += 1 }
            }
        }
    }
}
