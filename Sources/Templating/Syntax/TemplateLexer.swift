import Diagnostics

/// Cuts a template into text and tags.
///
/// Text is cut at line ends, so that a line that holds only tags which print nothing can disappear.
struct TemplateLexer {
    private let scalars: [Unicode.Scalar]
    private let file: String
    private let sink: DiagnosticSink
    private var position = 0
    private var line = 1
    private var column = 1
    private var tokens: [TemplateToken] = []
    private var text = String.UnicodeScalarView()
    private var textStart: SourceLocation

    /// The tokens of a source, faults reported.
    static func tokens(of source: TemplateSource, reporting sink: DiagnosticSink) -> [TemplateToken] {
        var lexer = TemplateLexer(source, sink)
        lexer.run()
        return lexer.tokensWithoutSilentLines()
    }

    private init(_ source: TemplateSource, _ sink: DiagnosticSink) {
        scalars = Array(source.text.unicodeScalars)
        file = source.file
        self.sink = sink
        textStart = SourceLocation(file: source.file, line: 1, column: 1)
    }

    private mutating func run() {
        while position < scalars.count {
            switch scalars[position] {
            case "\\" where sees("{{", at: position + 1) || sees("}}", at: position + 1): escape()
            case "{" where sees("{{--"): comment()
            case "{" where sees("{{"): tag()
            case "}" where sees("}}"):
                report(here(length: 2), "'}}' without '{{' before it", help: #"write '\}}' for the characters"#)
                endText()
                advance(2)
            default: literal()
            }
        }
        endText()
    }

    /// Takes a sign that stands for itself.
    private mutating func literal() {
        if text.isEmpty { textStart = here() }
        let scalar = take()
        text.append(scalar)
        if scalar == "\n" { endText() }
    }

    /// Takes braces that a backslash makes literal; they begin a token, so that every token's columns are its text's.
    private mutating func escape() {
        endText()
        advance()
        literal()
        literal()
        endText()
    }

    // MARK: Comments and tags

    private mutating func comment() {
        endText()
        let start = here(length: 4)
        while position < scalars.count, !sees("--}}") { advance() }
        if position < scalars.count {
            advance(4)
        } else {
            report(start, "comment isn't closed", help: "end it with '--}}'")
        }
        tokens.append(TemplateToken(content: .comment, location: start))
    }

    /// Takes a tag, which ends on its line. After a fault, goes on behind the `}}` that was most likely meant.
    private mutating func tag() {
        endText()
        let start = here(length: 2)
        let first = position + 2
        let (end, openQuote) = endOfTag(from: first, mindingQuotes: true)
        if sees("}}", at: end) {
            let words = self.words(in: first..<end)
            advance(end + 2 - position)
            let location = span(from: start)
            tokens.append(TemplateToken(content: .tag(words), location: location))
            if words.isEmpty { report(location, "tag is empty", help: "write a name in it, or remove it") }
            return
        }
        if let openQuote {
            let place = SourceLocation(file: file, line: line, column: column + openQuote - position)
            report(place, "quotation mark isn't closed", help: "a mark inside a quoted name is doubled")
        } else {
            report(
                start, "'{{' isn't closed on its line",
                help: #"end the tag with '}}', or write '\{{' for the characters"#)
        }
        let meant = endOfTag(from: first, mindingQuotes: false).end
        let words = self.words(in: first..<meant)
        advance(meant - position)
        if sees("}}") { advance(2) }
        tokens.append(TemplateToken(content: .faultyTag(words), location: span(from: start)))
    }

    /// Where a tag's inside ends: at `}}`, or else before the next `{{`, the line's end or the text's; and where a
    /// quotation mark was left open.
    private func endOfTag(from first: Int, mindingQuotes: Bool) -> (end: Int, openQuote: Int?) {
        var index = first
        var openQuote: Int?
        while index < scalars.count, scalars[index] != "\n" {
            if scalars[index] == "\"", mindingQuotes {
                openQuote = openQuote == nil ? index : nil
            } else if openQuote == nil, sees("}}", at: index) || sees("{{", at: index) {
                break
            }
            index += 1
        }
        return (index, openQuote)
    }

    private func words(in range: Range<Int>) -> [TemplateToken.Word] {
        var words: [TemplateToken.Word] = []
        var start: Int?
        var isQuoted = false
        for index in range.lowerBound...range.upperBound {
            let isEnd = index == range.upperBound
            let isBlank = !isEnd && (scalars[index] == " " || scalars[index] == "\t")
            if isEnd || isBlank && !isQuoted {
                guard let from = start else { continue }
                var word = ""
                for scalar in scalars[from..<index] { word.unicodeScalars.append(scalar) }
                let place = SourceLocation(
                    file: file, line: line, column: column + from - position, length: index - from)
                words.append(TemplateToken.Word(text: word, location: place))
                start = nil
            } else {
                if scalars[index] == "\"" { isQuoted.toggle() }
                if start == nil { start = index }
            }
        }
        return words
    }

    // MARK: Reading on

    private func sees(_ wanted: String, at index: Int? = nil) -> Bool {
        var index = index ?? position
        for scalar in wanted.unicodeScalars {
            guard index < scalars.count, scalars[index] == scalar else { return false }
            index += 1
        }
        return true
    }

    private mutating func take() -> Unicode.Scalar {
        let scalar = scalars[position]
        position += 1
        if scalar == "\n" {
            line += 1
            column = 1
        } else {
            column += 1
        }
        return scalar
    }

    private mutating func advance(_ count: Int = 1) {
        for _ in 0..<count { _ = take() }
    }

    private mutating func endText() {
        guard !text.isEmpty else { return }
        tokens.append(TemplateToken(content: .text(String(text)), location: textStart))
        text.removeAll()
    }

    private func here(length: Int = 1) -> SourceLocation {
        SourceLocation(file: file, line: line, column: column, length: length)
    }

    private func span(from start: SourceLocation) -> SourceLocation {
        SourceLocation(file: file, line: start.line, column: start.column, length: column - start.column)
    }

    private func report(_ location: SourceLocation, _ summary: String, help: String) {
        sink.emit(Diagnostic(.templateSyntax, at: location, summary, help: [help]))
    }
}

extension TemplateLexer {
    /// Drops the blanks and the line end of each line that holds tags which print nothing, and only such.
    ///
    /// A table or figure has a place of its own: with other words on its line it is reported.
    private func tokensWithoutSilentLines() -> [TemplateToken] {
        var result: [TemplateToken] = []
        var start = 0
        for (index, token) in tokens.enumerated() where token.endsLine || index == tokens.count - 1 {
            let line = tokens[start...index]
            start = index + 1
            let isSilent = line.contains(where: \.isSilent) && line.allSatisfy { $0.isSilent || $0.isBlank }
            for var token in line where !isSilent || token.isSilent {
                token.standsAlone = isSilent
                result.append(token)
            }
            for token in line where !isSilent && token.isPlacement {
                report(
                    token.location, "table or figure shares its line with other text",
                    help: "write the tag on a line of its own")
            }
        }
        return result
    }
}

extension TemplateToken {
    fileprivate var endsLine: Bool {
        if case .text(let text) = content { text.hasSuffix("\n") } else { false }
    }

    fileprivate var isPlacement: Bool {
        guard case .tag(let words) = content, let first = words.first else { return false }
        return first.text == Keyword.table.rawValue || first.text == Keyword.figure.rawValue
    }

    fileprivate var isBlank: Bool {
        if case .text(let text) = content { text.allSatisfy { " \t\n".contains($0) } } else { false }
    }
}
