internal import Diagnostics
internal import StudyFiles

/// What to say where a database does not give its rows: at the address where nobody connects, else at the table or query.
struct DatabaseMessages {
    let table: DatabaseTable
    /// The tables that the database has, where the one asked for does not exist.
    var known: [String] = []

    private var place: String { table.place }

    /// The message about a failure.
    func message(_ error: DatabaseError) -> Diagnostic {
        switch error.kind {
        case .unreachable:
            atSource(
                "'\(place)' can't be reached: \(error.reason)",
                help: "check host and port, and that a PostgreSQL server runs there")
        case .passwordNeeded:
            atSource(
                "'\(place)' asks for a password: \(error.reason)",
                help: "give it in PGPASSWORD, in ~/.pgpass or in a service file, never in the study file")
        case .refused:
            atSource(
                "'\(place)' refuses the connection: \(error.reason)",
                help:
                    "check user and database in 'source', and the password in PGPASSWORD, ~/.pgpass or the service file"
            )
        case .lost:
            atRows(
                "connection to '\(place)' broke off: \(error.reason)",
                help: "run it again; nothing was written, and the bundle is as it was")
        case .tooLarge:
            atRows(
                "\(error.reason), more than can be read at once",
                help: "name the columns that the study uses in a 'query', or write 'push_down: always'")
        case .statement(let state): atStatement(state, error.reason)
        }
    }

    /// The message that two columns have one name.
    func repeated(_ name: String) -> Diagnostic {
        Diagnostic(
            .duplicateColumn, at: table.rows.text.location, "column '\(name)' is selected twice",
            help: ["give one of them another name with AS"])
    }

    private func atStatement(_ state: String, _ reason: String) -> Diagnostic {
        let isTable = if case .table = table.rows { true } else { false }
        switch state {
        case "42P01", "3F000":
            let near = NearestName.help(for: table.rows.text.value, among: known, kind: "tables")
            return isTable
                ? atRows(
                    "table '\(table.rows.text.value)' doesn't exist in '\(place)'",
                    help: near ?? "the user sees no table there: check the database, or GRANT USAGE on the schema")
                : atRows("query fails in '\(place)': \(reason)", help: "correct the query")
        case "42501":
            return atRows(
                "'\(place)' refuses to read: \(reason)",
                help: "ask the owner for GRANT SELECT on the table, and GRANT USAGE on its schema")
        case "25006":
            return atRows(
                "query would change '\(place)', and it is only read: \(reason)", help: "write a SELECT statement")
        case "57014":
            return atRows(
                "statement took longer than \(counted(table.timeout, "second"))",
                help: "raise 'timeout', select fewer columns, or let the database count with 'push_down'")
        default:
            return atRows(
                "\(isTable ? "table" : "query") fails in '\(place)': \(reason)",
                help: "correct the \(isTable ? "table" : "query")")
        }
    }

    private func atSource(_ summary: String, help: String) -> Diagnostic {
        Diagnostic(.unreadableDatabase, at: table.source.location, summary, help: [help])
    }

    private func atRows(_ summary: String, help: String) -> Diagnostic {
        Diagnostic(.unreadableDatabase, at: table.rows.text.location, summary, help: [help])
    }
}
