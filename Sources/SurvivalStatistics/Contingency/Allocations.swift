/// All ways to divide a column's total among rows that can take limited numbers, one after the other.
struct Allocations {
    private let limits: [Int]
    private let total: Int
    /// How much the rows from each position on can take; one longer than ``limits``.
    private let capacity: [Int]
    private var counts: [Int]?

    /// Stands before the first division.
    init(of total: Int, among limits: [Int]) {
        self.limits = limits
        self.total = total
        var capacity = [Int](repeating: 0, count: limits.count + 1)
        for row in limits.indices.reversed() { capacity[row] = capacity[row + 1] + limits[row] }
        self.capacity = capacity
    }

    /// The next division; nil after the last.
    mutating func next() -> [Int]? {
        guard var present = counts else {
            guard total <= capacity[0] else { return nil }
            var first = [Int](repeating: 0, count: limits.count)
            fill(&first, from: 0, with: total)
            counts = first
            return first
        }
        // Lower the last row that can give to the rows after it, then refill those as high as possible from the front.
        var after = 0
        for row in limits.indices.reversed() {
            if present[row] > 0, after + 1 <= capacity[row + 1] {
                present[row] -= 1
                fill(&present, from: row + 1, with: after + 1)
                counts = present
                return present
            }
            after += present[row]
        }
        return nil
    }

    private func fill(_ counts: inout [Int], from start: Int, with amount: Int) {
        var rest = amount
        for row in start..<limits.count {
            counts[row] = min(limits[row], rest)
            rest -= counts[row]
        }
    }
}
