import Tables

/// Text as HTML shows it, in an element or in a quoted attribute.
func escapedForHTML(_ text: String) -> String {
    var result = ""
    for character in cleaned(text).unicodeScalars {
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
    var html: String {
        runs.map { run in
            let elements = Self.elements.filter { run.styles.contains($0.style) }.map(\.name)
            let text = elements.reduce(escapedForHTML(run.text)) { "<\($1)>\($0)</\($1)>" }
            return run.safeLink.map { "<a href=\"\(escapedForHTML($0))\">\(text)</a>" } ?? text
        }.joined()
    }

    private static let elements: [(style: Styles, name: String)] = [
        (.superscript, "sup"), (.subscript, "sub"), (.italic, "i"), (.bold, "b"),
    ]
}
