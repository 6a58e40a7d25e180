import Tables

/// Text as Markdown shows it, on GitHub and through pandoc: every character that either might take for markup is
/// escaped, and those that only mean something in some places only in those.
func escapedForMarkdown(_ text: String, atStart: Bool = false) -> String {
    let text = cleaned(text)
    let escaped = text.withBytes { bytes in
        let places = bytes.indices.filter { isMarkup(at: $0, in: bytes) }
        guard !places.isEmpty else { return text }
        var (result, start) = (TextBuffer(), 0)
        for place in places {
            result.add(bytes[start..<place])
            result += "\\"
            start = place
        }
        result.add(bytes[start...])
        return result.string
    }
    return atStart ? escapedStart(escaped) : escaped
}

/// Whether a byte in a line is a character that might be taken for markup.
private func isMarkup(at index: Int, in line: UnsafeBufferPointer<UInt8>) -> Bool {
    func next() -> UInt8? { index + 1 < line.count ? line[index + 1] : nil }
    switch line[index] {
    case UInt8(ascii: "\\"), UInt8(ascii: "`"), UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "["),
        UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "|"), UInt8(ascii: "~"),
        UInt8(ascii: "^"), UInt8(ascii: "$"), UInt8(ascii: "@"):
        return true
    // A tag, a comment or a closing tag; `<60` and `p < 0.001` are left to be read.
    case UInt8(ascii: "<"): return next().map { isLetter($0) || "/!?".utf8.contains($0) } ?? true
    // An entity.
    case UInt8(ascii: "&"): return next().map { isLetter($0) || $0 == UInt8(ascii: "#") } ?? false
    // The end of a heading, or the number of an issue.
    case UInt8(ascii: "#"): return index > 0 && line[index - 1] == UInt8(ascii: " ")
    // A bare address, which GitHub would turn into a link.
    case UInt8(ascii: ":"): return next() == UInt8(ascii: "/")
    case UInt8(ascii: "."): return index >= 3 && line[index - 3..<index].allSatisfy { $0 | 0x20 == UInt8(ascii: "w") }
    default: return false
    }
}

/// A line whose first characters would make it a heading, a quotation, a list, a definition or a title block, escaped.
private func escapedStart(_ line: String) -> String {
    let line = line.drop(while: \.isWhitespace)
    guard let first = line.first else { return "" }
    let digits = line.prefix { $0.isASCII && $0.isNumber }
    let afterDigits = line.dropFirst(digits.count)
    let second = afterDigits.dropFirst().first
    let isListMark = second == nil || second == " " || second == afterDigits.first
    if digits.isEmpty, "#>=%".contains(first) || "+-:".contains(first) && isListMark { return "\\" + line }
    if !digits.isEmpty, isListMark, let mark = afterDigits.first, ".)".contains(mark) {
        return digits + "\\" + afterDigits
    }
    return String(line)
}

private func isLetter(_ byte: UInt8) -> Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) }

extension RichText {
    /// The text as Markdown on one line; at the start of a line, where its first characters could mean a block, those
    /// are escaped too.
    func markdown(atStart: Bool = false) -> String {
        var markdown = ""
        for (index, run) in runs.enumerated() {
            if run.styles.contains(.superscript) {
                markdown += raised(run.text, by: superscripts, element: "sup")
            } else if run.styles.contains(.subscript) {
                markdown += raised(run.text, by: subscripts, element: "sub")
            } else {
                let text = emphasized(run, atStart: atStart && index == 0)
                markdown += run.safeLink.map { "[\(text)](\($0))" } ?? text
            }
        }
        return markdown
    }

    /// Emphasis must touch the words that it is of, so spaces at either end stay outside.
    private func emphasized(_ run: Run, atStart: Bool) -> String {
        let text = escapedForMarkdown(run.text, atStart: atStart)
        guard !run.styles.isDisjoint(with: [.bold, .italic]) else { return text }
        let marks = (run.styles.contains(.bold) ? "**" : "") + (run.styles.contains(.italic) ? "*" : "")
        let leading = text.prefix { $0 == " " }
        let word = text.dropFirst(leading.count)
        let trailing = String(word.reversed().prefix { $0 == " " })
        guard word.count > trailing.count else { return text }
        return leading + marks + word.dropLast(trailing.count) + String(marks.reversed()) + trailing
    }

    /// Raised or lowered letters as characters of their own where all of them exist, which every reader of Markdown
    /// shows; as an element of HTML, which GitHub shows, where not.
    private func raised(_ text: String, by characters: [Character: Character], element: String) -> String {
        let raised = text.compactMap { characters[$0] }
        guard raised.count == text.count else { return "<\(element)>\(escapedForMarkdown(text))</\(element)>" }
        return String(raised)
    }
}

private let superscripts: [Character: Character] = Dictionary(
    uniqueKeysWithValues: zip("0123456789+−-=()abcdefghijklmnoprstuvwxyz", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ"))
private let subscripts: [Character: Character] = Dictionary(
    uniqueKeysWithValues: zip("0123456789+−-=()aehijklmnoprstuvx", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ"))
