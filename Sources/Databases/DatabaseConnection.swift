internal import CPostgreSQL

#if canImport(Darwin)
    internal import Darwin
#else
    internal import Glibc
#endif

/// One connection to a database, in one transaction that can only read.
///
/// All statements of a connection see the data of one moment: the transaction is repeatable. What libpq reads from the
/// environment (PGPASSWORD, PGSERVICE, PGSSLMODE, ~/.pgpass) holds here too.
final class DatabaseConnection {
    /// A column that a statement gives.
    struct Column: Equatable {
        var name: String
        /// The number of its type in the server's catalogue.
        var type: UInt32
    }

    private let connection: OpaquePointer

    /// Connects and begins to read.
    init(to address: String) throws(DatabaseError) {
        guard greenwood_load_libpq() == 1 else {
            throw DatabaseError(
                kind: .unreachable, reason: "libpq, PostgreSQL's client library, is not installed (in Debian: libpq5)")
        }
        // Later ones count: an address may set what stands before it.
        var settings = [("fallback_application_name", "greenwood")]
        if getenv("PGCONNECT_TIMEOUT") == nil { settings.append(("connect_timeout", "10")) }
        settings += [("dbname", address), ("client_encoding", "UTF8")]
        let keys = settings.map { strdup($0.0) }
        let values = settings.map { strdup($0.1) }
        defer { (keys + values).forEach { free($0) } }
        guard
            let connection = PQconnectdbParams(
                keys.map { UnsafePointer($0) } + [nil], values.map { UnsafePointer($0) } + [nil], 1)
        else { throw DatabaseError(kind: .unreachable, reason: "no memory") }
        self.connection = connection
        // Remarks of the server would stand in the midst of our own messages.
        PQsetNoticeProcessor(connection, { _, _ in }, nil)
        guard PQstatus(connection) == CONNECTION_OK else { throw failureToConnect() }
        try begin()
    }

    deinit { PQfinish(connection) }

    private func begin() throws(DatabaseError) {
        try run("BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
        try run("SET LOCAL datestyle = 'ISO, YMD'")
        // Every digit of a number, also of servers before version 12.
        try run("SET LOCAL extra_float_digits = 3")
    }

    /// Says how long each statement may take.
    func limit(seconds: Int) throws(DatabaseError) {
        try run("SET LOCAL statement_timeout = '\(seconds)s'")
    }

    /// Begins anew after a statement that failed.
    func restart() throws(DatabaseError) {
        try run("ROLLBACK")
        try begin()
    }

    // MARK: Statements

    /// Runs a statement and forgets what it gives.
    func run(_ statement: String) throws(DatabaseError) {
        _ = try rows(statement)
    }

    /// The rows of a statement as texts; nil for NULL. For results of a few rows.
    func rows(_ statement: String) throws(DatabaseError) -> [[String?]] {
        let result = PQexec(connection, statement)
        defer { PQclear(result) }
        try check(result, [PGRES_TUPLES_OK, PGRES_COMMAND_OK])
        return (0..<PQntuples(result)).map { row in
            (0..<PQnfields(result)).map { column in
                PQgetisnull(result, row, column) == 1 ? nil : String(cString: PQgetvalue(result, row, column))
            }
        }
    }

    /// The columns that a statement would give, without running it. It must be one statement.
    func columns(of statement: String) throws(DatabaseError) -> [Column] {
        let prepared = PQprepare(connection, "", statement, 0, nil)
        defer { PQclear(prepared) }
        try check(prepared, [PGRES_COMMAND_OK])
        let description = PQdescribePrepared(connection, "")
        defer { PQclear(description) }
        try check(description, [PGRES_COMMAND_OK])
        return (0..<PQnfields(description)).map { column in
            Column(name: String(cString: PQfname(description, column)), type: PQftype(description, column))
        }
    }

    /// Streams the rows of a SELECT statement as lines of CSV, each with its line end; `take` says whether to go on.
    ///
    /// One row is held at a time. Where `take` stops, the connection is of no more use.
    func copy(_ select: String, _ take: (UnsafeRawBufferPointer) -> Bool) throws(DatabaseError) {
        let start = PQexec(connection, "COPY (\(select)\n) TO STDOUT (FORMAT csv)")
        defer { PQclear(start) }
        try check(start, [PGRES_COPY_OUT])
        var line: UnsafeMutablePointer<CChar>?
        while true {
            let count = PQgetCopyData(connection, &line, 0)
            guard count > 0, let bytes = line else {
                if count == -2 { throw failure(nil) }
                break
            }
            let goesOn = take(UnsafeRawBufferPointer(start: bytes, count: Int(count)))
            PQfreemem(bytes)
            if !goesOn { return }
        }
        while let end = PQgetResult(connection) {
            defer { PQclear(end) }
            try check(end, [PGRES_COMMAND_OK])
        }
    }

    // MARK: Failures

    private func check(_ result: OpaquePointer?, _ wanted: [ExecStatusType]) throws(DatabaseError) {
        guard let result, wanted.contains(PQresultStatus(result)) else { throw failure(result) }
    }

    private func failure(_ result: OpaquePointer?) -> DatabaseError {
        let state = result.flatMap { PQresultErrorField($0, Int32(UInt8(ascii: "C"))) }.map { String(cString: $0) }
        let primary = result.flatMap { PQresultErrorField($0, Int32(UInt8(ascii: "M"))) }.map { String(cString: $0) }
        let reason = DatabaseError.firstLine(primary ?? String(cString: PQerrorMessage(connection)))
        // A server that is shut down says so before it goes.
        let isGone = PQstatus(connection) != CONNECTION_OK || state?.hasPrefix("57P") == true
        if isGone || state == nil { return DatabaseError(kind: .lost, reason: reason) }
        return DatabaseError(kind: .statement(state: state ?? ""), reason: reason)
    }

    private func failureToConnect() -> DatabaseError {
        let message = String(cString: PQerrorMessage(connection))
        let reason = DatabaseError.firstLine(message)
        if PQconnectionNeedsPassword(connection) == 1 { return DatabaseError(kind: .passwordNeeded, reason: reason) }
        // Only a server says FATAL; everything else comes from the way to it.
        let isRefused = message.contains("FATAL:") || PQconnectionUsedPassword(connection) == 1
        return DatabaseError(kind: isRefused ? .refused : .unreachable, reason: reason)
    }
}
