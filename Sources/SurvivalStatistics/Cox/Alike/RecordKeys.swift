internal import Mathematics

/// Records as whole numbers: equal where all their values are, and in the order of the values, the first of which weighs most.
///
/// A value is a digit: a day counted from the first one, a level's position, or a number's position among the different ones.
/// A record's number is written in these digits.
struct RecordKeys {
    /// The rows of the design that have keys.
    let rows: [Int32]
    /// The key of each of them; empty where there are no digits.
    private(set) var keys: [Int]
    /// Every key is less than this.
    private(set) var bound = 1
    /// Where the digits could write more numbers than this, there are no keys.
    private let limit: Int
    /// Whether keys may be numbered anew, so that there is no limit.
    private let isUnlimited: Bool

    /// Doubles hold whole numbers below this, and sort them.
    private static let mostKeys = 1 << 52
    /// The widest range of whole numbers that are digits as they are.
    private static let widestRange = 1 << 16

    /// Keys without digits.
    ///
    /// - Parameters:
    ///   - rows: The rows.
    ///   - limit: How many numbers the digits may write; nil: any number.
    init(_ rows: [Int32], limit: Int?) {
        self.rows = rows
        keys = []
        self.limit = limit ?? Self.mostKeys
        isUnlimited = limit == nil
    }

    /// Adds a digit of numbers; gives false where there would be too many keys or the number has too many values.
    mutating func add(_ numbers: [Double]) -> Bool {
        if let (lowest, highest) = wholeRange(of: numbers) {
            let first = Double(lowest)
            return numbers.withUnsafeBufferPointer { numbers in
                nonisolated(unsafe) let numbers = numbers
                return add(below: highest - lowest + 1) { Int(numbers[$0] - first) }
            }
        }
        guard let coded = CodedNumbers(numbers) else { return false }
        return coded.codes.withUnsafeBufferPointer { codes in
            nonisolated(unsafe) let codes = codes
            return add(below: max(1, coded.values.count)) { Int(codes[$0]) }
        }
    }

    /// Adds a digit of each row's position among so many; gives false where there would be too many keys.
    mutating func add<Code: BinaryInteger>(_ codes: [Code], below count: Int) -> Bool {
        codes.withUnsafeBufferPointer { codes in
            nonisolated(unsafe) let codes = codes
            return add(below: max(1, count)) { Int(codes[$0]) }
        }
    }

    @inline(__always)
    private mutating func add(below digits: Int, _ digit: (_ row: Int) -> Int) -> Bool {
        if isUnlimited, bound > limit / digits { renumber() }
        guard bound <= limit / digits else { return false }
        if keys.isEmpty { keys = [Int](repeating: 0, count: rows.count) }
        keys.withUnsafeMutableBufferPointer { keys in
            rows.withUnsafeBufferPointer { rows in
                nonisolated(unsafe) let (keys, rows) = (keys, rows)
                concurrently(inBlocksOf: rows.count) { block in
                    for index in block { keys[index] = keys[index] * digits + digit(Int(rows[index])) }
                }
            }
        }
        bound *= digits
        return true
    }

    /// Numbers the different keys from 0 in their order.
    private mutating func renumber() {
        let ascending = AscendingOrder(keys.map(Double.init))
        var next = -1
        var last = -1.0
        for (value, index) in zip(ascending.values, ascending.order) {
            if value != last { next += 1 }
            last = value
            keys[Int(index)] = next
        }
        bound = next + 1
    }

    /// The lowest and the highest of these rows' numbers, where all are whole and not far apart.
    private func wholeRange(of numbers: [Double]) -> (lowest: Int, highest: Int)? {
        var (lowest, highest) = (Double.infinity, -Double.infinity)
        let areWhole = numbers.withUnsafeBufferPointer { numbers in
            for row in rows {
                let number = numbers[Int(row)]
                guard abs(number) < 1e9, number == Double(Int32(truncatingIfNeeded: Int(number))) else { return false }
                lowest = min(lowest, number)
                highest = max(highest, number)
            }
            return true
        }
        guard areWhole, highest - lowest < Double(Self.widestRange) else { return nil }
        return (Int(lowest), Int(highest))
    }
}
