/// All ways to divide a column's total among rows that can take limited numbers, one after the other.
///
/// The division at hand is changed in place; nothing is allocated on the way.
struct Allocations {
    /// How many each row takes in the division at hand.
    private(set) var counts: [Int]
    private let limits: [Int]
    private let total: Int
    /// How much the rows from each position on can take; one longer than ``limits``.
    private let capacity: [Int]
    private var hasStarted = false

    /// Stands before the first division.
    init(of total: Int, among limits: [Int]) {
        self.limits = limits
        self.total = total
        counts = [Int](repeating: 0, count: limits.count)
        var capacity = [Int](repeating: 0, count: limits.count + 1)
        for row in limits.indices.reversed() { capacity[row] = capacity[row + 1] + limits[row] }
        self.capacity = capacity
    }

    /// Goes to the next division; false after the last.
    mutating func advance() -> Bool {
        guard hasStarted else {
            hasStarted = true
            guard total <= capacity[0] else { return false }
            fill(from: 0, with: total)
            return true
        }
        // Lower the last row that can give to the rows after it, then refill those as high as possible from the front.
        var after = 0
        var row = limits.count - 1
        while row >= 0 {
            if counts[row] > 0, after + 1 <= capacity[row + 1] {
                counts[row] -= 1
                fill(from: row + 1, with: after + 1)
                return true
            }
            after += counts[row]
            row -= 1
        }
        return false
    }

    private mutating func fill(from start: Int, with amount: Int) {
        var rest = amount
        for row in start..<limits.count {
            counts[row] = min(limits[row], rest)
            rest -= counts[row]
        }
    }
}
