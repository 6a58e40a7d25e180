public import Diagnostics
public import StudyFiles

/// A column of a data file as texts, before a study says what they mean.
public struct TextColumn: Equatable, Sendable {
    /// Its name in the header.
    public var name: String
    /// The trimmed text of each row's cell; nil where it is empty or a missing code.
    public var values: [String?]

    /// Creates a column.
    public init(name: String, values: [String?]) {
        self.name = name
        self.values = values
    }
}

/// Reads a data file as columns of texts, with the checks of the file's form that a build makes; nil, with messages,
/// where it cannot be read.
public func readTextColumns(
    of file: DataFile, reading: (String) throws -> [UInt8], reporting sink: DiagnosticSink
) -> [TextColumn]? {
    let reporter = FaultReporter(sink)
    let tables = readDataFiles([file], namedIn: "study.yaml", reading: reading, reporter)
    guard let table = tables.first, !reporter.hasErrors else { return nil }
    return table.csv.header.enumerated().map { index, name in
        TextColumn(name: name, values: (0..<table.rowCount).map { table.value(row: $0, column: index) })
    }
}
