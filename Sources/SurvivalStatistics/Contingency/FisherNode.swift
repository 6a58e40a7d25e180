#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif

/// What is left of the row totals, and how one gets there.
struct FisherNode {
    /// The log probability of the columns filled so far, and in how many ways it comes about.
    struct Past {
        var log: Double
        var multiplicity: Double
    }

    /// What is left of each row, descending.
    let rows: [Int]
    /// The ways here, sorted after ``merge()``.
    var pasts: [Past]
    /// How many pasts were left by the last merging.
    private var mergedCount = 32

    /// A node with these ways to it.
    init(rows: [Int], pasts: [Past]) {
        self.rows = rows
        self.pasts = pasts
    }

    /// Adds pasts with a step added to each, merging equal ones whenever their number has doubled. Gives the change of
    /// their number.
    mutating func add(_ more: ArraySlice<Past>, step: Double) -> Int {
        let before = pasts.count
        for past in more { pasts.append(Past(log: past.log + step, multiplicity: past.multiplicity)) }
        if pasts.count >= 2 * mergedCount {
            merge()
            mergedCount = max(32, pasts.count)
        }
        return pasts.count - before
    }

    /// Sorts the pasts and makes those one that differ by rounding only; distinct ones differ by far more.
    mutating func merge() {
        guard pasts.count > 1 else { return }
        pasts.sort { $0.log != $1.log ? $0.log < $1.log : $0.multiplicity < $1.multiplicity }
        var end = 0
        for index in 1..<pasts.count {
            if pasts[index].log - pasts[end].log < 1e-10 {
                pasts[end].multiplicity += pasts[index].multiplicity
            } else {
                end += 1
                pasts[end] = pasts[index]
            }
        }
        pasts.removeLast(pasts.count - end - 1)
    }

    /// The sum of all pasts up to each position, as multiples of the largest one, so that nothing overflows.
    func runningSums() -> (sums: [Double], logLargest: Double) {
        let largest = pasts.last?.log ?? 0
        var running = 0.0
        let sums = pasts.map { past in
            running += past.multiplicity * exp(past.log - largest)
            return running
        }
        return (sums, largest)
    }

    /// The first position of a past above a limit.
    func firstPast(above limit: Double, from start: Int = 0) -> Int {
        var (low, high) = (start, pasts.count)
        while low < high {
            let middle = (low + high) / 2
            if pasts[middle].log > limit { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
