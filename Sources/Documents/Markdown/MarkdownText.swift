import Tables

/// Text as Markdown shows it, on GitHub and through pandoc: every character that either might take for markup is
/// escaped, and those that only mean something in some places only in those.
func escapedForMarkdown(_ text: String, atStart: Bool = false) -> String {
    let characters = Array(cleaned(text).unicodeScalars)
    var result = String.UnicodeScalarView()
    for (index, character) in characters.enumerated() {
        let next = index + 1 < characters.count ? characters[index + 1] : nil
        let isSpecial =
            switch character {
            case "\\", "`", "*", "_", "[", "]", "{", "}", "|", "~", "^", "$", "@": true
            // A tag, a comment or a closing tag; `<60` and `p < 0.001` are left to be read.
            case "<": next.map { isLetter($0) || "/!?".unicodeScalars.contains($0) } ?? true
            // An entity.
            case "&": next.map { isLetter($0) || $0 == "#" } ?? false
            // The end of a heading, or the number of an issue.
            case "#": index > 0 && characters[index - 1] == " "
            // A bare address, which GitHub would turn into a link.
            case ":": next == "/"
            case ".": index >= 3 && characters[(index - 3)..<index].allSatisfy { $0 == "w" || $0 == "W" }
            default: false
            }
        if isSpecial { result.append("\\") }
        result.append(character)
    }
    return atStart ? escapedStart(String(result)) : String(result)
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

private func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
}

extension RichText {
    /// The text as Markdown on one line; at the start of a line, where its first characters could mean a block, those
    /// are escaped too.
    func markdown(atStart: Bool = false) -> String {
        runs.enumerated().map { index, run in
            if run.styles.contains(.superscript) { return raised(run.text, by: superscripts, element: "sup") }
            if run.styles.contains(.subscript) { return raised(run.text, by: subscripts, element: "sub") }
            let text = emphasized(run, atStart: atStart && index == 0)
            return run.safeLink.map { "[\(text)](\($0))" } ?? text
        }.joined()
    }

    /// Emphasis must touch the words that it is of, so spaces at either end stay outside.
    private func emphasized(_ run: Run, atStart: Bool) -> String {
        let marks = (run.styles.contains(.bold) ? "**" : "") + (run.styles.contains(.italic) ? "*" : "")
        let text = escapedForMarkdown(run.text, atStart: atStart)
        guard !marks.isEmpty else { return text }
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
