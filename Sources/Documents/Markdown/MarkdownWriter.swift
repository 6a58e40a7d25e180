public import Tables

/// Writes documents and tables as Markdown that GitHub and pandoc show alike.
public struct MarkdownWriter: Sendable {
    /// Creates a writer.
    public init() {}

    /// The document as Markdown. Figures are links to their files.
    public func text(_ document: Document) -> String {
        let notice = document.notice.map { ["> \($0.markdown(atStart: true))"] } ?? []
        let blocks = document.numberedBlocks.map(markdown)
        let colophon = document.colophon.map { $0.markdown(atStart: true) }
        let parts = ["# \(document.title.markdown())"] + notice + blocks + (colophon.isEmpty ? [] : ["---"] + colophon)
        return parts.joined(separator: "\n\n") + "\n"
    }

    /// A table alone as Markdown.
    public func text(_ table: Table) -> String {
        MarkdownTable(table: table, label: nil).markdown + "\n"
    }

    private func markdown(_ numbered: NumberedBlock) -> String {
        switch numbered.block {
        case .heading(let level, let text):
            return String(repeating: "#", count: min(max(level, 1), 5) + 1) + " " + text.markdown()
        case .paragraph(let text): return text.markdown(atStart: true)
        case .list(let items, let isOrdered):
            return items.enumerated().map { index, item in
                (isOrdered ? "\(index + 1). " : "- ") + item.markdown(atStart: true)
            }.joined(separator: "\n")
        case .table(let table): return MarkdownTable(table: table, label: numbered.label).markdown
        case .figure(let figure):
            // One paragraph: pandoc would take a picture alone for a figure and its alternative text for the caption.
            let label = numbered.label.map { "**\(escapedForMarkdown($0)).** " } ?? ""
            return """
                ![\(escapedForMarkdown(figure.alternativeText))](\(Self.link(figure.path)))\\
                \(label)\(figure.caption.markdown())
                """
        }
    }

    /// A relative path as the target of a link: all but letters, digits and `-._/` as bytes in per cent.
    private static func link(_ path: String) -> String {
        path.utf8.map { byte in
            let scalar = Unicode.Scalar(byte)
            switch scalar {
            case "a"..."z", "A"..."Z", "0"..."9", "-", ".", "_", "/": return String(scalar)
            default: break
            }
            let digits = String(byte, radix: 16, uppercase: true)
            return "%" + (digits.count == 1 ? "0" : "") + digits
        }.joined()
    }
}
