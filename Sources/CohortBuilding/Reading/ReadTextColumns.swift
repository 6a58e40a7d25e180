internal import DataReading
public import Diagnostics
public import StudyFiles

/// A column of a data file as texts, before a study says what they mean.
public struct TextColumn: Equatable, Sendable {
    /// Its name in the header.
    public var name: String
    /// What the file calls it in words; nil where it does not.
    public var label: String?
    /// The trimmed text of each row's cell; nil where it is empty or a missing code.
    public var values: [String?]
    /// The labels of its values in the order of their codes, where the file has them; else empty.
    public var levels: [String]

    /// Creates a column.
    public init(name: String, label: String? = nil, values: [String?], levels: [String] = []) {
        self.name = name
        self.label = label
        self.values = values
        self.levels = levels
    }
}

/// The columns of a data file, and what was found out of the file.
public struct TextColumns {
    /// The columns.
    public let columns: [TextColumn]
    /// The declaration, with what the file shows.
    public let file: DataFile
    /// The other sheets of a workbook that are not hidden.
    public let otherSheets: [String]
    /// The line of the file, or the row of the sheet, on which a row of the columns stands.
    public let line: (Int) -> Int
}

/// Reads a data file as columns of texts, with the checks of the file's form that a build makes; nil, with messages,
/// where it cannot be read.
///
/// What the declaration leaves open, and the file shows, comes back in the declaration: delimiter, encoding, sheet, table.
public func readTextColumns(
    of file: DataFile, reading: @escaping (String) throws -> [UInt8], reporting sink: DiagnosticSink
) -> TextColumns? {
    let reporter = FaultReporter(sink)
    let tables = readDataFiles([file], namedIn: "", reading: reading, reporter)
    guard let table = tables.first, !reporter.hasErrors else { return nil }
    let columns = table.cells.header.enumerated().map { index, name in
        let label = table.cells.columnLabels.isEmpty ? "" : table.cells.columnLabels[index]
        return TextColumn(
            name: name, label: label.isEmpty ? nil : label,
            values: (0..<table.rowCount).map { table.value(row: $0, column: index) },
            levels: table.cells.columnLevels.isEmpty ? [] : table.cells.columnLevels[index])
    }
    var found = file
    found.delimiter = table.cells.delimiter
    func located<Value>(_ value: Value) -> Located<Value> { file.path.map { _ in value } }
    found.encoding = table.cells.encoding.map(located)
    if file.format == .workbook { found.sheet = table.cells.part.map(located) }
    if file.format == .database { found.table = table.cells.part.map(located) }
    return TextColumns(
        columns: columns, file: found, otherSheets: table.cells.otherParts,
        line: { table.location(row: $0, column: 0).line })
}
