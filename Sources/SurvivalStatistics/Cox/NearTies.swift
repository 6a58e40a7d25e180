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
    private(set) var times: [Double] = []
    /// Whether any two different times became one.
    private(set) var hasMerged = false

    /// Ranks the times of one or two arrays, pooled. Each comes with the ascending order of its positions; the ranks are
    /// those of the positions in that order.
    static func rank(_ arrays: [(values: [Double], order: [Int32])]) -> (ties: NearTies, ranks: [[Int32]]) {
        var ties = NearTies()
        let distinct = mergedDistinct(arrays)
        guard !distinct.isEmpty else { return (ties, arrays.map { _ in [] }) }
        var total = 0.0
        for time in distinct { total += abs(time) }
        let mean = total / Double(distinct.count)
        var last = distinct[0]
        ties.times = [last]
        for time in distinct.dropFirst() {
            let gap = time - last
            last = time
            if gap <= tolerance || gap / mean <= tolerance { continue }
            ties.times.append(time)
        }
        ties.hasMerged = ties.times.count < distinct.count
        let cuts = ties.times
        let ranks = arrays.map { array -> [Int32] in
            var rank = 0
            return array.order.map { position in
                let value = array.values[Int(position)]
                while rank + 1 < cuts.count, cuts[rank + 1] <= value { rank += 1 }
                return Int32(rank)
            }
        }
        return (ties, ranks)
    }

    private static func mergedDistinct(_ arrays: [(values: [Double], order: [Int32])]) -> [Double] {
        var cursors = arrays.map { _ in 0 }
        var result: [Double] = []
        while true {
            var smallest = Double.infinity
            for (index, array) in arrays.enumerated() where cursors[index] < array.order.count {
                smallest = min(smallest, array.values[Int(array.order[cursors[index]])])
            }
            guard smallest.isFinite else { return result }
            result.append(smallest)
            for (index, array) in arrays.enumerated() {
                while cursors[index] < array.order.count, array.values[Int(array.order[cursors[index]])] == smallest {
                    cursors[index] += 1
                }
            }
        }
    }
}
