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
    /// The places of messages that are equal to one that is kept, by it.
    private var repeats: [Value: [Diagnostic]] = [:]

    /// Creates an empty sink.
    public init() { limit = Self.limitPerFile }

    /// Creates a sink for a part of a run that goes on beside others: it keeps every message, until they are all
    /// ``add(_:)``ed in the order in which the parts would have followed each other.
    public init(forPart: Void) { limit = .max }

    /// Adds the messages of a part, as if they were given now.
    public func add(_ part: DiagnosticSink) {
        for diagnostic in part.kept { emit(diagnostic) }
        for diagnostic in part.repeats.values.joined() { emit(diagnostic) }
    }

    /// Adds a message.
    public func emit(_ diagnostic: Diagnostic) {
        let fingerprint = Fingerprint(
            id: diagnostic.id, location: diagnostic.location, summary: diagnostic.summary)
        guard seen.insert(fingerprint).inserted else { return }
        if diagnostic.id.isAboutValue, let value = Value(diagnostic) {
            if repeats[value] != nil {
                addRepeat(diagnostic, of: value)
                return
            }
            repeats[value] = []
        }
        let kind = Kind(id: diagnostic.id, severity: diagnostic.severity, file: diagnostic.location?.file)
        counts[kind, default: 0] += 1
        if counts[kind, default: 0] <= limit { kept.append(diagnostic) }
    }

    /// Adds a message that is equal to another but for its place; the first of the file is kept in full.
    private func addRepeat(_ diagnostic: Diagnostic, of value: Value) {
        var repeated = diagnostic
        if let index = kept.firstIndex(where: { Value($0) == value }), let place = diagnostic.location,
            let first = kept[index].location, place < first
        {
            swap(&repeated, &kept[index])
        }
        repeats[value]?.append(repeated)
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
        return ordered.map { withRepeats($0.element) } + overflow
    }

    /// A message with a note of how many cells have the same fault, and where the first of them are.
    private func withRepeats(_ diagnostic: Diagnostic) -> Diagnostic {
        guard diagnostic.id.isAboutValue, let others = Value(diagnostic).flatMap({ repeats[$0] }), !others.isEmpty
        else {
            return diagnostic
        }
        let places = others.compactMap(\.location).sorted().prefix(3).map { place in
            place.cell ?? "line \(place.line)"
        }
        let more = others.count > places.count ? " and so on" : ""
        var result = diagnostic
        let cells = others.count == 1 ? "1 more cell has" : "\(others.count) more cells have"
        result.notes.insert(.init("\(cells) the same value: \(places.joined(separator: ", "))\(more)"), at: 0)
        return result
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

    /// A value of a file at fault.
    private struct Value: Hashable {
        var kind: Kind
        var summary: String

        /// Nil for a message without a place.
        init?(_ diagnostic: Diagnostic) {
            guard let file = diagnostic.location?.file else { return nil }
            kind = Kind(id: diagnostic.id, severity: diagnostic.severity, file: file)
            summary = diagnostic.summary
        }
    }

    private struct Fingerprint: Hashable {
        var id: DiagnosticID
        var location: SourceLocation?
        var summary: String
    }
}
