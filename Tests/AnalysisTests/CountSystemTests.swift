import Testing

@testable import Analysis

/// Withheld counts cannot be worked out from the counts beside them.
@Suite struct CountSystemTests {
    @Test func `a small count takes another of its row and of its column along`() {
        var table = Table(cells: [[3, 20], [30, 40]], minimum: 6)
        table.system.protect()
        #expect(table.withheldCells == [[true, true], [true, true]])
        #expect(table.system.knownRange(of: table.cells[0][0]) == 0...23)
    }

    @Test func `what a total and one part tell is no secret kept`() {
        var system = CountSystem(minimum: 6)
        let total = system.add(100, worth: 1)
        let part = system.add(97)
        system.addSum(total, of: [part])
        system.protect()
        #expect(system.isWithheld(part) && !system.isWithheld(total))
    }

    @Test func `large counts and nobody are told`() {
        var table = Table(cells: [[6, 0], [30, 40]], minimum: 6)
        table.system.protect()
        #expect(table.withheldCells == [[false, false], [false, false]])
    }

    @Test func `two small counts that a small sum holds together take more along`() {
        var table = Table(cells: [[1, 1, 40], [50, 60, 70]], minimum: 6)
        table.system.protect()
        for cell in table.cells[0].prefix(2) {
            let range = table.system.knownRange(of: cell)
            #expect(range.lowerBound <= 1 && range.upperBound >= 5)
        }
    }

    /// Against a search through all tables that a reader could think of, which knows nothing of linear programming.
    @Test(arguments: 0..<60) func `of random tables every small count may be anything from 1 to one less`(seed: Int) {
        var random = Seeded(state: UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1)
        let (rows, columns) = (2 + Int(random.next() % 2), 2 + Int(random.next() % 2))
        let minimum = 3 + Int(random.next() % 4)
        let cells = (0..<rows).map { _ in (0..<columns).map { _ in Int(random.next() % 14) } }
        var table = Table(cells: cells, minimum: minimum)
        table.system.protect()
        for (row, column) in table.places where (1..<minimum).contains(cells[row][column]) {
            #expect(table.system.isWithheld(table.cells[row][column]))
            #expect(table.exists { $0[row][column] <= 1 }, "\(cells), \(row), \(column) is above 1")
            #expect(table.exists { $0[row][column] >= minimum - 1 }, "\(cells), \(row), \(column) is small")
        }
    }

    @Test func `bounds of a sum`() {
        let range = FeasibleRange(
            [.init(coefficients: [0: 1, 1: 1], sum: 10), .init(coefficients: [1: 1, 2: -1], sum: 2)], unknowns: 3)
        #expect(range.isFeasible)
        #expect(range.bounds(of: 0) == 0...8)
        #expect(range.bounds(of: 1) == 2...10)
        #expect(FeasibleRange([], unknowns: 1).bounds(of: 0).upperBound == .infinity)
        #expect(!FeasibleRange([.init(coefficients: [0: 1], sum: -1)], unknowns: 1).isFeasible)
    }
}

/// A table of counts with the sums of its rows and columns and of everything.
private struct Table {
    var system: CountSystem
    let cells: [[CountSystem.Index]]
    private let rowTotals: [CountSystem.Index]
    private let columnTotals: [CountSystem.Index]
    private let total: CountSystem.Index
    private let values: [[Int]]

    init(cells values: [[Int]], minimum: Int) {
        self.values = values
        var system = CountSystem(minimum: minimum)
        let cells = values.map { row in row.map { system.add($0) } }
        let rows = values.map { system.add($0.reduce(0, +), worth: 1) }
        let columns = values[0].indices.map { column in
            system.add(values.map { $0[column] }.reduce(0, +), worth: 1)
        }
        let total = system.add(values.flatMap(\.self).reduce(0, +), worth: 2)
        for row in values.indices { system.addSum(rows[row], of: cells[row]) }
        for column in values[0].indices { system.addSum(columns[column], of: cells.map { $0[column] }) }
        system.addSum(total, of: rows)
        system.addSum(total, of: columns)
        (self.system, self.cells, rowTotals, columnTotals, self.total) = (system, cells, rows, columns, total)
    }

    var withheldCells: [[Bool]] { cells.map { $0.map(system.isWithheld) } }

    var places: [(row: Int, column: Int)] {
        values.indices.flatMap { row in values[0].indices.map { (row, $0) } }
    }

    /// Whether a table of whole numbers has all published numbers, and this of its own.
    ///
    /// Nearly always one has no count above fifteen; only where there is none so small are the many larger ones gone through.
    func exists(where isWanted: ([[Int]]) -> Bool) -> Bool {
        [15, 40].contains { exists(upTo: $0, where: isWanted) }
    }

    private func exists(upTo limit: Int, where isWanted: ([[Int]]) -> Bool) -> Bool {
        var guess = values
        let unknown = places.filter { system.isWithheld(cells[$0.row][$0.column]) }
        func fits() -> Bool {
            func agrees(_ sum: Int, _ value: Int, _ index: CountSystem.Index) -> Bool {
                system.isWithheld(index) || sum == value
            }
            let rows = values.indices.allSatisfy {
                agrees(guess[$0].reduce(0, +), values[$0].reduce(0, +), rowTotals[$0])
            }
            let columns = values[0].indices.allSatisfy { column in
                agrees(
                    guess.map { $0[column] }.reduce(0, +), values.map { $0[column] }.reduce(0, +), columnTotals[column])
            }
            return rows && columns
                && agrees(guess.flatMap(\.self).reduce(0, +), values.flatMap(\.self).reduce(0, +), total)
        }
        func search(_ place: Int) -> Bool {
            guard place < unknown.count else { return fits() && isWanted(guess) }
            let (row, column) = unknown[place]
            // The last unknown cell of a row whose sum is known follows from the others.
            let isLast = !unknown[(place + 1)...].contains { $0.row == row }
            if isLast, !system.isWithheld(rowTotals[row]) {
                let others = guess[row].indices.filter { $0 != column }.map { guess[row][$0] }.reduce(0, +)
                let rest = values[row].reduce(0, +) - others
                guard rest >= 0 else { return false }
                guess[row][column] = rest
                return search(place + 1)
            }
            for value in 0...limit {
                guess[row][column] = value
                if search(place + 1) { return true }
            }
            return false
        }
        return search(0)
    }
}

private struct Seeded: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return state >> 11
    }
}
