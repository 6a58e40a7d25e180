/// Numbers in ascending order, and where each of them stood; equal numbers keep the order in which they stood.
///
/// Goals in order: stability; time linear in the number of values; every byte written once while it is far away. Doubles
/// are mapped to integers of the same order. Many numbers are first dealt into buckets by the leading bits in which any
/// of them differ; each bucket then fits the processor's cache, where it is sorted by ``RadixSort``. Both steps run on as
/// many cores as there are: a stable order is unique, so it does not depend on them.
///
/// **Edge cases.** `−0` and `0` are equal, and both are 0 afterwards. NaN must not occur.
public struct AscendingOrder: Sendable {
    /// The numbers, ascending.
    public var values: [Double]
    /// The positions at which they stood.
    public let order: [Int32]

    /// Sorts all numbers.
    public init(_ values: [Double]) {
        self = values.withUnsafeBufferPointer { AscendingOrder(Source(values: $0, positions: nil), count: $0.count) }
    }

    /// Sorts the numbers at some positions; equal numbers keep the order of these positions.
    public init(_ values: [Double], at positions: [Int32]) {
        self = values.withUnsafeBufferPointer { values in
            positions.withUnsafeBufferPointer { positions in
                AscendingOrder(Source(values: values, positions: positions), count: positions.count)
            }
        }
    }

    private init(_ source: Source, count: Int) {
        var order: [Int32] = []
        values = [Double](unsafeUninitializedCapacity: count) { sorted, sortedCount in
            sortedCount = count
            guard let base = sorted.baseAddress else { return }
            order = [Int32](unsafeUninitializedCapacity: count) { order, orderCount in
                orderCount = count
                guard let places = order.baseAddress else { return }
                // The keys stand where the numbers will.
                base.withMemoryRebound(to: UInt64.self, capacity: count) { keys in
                    if count >= Buckets.fewest {
                        Buckets(source, count: count).sort(keys: keys, order: places)
                        return
                    }
                    for index in 0..<count {
                        keys[index] = source.key(index)
                        places[index] = source.position(index)
                    }
                    RadixSort(keys: keys, order: places, capacity: count).sort(0..<count)
                    for index in 0..<count { keys[index] = bits(ofKey: keys[index]) }
                }
            }
        }
        self.order = order
    }
}

/// What is sorted.
private struct Source: @unchecked Sendable {
    let values: UnsafeBufferPointer<Double>
    let positions: UnsafeBufferPointer<Int32>?

    @inline(__always)
    func position(_ index: Int) -> Int32 { positions.map { $0[index] } ?? Int32(truncatingIfNeeded: index) }

    /// An integer that orders as the double does; −0 and 0 are equal.
    @inline(__always)
    func key(_ index: Int) -> UInt64 {
        let bits = (values[Int(position(index))] + 0).bitPattern
        return bits >> 63 == 0 ? bits | (1 << 63) : ~bits
    }
}

/// The bits of the double that a key stands for.
@inline(__always)
private func bits(ofKey key: UInt64) -> UInt64 { key >> 63 == 1 ? key & ~(1 << 63) : ~key }

/// The buckets into which many numbers are dealt, by piece of the input so that pieces can be dealt at the same time.
private struct Buckets {
    /// Below this many, everything is near enough without buckets.
    static let fewest = 1 << 15
    private static let count = 1 << 12
    private static let pieces = 8

    private let source: Source
    private let ranges: [Range<Int>]
    private let smallest: UInt64
    private let shift: UInt64
    /// Where the next number of a piece goes in each bucket, piece by piece.
    private var starts: [[Int]]

    init(_ source: Source, count: Int) {
        let ranges = (0..<Self.pieces).map { (count * $0 / Self.pieces)..<(count * ($0 + 1) / Self.pieces) }
        let extremes = concurrentMap(ranges.count) { piece in
            var (smallest, largest) = (UInt64.max, UInt64.min)
            for index in ranges[piece] {
                let key = source.key(index)
                (smallest, largest) = (min(smallest, key), max(largest, key))
            }
            return (smallest, largest)
        }
        let smallest = extremes.reduce(UInt64.max) { min($0, $1.0) }
        let span = extremes.reduce(UInt64.min) { max($0, $1.1) } - smallest
        let shift = UInt64(max(0, 64 - span.leadingZeroBitCount - 12))
        starts = concurrentMap(ranges.count) { piece in
            var sizes = [Int](repeating: 0, count: Self.count)
            sizes.withUnsafeMutableBufferPointer { sizes in
                for index in ranges[piece] { sizes[Int((source.key(index) - smallest) >> shift)] += 1 }
            }
            return sizes
        }
        var next = 0
        for bucket in 0..<Self.count {
            for piece in starts.indices { (starts[piece][bucket], next) = (next, next + starts[piece][bucket]) }
        }
        self.source = source
        self.ranges = ranges
        self.smallest = smallest
        self.shift = shift
    }

    /// Writes the sorted numbers and the positions that go with them.
    func sort(keys: UnsafeMutablePointer<UInt64>, order: UnsafeMutablePointer<Int32>) {
        nonisolated(unsafe) let (keys, order) = (keys, order)
        _ = concurrentMap(ranges.count) { deal(ranges[$0], from: starts[$0], keys: keys, order: order) }
        let ends = starts[0].dropFirst() + [ranges.last?.upperBound ?? 0]
        let buckets = zip(starts[0], ends).map { $0..<$1 }
        let shares = 64
        _ = concurrentMap(shares) { share in
            let own = buckets[(buckets.count * share / shares)..<(buckets.count * (share + 1) / shares)]
            let sort = RadixSort(keys: keys, order: order, capacity: own.reduce(0) { max($0, $1.count) })
            for bucket in own {
                sort.sort(bucket)
                for index in bucket { keys[index] = bits(ofKey: keys[index]) }
            }
        }
    }

    /// Writes the keys and positions of a piece into their buckets.
    private func deal(
        _ range: Range<Int>, from starts: [Int], keys: UnsafeMutablePointer<UInt64>,
        order: UnsafeMutablePointer<Int32>
    ) {
        var next = starts
        next.withUnsafeMutableBufferPointer { next in
            for index in range {
                let key = source.key(index)
                let bucket = Int((key - smallest) >> shift)
                let place = next[bucket]
                next[bucket] = place + 1
                keys[place] = key
                order[place] = source.position(index)
            }
        }
    }
}
