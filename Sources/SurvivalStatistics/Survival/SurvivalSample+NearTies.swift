extension SurvivalSample {
    /// Two neighbouring times are one time if their distance is at most this, or at most this share of the mean
    /// absolute time: the square root of the machine's precision, as in R's `survival::aeqSurv`.
    public static let nearTieTolerance = 1.4901161193847656e-08

    /// Times made equal where they differ only by rounding.
    struct TiedTimes {
        var time: [Double]
        var entry: [Double]?
        var exits: SortedTimes?
        var entries: SortedTimes?
    }

    /// Gives all times of a run of near neighbours the smallest of its values.
    ///
    /// Whole numbers below 2²⁴ are at least 1 apart and never near each other; they are not even sorted.
    static func withoutNearTies(time: [Double], status: [Status], entry: [Double]?) -> TiedTimes {
        if entry == nil, time.allSatisfy({ $0 == $0.rounded() && abs($0) < 16_777_216 }) {
            return TiedTimes(time: time)
        }
        var tied = TiedTimes(
            time: time, entry: entry, exits: SortedTimes(time, status: status), entries: entry.map { SortedTimes($0) })
        var distinct = DistinctTimes()
        visitDistinct(tied) { distinct.count($0) }
        guard distinct.mayBeNear else { return tied }
        let scale = distinct.meanAbsoluteTime
        var cuts = [Double]()
        var last: Double?
        visitDistinct(tied) { next in
            if last.map({ !areNear($0, next, scale: scale) }) ?? true { cuts.append(next) }
            last = next
        }
        tied.exits?.replace(by: cuts, in: &tied.time)
        if var entry = tied.entry {
            tied.entries?.replace(by: cuts, in: &entry)
            tied.entry = entry
        }
        return tied
    }

    /// Whether two neighbouring times are one time, given the mean absolute time.
    static func areNear(_ one: Double, _ next: Double, scale: Double) -> Bool {
        next - one <= nearTieTolerance || (next - one) / scale <= nearTieTolerance
    }

    /// Calls a function with each distinct time, ascending, of both ends and entries.
    private static func visitDistinct(_ tied: TiedTimes, _ visit: (Double) -> Void) {
        let (exits, entries) = (tied.exits?.time ?? [], tied.entries?.time ?? [])
        var position = 0
        var last: Double?
        for next in exits {
            while position < entries.count, entries[position] <= next {
                if last != entries[position] { visit(entries[position]) }
                last = entries[position]
                position += 1
            }
            if last != next { visit(next) }
            last = next
        }
    }
}

/// What must be known of distinct times to tell whether any of them are near each other.
struct DistinctTimes {
    private var count = 0.0
    private var sum = 0.0
    private var last = -Double.infinity
    private var smallestGap = Double.infinity
    private var largest = 0.0

    /// The mean absolute value; 1 without times.
    var meanAbsoluteTime: Double { count > 0 ? sum / count : 1 }

    /// False where no two times can be near each other, whatever their mean is.
    var mayBeNear: Bool { smallestGap <= SurvivalSample.nearTieTolerance * max(1, largest) }

    /// Counts the next time, which is larger than those before.
    mutating func count(_ time: Double) {
        count += 1
        sum += abs(time)
        smallestGap = min(smallestGap, time - last)
        largest = max(largest, abs(time))
        last = time
    }
}

extension SortedTimes {
    /// Replaces each time by the largest cut that is not above it, here and in the times of the patients.
    fileprivate mutating func replace(by cuts: [Double], in times: inout [Double]) {
        var cut = 0
        for index in time.indices {
            while cut + 1 < cuts.count, cuts[cut + 1] <= time[index] { cut += 1 }
            if time[index] != cuts[cut] {
                time[index] = cuts[cut]
                times[Int(patient[index])] = cuts[cut]
            }
        }
    }
}
