@testable import Prose

extension ManuscriptText {
    /// The whole text as Markdown, blocks parted by an empty line, with a line end at the end.
    var markdown: String {
        paragraphs.isEmpty ? "" : paragraphs.map(\.markdown).joined(separator: "\n\n") + "\n"
    }
}

extension Paragraph {
    /// The block as Markdown without references; the place of a table or figure as the tag that put it there.
    var markdown: String { TextReference.removed(from: linkedMarkdown) }

    private var linkedMarkdown: String {
        switch self {
        case .heading(let level, let text): String(repeating: "#", count: level) + " " + text
        case .paragraph(let text): text
        case .list(let items): items.map { "- " + $0 }.joined(separator: "\n")
        case .table(let id): "{{table \(id)}}"
        case .figure(let id): "{{figure \(id)}}"
        }
    }
}
