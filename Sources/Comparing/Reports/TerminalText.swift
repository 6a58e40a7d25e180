/// Text for a terminal: so wide, with colours or without.
public struct TerminalText: Sendable {
    /// Columns of the terminal.
    public var width: Int
    /// Whether it understands colours and they are wanted.
    public var hasColor: Bool

    /// Describes a terminal; the width is at least 40.
    public init(width: Int, hasColor: Bool) {
        self.width = max(40, width)
        self.hasColor = hasColor
    }

    enum Look: String {
        case bold = "1"
        case faint = "2"
        case alarm = "1;31"
        case old = "31"
        case new = "32"
    }

    func set(_ text: String, _ look: Look) -> String {
        hasColor && !text.isEmpty ? "\u{1B}[\(look.rawValue)m\(text)\u{1B}[0m" : text
    }

    /// The text in lines no wider than the terminal, each with an indent; the first may begin with another one.
    func wrapped(_ text: String, indent: Int, first: Int? = nil) -> [String] {
        var lines: [String] = []
        var line = ""
        var room = width - (first ?? indent)
        for word in text.split(separator: " ") {
            let length = Self.columns(of: word)
            let used = Self.columns(of: line)
            if !line.isEmpty, used + 1 + length > room {
                lines.append(line)
                line = ""
                room = width - indent
            }
            line += (line.isEmpty ? "" : " ") + word
        }
        lines.append(line)
        return lines.enumerated().map { index, line in
            String(repeating: " ", count: index == 0 ? first ?? indent : indent) + line
        }
    }

    /// The text cut to the columns given, with an ellipsis where something is missing.
    func cut(_ text: String, to columns: Int) -> String {
        guard Self.columns(of: text) > columns else { return text }
        var kept = ""
        var used = 0
        for sign in text {
            let width = Self.columns(of: String(sign))
            guard used + width < columns else { break }
            kept.append(sign)
            used += width
        }
        return kept + "…"
    }

    /// How many columns a text takes: Chinese, Japanese and Korean signs take two, combining marks none of their own.
    static func columns(of text: some StringProtocol) -> Int {
        text.reduce(0) { sum, sign in
            let value = sign.unicodeScalars.first?.value ?? 0
            let isWide =
                (0x1100...0x115F).contains(value) || (0x2E80...0xA4CF).contains(value)
                || (0xAC00...0xD7A3).contains(value) || (0xF900...0xFAFF).contains(value)
                || (0xFE30...0xFE6F).contains(value) || (0xFF00...0xFF60).contains(value) || value >= 0x1F300
            return sum + (isWide ? 2 : 1)
        }
    }
}
