public import Diagnostics
public import StudyFiles

/// The rows of a database as the text of a CSV file.
public struct DatabaseRows: Sendable {
    /// The text, its header first.
    public var csv: [UInt8]
    /// A digest of the rows that does not depend on their order.
    public var digest: String
    /// The statement that gave them.
    public var statement: String
}

/// Reads data from databases, with one connection to each address; all that is read from one is of one moment.
public final class DatabaseReader {
    private var connections: [String: DatabaseConnection] = [:]

    /// Creates a reader that is not yet connected to anything.
    public init() {}

    /// Reads all rows that a data file of a study names.
    public func read(_ table: DatabaseTable) throws(DiagnosedError) -> DatabaseRows {
        let (connection, columns) = try open(table)
        let texts = CellTexts(origin: CellTexts.origin(of: table.rows), columns: columns)
        return try diagnosed(table, connection) { () throws(DatabaseError) in
            try Self.rows(texts.statement, header: columns.map(\.name), on: connection)
        }
    }

    /// Connects, and asks for the columns of a table.
    func open(
        _ table: DatabaseTable
    ) throws(DiagnosedError) -> (DatabaseConnection, [DatabaseConnection.Column]) {
        let connection = try connection(to: table)
        let columns = try diagnosed(table, connection) { () throws(DatabaseError) in
            try connection.limit(seconds: table.timeout)
            return try connection.columns(of: "SELECT * FROM \(CellTexts.origin(of: table.rows))")
        }
        if let name = columns.map(\.name).firstRepeated {
            throw DiagnosedError(DatabaseMessages(table: table).repeated(name))
        }
        return (connection, columns)
    }

    private func connection(to table: DatabaseTable) throws(DiagnosedError) -> DatabaseConnection {
        if let known = connections[table.source.value] { return known }
        do {
            let connection = try DatabaseConnection(to: table.source.value)
            connections[table.source.value] = connection
            return connection
        } catch {
            throw DiagnosedError(DatabaseMessages(table: table).message(error))
        }
    }

    /// Does something with a connection; what fails becomes a message.
    func diagnosed<Value>(
        _ table: DatabaseTable, _ connection: DatabaseConnection, _ body: () throws(DatabaseError) -> Value
    ) throws(DiagnosedError) -> Value {
        do {
            return try body()
        } catch {
            let known = error.isUnknownTable ? tables(on: connection) : []
            throw DiagnosedError(DatabaseMessages(table: table, known: known).message(error))
        }
    }

    /// The tables and views that the user may see, as a study names them.
    private func tables(on connection: DatabaseConnection) -> [String] {
        try? connection.restart()
        let rows = try? connection.rows(
            """
            SELECT table_schema || '.' || table_name FROM information_schema.tables
            WHERE table_schema NOT IN ('pg_catalog', 'information_schema') ORDER BY 1
            """)
        return (rows ?? []).compactMap { $0.first ?? nil }
    }

    static func rows(
        _ statement: String, header names: [String], on connection: DatabaseConnection
    ) throws(DatabaseError) -> DatabaseRows {
        let header = Array((names.map(csvCell).joined(separator: ",") + "\n").utf8)
        var (csv, digest) = (header, RowsDigest())
        var isTooLarge = false
        try connection.copy(statement) { line in
            isTooLarge = csv.count + line.count > Int(UInt32.max)
            guard !isTooLarge else { return false }
            csv.append(contentsOf: line)
            digest.add(line)
            return true
        }
        guard !isTooLarge else { throw DatabaseError(kind: .tooLarge, reason: "the rows are larger than 4 GiB") }
        return DatabaseRows(csv: csv, digest: digest.hexadecimal(under: header), statement: statement)
    }

    /// A column's name as the cell of a header.
    private static func csvCell(_ name: String) -> String {
        let needsQuotes = name.contains { $0 == "," || $0 == "\"" || $0.isNewline }
        return needsQuotes ? quotedName(name) : name
    }
}

extension [String] {
    /// The first text that stood in the list before.
    fileprivate var firstRepeated: String? {
        var seen: Set<String> = []
        return first { !seen.insert($0).inserted }
    }
}
