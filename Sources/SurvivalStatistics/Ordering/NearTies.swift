/// Times that differ only by rounding are one time.
///
/// **Rule.** The distinct finite times are sorted; two neighbours are the same time if their gap, or their gap divided
/// by the mean of the distinct times' absolute values, is at most `√ε ≈ 1.49e−8`. All times of a run take its
/// smallest. So 0.1 + 0.2 and 0.3 are one time, and days divided by 30.4375 keep the ties of the days.
///
/// **Equals in R.** `survival::aeqSurv`, which `survfit`, `survdiff` and `coxph` apply first.
struct NearTies {
    static let tolerance = 1.4901161193847656e-8

    /// Where a time of the first array was replaced.
    private(set) var changedEnds: [Int] = []
    /// Where a time of the second array was replaced.
    private(set) var changedStarts: [Int] = []

    /// Whether two neighbouring times are one time, given the mean absolute time.
    static func areNear(_ one: Double, _ next: Double, scale: Double) -> Bool {
        next - one <= tolerance || (next - one) / scale <= tolerance
    }

    /// Replaces the times of two ascending arrays of finite times, pooled, by the smallest of their run.
    init(merging ends: inout [Double], _ starts: inout [Double]) {
        var (count, sum, last) = (0.0, 0.0, -Double.infinity)
        var (smallestGap, largest) = (Double.infinity, 0.0)
        Self.walk(&ends, &starts) { time in
            count += 1
            sum += abs(time)
            smallestGap = min(smallestGap, time - last)
            largest = max(largest, abs(time))
            last = time
            return time
        }
        // The mean is at most the largest: if no gap is small against that, none is small against the mean either.
        guard smallestGap <= Self.tolerance * max(1, largest) else { return }
        let scale = sum / count
        var cut = -Double.infinity
        last = cut
        (changedEnds, changedStarts) = Self.walk(&ends, &starts) { time in
            if !Self.areNear(last, time, scale: scale) { cut = time }
            last = time
            return cut
        }
    }

    /// The distinct times of two ascending arrays, pooled.
    static func distinct(_ ends: [Double], _ starts: [Double]) -> [Double] {
        var (ends, starts) = (ends, starts)
        var result: [Double] = []
        result.reserveCapacity(ends.count)
        walk(&ends, &starts) { time in
            result.append(time)
            return time
        }
        return result
    }

    /// Visits the distinct times of both arrays in ascending order and puts what the visitor returns in their place.
    /// Gives where that was another number.
    @inline(__always) @discardableResult
    private static func walk(
        _ ends: inout [Double], _ starts: inout [Double], _ visit: (Double) -> Double
    ) -> (ends: [Int], starts: [Int]) {
        var changed: (ends: [Int], starts: [Int]) = ([], [])
        var (end, start) = (0, 0)
        while true {
            var next = end < ends.count ? ends[end] : .infinity
            if start < starts.count { next = min(next, starts[start]) }
            guard next < .infinity else { return changed }
            let replacement = visit(next)
            while end < ends.count, ends[end] == next {
                if replacement != next {
                    ends[end] = replacement
                    changed.ends.append(end)
                }
                end += 1
            }
            while start < starts.count, starts[start] == next {
                if replacement != next {
                    starts[start] = replacement
                    changed.starts.append(start)
                }
                start += 1
            }
        }
    }
}
