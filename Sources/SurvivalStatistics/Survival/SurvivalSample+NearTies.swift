import Mathematics

extension SurvivalSample {
    /// Two neighbouring times are one time if their distance is at most this, or at most this share of the mean
    /// absolute time: the square root of the machine's precision, as in R's `survival::aeqSurv`.
    public static let nearTieTolerance = 1.4901161193847656e-08

    /// Times made equal where they differ only by rounding.
    struct TiedTimes {
        var time: [Double]
        var entry: [Double]?
        var order: [Int32]?
        var entryOrder: [Int32]?
    }

    /// Gives all times of a run of near neighbours the smallest of its values.
    ///
    /// Whole numbers below 2²⁴ are at least 1 apart and never near each other; they are not even sorted.
    static func withoutNearTies(time: [Double], entry: [Double]?) -> TiedTimes {
        if entry == nil, time.allSatisfy({ $0 == $0.rounded() && abs($0) < 16_777_216 }) {
            return TiedTimes(time: time)
        }
        let order = sortedOrder(of: time)
        let entryOrder = entry.map { sortedOrder(of: $0) }
        var unique = [Double]()
        unique.reserveCapacity(time.count)
        var position = 0
        for index in order {
            let next = time[Int(index)]
            while let entry, let entryOrder, position < entryOrder.count, entry[Int(entryOrder[position])] <= next {
                appendIfNew(entry[Int(entryOrder[position])], to: &unique)
                position += 1
            }
            appendIfNew(next, to: &unique)
        }
        guard let cuts = nearTieCuts(of: unique) else {
            return TiedTimes(time: time, entry: entry, order: order, entryOrder: entryOrder)
        }
        return TiedTimes(
            time: replaced(time, in: order, by: cuts),
            entry: entry.flatMap { entry in entryOrder.map { replaced(entry, in: $0, by: cuts) } },
            order: order, entryOrder: entryOrder)
    }

    /// The distinct times that remain of ascending distinct times; nil where none are near each other.
    static func nearTieCuts(of times: [Double]) -> [Double]? {
        guard times.count > 1 else { return nil }
        let scale = times.reduce(0) { $0 + abs($1) } / Double(times.count)
        var cuts = [times[0]]
        for index in 1..<times.count {
            let gap = times[index] - times[index - 1]
            if gap > nearTieTolerance, gap / scale > nearTieTolerance { cuts.append(times[index]) }
        }
        return cuts.count < times.count ? cuts : nil
    }

    private static func appendIfNew(_ value: Double, to unique: inout [Double]) {
        if unique.last != value { unique.append(value) }
    }

    /// Each value replaced by the largest cut that is not above it.
    private static func replaced(_ values: [Double], in order: [Int32], by cuts: [Double]) -> [Double] {
        var result = values
        var cut = 0
        for index in order {
            while cut + 1 < cuts.count, cuts[cut + 1] <= values[Int(index)] { cut += 1 }
            result[Int(index)] = cuts[cut]
        }
        return result
    }
}
