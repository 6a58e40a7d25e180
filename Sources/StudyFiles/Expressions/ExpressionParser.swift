import Diagnostics

/// Reads an expression by recursive descent.
///
/// From the loosest to the tightest: `or`; `and`; `not`; comparisons, `in`, `is missing`; `+ -`; `* /`; unary `-`;
/// `^`, which groups to the right. Conditions and values are told apart while reading: `age and sex` is refused here,
/// not when it is computed.
struct ExpressionParser {
    /// How deep brackets and signs may nest.
    static let depthLimit = 60
    /// How many operators an expression may hold; a longer chain would be a tree too deep to walk.
    static let operatorLimit = 400

    private let tokens: [ExpressionToken]
    let locate: (Range<Int>) -> SourceLocation
    var index = 0
    var depth = 0
    private var operatorCount = 0

    /// A part of an expression, and whether it is true or false rather than a value.
    struct Part {
        var expression: Expression
        var isCondition: Bool
        var span: Range<Int>
    }

    private init(tokens: [ExpressionToken], locate: @escaping (Range<Int>) -> SourceLocation) {
        self.tokens = tokens
        self.locate = locate
    }

    /// Reads a whole expression.
    ///
    /// - Parameters:
    ///   - text: The expression.
    ///   - wantsCondition: Whether it must be true or false, else it must be a number.
    ///   - locate: The place of a span of the text, in Unicode scalars from its beginning.
    /// - Returns: The expression.
    /// - Throws: Why it cannot be read.
    static func parse(
        _ text: String, wantsCondition: Bool, locate: @escaping (Range<Int>) -> SourceLocation
    ) throws(ExpressionFault) -> Expression {
        var tokenizer = ExpressionTokenizer(Array(text.unicodeScalars))
        var parser = ExpressionParser(tokens: try tokenizer.tokens(), locate: locate)
        let part = try parser.disjunction()
        try parser.expectEnd()
        try wantsCondition ? parser.demandCondition(part) : parser.demandNumber(part)
        return part.expression
    }

    var token: ExpressionToken { tokens[min(index, tokens.count - 1)] }

    func isNext(_ kinds: ExpressionToken.Kind...) -> Bool {
        for (offset, kind) in kinds.enumerated() {
            guard index + offset < tokens.count, tokens[index + offset].kind == kind else { return false }
        }
        return true
    }

    mutating func take(_ kind: ExpressionToken.Kind) -> Bool {
        guard token.kind == kind else { return false }
        index += 1
        return true
    }

    private func expectEnd() throws(ExpressionFault) {
        guard token.kind != .end else { return }
        var help: [String] = []
        if case .word(let word) = token.kind, ["and", "or", "not", "in", "is", "includes"].contains(word.lowercased()) {
            help = ["write '\(word.lowercased())'"]
        } else if token.kind != .symbol(")") {
            help = ["put text in double quotes, and a name with spaces in back quotes"]
        }
        throw ExpressionFault(span: token.span, summary: "expected an operator, found \(token.words)", help: help)
    }

    func demandCondition(_ part: Part) throws(ExpressionFault) {
        guard !part.isCondition else { return }
        throw ExpressionFault(
            span: part.span, summary: "expected a condition, found a value",
            help: ["compare it: age >= 60, sex == \"Female\", grade is not missing"])
    }

    func demandValue(_ part: Part) throws(ExpressionFault) {
        guard part.isCondition else { return }
        throw ExpressionFault(span: part.span, summary: "expected a value, found a condition")
    }

    /// Goes one bracket or sign deeper; the caller comes back by `depth -= 1`.
    mutating func descend(at span: Range<Int>) throws(ExpressionFault) {
        depth += 1
        guard depth <= Self.depthLimit else {
            throw ExpressionFault(span: span, summary: "an expression nests at most \(Self.depthLimit) deep")
        }
    }

    mutating func takeOperator() throws(ExpressionFault) {
        operatorCount += 1
        guard operatorCount <= Self.operatorLimit else {
            throw ExpressionFault(
                span: token.span, summary: "an expression holds at most \(Self.operatorLimit) operators")
        }
        index += 1
    }
}
