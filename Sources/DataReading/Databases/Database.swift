internal import CSQLite

/// Why a database cannot be read, in SQLite's words.
struct DatabaseFault: Error {
    var reason: String
    /// Whether the query is to blame, not the file.
    var isOfQuery: Bool
}

/// An SQLite database in memory that can only be read.
final class Database {
    private let handle: OpaquePointer
    private let budget: StepBudget

    /// Opens the image of a database, which must outlive it; its queries end after so many million steps.
    init?(_ image: UnsafeMutableBufferPointer<UInt8>, millionSteps: Int = 10_000) {
        budget = StepBudget(chunks: millionSteps)
        var opened: OpaquePointer?
        guard sqlite3_open_v2(":memory:", &opened, SQLITE_OPEN_READWRITE, nil) == SQLITE_OK, let opened else {
            sqlite3_close(opened)
            return nil
        }
        handle = opened
        let size = sqlite3_int64(image.count)
        guard
            sqlite3_deserialize(
                handle, "main", image.baseAddress, size, size, UInt32(SQLITE_DESERIALIZE_READONLY)) == SQLITE_OK
        else { return nil }
        sqlite3_set_authorizer(
            handle,
            { _, action, _, function, _, _ in
                switch action {
                case SQLITE_SELECT, SQLITE_READ, SQLITE_RECURSIVE: return SQLITE_OK
                case SQLITE_FUNCTION:
                    let name = function.map { String(cString: $0) }?.lowercased() ?? ""
                    return name == "load_extension" ? SQLITE_DENY : SQLITE_OK
                default: return SQLITE_DENY
                }
            }, nil)
        sqlite3_progress_handler(
            handle, StepBudget.chunk,
            { budget in
                guard let budget else { return 1 }
                return Unmanaged<StepBudget>.fromOpaque(budget).takeUnretainedValue().spend() ? 0 : 1
            }, Unmanaged.passUnretained(budget).toOpaque())
    }

    deinit { sqlite3_close_v2(handle) }

    /// One SELECT, ready to run.
    func statement(_ query: String) throws(DatabaseFault) -> DatabaseStatement {
        var statement: OpaquePointer?
        var rest = ""
        let state = query.withCString { text in
            var tail: UnsafePointer<CChar>?
            let state = sqlite3_prepare_v2(handle, text, -1, &statement, &tail)
            rest = tail.map { String(cString: $0) } ?? ""
            return state
        }
        guard state == SQLITE_OK else { throw fault(state) }
        guard let statement else { throw DatabaseFault(reason: "it is empty", isOfQuery: true) }
        let prepared = DatabaseStatement(statement, of: self)
        guard isBlank(rest) else { throw DatabaseFault(reason: "it has more than one statement", isOfQuery: true) }
        return prepared
    }

    /// The texts of a query's first column.
    func texts(_ query: String) throws(DatabaseFault) -> [String] {
        let statement = try statement(query)
        var texts: [String] = []
        while try statement.step() { texts.append(statement.cell(0) ?? "") }
        return texts
    }

    fileprivate func fault(_ state: Int32) -> DatabaseFault {
        let isOfFile = [SQLITE_CORRUPT, SQLITE_NOTADB, SQLITE_IOERR, SQLITE_CANTOPEN].contains(state & 0xFF)
        if state & 0xFF == SQLITE_INTERRUPT {
            return DatabaseFault(reason: "it takes too long", isOfQuery: true)
        }
        return DatabaseFault(reason: String(cString: sqlite3_errmsg(handle)), isOfQuery: !isOfFile)
    }

    /// Whether nothing is left of a query but blanks, semicolons and comments.
    private func isBlank(_ rest: String) -> Bool {
        var statement: OpaquePointer?
        defer { sqlite3_finalize(statement) }
        return sqlite3_prepare_v2(handle, rest, -1, &statement, nil) == SQLITE_OK && statement == nil
    }
}

/// How many steps of SQLite's machine a query may take, so that one without end ends.
private final class StepBudget {
    static let chunk: Int32 = 1_000_000
    private var chunks: Int

    init(chunks: Int) { self.chunks = chunks }

    func spend() -> Bool {
        chunks -= 1
        return chunks > 0
    }
}

/// A SELECT being run.
final class DatabaseStatement {
    private let handle: OpaquePointer
    private let database: Database

    fileprivate init(_ handle: OpaquePointer, of database: Database) {
        self.handle = handle
        self.database = database
    }

    deinit { sqlite3_finalize(handle) }

    var columnNames: [String] {
        (0..<sqlite3_column_count(handle)).map { sqlite3_column_name(handle, $0).map { String(cString: $0) } ?? "" }
    }

    /// Moves to the next row; false behind the last.
    func step() throws(DatabaseFault) -> Bool {
        switch sqlite3_step(handle) {
        case SQLITE_ROW: return true
        case SQLITE_DONE: return false
        case let state: throw database.fault(state)
        }
    }

    /// A cell as text: empty where it is missing, nil where it holds bytes.
    func cell(_ column: Int) -> String? {
        let column = Int32(column)
        switch sqlite3_column_type(handle, column) {
        case SQLITE_NULL: return ""
        case SQLITE_INTEGER: return String(sqlite3_column_int64(handle, column))
        case SQLITE_FLOAT: return numberText(sqlite3_column_double(handle, column))
        case SQLITE_TEXT:
            guard let text = sqlite3_column_text(handle, column) else { return "" }
            let bytes = UnsafeBufferPointer(start: text, count: Int(sqlite3_column_bytes(handle, column)))
            return String(decoding: bytes, as: UTF8.self)
        default: return nil
        }
    }
}
