/// The stable ascending order of some positions of an array, by radix sort on the bits of its values.
///
/// A closure-based sort of an index costs several times as much. Doubles are mapped to integers of the same order; the
/// passes whose digit is the same everywhere (most of them, where times are whole days) are skipped.
///
/// - Parameters:
///   - positions: The positions to order; equal values keep this order.
///   - values: The values, without NaN.
/// - Returns: The positions by ascending value.
func radixOrder(of positions: [Int32], by values: [Double]) -> [Int32] {
    let digitBits = 11
    let digitCount = 6
    let bucketCount = 1 << digitBits
    let mask = UInt64(bucketCount - 1)
    let count = positions.count
    guard count > 1 else { return positions }
    var keys = positions.map { sortableBits(values[Int($0)]) }
    var histograms = [Int](repeating: 0, count: digitCount * bucketCount)
    for key in keys {
        for digit in 0..<digitCount {
            histograms[digit * bucketCount + Int((key >> UInt64(digit * digitBits)) & mask)] += 1
        }
    }
    var order = positions
    var otherKeys = [UInt64](repeating: 0, count: count)
    var otherOrder = [Int32](repeating: 0, count: count)
    for digit in 0..<digitCount {
        let shift = UInt64(digit * digitBits)
        let base = digit * bucketCount
        if histograms[base + Int((keys[0] >> shift) & mask)] == count { continue }
        var next = 0
        for bucket in 0..<bucketCount {
            let size = histograms[base + bucket]
            histograms[base + bucket] = next
            next += size
        }
        for index in 0..<count {
            let bucket = base + Int((keys[index] >> shift) & mask)
            let target = histograms[bucket]
            histograms[bucket] = target + 1
            otherKeys[target] = keys[index]
            otherOrder[target] = order[index]
        }
        swap(&keys, &otherKeys)
        swap(&order, &otherOrder)
    }
    return order
}

/// An integer that orders as the double does; −0 and 0 are equal.
@inline(__always)
private func sortableBits(_ value: Double) -> UInt64 {
    let bits = (value + 0).bitPattern
    return bits & (1 << 63) == 0 ? bits | (1 << 63) : ~bits
}
