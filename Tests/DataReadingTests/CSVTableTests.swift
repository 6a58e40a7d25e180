import Diagnostics
import Testing

@testable import DataReading

@Suite struct CSVTableTests {
    private static func cells(_ text: String, delimiter: Character = ",") -> [[String]]? {
        var faults = 0
        let table = csvTable(
            Array(text.utf8), file: "x.csv", delimiter: delimiter.utf8.first ?? 44, reporting: { _ in faults += 1 })
        guard let table, faults == 0 else { return nil }
        return [table.header]
            + (0..<table.rowCount).map { row in table.header.indices.map { table.text(row: row, column: $0) } }
    }

    @Test(arguments: [
        ("plain", "a,b\n1,2\n3,4\n", [["a", "b"], ["1", "2"], ["3", "4"]]),
        ("no last newline", "a,b\n1,2", [["a", "b"], ["1", "2"]]),
        ("CRLF", "a,b\r\n1,2\r\n", [["a", "b"], ["1", "2"]]),
        ("CR alone", "a,b\r1,2\r3,4", [["a", "b"], ["1", "2"], ["3", "4"]]),
        ("mixed line ends", "a\n1\r\n2\r3", [["a"], ["1"], ["2"], ["3"]]),
        ("byte order mark", "\u{FEFF}a,b\n1,2", [["a", "b"], ["1", "2"]]),
        ("byte order mark before a quote", "\u{FEFF}\"a\",b\n1,2", [["a", "b"], ["1", "2"]]),
        ("quoted delimiter", "a,b\n\"1,5\",2\n", [["a", "b"], ["1,5", "2"]]),
        ("doubled quotes", "a\n\"say \"\"yes\"\" twice\"\n", [["a"], ["say \"yes\" twice"]]),
        ("only quotes", "a,b\n\"\"\"\",\"\"\n", [["a", "b"], ["\"", ""]]),
        ("line breaks in quotes", "a,b\n\"1\n2\r\n3\",4\n", [["a", "b"], ["1\n2\r\n3", "4"]]),
        ("empty cells", "a,b,c\n,,\n1,,\n", [["a", "b", "c"], ["", "", ""], ["1", "", ""]]),
        ("empty last cell at the end", "a,b\n1,", [["a", "b"], ["1", ""]]),
        ("blank lines", "\n  \na,b\n\n1,2\n \t \n\n3,4\n\n", [["a", "b"], ["1", "2"], ["3", "4"]]),
        ("blanks around cells", " a ,\tb\n 1\u{A0},\u{3000}2 \n\" x \",y", [["a", "b"], ["1", "2"], ["x", "y"]]),
        ("blanks inside cells", "a\nx y\n", [["a"], ["x y"]]),
        ("other scripts", "Größe,名字\n±5,李\n", [["Größe", "名字"], ["±5", "李"]]),
    ])
    func readsEveryFormOfRFC4180(name: String, text: String, expected: [[String]]) {
        #expect(Self.cells(text) == expected)
    }

    @Test func semicolonsAndTabsSeparate() {
        #expect(Self.cells("a;b\n1,5;2", delimiter: ";") == [["a", "b"], ["1,5", "2"]])
        // With tabs a row of two tabs is a row of three empty cells, not a blank line.
        #expect(
            Self.cells("a\tb\tc\n\t\t\n1\t2\t3", delimiter: "\t") == [
                ["a", "b", "c"], ["", "", ""], ["1", "2", "3"],
            ])
    }

    @Test func everyCellKnowsItsPlace() throws {
        let text = "\u{FEFF}名,b\r\n\"1\n2\",  x\r\ré,\"y\"\n"
        let table = try #require(csvTable(Array(text.utf8), file: "x.csv", delimiter: 44) { _ in })
        try #require(table.rowCount == 2)
        func place(_ location: Diagnostics.SourceLocation) -> [Int] { [location.line, location.column] }
        #expect(place(table.location(ofColumn: 0)) == [1, 1])
        #expect(place(table.location(ofColumn: 1)) == [1, 3])
        #expect(place(table.location(row: 0, column: 0)) == [2, 1])
        // Line 2 ends inside the quotes; the cell after them follows two blanks.
        #expect(place(table.location(row: 0, column: 1)) == [3, 6])
        // The row ends with a lone CR, then comes an empty line.
        #expect(place(table.location(row: 1, column: 0)) == [5, 1])
        #expect(place(table.location(row: 1, column: 1)) == [5, 3])
    }

    /// A line inside quotes may end with LF, CRLF or CR; each counts once.
    @Test func linesInsideQuotesCount() throws {
        let text = "a\n\"1\r2\"\n\"3\r\n4\"\n\"5\n6\"\n7\n"
        let table = try #require(csvTable(Array(text.utf8), file: "x.csv", delimiter: 44) { _ in })
        #expect((0..<4).map { table.location(row: $0, column: 0).line } == [2, 4, 6, 8])
    }

    @Test func emptinessIsWhatTheTextSays() throws {
        let text = "a,b,c,d,e\n,  ,\"\",\u{A0},0\n\"\"\"\",!,é,\" x\",\u{3000}\n"
        let table = try #require(csvTable(Array(text.utf8), file: "x.csv", delimiter: 44) { _ in })
        for row in 0..<2 {
            for column in 0..<5 {
                #expect(
                    table.isEmpty(row: row, column: column) == table.text(row: row, column: column).isEmpty,
                    "row \(row), column \(column)")
            }
        }
        #expect((0..<5).map { table.isEmpty(row: 0, column: $0) } == [true, true, true, true, false])
    }

    @Test func columnsAreLimitedAndTheRestIsNotKept() {
        var faults: [CSVFault.Kind] = []
        let header = Array(repeating: "x", count: 1_000_000).joined(separator: ",")
        let table = csvTable(Array("\(header)\n1\n".utf8), file: "x.csv", delimiter: 44) { faults.append($0.kind) }
        #expect(table == nil)
        #expect(faults == [.tooManyColumns])
        faults = []
        let row = Array(repeating: "1", count: 1_000_000).joined(separator: ",")
        let wide = csvTable(Array("a,b\n\(row)\n".utf8), file: "x.csv", delimiter: 44) { faults.append($0.kind) }
        #expect(wide?.isSound == false)
        #expect(faults == [.cellCount(found: 1_000_000, expected: 2)])
    }

    @Test func longCellsAreRefused() {
        var faults: [CSVFault.Kind] = []
        let cell = String(repeating: "x", count: CSVScanner.cellLimit + 1)
        _ = csvTable(Array("a\n\"\(cell)\"\n".utf8), file: "x.csv", delimiter: 44) { faults.append($0.kind) }
        #expect(faults == [.cellTooLong])
        faults = []
        let longest = String(repeating: "x", count: CSVScanner.cellLimit)
        _ = csvTable(Array("a\n\(longest)\n".utf8), file: "x.csv", delimiter: 44) { faults.append($0.kind) }
        #expect(faults.isEmpty)
    }

    @Test func scanningStopsAfterManyFaults() {
        var faults = 0
        let rows = String(repeating: "1\n", count: 5000)
        _ = csvTable(Array("a,b\n\(rows)".utf8), file: "x.csv", delimiter: 44) { _ in faults += 1 }
        #expect(faults == CSVScanner.faultLimit)
    }
}
