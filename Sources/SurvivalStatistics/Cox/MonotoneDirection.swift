/// How a number that every record has stands to the events: a direction in which the likelihood may be monotone.
///
/// The partial likelihood grows for ever along a direction of the coefficients if, at every event time, those who have
/// the event have the largest value of the linear predictor in that direction among all at risk, and at least once
/// somebody at risk has a smaller one.
struct EventExtremes {
    /// At every event the value is the largest at risk.
    private(set) var alwaysLargest = true
    /// At every event the value is the smallest at risk.
    private(set) var alwaysSmallest = true
    /// At some event somebody at risk has another value.
    private(set) var varies = false

    /// Whether the likelihood grows as the coefficient grows.
    var isIncreasing: Bool { varies && alwaysLargest }
    /// Whether the likelihood grows as the coefficient falls.
    var isDecreasing: Bool { varies && alwaysSmallest }

    /// Compares the events' values with those at risk; values that differ by at most `tolerance` are equal.
    ///
    /// Under exact ties the events of one time are compared with the others at risk only: among themselves they do not
    /// compete.
    init(records: CoxRecords, isExact: Bool, tolerance: Double, value: @escaping (Int) -> Double) {
        for (_, groups) in records.strata {
            var largest = Extreme(records: records, value: value, sign: 1)
            var smallest = Extreme(records: records, value: value, sign: -1)
            for group in groups.reversed() {
                let members = records.group(group)
                for record in members where !(isExact && records.isEvent[record]) {
                    largest.include(record)
                    smallest.include(record)
                }
                if records.groupEvents[group] > 0, let high = largest.atRisk(group), let low = smallest.atRisk(group) {
                    for record in members where records.isEvent[record] {
                        let own = value(record)
                        if max(high, own) - min(low, own) > tolerance { varies = true }
                        if high - own > tolerance { alwaysLargest = false }
                        if own - low > tolerance { alwaysSmallest = false }
                    }
                    if !alwaysLargest, !alwaysSmallest { return }
                }
                for record in members where isExact && records.isEvent[record] {
                    largest.include(record)
                    smallest.include(record)
                }
            }
        }
    }
}

/// The largest value (or the smallest, by `sign`) of the records at risk, going backwards in time.
private struct Extreme {
    let records: CoxRecords
    let value: (Int) -> Double
    let sign: Double
    private var best: Double?
    /// A heap of records, the best first; used only where records enter late and must be taken out again.
    private var heap: [Int] = []

    init(records: CoxRecords, value: @escaping (Int) -> Double, sign: Double) {
        self.records = records
        self.value = value
        self.sign = sign
    }

    mutating func include(_ record: Int) {
        guard !records.entryGroup.isEmpty else {
            best = max(best ?? -.infinity, sign * value(record))
            return
        }
        heap.append(record)
        var child = heap.count - 1
        while child > 0 {
            let parent = (child - 1) / 2
            guard sign * value(heap[child]) > sign * value(heap[parent]) else { break }
            heap.swapAt(child, parent)
            child = parent
        }
    }

    /// The extreme value of those at risk at a time group; nil where nobody is.
    mutating func atRisk(_ group: Int) -> Double? {
        guard !records.entryGroup.isEmpty else { return best.map { sign * $0 } }
        while let top = heap.first, Int(records.entryGroup[top]) > group { removeTop() }
        return heap.first.map(value)
    }

    private mutating func removeTop() {
        let last = heap.removeLast()
        guard !heap.isEmpty else { return }
        heap[0] = last
        var parent = 0
        while 2 * parent + 1 < heap.count {
            var child = 2 * parent + 1
            if child + 1 < heap.count, sign * value(heap[child + 1]) > sign * value(heap[child]) { child += 1 }
            guard sign * value(heap[child]) > sign * value(heap[parent]) else { break }
            heap.swapAt(child, parent)
            parent = child
        }
    }
}
