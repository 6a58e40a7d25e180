/// A word of an expression with its span, in Unicode scalars from the expression's beginning.
struct ExpressionToken: Equatable {
    enum Kind: Equatable {
        case number(Double)
        case text(String)
        /// A name that may also be a word of the language, such as `and`.
        case word(String)
        /// A name in back quotes, which is never a word of the language.
        case quotedName(String)
        case symbol(String)
        case end
    }

    var kind: Kind
    var span: Range<Int>

    /// How a message names it.
    var words: String {
        switch kind {
        case .number: "a number"
        case .text(let text): "the text \"\(text)\""
        case .word(let name), .quotedName(let name): "'\(name)'"
        case .symbol(let symbol): "'\(symbol)'"
        case .end: "nothing"
        }
    }
}

/// Why an expression cannot be read, and where.
struct ExpressionFault: Error, Equatable {
    var span: Range<Int>
    var summary: String
    var help: [String] = []
}

/// Cuts an expression into tokens.
struct ExpressionTokenizer {
    private let scalars: [Unicode.Scalar]
    private var position = 0

    init(_ scalars: [Unicode.Scalar]) {
        self.scalars = scalars
    }

    /// All tokens, the last of which is the end.
    mutating func tokens() throws(ExpressionFault) -> [ExpressionToken] {
        var tokens: [ExpressionToken] = []
        while let scalar = current {
            if scalar.properties.isWhitespace { position += 1 } else { tokens.append(try next(scalar)) }
        }
        tokens.append(ExpressionToken(kind: .end, span: scalars.count..<scalars.count))
        return tokens
    }

    private var current: Unicode.Scalar? { scalar(at: position) }

    private func scalar(at offset: Int) -> Unicode.Scalar? {
        scalars.indices.contains(offset) ? scalars[offset] : nil
    }

    private mutating func next(_ scalar: Unicode.Scalar) throws(ExpressionFault) -> ExpressionToken {
        switch scalar {
        case "0"..."9": return try number()
        case "\"", "'", "`": return try quoted(by: scalar)
        case _ where scalar.beginsName: return word()
        default: return try symbol(scalar)
        }
    }

    private mutating func number() throws(ExpressionFault) -> ExpressionToken {
        let start = position
        skipDigits()
        if current == ".", scalar(at: position + 1)?.isDigit == true {
            position += 1
            skipDigits()
        }
        if current == "e" || current == "E" {
            let sign = scalar(at: position + 1)
            let digits = sign == "+" || sign == "-" ? position + 2 : position + 1
            if scalar(at: digits)?.isDigit == true {
                position = digits
                skipDigits()
            }
        }
        let text = string(start..<position)
        if let scalar = current, scalar.beginsName || scalar == "." {
            while let scalar = current, scalar.continuesName { position += 1 }
            throw ExpressionFault(
                span: start..<position, summary: "expected a number, found '\(string(start..<position))'",
                help: ["put a name that begins with a digit in back quotes: `\(string(start..<position))`"])
        }
        guard let value = Double(text), value.isFinite else {
            throw ExpressionFault(span: start..<position, summary: "number \(text) is too large")
        }
        return ExpressionToken(kind: .number(value), span: start..<position)
    }

    private mutating func skipDigits() {
        while current?.isDigit == true { position += 1 }
    }

    private mutating func quoted(by quote: Unicode.Scalar) throws(ExpressionFault) -> ExpressionToken {
        let start = position
        position += 1
        while let scalar = current, scalar != quote { position += 1 }
        guard current == quote else {
            throw ExpressionFault(
                span: start..<scalars.count, summary: "text is not closed by \(quote)",
                help: ["where a text holds ' #' or ': ', put the whole expression in quotes"])
        }
        let content = string(start + 1..<position)
        position += 1
        guard quote != "`" || !content.isEmpty else {
            throw ExpressionFault(span: start..<position, summary: "expected a name between back quotes")
        }
        return ExpressionToken(kind: quote == "`" ? .quotedName(content) : .text(content), span: start..<position)
    }

    private mutating func word() -> ExpressionToken {
        let start = position
        while let scalar = current, scalar.continuesName { position += 1 }
        return ExpressionToken(kind: .word(string(start..<position)), span: start..<position)
    }

    private mutating func symbol(_ scalar: Unicode.Scalar) throws(ExpressionFault) -> ExpressionToken {
        let start = position
        let pair = string(start..<min(start + 2, scalars.count))
        let single = String(scalar)
        if let advice = Self.foreignSymbols[pair] ?? (Self.symbols.contains(pair) ? nil : Self.foreignSymbols[single]) {
            let symbol = Self.foreignSymbols[pair] != nil ? pair : single
            throw ExpressionFault(
                span: start..<start + symbol.unicodeScalars.count, summary: "'\(symbol)' is not an operator",
                help: [advice])
        }
        guard let symbol = [pair, single].first(where: Self.symbols.contains) else {
            throw ExpressionFault(
                span: start..<start + 1, summary: "'\(single)' has no meaning in an expression",
                help: ["put a name with special characters in back quotes, and text in double quotes"])
        }
        position += symbol.unicodeScalars.count
        return ExpressionToken(kind: .symbol(symbol), span: start..<position)
    }

    private static let symbols: Set<String> = [
        "==", "!=", "<=", ">=", "<", ">", "+", "-", "*", "/", "^", "(", ")", "[", "]", ",",
    ]

    /// What other languages write, and what to write here.
    private static let foreignSymbols: [String: String] = [
        "=": "write '==' to compare", "<>": "write '!='", "=>": "write '>='", "=<": "write '<='", "≠": "write '!='",
        "≤": "write '<='", "≥": "write '>='",
        "&&": "write 'and'", "&": "write 'and'", "||": "write 'or'", "|": "write 'or'", "!": "write 'not'",
        "**": "write '^'", "×": "write '*'", "÷": "write '/'", "−": "write '-'",
    ]

    private func string(_ span: Range<Int>) -> String {
        String(String.UnicodeScalarView(scalars[span]))
    }
}

extension Unicode.Scalar {
    fileprivate var isDigit: Bool { ("0"..."9").contains(self) }
    fileprivate var beginsName: Bool { self == "_" || properties.isAlphabetic }
    fileprivate var continuesName: Bool {
        beginsName || isDigit || self == "." || properties.generalCategory == .nonspacingMark
    }
}
