/// Why a database did not give what was asked of it, in its own words.
struct DatabaseError: Error, Equatable {
    enum Kind: Equatable {
        /// Nothing answers at the address, or no database server does.
        case unreachable
        /// The server asks for a password, and none is known.
        case passwordNeeded
        /// The server refuses the user, the password or the database.
        case refused
        /// The connection broke while it was used.
        case lost
        /// There is more than can be read.
        case tooLarge
        /// The statement failed with this SQLSTATE.
        case statement(state: String)
    }

    var kind: Kind
    /// The reason in one line.
    var reason: String
}

extension DatabaseError {
    /// Whether a table or schema that was named does not exist.
    var isUnknownTable: Bool {
        if case .statement(let state) = kind { state == "42P01" || state == "3F000" } else { false }
    }

    /// The first line of a message of libpq or a server, without the words that say which call failed.
    static func firstLine(_ message: String) -> String {
        // Several addresses of one host fail with a line each, and the last says what ended it.
        let lines = message.split(whereSeparator: \.isNewline).map(String.init).filter { !$0.hasPrefix("\t") }
        var line = lines.last { $0.contains("failed: ") } ?? lines.first ?? "no reason was given"
        if let range = line.range(of: " failed: ") { line = String(line[range.upperBound...]) }
        for word in ["FATAL:", "ERROR:", "PANIC:"] {
            if line.hasPrefix(word) { line = String(line.dropFirst(word.count).drop { $0 == " " }) }
        }
        return line
    }
}

extension String {
    /// Where a text first stands in this one.
    func range(of text: String) -> Range<String.Index>? {
        ranges(of: text).first
    }
}
