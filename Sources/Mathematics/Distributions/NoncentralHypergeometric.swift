#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif

/// The distribution of a cell of a 2×2 table whose margins are fixed, for any odds ratio.
///
/// **Formula.** `P(X = x) ∝ h(x) · ω^x` on a bounded support, with `h` the distribution at odds ratio `ω = 1`. For
/// several tables with a common odds ratio, `h` is the convolution of theirs. Probabilities are normalised after the
/// largest term is scaled to 1, so that no odds ratio overflows.
public struct NoncentralHypergeometric: Sendable {
    /// The values that the cell can take.
    public let support: ClosedRange<Int>
    /// `log h(x)` over the support, up to a constant.
    private let logWeights: [Double]

    /// The distribution of one table's cell.
    public init(_ central: Hypergeometric) {
        support = central.support
        logWeights = central.support.map { central.logProbability($0) }
    }

    /// The distribution of the sum of the cells of independent tables with a common odds ratio; without tables, 0.
    public init(sumOf tables: [Hypergeometric]) {
        var (lowest, weights) = (0, [1.0])
        for table in tables {
            let factors = table.support.map { exp(table.logProbability($0)) }
            var product = [Double](repeating: 0, count: weights.count + factors.count - 1)
            for (i, weight) in weights.enumerated() where weight > 0 {
                for (j, factor) in factors.enumerated() { product[i + j] += weight * factor }
            }
            (lowest, weights) = (lowest + table.support.lowerBound, product)
        }
        support = lowest...(lowest + weights.count - 1)
        logWeights = weights.map { log($0) }
    }

    /// The probabilities over the support at a log odds ratio.
    public func probabilities(logOddsRatio: Double) -> [Double] {
        var terms = logWeights
        for index in terms.indices { terms[index] += logOddsRatio * Double(index) }
        let largest = terms.max() ?? 0
        var sum = 0.0
        for index in terms.indices {
            terms[index] = exp(terms[index] - largest)
            sum += terms[index]
        }
        for index in terms.indices { terms[index] /= sum }
        return terms
    }

    /// The mean at a log odds ratio.
    public func mean(logOddsRatio: Double) -> Double {
        var mean = 0.0
        for (index, probability) in probabilities(logOddsRatio: logOddsRatio).enumerated() {
            mean += Double(index) * probability
        }
        return Double(support.lowerBound) + mean
    }

    /// `P(X ≤ x)` at a log odds ratio.
    public func lowerTail(_ x: Int, logOddsRatio: Double) -> Double {
        let count = min(max(0, x - support.lowerBound + 1), logWeights.count)
        return probabilities(logOddsRatio: logOddsRatio)[..<count].reduce(0, +)
    }

    /// `P(X ≥ x)` at a log odds ratio.
    public func upperTail(_ x: Int, logOddsRatio: Double) -> Double {
        let start = min(max(0, x - support.lowerBound), logWeights.count)
        return probabilities(logOddsRatio: logOddsRatio)[start...].reduce(0, +)
    }

    /// The log odds ratio at which a rising or falling function of it is zero; nil where there is none within ±700.
    public static func logOddsRatio(where function: (Double) -> Double) -> Double? {
        var reach = 1.0
        while reach <= 700 {
            if let root = root(in: -reach...reach, of: function) { return root }
            reach *= 2
        }
        return root(in: -700...700, of: function)
    }
}
