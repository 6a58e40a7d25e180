import Diagnostics
import Yams

extension SourceText {
    /// The parser's error in the words and form of this program's messages.
    func message(for error: YamlError) -> Diagnostic {
        switch error {
        case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _),
            .composer(let context, let problem, let mark, _):
            return message(problem, at: mark, context: context)
        case .reader(let problem, _, _, _):
            return Diagnostic(.yamlSyntax, at: location(of: 0..<1), problem)
        default:
            return Diagnostic(.yamlSyntax, at: location(of: 0..<1), "the text can't be read as YAML")
        }
    }

    private func message(_ problem: String, at mark: Mark, context: YamlError.Context?) -> Diagnostic {
        let position = offset(yamlLine: mark.line, column: mark.column)
        let begin = context.map { offset(yamlLine: $0.mark.line, column: $0.mark.column) }
        let here = location(of: beforeTrailingWhite(position)..<beforeTrailingWhite(position) + 1)
        func fault(
            _ summary: String, at place: SourceLocation? = nil, notes: [Diagnostic.Note] = [], help: String...
        ) -> Diagnostic {
            Diagnostic(.yamlSyntax, at: place ?? here, summary, notes: notes, help: help)
        }
        switch problem {
        case "mapping values are not allowed in this context":
            return hasEarlierColon(before: position)
                ? fault("': ' can't stand in plain text", help: "put the whole text in quotes")
                : fault(
                    "the key is not in the column of the keys around it",
                    at: location(of: lineStart(position)..<position),
                    help: "begin it in the same column as they do")
        case "found character that cannot start any token",
            "found a tab character where an indentation space is expected":
            return self[position] == "\t"
                ? fault("a tab can't indent a line", help: "indent with spaces")
                : fault(
                    "'\(self[position].map(String.init) ?? "")' can't begin plain text", help: "put the text in quotes")
        case "did not find expected ',' or ']'":
            return unclosed("list", by: "]", from: begin, noticedAt: here)
        case "did not find expected ',' or '}'":
            return unclosed("mapping", by: "}", from: begin, noticedAt: here)
        case "found unexpected end of stream":
            return fault(
                "quoted text is not closed", at: begin.map(place), help: "end it with the quote that begins it")
        case "could not find expected ':'":
            return fault(
                "expected ':' after the key", at: begin.map { location(of: $0..<scalars.count) },
                help: "write 'key: value', or indent the line as part of the text above it")
        case "found unknown escape character":
            return fault(
                "'\\\(self[position + 1].map(String.init) ?? "")' is not an escape of quoted text",
                help: "write '\\\\' for a backslash, or put the text in single quotes")
        case "found undefined alias":
            return fault(
                "no anchor has the name of this alias", help: "put text that begins with '*' in quotes")
        case "but found another document":
            return fault("a study file is one document, found a second", help: "delete the line '---'")
        case "block sequence entries are not allowed in this context":
            return fault(
                "a list can't begin on the line of its key",
                help: "write '- …' on lines of their own, or the list in brackets: [a, b]")
        case "did not find expected '-' indicator":
            return fault("expected '-' as in the lines before", help: "a list and keys can't stand side by side")
        case "did not find expected key":
            return fault(
                "expected a key here", help: "check the indentation, and that quoted text ends with its closing quote")
        case "did not find expected node content":
            return fault("expected a value here", help: "put text that begins with a special character in quotes")
        case "did not find expected <document start>":
            return fault("the line doesn't belong to what stands before it", help: "check its indentation")
        case let problem where problem.hasPrefix("Maximum nesting level"):
            return fault("lists and mappings nest at most \(YAMLReader.depthLimit) deep")
        default:
            return fault(problem)
        }
    }

    /// A list or mapping that isn't closed: on the line where that shows, else where it begins.
    private func unclosed(
        _ noun: String, by bracket: String, from begin: Int?, noticedAt here: SourceLocation
    ) -> Diagnostic {
        let start = begin.map { location(of: $0..<lineEnd(after: $0)) } ?? here
        let help = "close it with '\(bracket)', or put texts with special characters in quotes"
        guard start.line == here.line else {
            return Diagnostic(.yamlSyntax, at: start, "the \(noun) is not closed", help: [help])
        }
        return Diagnostic(
            .yamlSyntax, at: here, "expected ',' or '\(bracket)' in a \(noun)",
            notes: [.init("the \(noun) begins here", at: begin.map(place))], help: [help])
    }

    /// The first character of a line that is not a blank.
    private func lineStart(_ position: Int) -> Int {
        var start = position
        while let before = self[start - 1], !before.isYAMLBreak { start -= 1 }
        while self[start]?.isYAMLBlank == true, start < position { start += 1 }
        return start
    }

    private func place(_ offset: Int) -> SourceLocation { location(of: offset..<offset + 1) }

    /// Whether the line of a colon holds another `: ` before it, so that the text after that one is the culprit.
    private func hasEarlierColon(before position: Int) -> Bool {
        var offset = position - 1
        while let scalar = self[offset], !scalar.isYAMLBreak {
            if scalar == ":", self[offset + 1]?.isYAMLBlank == true { return true }
            offset -= 1
        }
        return false
    }
}
