/// Why counts do not make a table.
public enum ContingencyTableError: Error, Equatable, Sendable {
    /// The rows differ in length.
    case ragged
    /// A count is negative.
    case negativeCount
}

/// Counts of records by two categorical variables.
public struct ContingencyTable: Equatable, Sendable {
    /// The counts, row by row.
    public let counts: [[Int]]

    /// Creates a table of counts.
    public init(_ counts: [[Int]]) throws(ContingencyTableError) {
        guard counts.allSatisfy({ $0.count == counts.first?.count }) else { throw .ragged }
        guard counts.allSatisfy({ $0.allSatisfy { $0 >= 0 } }) else { throw .negativeCount }
        self.counts = counts
    }

    /// Counts records by their codes; a record with a code that is nil or out of range is left out.
    public init(rows: [Int?], columns: [Int?], rowCount: Int, columnCount: Int) {
        var counts = [[Int]](repeating: [Int](repeating: 0, count: max(0, columnCount)), count: max(0, rowCount))
        for (row, column) in zip(rows, columns) {
            guard let row, let column, counts.indices.contains(row), (0..<columnCount).contains(column) else {
                continue
            }
            counts[row][column] += 1
        }
        self.counts = counts
    }

    private init(checked counts: [[Int]]) {
        self.counts = counts
    }

    /// The sum of each row.
    public var rowTotals: [Int] { counts.map { $0.reduce(0, +) } }

    /// The sum of each column.
    public var columnTotals: [Int] {
        (counts.first ?? []).indices.map { column in counts.reduce(0) { $0 + $1[column] } }
    }

    /// The number of records.
    public var total: Int { rowTotals.reduce(0, +) }

    /// The counts expected if the variables were independent: row total times column total over the total.
    public var expected: [[Double]] {
        let (columns, total) = (columnTotals, Double(total))
        return rowTotals.map { row in columns.map { total > 0 ? Double(row) * Double($0) / total : 0 } }
    }

    /// The table without rows and columns that hold no records.
    public var withoutEmptyMargins: ContingencyTable {
        let columns = columnTotals
        return ContingencyTable(
            checked: counts.filter { $0.contains { $0 > 0 } }.map { row in
                row.indices.filter { columns[$0] > 0 }.map { row[$0] }
            })
    }

    /// The smallest expected count; nil for a table without cells.
    public var smallestExpected: Double? { expected.joined().min() }

    /// Whether the table has two rows and two columns.
    var isTwoByTwo: Bool { counts.count == 2 && counts[0].count == 2 }
}
