import Results
import SurvivalStatistics
import Testing

@Suite struct FisherDerivationTests {
    /// Fisher's tea: 3, 1 over 1, 3. Of 70 orders 1, 16, 36, 16, 1 have 0…4 right; p = (1 + 16 + 16 + 1)/70.
    let tea = try! ContingencyTable([[3, 1], [1, 3]])

    @Test func pValues() {
        expectClose(fisherExactTest(tea).pValue, 34.0 / 70)
        expectClose(fisherExactTest(tea, alternative: .greater).pValue, 17.0 / 70)
        expectClose(fisherExactTest(tea, alternative: .less).pValue, 69.0 / 70)
        #expect(fisherExactTest(tea).equalsInR == "stats::fisher.test(table)")
        #expect(
            fisherExactTest(tea, alternative: .less).equalsInR
                == "stats::fisher.test(table, alternative = \"less\")")
    }

    /// The estimate and the limits solve their equations to the last digits: weights 1, 16, 36, 16, 1 times ωˣ.
    @Test func oddsRatioSolvesItsEquation() throws {
        let estimate = conditionalOddsRatio(tea, level: 0.95)
        func weights(_ ratio: Double) -> [Double] {
            let terms = [
                1.0, 16 * ratio, 36 * ratio * ratio, 16 * ratio * ratio * ratio, ratio * ratio * ratio * ratio,
            ]
            return terms.map { $0 / terms.reduce(0, +) }
        }
        let odds = try #require(estimate.value)
        let mean = weights(odds).enumerated().reduce(0) { $0 + Double($1.offset) * $1.element }
        expectClose(mean, 3)
        let lower = try #require(estimate.interval?.lower)
        expectClose(weights(lower)[3...].reduce(0, +), 0.025)
        let upper = try #require(estimate.interval?.upper)
        expectClose(weights(upper)[...3].reduce(0, +), 0.025, tolerance: 1e-10)
        // R 4.2.2 has 6.408309 and 621.93 to its own precision.
        expectClose(odds, 6.4083088670057879, tolerance: 1e-3)
        expectClose(upper, 621.9337505454173, tolerance: 1e-2)
    }

    @Test func emptyCells() throws {
        let none = conditionalOddsRatio(try ContingencyTable([[0, 4], [3, 2]]), level: 0.95)
        #expect(none.value == 0)
        #expect(none.interval?.lower == 0)
        #expect(none.interval?.upper != nil)
        let all = conditionalOddsRatio(try ContingencyTable([[4, 0], [2, 3]]), level: 0.95)
        #expect(all.value == nil)
        #expect(all.interval?.upper == nil)
        #expect(all.interval?.lower != nil)
        #expect(all.notes == [ResultNote(.unbounded)])
        // Turned around, one is the reciprocal of the other.
        let turned = conditionalOddsRatio(try ContingencyTable([[0, 4], [3, 2]]), level: 0.95)
        expectClose((all.interval?.lower).map { 1 / $0 }, turned.interval?.upper ?? .nan, tolerance: 1e-10)
    }

    /// The value that decided the convention: 5, 37 over 7, 22.
    @Test func publishedValue() throws {
        let table = try ContingencyTable([[5, 37], [7, 22]])
        expectClose(fisherExactTest(table).pValue, 0.208896639, tolerance: 1e-8)
        let estimate = conditionalOddsRatio(table, level: 0.95)
        expectClose(estimate.value, 0.430087526, tolerance: 1e-4)
        expectClose(estimate.interval?.lower, 0.0950825642, tolerance: 1e-3)
        expectClose(estimate.interval?.upper, 1.79395475, tolerance: 1e-4)
        let other = try ContingencyTable([[1, 11], [7, 8]])
        expectClose(fisherExactTest(other).pValue, 0.0432553, tolerance: 1e-5)
        #expect((conditionalOddsRatio(other, level: 0.95).interval?.upper ?? 0) > 1)
    }

    /// R 4.2.2, `fisher.test(table, workspace = 2e8)$p.value`.
    @Test(arguments: [
        ([[3, 1, 0], [0, 4, 2], [2, 0, 5]], 0.0088955162484574222),
        ([[8, 2, 0, 6], [1, 9, 3, 2], [0, 4, 7, 2], [3, 1, 5, 8]], 4.1711827818041642e-05),
        ([[40, 18, 12, 50], [22, 27, 19, 21], [31, 35, 44, 33]], 1.7834125907566429e-05),
    ])
    func largerTables(counts: [[Int]], expected: Double) throws {
        expectClose(fisherExactTest(try ContingencyTable(counts)).pValue, expected, tolerance: 1e-7)
    }

    /// Every table of given margins, listed one by one.
    @Test(arguments: 0..<60)
    func networkEqualsEnumeration(seed: UInt64) throws {
        var generator = SplitMix(state: seed)
        let (rows, columns) = (Int.random(in: 2...4, using: &generator), Int.random(in: 3...4, using: &generator))
        let largest = rows * columns > 9 ? 2 : 4
        let counts = (0..<rows).map { _ in (0..<columns).map { _ in Int.random(in: 0...largest, using: &generator) } }
        let table = try ContingencyTable(counts).withoutEmptyMargins
        guard table.counts.count > 1, table.counts[0].count > 1 else { return }
        expectClose(
            fisherExactTest(table).pValue, enumeratedPValue(table), tolerance: 1e-10)
    }
}

/// Fisher's p-value by listing all tables with the margins of one.
private func enumeratedPValue(_ table: ContingencyTable) -> Double {
    func factorial(_ number: Int) -> Double { (1...max(1, number)).reduce(1) { $0 * Double($1) } }
    func weight(_ counts: [[Int]]) -> Double { 1 / counts.joined().reduce(1) { $0 * factorial($1) } }
    let observed = weight(table.counts)
    var (counted, total) = (0.0, 0.0)
    func fill(_ counts: [[Int]], _ row: Int, _ column: Int, _ rowRest: Int, _ columnRests: [Int]) {
        if row == table.counts.count {
            if columnRests.allSatisfy({ $0 == 0 }) {
                total += weight(counts)
                if weight(counts) <= observed * (1 + 1e-7) { counted += weight(counts) }
            }
            return
        }
        let isLast = column == columnRests.count - 1
        let choices = isLast ? rowRest...rowRest : 0...min(rowRest, columnRests[column])
        for choice in choices where choice <= columnRests[column] {
            var (next, rests) = (counts, columnRests)
            next[row][column] = choice
            rests[column] -= choice
            if isLast {
                let rest = row + 1 < table.counts.count ? table.rowTotals[row + 1] : 0
                fill(next, row + 1, 0, rest, rests)
            } else {
                fill(next, row, column + 1, rowRest - choice, rests)
            }
        }
    }
    fill(table.counts, 0, 0, table.rowTotals[0], table.columnTotals)
    return counted / total
}
