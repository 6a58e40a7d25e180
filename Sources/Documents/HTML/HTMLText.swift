import Tables

/// Text as HTML shows it, in an element or in a quoted attribute.
func escapedForHTML(_ text: String) -> String {
    cleaned(text).escaped { $0 == UInt8(ascii: "'") ? "&#39;" : markupReference(for: $0) }
}

extension RichText {
    /// The text as HTML.
    var html: String { html(linking: [:]) }

    /// The text as HTML, where references to the tables and figures that have an anchor are links to it.
    func html(linking anchors: [Reference: String]) -> String {
        runs.reduce(into: "") { html, run in
            var text = escapedForHTML(bound(run.text))
            for (style, name) in Self.elements where run.styles.contains(style) { text = "<\(name)>\(text)</\(name)>" }
            let target = run.reference.flatMap { anchors[$0] }.map { "#\($0)" } ?? run.safeLink
            html += target.map { "<a href=\"\(escapedForHTML($0))\">\(text)</a>" } ?? text
        }
    }

    private static let elements: [(style: Styles, name: String)] = [
        (.superscript, "sup"), (.subscript, "sub"), (.italic, "i"), (.bold, "b"),
    ]
}
