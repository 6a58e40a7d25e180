/// Rows that a database gives: where it is, and what is asked of it.
public struct DatabaseTable: Equatable, Sendable {
    /// What is read.
    public enum Rows: Equatable, Sendable {
        /// A table or view, `schema.table` or `table`.
        case table(Located<String>)
        /// What a statement selects.
        case query(Located<String>)

        /// The text with its place.
        public var text: Located<String> {
            switch self {
            case .table(let text), .query(let text): text
            }
        }
    }

    /// Whether the database counts patients of one kind, so that only the counts are read.
    public enum PushDown: String, CaseIterable, Sendable {
        /// Where the whole plan allows it and the counts are far fewer than the rows.
        case auto
        /// Rows are read.
        case never
        /// Counts are read; what needs rows is an error.
        case always
    }

    /// The address, without a password: `postgres://host/database`.
    public var source: Located<String>
    /// What is read.
    public var rows: Rows
    /// How long one statement may take, in seconds.
    public var timeout: Int
    /// Whether the database counts.
    public var pushDown: PushDown
    /// The statement that reads the rows as the cells of a CSV file, once the types of the columns are known.
    public var statement: String?

    /// Describes rows of a database.
    public init(
        source: Located<String>, rows: Rows, timeout: Int = 600, pushDown: PushDown = .auto, statement: String? = nil
    ) {
        self.source = source
        self.rows = rows
        self.timeout = timeout
        self.pushDown = pushDown
        self.statement = statement
    }

    /// The address without user and parameters, as messages and manifests show it.
    public var place: String { DatabaseAddress(source.value)?.place ?? "the database" }
}

/// The parts of a database's address that matter before anybody connects.
public struct DatabaseAddress: Equatable, Sendable {
    /// The address without user and parameters.
    public let place: String
    /// Whether it holds a password, which no study file may.
    public let holdsPassword: Bool

    /// Takes an address apart; nil where it is none.
    public init?(_ text: String) {
        guard let scheme = ["postgres://", "postgresql://"].first(where: text.hasPrefix) else { return nil }
        let rest = text.dropFirst(scheme.count)
        // The last '@' ends the user, for a password may hold others, and a '?' too where no database stands before it.
        let beforeParameters = rest.prefix { $0 != "?" }
        let at = beforeParameters.lastIndex(of: "@") ?? (beforeParameters.contains("/") ? nil : rest.lastIndex(of: "@"))
        let user = at.map { rest[..<$0] } ?? ""
        let host = at.map { rest[rest.index(after: $0)...] } ?? rest
        let parameters = host.drop { $0 != "?" }.dropFirst().split(separator: "&")
        let names = parameters.map { ($0.prefix { $0 != "=" }.removingPercentEncoding ?? "").lowercased() }
        holdsPassword = user.contains(":") || names.contains { $0.contains("password") }
        place = scheme + host.prefix { $0 != "?" }
    }
}

extension Substring {
    /// The text with `%61` read as `a`; nil where that makes no text.
    fileprivate var removingPercentEncoding: String? {
        var bytes: [UInt8] = []
        var rest = utf8[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "%"), let code = UInt8(String(Substring(rest.prefix(2))), radix: 16) {
                bytes.append(code)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        return String(validating: bytes, as: UTF8.self)
    }
}
