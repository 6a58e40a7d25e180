import Diagnostics

/// A piece of a template's text: words, or a tag between `{{` and `}}`.
struct TemplateToken: Equatable {
    /// What it is.
    enum Content: Equatable {
        /// Literal text without its escapes; no line end but perhaps at its end.
        case text(String)
        /// The words of a tag, in order.
        case tag([Word])
        /// A tag that was already reported: it keeps its place among blocks and does nothing else.
        case faultyTag([Word])
        /// A comment, however many lines it has.
        case comment
    }

    /// A word of a tag: what stands between blanks; quoted blanks don't part words.
    struct Word: Equatable {
        var text: String
        var location: SourceLocation
    }

    var content: Content
    /// Where it stands; of a tag, from `{{` to `}}` on its first line.
    var location: SourceLocation
    /// Whether its line held nothing to print and has disappeared.
    var standsAlone = false

    /// Whether it prints nothing itself, so that a line of such tokens alone disappears.
    var isSilent: Bool {
        switch content {
        case .text: false
        case .comment: true
        case .tag(let words), .faultyTag(let words):
            words.first.map { Keyword(rawValue: $0.text) != nil } ?? true
        }
    }
}

/// The words that begin a tag which isn't an insertion.
enum Keyword: String, CaseIterable {
    case `if`, `else`, end, `for`, include, table, figure
}
