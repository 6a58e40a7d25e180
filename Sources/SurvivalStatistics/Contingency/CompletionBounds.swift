#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif

/// Bounds of `−Σ log xᵢⱼ!` over all tables with given totals, and the logarithm of the sum of `∏ 1/xᵢⱼ!`.
struct CompletionBounds {
    /// The largest value: exact.
    let most: Double
    /// No more than the smallest value.
    let least: Double
    /// The logarithm of the sum over all tables, `M! / (∏ rᵢ! ∏ cⱼ!)`.
    let total: Double

    /// Finds the bounds; rows without anything left are passed over.
    init(rows: [Int], columns: [Int], logFactorial: [Double]) {
        let rows = rows.filter { $0 > 0 }
        total = logFactorial[rows.reduce(0, +)] - (rows + columns).reduce(0) { $0 + logFactorial[$1] }
        least = max(
            Self.leastByLine(columns, limits: rows, logFactorial),
            Self.leastByLine(rows, limits: columns, logFactorial))
        most = -Self.balanced(rows: rows, columns: columns).joined().reduce(0) { $0 + logFactorial[$1] }
    }

    /// The smallest sum if each line could use the limits anew. `log x!` is convex, so a line's sum is largest where the
    /// largest limits are filled first: that division majorises all others.
    private static func leastByLine(_ lines: [Int], limits: [Int], _ logFactorial: [Double]) -> Double {
        let limits = limits.sorted(by: >)
        var sum = 0.0
        for line in lines {
            var rest = line
            for limit in limits {
                sum -= logFactorial[min(limit, rest)]
                rest -= min(limit, rest)
            }
        }
        return sum
    }

    /// The table with the smallest `Σ log xᵢⱼ!`.
    ///
    /// The sum is convex in each cell, so a table is best when no cycle of steps by one (up in a cell, down in the next
    /// of the same column, up in the next of the same row …) lowers it. Such cycles are negative cycles in the graph of
    /// rows and columns with costs `log(x + 1)` up and `−log x` down; Bellman and Ford's search finds them. The start is
    /// close to the best, so few are needed.
    private static func balanced(rows: [Int], columns: [Int]) -> [[Int]] {
        var table = start(rows: rows, columns: columns)
        // Each cycle lowers the sum, and there are finitely many tables; the count is a safeguard against rounding.
        for _ in 0..<10_000 {
            guard let cycle = negativeCycle(in: table) else { break }
            for cell in cycle { table[cell.row][cell.column] += cell.step }
        }
        return table
    }

    /// Proportional cells rounded down, and what is left over dealt from the corner.
    private static func start(rows: [Int], columns: [Int]) -> [[Int]] {
        let total = max(1, rows.reduce(0, +))
        var table = rows.map { row in columns.map { row * $0 / total } }
        var rowRest = rows.indices.map { rows[$0] - table[$0].reduce(0, +) }
        for column in columns.indices {
            var rest = columns[column] - table.reduce(0) { $0 + $1[column] }
            for row in rows.indices where rest > 0 {
                let more = min(rest, rowRest[row])
                table[row][column] += more
                rowRest[row] -= more
                rest -= more
            }
        }
        return table
    }

    private struct Step {
        var row: Int
        var column: Int
        var step: Int
    }

    /// A cycle of steps that lowers `Σ log x!`; nil where there is none. Vertices are the rows, then the columns.
    private static func negativeCycle(in table: [[Int]]) -> [Step]? {
        let (rows, columns) = (table.count, table.first?.count ?? 0)
        var distance = [Double](repeating: 0, count: rows + columns)
        var previous = [Int](repeating: -1, count: rows + columns)
        var changed = -1
        for _ in 0..<(rows + columns) {
            changed = -1
            for row in 0..<rows {
                for column in 0..<columns {
                    let count = Double(table[row][column])
                    if distance[row] + log(count + 1) < distance[rows + column] - 1e-9 {
                        distance[rows + column] = distance[row] + log(count + 1)
                        previous[rows + column] = row
                        changed = rows + column
                    }
                    if count > 0, distance[rows + column] - log(count) < distance[row] - 1e-9 {
                        distance[row] = distance[rows + column] - log(count)
                        previous[row] = rows + column
                        changed = row
                    }
                }
            }
            if changed < 0 { return nil }
        }
        return cycle(through: changed, previous: previous, rows: rows)
    }

    private static func cycle(through changed: Int, previous: [Int], rows: Int) -> [Step]? {
        // Going back as often as there are vertices ends on the cycle.
        var vertex = changed
        for _ in previous.indices {
            vertex = previous[vertex]
            if vertex < 0 { return nil }
        }
        var steps = [Step]()
        var end = vertex
        repeat {
            let start = previous[end]
            if start < 0 { return nil }
            steps.append(
                start < rows
                    ? Step(row: start, column: end - rows, step: 1) : Step(row: end, column: start - rows, step: -1))
            end = start
        } while end != vertex
        return steps
    }
}
