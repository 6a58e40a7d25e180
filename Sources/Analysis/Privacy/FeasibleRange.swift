/// What a reader can work out about unknown counts from sums of them: the least and the greatest value that each can have.
///
/// **Method.** Linear programming: with `A x = b` and `x ≥ 0`, the simplex method in two phases; Bland's rule ends
/// cycles. Counts are whole, so the true range can be narrower than this one only by fractions.
///
/// **Reference.** Bland RG. *Math Oper Res* 1977;2:103–107. doi:10.1287/moor.2.2.103.
struct FeasibleRange {
    /// A sum of unknowns that is known: the coefficient of each unknown, and the sum.
    struct Equation {
        var coefficients: [Int: Double]
        var sum: Double
    }

    private static let tolerance = 1e-7

    /// The tableau after phase one: a row for each independent equation, its last column the right-hand side.
    private var rows: [[Double]]
    /// The column that each row has made its own.
    private var basis: [Int]
    private let count: Int
    /// Whether the equations have a solution at all.
    private(set) var isFeasible = true

    /// Finds a first solution of equations in `count` unknowns.
    init(_ equations: [Equation], unknowns count: Int) {
        self.count = count
        rows = equations.enumerated().map { place, equation in
            var row = [Double](repeating: 0, count: count + equations.count + 1)
            let sign: Double = equation.sum < 0 ? -1 : 1
            for (unknown, coefficient) in equation.coefficients { row[unknown] = sign * coefficient }
            row[count + place] = 1
            row[row.count - 1] = sign * equation.sum
            return row
        }
        basis = equations.indices.map { count + $0 }
        var cost = [Double](repeating: 0, count: count + equations.count + 1)
        for place in equations.indices { cost[count + place] = 1 }
        let least = Self.minimise(cost, &rows, &basis, columns: count + equations.count)
        isFeasible = (least ?? 0) <= Self.tolerance * Double(max(equations.count, 1))
        dropHelpers()
    }

    /// The least value of an unknown, and the greatest; infinite where no equation bounds it.
    func bounds(of unknown: Int) -> ClosedRange<Double> {
        func least(_ sign: Double) -> Double? {
            var (rows, basis) = (rows, basis)
            var cost = [Double](repeating: 0, count: count + 1)
            cost[unknown] = sign
            return Self.minimise(cost, &rows, &basis, columns: count)
        }
        let lower = max(0, least(1) ?? 0)
        let upper = least(-1).map { -$0 } ?? .infinity
        return lower...max(lower, upper)
    }

    /// Takes the helpers of phase one out of the basis and out of the rows; equations that say nothing new are dropped.
    private mutating func dropHelpers() {
        var place = 0
        while place < rows.count {
            guard basis[place] >= count else {
                place += 1
                continue
            }
            if let column = (0..<count).first(where: { abs(rows[place][$0]) > Self.tolerance }) {
                Self.pivot(&rows, row: place, column: column)
                basis[place] = column
                place += 1
            } else {
                rows.remove(at: place)
                basis.remove(at: place)
            }
        }
        rows = rows.map { Array($0[..<count]) + [$0[$0.count - 1]] }
    }

    /// The least value of a cost, given as a row of the tableau; nil where it has none.
    ///
    /// The steepest column enters, and after many steps the first one, so that no cycle lasts.
    private static func minimise(
        _ cost: [Double], _ rows: inout [[Double]], _ basis: inout [Int], columns: Int
    ) -> Double? {
        // The cost is the last row of the tableau, reduced by the rows of the basis.
        var reduced = cost
        for (row, column) in zip(rows, basis) where reduced[column] != 0 {
            subtract(reduced[column], times: row, from: &reduced)
        }
        rows.append(reduced)
        defer { rows.removeLast() }
        var steps = 0
        while true {
            steps += 1
            let last = rows.count - 1
            let entering = entering(rows[last], columns: columns, isSteepest: steps < 20 * (columns + 5))
            guard let entering else { return -(rows[last].last ?? 0) }
            var leaving: (row: Int, ratio: Double)?
            for place in 0..<last where rows[place][entering] > tolerance {
                let ratio = (rows[place].last ?? 0) / rows[place][entering]
                let isBetter =
                    leaving.map { ratio < $0.ratio - 1e-12 || (ratio <= $0.ratio && basis[place] < basis[$0.row]) }
                    ?? true
                if isBetter { leaving = (place, ratio) }
            }
            guard let leaving else { return nil }
            pivot(&rows, row: leaving.row, column: entering)
            basis[leaving.row] = entering
        }
    }

    private static func entering(_ cost: [Double], columns: Int, isSteepest: Bool) -> Int? {
        cost.withUnsafeBufferPointer { cost in
            var best: Int?
            for column in 0..<columns where cost[column] < -tolerance {
                if !isSteepest { return column }
                if best.map({ cost[column] < cost[$0] }) ?? true { best = column }
            }
            return best
        }
    }

    private static func pivot(_ rows: inout [[Double]], row: Int, column: Int) {
        let divisor = rows[row][column]
        rows[row].withUnsafeMutableBufferPointer { row in
            for index in 0..<row.count { row[index] /= divisor }
        }
        let own = rows[row]
        for other in rows.indices where other != row && rows[other][column] != 0 {
            subtract(rows[other][column], times: own, from: &rows[other])
        }
    }

    private static func subtract(_ factor: Double, times row: [Double], from other: inout [Double]) {
        row.withUnsafeBufferPointer { row in
            other.withUnsafeMutableBufferPointer { other in
                for index in 0..<row.count { other[index] -= factor * row[index] }
            }
        }
    }
}
