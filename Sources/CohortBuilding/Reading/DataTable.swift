internal import Diagnostics
internal import StudyFiles

/// A data file of the study: its cells, and which of them are missing.
///
/// A class, because columns and cells refer to it by the million.
final class DataTable {
    let declaration: DataFile
    let csv: CSVTable
    private let missingCodes: Set<String>
    private let columns: [String: Int]
    /// For how many patients each row stands; nil where each is one.
    let frequencies: [Int]?

    init(_ csv: CSVTable, declaration: DataFile) {
        self.csv = csv
        self.declaration = declaration
        missingCodes = Set(declaration.missingCodes)
        columns = Dictionary(
            zip(csv.header, csv.header.indices), uniquingKeysWith: { first, _ in first })
        let counts = declaration.frequency.flatMap { csv.header.firstIndex(of: $0) }
        frequencies = counts.map { column in
            (0..<csv.rowCount).map { Int(csv.text(row: $0, column: column)) ?? 0 }
        }
    }

    /// How many patients the rows stand for.
    var patientCount: Int { frequencies?.reduce(0, +) ?? rowCount }

    /// The file's path as the study names it.
    var path: String { declaration.path.value }
    var rowCount: Int { csv.rowCount }
    /// Where the study file names the missing codes of this file.
    var missingKey: String { "data.\(declaration.name.value).missing" }

    /// The column of a name; nil where the header has none.
    func column(_ name: String) -> DataColumn? {
        columns[name].map { DataColumn(table: self, name: name, index: $0) }
    }

    /// The text of a cell; nil where it is missing.
    func value(row: Int, column: Int) -> String? {
        let text = csv.text(row: row, column: column)
        return text.isEmpty || missingCodes.contains(text) ? nil : text
    }

    /// Whether a cell is missing.
    func isMissing(row: Int, column: Int) -> Bool {
        if missingCodes.isEmpty { return csv.isEmpty(row: row, column: column) }
        return value(row: row, column: column) == nil
    }
}

/// A column of a data file.
struct DataColumn {
    let table: DataTable
    let name: String
    let index: Int

    /// The text of the column's cell in a row; nil where it is missing.
    subscript(row: Int) -> String? { table.value(row: row, column: index) }

    /// The place of the column's cell in a row.
    func location(_ row: Int) -> SourceLocation { table.csv.location(row: row, column: index) }

    /// The cell as a number, with a message where it is not one; nil where it is missing or at fault.
    func number(_ row: Int, _ reporter: FaultReporter) -> NumberCell? {
        guard let text = self[row] else { return nil }
        if let number = NumberCell(text) { return number }
        reporter.report(
            Diagnostic(
                .unparsableNumber, at: location(row), "'\(name)' must be a number, found \(quoted(text))",
                help: [helpForNumber(text, missingKey: table.missingKey)]))
        return nil
    }

    /// The cell as a day, with a message where it is not one; nil where it is missing or at fault.
    func day(_ row: Int, _ reporter: FaultReporter) -> CalendarDay? {
        guard let text = self[row] else { return nil }
        switch DateCell(text) {
        case .day(let day): return day
        case .impossible(let reason):
            reporter.report(
                Diagnostic(
                    .impossibleDate, at: location(row),
                    "'\(name)' must be a day of the calendar, found \(quoted(text))",
                    notes: [.init(reason)], help: ["correct the cell"]))
        case .unparsable:
            reporter.report(
                Diagnostic(
                    .unparsableDate, at: location(row),
                    "'\(name)' must be a date as YYYY-MM-DD, found \(quoted(text))",
                    help: [helpForDate(text, missingKey: table.missingKey)]))
        }
        return nil
    }
}
