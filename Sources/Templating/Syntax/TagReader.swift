import Diagnostics

/// Reads the words of one tag.
struct TagReader {
    /// The words after the keyword; of an insertion, after the first word.
    let words: [TemplateToken.Word]
    /// The tag's first word.
    let keyword: TemplateToken.Word
    /// The whole tag.
    let location: SourceLocation
    let sink: DiagnosticSink
    /// The next word.
    var index = 0

    // MARK: Names

    /// `{{name}}`
    func insertedName() -> NameUse? {
        guard let last = words.last else { return name(keyword) }
        let place = span(from: keyword, to: last)
        let text = ([keyword] + words).map(\.text).joined(separator: " ")
        let near = NearestName.names(near: keyword.text, among: Keyword.allCases.map(\.rawValue))
        let help =
            near.first.map { "did you mean '\($0)'?" }
            ?? (text.contains("|")
                ? "values are printed in the study's number style; a template has no formats"
                : "a part of a name that has a blank in it is written in double quotes")
        report(place, "'\(text)' isn't one name", help: help)
        return nil
    }

    /// `{{table name}}`, `{{figure name}}`
    func placedName() -> NameUse? {
        guard words.count == 1, let word = words.first else {
            report(location, "'\(keyword.text)' needs one name", help: "write '{{\(keyword.text) NAME}}'")
            return nil
        }
        return name(word)
    }

    /// A word as a name.
    func name(_ word: TemplateToken.Word) -> NameUse? {
        do throws(ResultName.Fault) {
            return NameUse(name: try ResultName(parsing: word.text), location: word.location)
        } catch {
            switch error {
            case .emptySegment:
                report(
                    word.location, "name '\(word.text)' has an empty part",
                    help: "a dot stands between two parts; a part that has a dot in it is written in double quotes")
            case .forbidden(let character):
                report(
                    word.location, "name '\(word.text)' has '\(character)' in it",
                    help: "write the part that has it in double quotes, a quotation mark doubled")
            }
            return nil
        }
    }

    // MARK: Includes and loops

    /// `{{include "file.md"}}`
    func fileName() -> String? {
        guard words.count == 1, let word = words.first, let name = quotedText(word) else {
            report(
                location, "'include' needs a file name in quotation marks",
                help: #"write '{{include "methods.md"}}'"#)
            return nil
        }
        return name
    }

    /// `{{for item in list}}`, perhaps with `joined` and separators. Without a usable variable it is empty.
    mutating func loop() -> Loop {
        var loop = Loop(variable: "", list: nil, joining: nil, location: location)
        guard words.count >= 3, words[1].text == "in", !ResultName.needsQuotes(words[0].text) else {
            report(location, "'for' needs an item and a list", help: "write '{{for ITEM in LIST}}'")
            return loop
        }
        loop.variable = words[0].text
        loop.list = name(words[2])
        guard words.count > 3 else { return loop }
        let separators = words[4...].map(quotedText)
        guard words[3].text == "joined", separators.count <= 2, !separators.contains(nil) else {
            report(
                words[3].location, "'\(words[3].text)' can't follow the list of a 'for'",
                help: #"write '{{for ITEM in LIST joined}}' for “a, b and c”, or 'joined "; " " or "'"#)
            return loop
        }
        let texts = separators.compactMap(\.self)
        loop.joining = .init(separator: texts.first, last: texts.last)
        return loop
    }

    /// The text of a word that is one quoted text; nil for any other word.
    func quotedText(_ word: TemplateToken.Word) -> String? {
        guard word.text.hasPrefix("\""), let name = try? ResultName(parsing: word.text), name.segments.count == 1
        else { return nil }
        return name.segments[0]
    }

    func span(from first: TemplateToken.Word, to last: TemplateToken.Word) -> SourceLocation {
        var place = first.location
        place.length = last.location.column + last.location.length - place.column
        return place
    }

    func report(_ location: SourceLocation, _ summary: String, help: String) {
        sink.emit(Diagnostic(.templateSyntax, at: location, summary, help: [help]))
    }
}
