internal import StudyFiles

/// The SELECT statement that gives each value as the text of a CSV file's cell.
///
/// Days are `YYYY-MM-DD`, also moments at midnight; truths are `true` and `false`; numbers have every digit; what is
/// missing is empty. All else is the server's own text.
struct CellTexts {
    /// The statement or table that the rows come from, as it stands behind FROM.
    let origin: String
    let columns: [DatabaseConnection.Column]

    /// The whole statement.
    var statement: String {
        "SELECT \(columns.map { "\(text(of: $0)) AS \(quotedName($0.name))" }.joined(separator: ", ")) FROM \(origin)"
    }

    /// A column's cell as text where the server's own text is another.
    func text(of column: DatabaseConnection.Column) -> String {
        let name = "d.\(quotedName(column.name))"
        return switch column.type {
        case TypeNumber.bool: "CASE WHEN \(name) THEN 'true' WHEN NOT \(name) THEN 'false' END"
        case TypeNumber.timestamp, TypeNumber.timestampWithZone:
            "CASE WHEN \(name) = date_trunc('day', \(name)) THEN CAST(CAST(\(name) AS date) AS text) "
                + "ELSE CAST(\(name) AS text) END"
        default: name
        }
    }

    /// What stands behind FROM.
    static func origin(of rows: DatabaseTable.Rows) -> String {
        switch rows {
        case .table(let name): table(name.value)
        case .query(let statement): query(statement.value)
        }
    }

    /// What stands behind FROM for a table as a study names it: its parts are quoted unless they are quoted already.
    static func table(_ name: String) -> String {
        parts(of: name).map(quotedName).joined(separator: ".") + " AS d"
    }

    /// What stands behind FROM for a SELECT statement.
    static func query(_ statement: String) -> String {
        var statement = statement[...]
        while let last = statement.last, last.isWhitespace || last == ";" { statement.removeLast() }
        // A comment at its end would else take the bracket with it.
        return "(\(statement)\n) AS d"
    }

    /// The parts of a table's name, divided by points outside quotes; a part without quotes is as written.
    static func parts(of name: String) -> [String] {
        var parts = [""]
        var isQuoted = false
        var characters = name[...]
        while let character = characters.popFirst() {
            if character == "\"" {
                if isQuoted, characters.first == "\"" {
                    parts[parts.count - 1].append("\"")
                    characters.removeFirst()
                } else {
                    isQuoted.toggle()
                }
            } else if character == ".", !isQuoted {
                parts.append("")
            } else {
                parts[parts.count - 1].append(character)
            }
        }
        return parts
    }
}

/// A name as SQL takes it whatever it holds.
func quotedName(_ name: String) -> String {
    "\"\(name.replacing("\"", with: "\"\""))\""
}

/// A text as SQL takes it.
func quotedText(_ text: String) -> String {
    let quoted = "'\(text.replacing("'", with: "''"))'"
    return text.contains("\\") ? " E\(quoted.replacing("\\", with: "\\\\"))" : quoted
}

/// The numbers of the types that are not read by their own text, or that count as numbers; they are the same in every
/// server that speaks the protocol.
enum TypeNumber {
    static let bool: UInt32 = 16
    static let date: UInt32 = 1082
    static let timestamp: UInt32 = 1114
    static let timestampWithZone: UInt32 = 1184
    /// int2, int4, int8, float4, float8, numeric.
    static let numbers: Set<UInt32> = [21, 23, 20, 700, 701, 1700]
    /// int2, int4, int8.
    static let wholeNumbers: Set<UInt32> = [21, 23, 20]
}
