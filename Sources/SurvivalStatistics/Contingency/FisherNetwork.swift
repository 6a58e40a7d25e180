#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif
import Mathematics

/// The exact p-value of a table larger than 2×2, by Mehta and Patel's network algorithm.
///
/// A table is a path: its columns are filled one after the other, and a node is what is left of the row totals. The
/// probability of a table is `K ∏ 1/xᵢⱼ!` with `K = ∏ Rᵢ! ∏ Cⱼ! / N!`, so a path's log probability is a sum over its
/// columns. What is left can be completed in the same ways whatever the order of the rows, so a node is a sorted list.
///
/// Goals in order: the sum is exact but for rounding; equal paths are walked once; whole bundles of paths are settled
/// together. At a node, with `past` the sum so far:
/// - if even the most probable completion leaves the table no more probable than the observed one, all completions
///   count, and their total is known: `M! / (∏ rᵢ! ∏ cⱼ!)` with `M` what is left;
/// - if even a lower bound of the least probable completion leaves it more probable, none counts;
/// - otherwise the path goes on. Paths that meet in a node with the same past become one with a multiplicity.
///
/// The pasts of a node are sorted, so that for each way to fill the next column the first two kinds are found by search
/// and settled by a running sum. Two columns from the end all completions of a node are listed once, sorted, with
/// running sums, and each past is settled by one search.
struct FisherNetwork {
    /// The row totals, descending; the shorter side of the table.
    private let rows: [Int]
    /// The column totals in the order in which they are filled, descending.
    private let columns: [Int]
    /// `log x!` for `x` up to the number of records.
    private let logFactorial: [Double]
    /// The log probability, without `K`, up to which a table counts.
    private let limit: Double
    /// `log K`.
    private let logConstant: Double
    /// Steps after which the computation gives up: some seconds.
    private let mostSteps = 400_000_000
    /// Pasts kept at one time after which it gives up: some hundred megabytes.
    private let mostPasts = 20_000_000

    /// R's tolerance on the log probability of tables larger than 2×2, wider than that of 2×2 tables.
    private static let tolerance = 3.4525e-7

    /// Prepares for a table without empty rows and columns.
    init(_ table: ContingencyTable) {
        let rowsAreFewer = table.counts.count <= table.counts[0].count
        rows = (rowsAreFewer ? table.rowTotals : table.columnTotals).sorted(by: >)
        columns = (rowsAreFewer ? table.columnTotals : table.rowTotals).sorted(by: >)
        let factorials = Self.logFactorials(upTo: table.total)
        logFactorial = factorials
        logConstant = (rows + columns).reduce(0) { $0 + factorials[$1] } - factorials[table.total]
        limit = -table.counts.joined().reduce(0) { $0 + factorials[$1] } + Self.tolerance
    }

    /// `log x!` for each `x`.
    private static func logFactorials(upTo largest: Int) -> [Double] {
        var sum = CompensatedSum()
        return (0...largest).map { number in
            if number > 1 { sum.add(log(Double(number))) }
            return sum.value
        }
    }

    /// The p-value; nil where the table is too large.
    func pValue() -> Double? {
        guard let keys = NodeKeys(rows) else { return nil }
        var settled = CompensatedSum()
        var steps = 0
        var nodes = [FisherNode(rows: rows, pasts: [FisherNode.Past(log: 0, multiplicity: 1)])]
        for column in columns.indices.dropLast(2) {
            guard let next = fill(column, of: nodes, keys, settled: &settled, steps: &steps) else { return nil }
            nodes = next
        }
        for index in nodes.indices {
            nodes[index].merge()
            if !nodes[index].pasts.isEmpty { settle(nodes[index], into: &settled) }
        }
        return min(1, settled.value)
    }

    /// Fills one column from all nodes.
    private func fill(
        _ column: Int, of nodes: [FisherNode], _ keys: NodeKeys, settled: inout CompensatedSum, steps: inout Int
    ) -> [FisherNode]? {
        var next = NextNodes(keys: keys, columns: Array(columns[(column + 1)...]), logFactorial: logFactorial)
        for var node in nodes {
            node.merge()
            guard !node.pasts.isEmpty else { continue }
            let (sums, logLargest) = node.runningSums()
            var allocation = Allocations(of: columns[column], among: node.rows)
            while allocation.advance() {
                let (place, step) = next.place(after: allocation.counts, in: node.rows)
                let bounds = next.bounds[place]
                // Pasts up to the first position count with all completions, those from the second on with none.
                let all = node.firstPast(above: limit - step - bounds.most)
                let none = node.firstPast(above: limit - step - bounds.least, from: all)
                if all > 0 { settled.add(sums[all - 1] * exp(logConstant + logLargest + step + bounds.total)) }
                steps += 1 + none - all
                guard steps <= mostSteps else { return nil }
                next.add(node.pasts[all..<none], step: step, to: place)
            }
            guard next.pastCount <= mostPasts else { return nil }
        }
        return next.nodes
    }

    /// Adds the completions of a node with two columns left that count.
    private func settle(_ node: FisherNode, into settled: inout CompensatedSum) {
        var completions = [Double]()
        var allocation = Allocations(of: columns[columns.count - 2], among: node.rows)
        while allocation.advance() {
            var sum = 0.0
            for row in node.rows.indices {
                let count = allocation.counts[row]
                sum -= logFactorial[count] + logFactorial[node.rows[row] - count]
            }
            completions.append(sum)
        }
        completions.sort()
        // Relative to the most probable completion, so that nothing overflows.
        let largest = completions.last ?? 0
        var running = 0.0
        let sums = completions.map { completion in
            running += exp(completion - largest)
            return running
        }
        for past in node.pasts {
            let count = completions.partitioningIndex { $0 + past.log > limit }
            guard count > 0 else { continue }
            settled.add(past.multiplicity * exp(logConstant + past.log + largest) * sums[count - 1])
        }
    }
}
