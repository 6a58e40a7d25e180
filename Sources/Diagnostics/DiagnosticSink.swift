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
    /// The messages that are equal but for their places.
    private var repeats: [Value: Repeats] = [:]

    /// Creates an empty sink.
    public init() { limit = Self.limitPerFile }

    /// Creates a sink for a part of a run that goes on beside others: it keeps every message, until they are all
    /// ``add(_:)``ed in the order in which the parts would have followed each other.
    public init(forPart: Void) { limit = .max }

    /// Adds the messages of a part, as if they were given now.
    public func add(_ part: DiagnosticSink) {
        for diagnostic in part.kept { emit(diagnostic) }
        for repeats in part.repeats.values {
            guard let index = repeats.index else { continue }
            for place in repeats.places {
                var repeated = part.kept[index]
                repeated.location = place
                emit(repeated)
            }
        }
    }

    /// Adds a message.
    public func emit(_ diagnostic: Diagnostic) {
        let fingerprint = Fingerprint(
            id: diagnostic.id, location: diagnostic.location, summary: diagnostic.summary)
        guard seen.insert(fingerprint).inserted else { return }
        let value = diagnostic.id.isAboutValue ? Value(diagnostic) : nil
        if let value, repeats[value] != nil { return addRepeat(diagnostic, of: value) }
        let kind = Kind(id: diagnostic.id, severity: diagnostic.severity, file: diagnostic.location?.file)
        counts[kind, default: 0] += 1
        let isKept = counts[kind, default: 0] <= limit
        if let value { repeats[value] = Repeats(index: isKept ? kept.count : nil) }
        if isKept { kept.append(diagnostic) }
    }

    /// Adds a message that is equal to another but for its place; the first of the file is kept in full.
    private func addRepeat(_ diagnostic: Diagnostic, of value: Value) {
        guard var place = diagnostic.location else { return }
        if let index = repeats[value]?.index, let first = kept[index].location, place < first {
            kept[index] = diagnostic
            place = first
        }
        repeats[value]?.places.append(place)
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
        guard diagnostic.id.isAboutValue, let others = Value(diagnostic).flatMap({ repeats[$0]?.places }),
            !others.isEmpty
        else { return diagnostic }
        let places = others.sorted().prefix(3).map { place in place.cell ?? "line \(place.line)" }
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

    private struct Repeats {
        /// Where the first of them is kept; nil where too many of its kind are.
        var index: Int?
        /// The places of the others.
        var places: [SourceLocation] = []
    }

    private struct Fingerprint: Hashable {
        var id: DiagnosticID
        var location: SourceLocation?
        var summary: String
    }
}
