internal import Foundation
internal import ManuscriptReading
internal import Mathematics
internal import Results
internal import SurvivalStatistics

/// The p-values that the usual tests give for printed counts.
struct CandidateTests {
    /// The usual tests with their p-values.
    var values: [(name: String, p: Double)]
    /// Fisher's exact p, for the range of its Monte Carlo estimates.
    private var fisher: Double?
    private let isTwoByTwo: Bool

    /// Runs the tests on counts, one row a level and one column a group; nil where they cannot be tested.
    init?(_ counts: [[Int]]) {
        guard counts.count >= 2, counts[0].count >= 2, let table = try? ContingencyTable(counts), table.total > 0,
            table.total < 20_000_000
        else { return nil }
        isTwoByTwo = counts.count == 2 && counts[0].count == 2
        values = []
        if let p = pearsonTest(table, corrected: false).pValue { values.append(("Pearson's χ²", p)) }
        if isTwoByTwo, let p = pearsonTest(table, corrected: true).pValue {
            values.append(("χ² with Yates's correction", p))
        }
        let isSmall = isTwoByTwo ? table.total < 1_000_000 : table.total <= 400 && counts.count * counts[0].count <= 15
        if isSmall || Self.isQuicklySummed(counts), let p = fisherExactTest(table).pValue {
            values.append(("Fisher's exact test", p))
            fisher = p
        }
        if let p = Self.likelihoodRatio(counts) { values.append(("the likelihood-ratio χ²", p)) }
        if counts.count > 2, let p = Self.trend(counts) { values.append(("a test for trend", p)) }
        guard !values.isEmpty else { return nil }
    }

    /// Whether there are few tables with the margins of one, as of few events in large groups.
    private static func isQuicklySummed(_ counts: [[Int]]) -> Bool {
        guard counts.count == 2 else { return false }
        let rarer = counts.map { $0.reduce(0, +) }.min() ?? 0
        let groups = zip(counts[0], counts[1]).map(+).sorted()
        // The largest group takes what the others leave.
        return groups.dropLast().map { Double(min(rarer, $0) + 1) }.reduce(1, *) <= 100_000
    }

    /// How a printed p-value is explained.
    enum Verdict {
        case agrees
        case onlyMonteCarlo
        /// How far, in normal deviates, the nearest test is.
        case none(Double)
    }

    func verdict(on p: PrintedPValue) -> Verdict {
        // "1" and "0.999" and "1.000" are one.
        if values.contains(where: { p.admits(min($0.p, 1)) }) { return .agrees }
        if p.relation == .less, values.contains(where: { $0.p < p.number.value + p.number.halfUnit }) { return .agrees }
        if let fisher, p.relation == .equal, !isTwoByTwo {
            // Two thousand random tables are R's default.
            let error = (fisher * (1 - fisher) / 2000).squareRoot()
            if abs(p.number.value - fisher) <= 3.3 * error + p.number.halfUnit { return .onlyMonteCarlo }
        }
        let printed = p.interval
        let gaps = values.map { value in
            value.p < printed.lowerBound
                ? deviate(value.p) - deviate(printed.lowerBound) : deviate(printed.upperBound) - deviate(value.p)
        }
        return .none(gaps.min() ?? 0)
    }

    /// The tests and their values in words.
    var words: String { values.prefix(3).map { "\($0.name) gives \(short($0.p))" }.joined(separator: ", ") }

    private static func likelihoodRatio(_ counts: [[Int]]) -> Double? {
        guard let table = try? ContingencyTable(counts).withoutEmptyMargins, table.counts.count > 1,
            table.counts[0].count > 1
        else { return nil }
        let expected = table.expected
        var sum = 0.0
        for (row, cells) in table.counts.enumerated() {
            for (column, count) in cells.enumerated() where count > 0 {
                sum += 2 * Double(count) * log(Double(count) / expected[row][column])
            }
        }
        return ChiSquared(degreesOfFreedom: Double((table.counts.count - 1) * (table.counts[0].count - 1))).upperTail(
            max(0, sum))
    }

    /// Linear-by-linear association of levels in their order, of two groups.
    private static func trend(_ counts: [[Int]]) -> Double? {
        guard counts[0].count == 2 else { return nil }
        var (n, x, y, xx, yy, xy) = (0.0, 0.0, 0.0, 0.0, 0.0, 0.0)
        for (level, row) in counts.enumerated() {
            for (group, count) in row.enumerated() {
                let (a, b, w) = (Double(level), Double(group), Double(count))
                n += w
                x += a * w
                y += b * w
                xx += a * a * w
                yy += b * b * w
                xy += a * b * w
            }
        }
        let (sx, sy) = (xx - x * x / n, yy - y * y / n)
        guard n > 2, sx > 0, sy > 0 else { return nil }
        let r = (xy - x * y / n) / (sx * sy).squareRoot()
        return ChiSquared(degreesOfFreedom: 1).upperTail((n - 1) * r * r)
    }
}
