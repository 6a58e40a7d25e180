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
/// Two columns from the end all completions of a node are listed once, sorted by probability with running sums, and each
/// past is settled by one search.
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
    /// Steps after which the computation gives up: a second or two.
    private let mostSteps = 50_000_000

    /// Prepares for a table without empty rows and columns.
    init(_ table: ContingencyTable) {
        let rowsAreFewer = table.counts.count <= table.counts[0].count
        rows = (rowsAreFewer ? table.rowTotals : table.columnTotals).sorted(by: >)
        columns = (rowsAreFewer ? table.columnTotals : table.rowTotals).sorted(by: >)
        let factorials = Self.logFactorials(upTo: table.total)
        logFactorial = factorials
        logConstant =
            (rows + columns).reduce(0) { $0 + factorials[$1] } - factorials[table.total]
        limit =
            -table.counts.joined().reduce(0) { $0 + factorials[$1] } + log1p(probabilityTolerance)
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
        var settled = 0.0
        var steps = 0
        var nodes = [Node(rows: rows, pasts: [Past(log: 0, multiplicity: 1)])]
        for column in columns.indices.dropLast(2) {
            guard let next = stage(column, nodes, settled: &settled, steps: &steps) else { return nil }
            nodes = next
        }
        for var node in nodes {
            node.merge()
            steps += node.pasts.count
            guard steps <= mostSteps else { return nil }
            settle(node, into: &settled)
        }
        return min(1, settled)
    }

    /// Fills one column from all nodes.
    private func stage(_ column: Int, _ nodes: [Node], settled: inout Double, steps: inout Int) -> [Node]? {
        let left = Array(columns[(column + 1)...])
        var next = [Node]()
        var bounds = [CompletionBounds]()
        var places = [[Int]: Int]()
        for var node in nodes {
            node.merge()
            var allocation = Allocations(of: columns[column], among: node.rows)
            while let counts = allocation.next() {
                steps += node.pasts.count
                guard steps <= mostSteps else { return nil }
                let rest = zip(node.rows, counts).map { $0 - $1 }.sorted(by: >)
                let place = places[rest] ?? next.count
                if place == next.count {
                    places[rest] = place
                    next.append(Node(rows: rest, pasts: []))
                    bounds.append(CompletionBounds(rows: rest, columns: left, logFactorial: logFactorial))
                }
                let step = -counts.reduce(0) { $0 + logFactorial[$1] }
                for past in node.pasts {
                    let reached = past.log + step
                    if reached + bounds[place].most <= limit {
                        settled += past.multiplicity * exp(logConstant + reached + bounds[place].total)
                    } else if reached + bounds[place].least <= limit {
                        next[place].add(Past(log: reached, multiplicity: past.multiplicity))
                    }
                }
            }
        }
        return next
    }

    /// Adds the completions of a node with two columns left that count.
    private func settle(_ node: Node, into settled: inout Double) {
        var completions = [Double]()
        var allocation = Allocations(of: columns[columns.count - 2], among: node.rows)
        while let counts = allocation.next() {
            var sum = 0.0
            for (row, count) in counts.enumerated() {
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
            settled += past.multiplicity * exp(logConstant + past.log + largest) * sums[count - 1]
        }
    }
}

extension FisherNetwork {
    /// The log probability of the columns filled so far, and in how many ways it comes about.
    fileprivate struct Past {
        var log: Double
        var multiplicity: Double
    }

    /// What is left of the row totals, and how one gets there.
    fileprivate struct Node {
        let rows: [Int]
        var pasts: [Past]
        private var mergedCount = 64

        init(rows: [Int], pasts: [Past]) {
            self.rows = rows
            self.pasts = pasts
        }

        /// Adds a past, merging equal ones whenever their number has doubled.
        mutating func add(_ past: Past) {
            pasts.append(past)
            if pasts.count >= 2 * mergedCount {
                merge()
                mergedCount = max(64, pasts.count)
            }
        }

        /// Makes pasts one that differ by rounding only. Distinct tables differ by far more than the tolerance.
        mutating func merge() {
            pasts.sort { ($0.log, $0.multiplicity) < ($1.log, $1.multiplicity) }
            var merged = [Past]()
            for past in pasts {
                if let last = merged.last, past.log - last.log < 1e-10 {
                    merged[merged.count - 1].multiplicity += past.multiplicity
                } else {
                    merged.append(past)
                }
            }
            pasts = merged
        }
    }
}
