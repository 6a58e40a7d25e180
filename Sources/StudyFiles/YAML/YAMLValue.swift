import Diagnostics

/// A value of a YAML text with its place: what the study file says before its meaning is known.
///
/// Scalars are texts as they are written: `No`, `010` and `2025-04-30` are not turned into anything else.
struct YAMLValue {
    enum Content {
        /// A key without a value.
        case nothing
        case text(String)
        case list([YAMLValue])
        case mapping([Entry])
    }

    struct Entry {
        var key: Located<String>
        var value: YAMLValue
    }

    var content: Content
    /// The smallest span that shows it: a scalar with its quotes, a bracketed list, the first key of a mapping.
    var location: SourceLocation
    /// For a text, the offset at which each of its Unicode scalars is written; nil where only ``location`` is known.
    var offsets: [Int]?

    /// The entries of a mapping; those of nothing are none. Nil for other values.
    var entries: [Entry]? {
        switch content {
        case .mapping(let entries): entries
        case .nothing: []
        case .text, .list: nil
        }
    }

    /// The text of a scalar.
    var text: String? {
        if case .text(let text) = content { text } else { nil }
    }

    /// The value of a key of a mapping.
    subscript(key: String) -> YAMLValue? { entries?.first { $0.key.value == key }?.value }

    /// What it is, as messages say it: `a list`, `'No'`.
    var words: String {
        switch content {
        case .nothing: "nothing"
        case .text(let text): text.count <= 40 ? "'\(text)'" : "'\(text.prefix(39))…'"
        case .list(let values): values.isEmpty ? "an empty list" : "a list"
        case .mapping: "a mapping"
        }
    }
}
