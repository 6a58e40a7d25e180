/// The positions of numbers in ascending order; equal numbers keep the order in which they stand.
///
/// **Formula.** A radix sort on the bits of the numbers, 11 at a time, least significant first. Digits that all
/// numbers share cost nothing. Time is linear in the number of values; below a few hundred an ordinary sort is faster.
///
/// **Edge cases.** `−0` and `0` are equal. NaN must not occur.
public func sortedOrder(of values: [Double]) -> [Int32] {
    var order = (0..<Int32(values.count)).map { $0 }
    guard values.count > 300 else {
        order.sort { values[Int($0)] != values[Int($1)] ? values[Int($0)] < values[Int($1)] : $0 < $1 }
        return order
    }
    var keys = values.map { ascendingBits(of: $0) }
    var nextOrder = order
    var nextKeys = keys
    for shift in stride(from: 0, to: 64, by: Int(digitBits)) {
        var starts = [Int](repeating: 0, count: 1 << digitBits)
        for key in keys { starts[Int((key >> shift) & digitMask)] += 1 }
        if starts[Int((keys[0] >> shift) & digitMask)] == keys.count { continue }
        var start = 0
        for digit in starts.indices { (starts[digit], start) = (start, start + starts[digit]) }
        for index in keys.indices {
            let digit = Int((keys[index] >> shift) & digitMask)
            nextKeys[starts[digit]] = keys[index]
            nextOrder[starts[digit]] = order[index]
            starts[digit] += 1
        }
        swap(&keys, &nextKeys)
        swap(&order, &nextOrder)
    }
    return order
}

private let digitBits: UInt64 = 11
private let digitMask: UInt64 = (1 << 11) - 1

/// Bits that sort as unsigned integers in the order of the numbers.
private func ascendingBits(of value: Double) -> UInt64 {
    let bits = (value == 0 ? 0 : value).bitPattern
    return bits >> 63 == 0 ? bits | (1 << 63) : ~bits
}
