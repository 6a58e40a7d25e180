/// One message for a person: what is wrong, where, and how to mend it.
///
/// Every message of the program, from every module, is a value of this one type. It is rendered by
/// ``DiagnosticFormatter`` as
///
/// ```text
/// study.yaml:14:11: error: column 'os_mnths' doesn't exist in 'cohort.csv' [unknown-column]
///    14 |     time: os_mnths
///       |           ^^^^^^^^
///    help: did you mean 'os_months'?
/// ```
public struct Diagnostic: Equatable, Sendable {
    /// How much a message matters: an `error` stops the bundle, a `warning` says that the output is affected but made.
    public enum Severity: String, Sendable, Codable {
        case error, warning, note
    }

    /// A remark that belongs to a message, with its own place where it has one.
    public struct Note: Equatable, Sendable {
        /// The remark, in lower case and without a full stop.
        public var text: String
        /// The place that the remark speaks of.
        public var location: SourceLocation?

        /// Creates a remark.
        public init(_ text: String, at location: SourceLocation? = nil) {
            self.text = text
            self.location = location
        }
    }

    /// The message's identity, the name of its page.
    public var id: DiagnosticID
    /// How much it matters.
    public var severity: Severity
    /// The smallest span that is at fault.
    public var location: SourceLocation?
    /// What is wrong, in the rule's words: most specific word first, lower case, no full stop.
    public var summary: String
    /// Remarks that explain the fault.
    public var notes: [Note]
    /// How to mend it, ready to paste.
    public var help: [String]

    /// Creates a message.
    public init(
        _ id: DiagnosticID, severity: Severity = .error, at location: SourceLocation?, _ summary: String,
        notes: [Note] = [], help: [String] = []
    ) {
        self.id = id
        self.severity = severity
        self.location = location
        self.summary = summary
        self.notes = notes
        self.help = help
    }
}
