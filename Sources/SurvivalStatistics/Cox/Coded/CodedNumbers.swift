internal import Mathematics

/// Numbers as positions among their different values: what ages, scores and measurements of few digits are.
struct CodedNumbers {
    /// More different values than this are not coded: what is looked up by code must stay in the cache.
    static let mostValues = 8192

    /// The different numbers, ascending.
    let values: [Double]
    /// For each number its position; any where it is missing.
    let codes: [UInt16]

    /// Codes numbers; nil where too many are different.
    ///
    /// Blocks of the numbers are coded at once, each by itself, and then renumbered: the codes depend on the numbers alone.
    init?(_ numbers: [Double]) {
        let blocks = TimeOrder.blocks(of: numbers.count)
        var distinct: [Double]?
        codes = [UInt16](unsafeUninitializedCapacity: numbers.count) { codes, count in
            nonisolated(unsafe) let codes = codes
            let found = numbers.withUnsafeBufferPointer { numbers in
                nonisolated(unsafe) let numbers = numbers
                return concurrentMap(blocks.count) { block -> [Double]? in
                    var known = KnownNumbers()
                    for index in blocks[block] {
                        guard let code = known.code(of: numbers[index]) else { return nil }
                        codes.initializeElement(at: index, to: code)
                    }
                    return known.values
                }
            }
            let all = Set(found.lazy.compactMap { $0 }.joined()).sorted()
            guard !found.contains(where: { $0 == nil }), all.count <= Self.mostValues else { return }
            _ = concurrentMap(blocks.count) { block in
                let own = (found[block] ?? []).map { value in UInt16(all.partitioned { $0 < value }) }
                if own.indices.allSatisfy({ own[$0] == $0 }) { return }
                for index in blocks[block] where !own.isEmpty { codes[index] = own[Int(codes[index])] }
            }
            count = numbers.count
            distinct = all
        }
        guard let distinct else { return nil }
        values = distinct
    }
}

extension [Double] {
    /// How many elements of an ascending array come before a place.
    fileprivate func partitioned(by isBefore: (Double) -> Bool) -> Int {
        var (lower, upper) = (0, count)
        while lower < upper {
            let middle = (lower + upper) / 2
            if isBefore(self[middle]) { lower = middle + 1 } else { upper = middle }
        }
        return lower
    }
}

/// Numbers the different numbers that it is shown, by a table of hashes of their bits.
private struct KnownNumbers {
    private(set) var values: [Double] = []
    private var keys = [Double](repeating: 0, count: slotCount)
    /// For each slot the code and one; 0 where it is free.
    private var slots = [UInt16](repeating: 0, count: slotCount)
    private static let slotCount = 1 << 15

    @inline(__always)
    mutating func code(of number: Double) -> UInt16? {
        if number.isNaN { return 0 }
        // -0 is 0.
        let number = number + 0
        let product = (number.bitPattern ^ number.bitPattern >> 32) &* 0x9E37_79B9_7F4A_7C15
        var slot = Int(truncatingIfNeeded: product >> 49)
        while slots[slot] != 0 {
            if keys[slot] == number { return slots[slot] - 1 }
            slot = (slot + 1) & (Self.slotCount - 1)
        }
        guard values.count < CodedNumbers.mostValues else { return nil }
        values.append(number)
        keys[slot] = number
        slots[slot] = UInt16(values.count)
        return slots[slot] - 1
    }
}
