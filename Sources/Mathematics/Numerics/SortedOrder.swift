/// Numbers in ascending order, and where each of them stood; equal numbers keep the order in which they stood.
///
/// Goals in order: stability, time linear in the number of values, little memory traffic. The 32 bits in which the values
/// differ most are packed with their positions into one word and sorted by three passes of a radix sort, least
/// significant digit first. What these bits leave undecided are short runs, which are sorted one by one. Below a few
/// hundred values an ordinary sort is faster.
///
/// **Edge cases.** `−0` and `0` are equal. NaN must not occur.
public func sortedWithOrder(_ values: [Double]) -> (values: [Double], order: [Int32]) {
    guard values.count > 300 else {
        let order = (0..<Int32(values.count)).sorted { (one: Int32, other: Int32) -> Bool in
            let (left, right) = (values[Int(one)], values[Int(other)])
            return left != right ? left < right : one < other
        }
        return (order.map { values[Int($0)] }, order)
    }
    var (smallest, largest) = (UInt64.max, UInt64.min)
    for value in values {
        let bits = ascendingBits(of: value)
        smallest = min(smallest, bits)
        largest = max(largest, bits)
    }
    let shift = UInt64((smallest ^ largest).leadingZeroBitCount)
    var words = values.indices.map { index in
        ((ascendingBits(of: values[index]) << shift) & 0xFFFF_FFFF_0000_0000) | UInt64(index)
    }
    if shift < 64 { sortByUpperHalf(&words) }
    var order = words.map { Int32(truncatingIfNeeded: $0) }
    var sorted = order.map { values[Int($0)] }
    if shift < 32 { settleRuns(words, &sorted, &order) }
    return (sorted, order)
}

/// Bits that sort as unsigned integers in the order of the numbers.
private func ascendingBits(of value: Double) -> UInt64 {
    let bits = (value == 0 ? 0 : value).bitPattern
    return bits >> 63 == 0 ? bits | (1 << 63) : ~bits
}

/// Sorts words by their upper 32 bits, stably; a digit that all words share costs nothing.
private func sortByUpperHalf(_ words: inout [UInt64]) {
    var other = words
    for shift in [UInt64(32), 43, 54] {
        var starts = [Int](repeating: 0, count: 2048)
        for word in words { starts[Int((word >> shift) & 2047)] += 1 }
        if starts[Int((words[0] >> shift) & 2047)] == words.count { continue }
        var start = 0
        for digit in starts.indices { (starts[digit], start) = (start, start + starts[digit]) }
        starts.withUnsafeMutableBufferPointer { starts in
            other.withUnsafeMutableBufferPointer { other in
                for word in words {
                    // Masked, the digit is below 2048; the counts of all digits add up to the number of words.
                    let digit = Int((word >> shift) & 2047)
                    other[starts[digit]] = word
                    starts[digit] += 1
                }
            }
        }
        swap(&words, &other)
    }
}

/// Sorts each run of words with equal upper halves by the values that they stand for.
private func settleRuns(_ words: [UInt64], _ values: inout [Double], _ order: inout [Int32]) {
    var start = 0
    while start < words.count {
        let upper = words[start] >> 32
        var end = start + 1
        var isSorted = true
        while end < words.count, words[end] >> 32 == upper {
            if values[end] < values[end - 1] { isSorted = false }
            end += 1
        }
        if !isSorted {
            let run = zip(values[start..<end], order[start..<end]).sorted { $0 < $1 }
            for (offset, pair) in run.enumerated() { (values[start + offset], order[start + offset]) = pair }
        }
        start = end
    }
}
