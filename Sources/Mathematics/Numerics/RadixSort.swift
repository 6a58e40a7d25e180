/// A stable sort of keys, and of the positions that go with them, in memory that is near.
///
/// Two passes sort by the leading 22 bits in which the keys differ. What they leave undecided are short runs, sorted by
/// insertion, or in the same way again where they are long.
struct RadixSort {
    private static let longestInsertion = 24

    private let keys: UnsafeMutablePointer<UInt64>
    private let order: UnsafeMutablePointer<Int32>
    private let scratch: Scratch

    private final class Scratch {
        let keys: UnsafeMutablePointer<UInt64>
        let order: UnsafeMutablePointer<Int32>
        let counts = UnsafeMutablePointer<Int32>.allocate(capacity: 2 << 11)

        init(_ capacity: Int) {
            keys = .allocate(capacity: capacity)
            order = .allocate(capacity: capacity)
        }

        deinit {
            keys.deallocate()
            order.deallocate()
            counts.deallocate()
        }
    }

    /// - Parameters:
    ///   - keys: The keys, sorted in place.
    ///   - order: The position that goes with each key.
    ///   - capacity: The most keys that are sorted at a time.
    init(keys: UnsafeMutablePointer<UInt64>, order: UnsafeMutablePointer<Int32>, capacity: Int) {
        self.keys = keys
        self.order = order
        scratch = Scratch(capacity > Self.longestInsertion ? capacity : 0)
    }

    /// Sorts a range of the keys.
    func sort(_ range: Range<Int>) {
        guard range.count > Self.longestInsertion else { return insert(range) }
        var (smallest, largest) = (UInt64.max, UInt64.min)
        for index in range {
            smallest = min(smallest, keys[index])
            largest = max(largest, keys[index])
        }
        let span = largest - smallest
        guard span > 0 else { return }
        // Few keys do not pay for many counts.
        let bits: UInt64 = range.count < 1500 ? 8 : 11
        let lower = UInt64(max(0, 64 - span.leadingZeroBitCount - 2 * Int(bits)))
        sort(range, above: smallest, lower: lower, bits: bits)
        if lower > 0 { settleRuns(range, above: smallest, lower: lower) }
    }

    private func sort(_ range: Range<Int>, above smallest: UInt64, lower: UInt64, bits: UInt64) {
        let digits = 1 << Int(bits)
        let mask = UInt64(digits - 1)
        let counts = scratch.counts
        counts.update(repeating: 0, count: 2 * digits)
        let upper = lower + bits
        for index in range {
            let key = keys[index] - smallest
            counts[Int((key >> lower) & mask)] += 1
            counts[digits + Int((key >> upper) & mask)] += 1
        }
        var (next, nextUpper): (Int32, Int32) = (0, 0)
        for digit in 0..<digits {
            (counts[digit], next) = (next, next + counts[digit])
            (counts[digits + digit], nextUpper) = (nextUpper, nextUpper + counts[digits + digit])
        }
        for index in range {
            let digit = Int(((keys[index] - smallest) >> lower) & mask)
            let place = Int(counts[digit])
            counts[digit] += 1
            scratch.keys[place] = keys[index]
            scratch.order[place] = order[index]
        }
        for index in 0..<range.count {
            let digit = digits + Int(((scratch.keys[index] - smallest) >> upper) & mask)
            let place = range.lowerBound + Int(counts[digit])
            counts[digit] += 1
            keys[place] = scratch.keys[index]
            order[place] = scratch.order[index]
        }
    }

    /// Sorts each run of keys that agree from a bit upwards.
    private func settleRuns(_ range: Range<Int>, above smallest: UInt64, lower: UInt64) {
        var start = range.lowerBound
        while start < range.upperBound {
            let run = (keys[start] - smallest) >> lower
            var end = start + 1
            var isSorted = true
            while end < range.upperBound, (keys[end] - smallest) >> lower == run {
                if keys[end] < keys[end - 1] { isSorted = false }
                end += 1
            }
            if !isSorted { sort(start..<end) }
            start = end
        }
    }

    private func insert(_ range: Range<Int>) {
        for index in range.dropFirst() {
            let (key, position) = (keys[index], order[index])
            var place = index
            while place > range.lowerBound, keys[place - 1] > key {
                keys[place] = keys[place - 1]
                order[place] = order[place - 1]
                place -= 1
            }
            keys[place] = key
            order[place] = position
        }
    }
}
