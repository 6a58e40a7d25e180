import Templating

/// A block of a written text. Text is Markdown with `*emphasis*`, `**strong emphasis**` and references to tables and
/// figures, `[Table 5](#table cox)`, and nothing else; ``TextRun/runs(of:)`` takes it apart.
public enum Paragraph: Equatable, Sendable {
    /// A heading; the level is the number of `#`.
    case heading(level: Int, text: String)
    /// A paragraph.
    case paragraph(text: String)
    /// The items of a list.
    case list(items: [String])
    /// The place of a table, by its name in the study file.
    case table(id: String)
    /// The place of a figure, by its name in the study file.
    case figure(id: String)
}

/// Reads Markdown into blocks: headings with `#`, lists with `-` or `*`, paragraphs parted by empty lines.
struct ParagraphReader {
    private(set) var paragraphs: [Paragraph] = []
    /// The lines of the paragraph or list item at hand.
    private var lines: [String] = []
    private var isItem = false

    /// The blocks of a filled template. `places` has the tables and figures by the JSON pointer that a reference to each
    /// comes from.
    static func paragraphs(of filled: FilledTemplate, referringTo places: [String: Placement]) -> [Paragraph] {
        var reader = ParagraphReader()
        var text = ""
        for piece in filled.pieces {
            switch piece.content {
            case .literal(let words): text += words
            case .value(let value, _, let source):
                let words = TextRun.escaped(value)
                text += places[source].map { TextReference.markdown(words, to: $0) } ?? words
            case .placement(let placement):
                reader.read(text)
                text = ""
                switch placement.kind {
                case .table: reader.paragraphs.append(.table(id: placement.id))
                case .figure: reader.paragraphs.append(.figure(id: placement.id))
                }
            }
        }
        reader.read(text)
        return reader.paragraphs
    }

    private mutating func read(_ text: String) {
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            let line = Self.trimmed(line)
            let level = line.utf8.prefix { $0 == UInt8(ascii: "#") }.count
            if line.isEmpty {
                endBlock()
            } else if (1...6).contains(level), line.dropFirst(level).first == " " {
                endBlock()
                paragraphs.append(.heading(level: level, text: Self.trimmed(line.dropFirst(level))))
            } else if line.hasPrefix("- ") || line.hasPrefix("* ") {
                endBlock()
                isItem = true
                lines = [Self.trimmed(line.dropFirst(2))]
            } else {
                lines.append(line)
            }
        }
        endBlock()
    }

    private mutating func endBlock() {
        defer {
            lines = []
            isItem = false
        }
        guard !lines.isEmpty else { return }
        let text = Self.joined(lines)
        if !isItem {
            paragraphs.append(.paragraph(text: text))
        } else if case .list(let items) = paragraphs.last {
            paragraphs[paragraphs.count - 1] = .list(items: items + [text])
        } else {
            paragraphs.append(.list(items: [text]))
        }
    }

    /// Lines as one text, with a blank between them, but where Chinese or Japanese goes on over the end of a line.
    private static func joined(_ lines: [String]) -> String {
        lines.dropFirst().reduce(lines.first ?? "") { text, line in
            let isUnbroken = isWide(text.unicodeScalars.last) || isWide(line.unicodeScalars.first)
            return text + (isUnbroken ? "" : " ") + line
        }
    }

    private static func isWide(_ scalar: Unicode.Scalar?) -> Bool {
        guard let scalar else { return false }
        return scalar.properties.isIdeographic || (0x3000...0x303F).contains(scalar.value)
            || (0xFF00...0xFFEF).contains(scalar.value)
    }

    /// Without blanks at the ends, and with one blank for several.
    private static func trimmed(_ text: Substring) -> String {
        var bytes: [UInt8] = []
        var isAfterBlank = false
        for byte in text.utf8 {
            let isBlank = byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")
            if isAfterBlank, !isBlank, !bytes.isEmpty { bytes.append(UInt8(ascii: " ")) }
            if !isBlank { bytes.append(byte) }
            isAfterBlank = isBlank
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
