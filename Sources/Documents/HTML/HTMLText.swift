import Tables

/// The characters that are markup: most texts hold none and are passed on as they are.
private let markup: [UInt8] = Array("&<>\"'".utf8)

/// Text as HTML shows it, in an element or in a quoted attribute.
func escapedForHTML(_ text: String) -> String {
    let text = cleaned(text)
    guard text.utf8.contains(where: { markup.contains($0) }) else { return text }
    var result = ""
    for character in text.unicodeScalars {
        switch character {
        case "&": result += "&amp;"
        case "<": result += "&lt;"
        case ">": result += "&gt;"
        case "\"": result += "&quot;"
        case "'": result += "&#39;"
        default: result.unicodeScalars.append(character)
        }
    }
    return result
}

extension RichText {
    /// The text as HTML.
    var html: String { html(linking: [:]) }

    /// The text as HTML, where references to the tables and figures that have an anchor are links to it.
    func html(linking anchors: [Reference: String]) -> String {
        runs.map { run in
            let elements = Self.elements.filter { run.styles.contains($0.style) }.map(\.name)
            let text = elements.reduce(escapedForHTML(bound(run.text))) { "<\($1)>\($0)</\($1)>" }
            let target = run.reference.flatMap { anchors[$0] }.map { "#\($0)" } ?? run.safeLink
            return target.map { "<a href=\"\(escapedForHTML($0))\">\(text)</a>" } ?? text
        }.joined()
    }

    private static let elements: [(style: Styles, name: String)] = [
        (.superscript, "sup"), (.subscript, "sub"), (.italic, "i"), (.bold, "b"),
    ]
}
