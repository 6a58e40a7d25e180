/// The stable ascending order of some positions of an array.
///
/// - Parameters:
///   - positions: The positions to order; equal values keep this order.
///   - values: The values, without NaN.
/// - Returns: The positions by ascending value.
func radixOrder(of positions: [Int32], by values: [Double]) -> [Int32] {
    RadixSort(positions, by: values).order
}

/// A stable sort of positions by a number, on the bits of the number.
///
/// A closure-based sort of an index costs several times as much. Doubles are mapped to integers of the same order, whose
/// upper 33 bits are sorted in three passes of 11 bits (passes whose digit is the same everywhere are skipped). What is left
/// are short runs of numbers that agree in 20 bits of their fraction, sorted by insertion, or again by passes where long.
struct RadixSort {
    private static let digitBits: UInt64 = 11
    private static let bucketCount = 1 << 11
    private static let mask = UInt64(bucketCount - 1)
    private static let upperShift: UInt64 = 31
    private static let longestInsertion = 24
    /// Below this many an ordinary sort is faster.
    private static let fewest = 256

    /// The positions by ascending value.
    private(set) var order: [Int32]
    /// The values in that order, as integers.
    private var keys: [UInt64]

    init(_ positions: [Int32], by values: [Double]) {
        order = positions
        keys = [UInt64](unsafeUninitializedCapacity: positions.count) { target, count in
            values.withUnsafeBufferPointer { values in
                for index in positions.indices { target[index] = Self.sortable(values[Int(positions[index])]) }
            }
            count = positions.count
        }
        guard order.count >= Self.fewest else {
            let places = keys.indices.sorted { keys[$0] != keys[$1] ? keys[$0] < keys[$1] : $0 < $1 }
            (order, keys) = (places.map { order[$0] }, places.map { keys[$0] })
            return
        }
        sort(0..<order.count, shifts: [Self.upperShift, Self.upperShift + 11, Self.upperShift + 22])
        sortRuns()
    }

    /// The values in ascending order.
    var sortedValues: [Double] { keys.map(Self.value) }

    /// An integer that orders as the double does; −0 and 0 are equal.
    @inline(__always)
    private static func sortable(_ value: Double) -> UInt64 {
        let bits = (value + 0).bitPattern
        return bits & (1 << 63) == 0 ? bits | (1 << 63) : ~bits
    }

    @inline(__always)
    private static func value(_ key: UInt64) -> Double {
        Double(bitPattern: key & (1 << 63) != 0 ? key & ~(1 << 63) : ~key)
    }

    /// Sorts a range by the digits at these shifts, the lowest first.
    private mutating func sort(_ range: Range<Int>, shifts: [UInt64]) {
        var histograms = [Int](repeating: 0, count: shifts.count * Self.bucketCount)
        var otherKeys = [UInt64](repeating: 0, count: range.count)
        var otherOrder = [Int32](repeating: 0, count: range.count)
        keys.withUnsafeMutableBufferPointer { keys in
            order.withUnsafeMutableBufferPointer { order in
                histograms.withUnsafeMutableBufferPointer { histograms in
                    for index in range {
                        let key = keys[index]
                        for (digit, shift) in shifts.enumerated() {
                            histograms[digit * Self.bucketCount + Int((key >> shift) & Self.mask)] += 1
                        }
                    }
                    otherKeys.withUnsafeMutableBufferPointer { otherKeys in
                        otherOrder.withUnsafeMutableBufferPointer { otherOrder in
                            var source = (
                                keys: keys.baseAddress.map { $0 + range.lowerBound },
                                order: order.baseAddress.map { $0 + range.lowerBound }
                            )
                            var target = (keys: otherKeys.baseAddress, order: otherOrder.baseAddress)
                            var isMoved = false
                            for (digit, shift) in shifts.enumerated() {
                                guard let fromKeys = source.keys, let fromOrder = source.order,
                                    let toKeys = target.keys,
                                    let toOrder = target.order
                                else { return }
                                let base = digit * Self.bucketCount
                                if histograms[base + Int((fromKeys[0] >> shift) & Self.mask)] == range.count {
                                    continue
                                }
                                var next = 0
                                for bucket in base..<(base + Self.bucketCount) {
                                    let size = histograms[bucket]
                                    histograms[bucket] = next
                                    next += size
                                }
                                for index in 0..<range.count {
                                    let bucket = base + Int((fromKeys[index] >> shift) & Self.mask)
                                    let place = histograms[bucket]
                                    histograms[bucket] = place + 1
                                    toKeys[place] = fromKeys[index]
                                    toOrder[place] = fromOrder[index]
                                }
                                swap(&source, &target)
                                isMoved.toggle()
                            }
                            if isMoved, let fromKeys = source.keys, let fromOrder = source.order,
                                let toKeys = target.keys, let toOrder = target.order
                            {
                                toKeys.update(from: fromKeys, count: range.count)
                                toOrder.update(from: fromOrder, count: range.count)
                            }
                        }
                    }
                }
            }
        }
    }

    /// Sorts what agrees in its upper bits by its lower.
    private mutating func sortRuns() {
        var longRuns: [Range<Int>] = []
        keys.withUnsafeMutableBufferPointer { keys in
            order.withUnsafeMutableBufferPointer { order in
                var start = 0
                while start < keys.count {
                    let upper = keys[start] >> Self.upperShift
                    var end = start + 1
                    var isSorted = true
                    while end < keys.count, keys[end] >> Self.upperShift == upper {
                        if keys[end] < keys[end - 1] { isSorted = false }
                        end += 1
                    }
                    if !isSorted {
                        if end - start > Self.longestInsertion {
                            longRuns.append(start..<end)
                        } else {
                            for index in (start + 1)..<end {
                                let (key, position) = (keys[index], order[index])
                                var place = index
                                while place > start, keys[place - 1] > key {
                                    keys[place] = keys[place - 1]
                                    order[place] = order[place - 1]
                                    place -= 1
                                }
                                keys[place] = key
                                order[place] = position
                            }
                        }
                    }
                    start = end
                }
            }
        }
        for run in longRuns { sort(run, shifts: [0, 11, 22]) }
    }
}
