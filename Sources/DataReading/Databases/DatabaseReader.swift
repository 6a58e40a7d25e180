internal import CSQLite
internal import Diagnostics
internal import StudyFiles

/// Reads a table, or the rows of one SELECT, from an SQLite database.
///
/// The database is opened as bytes in memory, so that nothing can be written to it, and an authorizer lets pass nothing
/// but reading.
struct DatabaseReader {
    let context: ReadingContext

    private var declaration: DataFile { context.declaration }

    func table(_ bytes: [UInt8]) -> CellTable? {
        let path = declaration.path.value
        guard bytes.starts(with: Array("SQLite format 3\0".utf8)), bytes.count >= 512 else {
            context.refuse(damaged: "it does not begin as one does", help: "name the database file")
            return nil
        }
        if let log = context.companion("\(path)-wal"), !log.isEmpty {
            context.refuse(
                damaged: "the file '\(path)-wal' beside it holds changes that are not in it yet",
                help: "close the program that uses it, or run: sqlite3 \(path) 'PRAGMA wal_checkpoint(TRUNCATE)'")
            return nil
        }
        var bytes = bytes
        // Without its log, a database of the kind that has one is read like any other.
        if bytes[18] == 2 { (bytes[18], bytes[19]) = (1, 1) }
        return bytes.withUnsafeMutableBufferPointer { image in
            guard let database = Database(image) else {
                context.refuse(
                    damaged: "SQLite can't open it", help: "check it with: sqlite3 \(path) 'PRAGMA integrity_check'")
                return nil
            }
            return table(of: database)
        }
    }

    private func table(of database: Database) -> CellTable? {
        do throws(DatabaseFault) {
            guard let (query, table) = try query(of: database) else { return nil }
            let statement = try database.statement(query)
            var cells = try cells(of: statement)
            cells?.part = table
            return cells
        } catch {
            if error.isOfQuery, let query = declaration.query {
                context.report(
                    Diagnostic(
                        .unreadableData, at: query.location,
                        "the query of '\(declaration.path.value)' can't be run: \(error.reason)",
                        help: ["write one SELECT that SQLite takes"]))
            } else {
                context.refuse(
                    damaged: error.reason,
                    help: "check it with: sqlite3 \(declaration.path.value) 'PRAGMA integrity_check'")
            }
            return nil
        }
    }

    /// The query that the study gives, or that of its table; nil, with a message, where there is no such table.
    private func query(of database: Database) throws(DatabaseFault) -> (query: String, table: String?)? {
        if let query = declaration.query { return (query.value, nil) }
        let tables = try database.texts(
            "SELECT name FROM sqlite_master WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' "
                + "ORDER BY name")
        func select(_ table: String) -> (query: String, table: String?) {
            ("SELECT * FROM \"\(table.replacing("\"", with: "\"\""))\"", table)
        }
        let path = declaration.path.value
        guard let wanted = declaration.table else {
            if tables.count == 1 { return select(tables[0]) }
            context.report(
                Diagnostic(
                    .noSuchTable, at: declaration.path.location,
                    tables.isEmpty ? "'\(path)' has no table" : "'\(path)' has \(tables.count) tables",
                    notes: tables.isEmpty ? [] : [.init("they are \(listed(tables))")],
                    help: tables.isEmpty ? ["name another file"] : ["add 'table: \(tables[0])' to \(context.section)"]))
            return nil
        }
        // SQLite's names are the same in capitals.
        if let table = tables.first(where: { $0 == wanted.value })
            ?? tables.first(where: { $0.lowercased() == wanted.value.lowercased() })
        {
            return select(table)
        }
        context.report(
            Diagnostic(
                .noSuchTable, at: wanted.location, "table '\(wanted.value)' doesn't exist in '\(path)'",
                notes: [.init("its tables are \(listed(tables))")],
                help: nearNameHelp(for: wanted.value, among: tables, kind: "tables")))
        return nil
    }

    private func cells(of statement: DatabaseStatement) throws(DatabaseFault) -> CellTable? {
        let header = statement.columnNames
        guard header.count <= CSVScanner.columnLimit, !header.isEmpty else {
            throw DatabaseFault(reason: "it gives no columns", isOfQuery: true)
        }
        var builder = CellTableBuilder(file: context.file, header: header)
        var (row, isSound) = (0, true)
        while try statement.step() {
            row += 1
            for column in header.indices {
                let cell = statement.cell(column)
                if cell == nil, isSound {
                    isSound = false
                    let name = quoted(header[column]).dropFirst().dropLast()
                    context.refuse(
                        damaged: "the cell holds bytes (BLOB), which are no text",
                        help: "leave the column out by 'query'",
                        at: SourceLocation(
                            file: context.file, line: row + 1, column: column + 1, cell: "row \(row):\(name)"))
                }
                builder.add(cell ?? "")
            }
            guard builder.size < CellTableBuilder.byteLimit else {
                throw DatabaseFault(
                    reason: "it holds more than \(CellTableBuilder.byteLimit >> 30) GiB of cells", isOfQuery: true)
            }
        }
        return isSound ? builder.table() : nil
    }
}
