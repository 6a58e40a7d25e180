/// Collects the messages of a run, so that one run reports every fault.
///
/// A message that was already given is not repeated. Of a kind of message that a file gives very often (a column
/// of ten thousand unreadable cells) only the first are kept in full and the rest counted.
public final class DiagnosticSink {
    /// How many messages of one id are kept for one file.
    public static let limitPerFile = 20

    private let limit: Int
    private var kept: [Diagnostic] = []
    private var counts: [Kind: Int] = [:]
    private var seen: Set<Fingerprint> = []

    /// Creates an empty sink.
    public init() { limit = Self.limitPerFile }

    /// Creates a sink for a part of a run that goes on beside others: it keeps every message, until they are all
    /// ``add(_:)``ed in the order in which the parts would have followed each other.
    public init(forPart: Void) { limit = .max }

    /// Adds the messages of a part, as if they were given now.
    public func add(_ part: DiagnosticSink) {
        for diagnostic in part.kept { emit(diagnostic) }
    }

    /// Adds a message.
    public func emit(_ diagnostic: Diagnostic) {
        let fingerprint = Fingerprint(
            id: diagnostic.id, location: diagnostic.location, summary: diagnostic.summary)
        guard seen.insert(fingerprint).inserted else { return }
        let kind = Kind(id: diagnostic.id, severity: diagnostic.severity, file: diagnostic.location?.file)
        counts[kind, default: 0] += 1
        if counts[kind, default: 0] <= limit { kept.append(diagnostic) }
    }

    /// Whether an error was given; then nothing is written.
    public var hasErrors: Bool { counts.keys.contains { $0.severity == .error } }

    /// The messages by file, line and column; those without a place first; the counted rest at the end.
    public var diagnostics: [Diagnostic] {
        let ordered = kept.enumerated().sorted { left, right in
            switch (left.element.location, right.element.location) {
            case (let a?, let b?) where a != b: a < b
            case (nil, .some): true
            case (.some, nil): false
            default: left.offset < right.offset
            }
        }
        return ordered.map(\.element) + overflow
    }

    private var overflow: [Diagnostic] {
        counts.filter { $0.value > Self.limitPerFile }
            .sorted { ($0.key.file ?? "", $0.key.id.rawValue) < ($1.key.file ?? "", $1.key.id.rawValue) }
            .map { kind, count in
                let place = kind.file.map { " in '\($0)'" } ?? ""
                return Diagnostic(
                    kind.id, severity: kind.severity, at: nil,
                    "\(count - Self.limitPerFile) more messages of this kind\(place)")
            }
    }

    private struct Kind: Hashable {
        var id: DiagnosticID
        var severity: Diagnostic.Severity
        var file: String?
    }

    private struct Fingerprint: Hashable {
        var id: DiagnosticID
        var location: SourceLocation?
        var summary: String
    }
}
