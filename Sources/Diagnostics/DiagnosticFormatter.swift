/// Renders messages as text: `file:line:column: severity: summary [id]`, the line with a caret, then how to mend it.
///
/// A line of text is quoted only from files that were registered as quotable (study files and templates): of a data
/// file only the offending cell may be shown, and the message itself does that.
public struct DiagnosticFormatter {
    private var texts: [String: String] = [:]

    /// Creates a formatter that quotes nothing yet.
    public init() {}

    /// Allows lines of this text to be quoted under messages about `file`.
    public mutating func allowQuoting(_ text: String, of file: String) {
        texts[file] = text
    }

    /// The whole message, lines joined by newlines, without a last newline.
    public func format(_ diagnostic: Diagnostic) -> String {
        var result = [headline(diagnostic)]
        if let location = diagnostic.location { result += excerpt(location) }
        for note in diagnostic.notes {
            let place = note.location.map { " (\($0.text))" } ?? ""
            result.append("   note: \(note.text)\(place)")
        }
        for help in diagnostic.help {
            let indented = help.split(separator: "\n", omittingEmptySubsequences: false).joined(
                separator: "\n         ")
            result.append("   help: \(indented)")
        }
        return withoutPasswords(result.joined(separator: "\n"))
    }

    private func headline(_ diagnostic: Diagnostic) -> String {
        let place = diagnostic.location.map { "\($0.text): " } ?? ""
        return "\(place)\(diagnostic.severity.rawValue): \(diagnostic.summary) [\(diagnostic.id.rawValue)]"
    }

    private func excerpt(_ location: SourceLocation) -> [String] {
        // Swift takes CR LF for one character, neither of the two.
        let lines = texts[location.file]?.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
        guard let lines, lines.indices.contains(location.line - 1) else { return [] }
        let line = lines[location.line - 1]
        let number = String(location.line)
        let margin = String(repeating: " ", count: max(0, 5 - number.count))
        let before = line.unicodeScalars.prefix(location.column - 1)
        // Tabs stay tabs so that the caret stands under its column whatever the terminal's tab width.
        let lead = String(String.UnicodeScalarView(before.map { $0 == "\t" ? "\t" : " " }))
        let room = max(1, line.unicodeScalars.count - location.column + 1)
        let caret = String(repeating: "^", count: min(location.length, room))
        return ["\(margin)\(number) | \(line)", "      | \(lead)\(caret)"]
    }
}
