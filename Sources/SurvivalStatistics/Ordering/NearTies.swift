internal import Mathematics

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
        (changedEnds, changedStarts) = ends.withUnsafeMutableBufferPointer { ends in
            starts.withUnsafeMutableBufferPointer { starts in
                starts.isEmpty && ends.last.map { $0 < .infinity } ?? true
                    ? (Self.merge(ends), []) : Self.merge(ends, starts)
            }
        }
    }

    private typealias Times = UnsafeMutableBufferPointer<Double>

    /// As ``merge(_:_:)`` without starts, on as many cores as there are: only near neighbours are gone through in order.
    private static func merge(_ ends: Times) -> [Int] {
        nonisolated(unsafe) let times = UnsafeBufferPointer(ends)
        let blocks = TimeOrder.blocks(of: times.count)
        func isNew(_ index: Int) -> Bool { index == 0 || times[index] != times[index - 1] }
        let parts = concurrentMap(blocks.count) { block in
            var (count, sum, smallestGap) = (0.0, 0.0, Double.infinity)
            for index in blocks[block] where isNew(index) {
                count += 1
                sum += abs(times[index])
                if index > 0 { smallestGap = min(smallestGap, times[index] - times[index - 1]) }
            }
            return (count: count, sum: sum, smallestGap: smallestGap)
        }
        let largest = max(abs(times.first ?? 0), abs(times.last ?? 0))
        guard parts.contains(where: { $0.smallestGap <= tolerance * max(1, largest) }) else { return [] }
        let scale = parts.reduce(0) { $0 + $1.sum } / parts.reduce(0) { $0 + $1.count }
        let near = concurrentMap(blocks.count) { block in
            blocks[block].filter { index in
                index > 0 && isNew(index) && areNear(times[index - 1], times[index], scale: scale)
            }
        }
        var changed: [Int] = []
        for first in near.joined() {
            let (time, cut) = (ends[first], ends[first - 1])
            var index = first
            while index < ends.count, ends[index] == time {
                ends[index] = cut
                changed.append(index)
                index += 1
            }
        }
        return changed
    }

    /// Gives where times were replaced.
    private static func merge(_ ends: Times, _ starts: Times) -> (ends: [Int], starts: [Int]) {
        var (count, sum, last) = (0.0, 0.0, -Double.infinity)
        var (smallestGap, largest) = (Double.infinity, 0.0)
        forEachRun(ends, starts) { _, _, time in
            count += 1
            sum += abs(time)
            smallestGap = min(smallestGap, time - last)
            largest = max(largest, abs(time))
            last = time
        }
        var changed: (ends: [Int], starts: [Int]) = ([], [])
        // The mean is at most the largest: if no gap is small against that, none is small against the mean either.
        guard smallestGap <= tolerance * max(1, largest) else { return changed }
        let scale = sum / count
        var cut = -Double.infinity
        last = cut
        forEachRun(ends, starts) { ownEnds, ownStarts, time in
            if areNear(last, time, scale: scale) {
                ends[ownEnds].update(repeating: cut)
                starts[ownStarts].update(repeating: cut)
                changed.ends.append(contentsOf: ownEnds)
                changed.starts.append(contentsOf: ownStarts)
            } else {
                cut = time
            }
            last = time
        }
        return changed
    }

    /// Visits the distinct times of both arrays in ascending order, with where they stand.
    @inline(__always)
    private static func forEachRun(
        _ ends: Times, _ starts: Times, _ visit: (_ ends: Range<Int>, _ starts: Range<Int>, _ time: Double) -> Void
    ) {
        var (end, start) = (0, 0)
        while true {
            var time = end < ends.count ? ends[end] : .infinity
            if start < starts.count { time = min(time, starts[start]) }
            guard time < .infinity else { return }
            let (firstEnd, firstStart) = (end, start)
            while end < ends.count, ends[end] == time { end += 1 }
            while start < starts.count, starts[start] == time { start += 1 }
            visit(firstEnd..<end, firstStart..<start, time)
        }
    }
}
