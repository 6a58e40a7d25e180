public import Templating

/// A stretch of text in one manner of writing.
public struct TextRun: Equatable, Sendable {
    /// How a stretch is set off.
    public enum Emphasis: Equatable, Sendable {
        case none, emphasis, strong
    }

    /// The plain text, without Markdown.
    public var text: String
    /// How it is set off.
    public var emphasis: Emphasis
    /// The table or figure whose number the text is; nil for other text.
    public var reference: Placement?

    /// Creates a run.
    public init(_ text: String, _ emphasis: Emphasis = .none, reference: Placement? = nil) {
        self.text = text
        self.emphasis = emphasis
        self.reference = reference
    }

    /// Takes the Markdown of a paragraph, heading or list item apart.
    ///
    /// `*` opens where a letter follows and closes where one precedes; one that opens or closes nothing stands for
    /// itself. A backslash takes a sign's meaning away.
    public static func runs(of markdown: String) -> [TextRun] {
        // Most paragraphs hold no mark.
        guard markdown.utf8.contains(where: { $0 == 0x5C || $0 == 0x2A || $0 == 0x5B }) else {
            return markdown.isEmpty ? [] : [TextRun(markdown)]
        }
        var runs: [TextRun] = []
        var plain = ""
        func flush() {
            if !plain.isEmpty { runs.append(TextRun(plain)) }
            plain = ""
        }
        let signs = Array(markdown)
        var index = 0
        while index < signs.count {
            if signs[index] == "\\", index + 1 < signs.count, isMarkdownSign(signs[index + 1]) {
                plain.append(signs[index + 1])
                index += 2
            } else if let span = emphasised(signs, from: index) {
                flush()
                let inside = Array(TextReference.removed(from: String(signs[span.inside])))[...]
                runs.append(TextRun(unescaped(inside), span.marks == 2 ? .strong : .emphasis))
                index = span.inside.upperBound + span.marks
            } else if let reference = TextReference.read(signs, from: index) {
                flush()
                runs.append(TextRun(unescaped(signs[reference.text]), reference: reference.to))
                index = reference.end
            } else {
                plain.append(signs[index])
                index += 1
            }
        }
        flush()
        return runs
    }

    /// Takes the meaning that Markdown sees in a result's text away, so that a label prints as it is.
    static func escaped(_ text: String) -> String {
        guard text.utf8.contains(where: mayNeedEscape) else { return text }
        var result = ""
        let signs = Array(text.split(whereSeparator: \.isNewline).joined(separator: " "))
        for (index, sign) in signs.enumerated() {
            let next = index + 1 < signs.count ? signs[index + 1] : " "
            let needsEscape =
                switch sign {
                case "*", "_", "`", "[", "\\", "~": true
                // An HTML tag or an entity, but not `p < 0.001`.
                case "<": next.isLetter || "/!?".contains(next)
                case "&": next.isLetter || next == "#"
                // A heading, list or quotation at the beginning of a line.
                case "#", "-", "+", ">": index == 0 && (next == " " || next == "#")
                default: false
                }
            if needsEscape { result.append("\\") }
            result.append(sign)
        }
        return result
    }

    /// Whether a byte is that of a sign with a meaning, or may begin or be a line end.
    private static func mayNeedEscape(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x0A...0x0D, 0xC2, 0xE2: true
        case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "`"), UInt8(ascii: "["), UInt8(ascii: "\\"),
            UInt8(ascii: "~"), UInt8(ascii: "<"), UInt8(ascii: "&"), UInt8(ascii: "#"), UInt8(ascii: "-"),
            UInt8(ascii: "+"), UInt8(ascii: ">"):
            true
        default: false
        }
    }

    /// The emphasis that begins at a place: how many marks it has, and what is inside.
    private static func emphasised(_ signs: [Character], from start: Int) -> (marks: Int, inside: Range<Int>)? {
        guard signs[start] == "*" else { return nil }
        let marks = start + 1 < signs.count && signs[start + 1] == "*" ? 2 : 1
        let first = start + marks
        guard first < signs.count, !signs[first].isWhitespace, signs[first] != "*" else { return nil }
        var index = first
        while index < signs.count {
            if signs[index] == "\\" {
                index += 2
            } else if signs[index] == "*" {
                let closing = signs[index...].prefix { $0 == "*" }.count
                if closing == marks, !signs[index - 1].isWhitespace { return (marks, first..<index) }
                index += closing
            } else {
                index += 1
            }
        }
        return nil
    }

    private static func unescaped(_ signs: ArraySlice<Character>) -> String {
        var text = ""
        var isEscaped = false
        for (index, sign) in zip(signs.indices, signs) {
            if sign == "\\", !isEscaped, index + 1 < signs.endIndex, isMarkdownSign(signs[index + 1]) {
                isEscaped = true
            } else {
                text.append(sign)
                isEscaped = false
            }
        }
        return text
    }

    private static func isMarkdownSign(_ sign: Character) -> Bool {
        sign.isASCII && (sign.isPunctuation || sign.isSymbol)
    }
}
