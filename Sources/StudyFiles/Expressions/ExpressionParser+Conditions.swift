/// What is true or false.
extension ExpressionParser {
    mutating func disjunction() throws(ExpressionFault) -> Part {
        var left = try conjunction()
        while isNext(.word("or")) {
            try takeOperator()
            left = try join(left, .or, try conjunction())
        }
        return left
    }

    private mutating func conjunction() throws(ExpressionFault) -> Part {
        var left = try negation()
        while isNext(.word("and")) {
            try takeOperator()
            left = try join(left, .and, try negation())
        }
        return left
    }

    private func join(
        _ left: Part, _ joint: Expression.BinaryOperator, _ right: Part
    ) throws(ExpressionFault) -> Part {
        try demandCondition(left)
        try demandCondition(right)
        return Part(
            expression: .binary(joint, left.expression, right.expression), isCondition: true,
            span: left.span.lowerBound..<right.span.upperBound)
    }

    private mutating func negation() throws(ExpressionFault) -> Part {
        let start = token.span
        guard take(.word("not")) else { return try comparison() }
        try descend(at: start)
        defer { depth -= 1 }
        let operand = try negation()
        try demandCondition(operand)
        return Part(
            expression: .not(operand.expression), isCondition: true,
            span: start.lowerBound..<operand.span.upperBound)
    }

    private mutating func comparison() throws(ExpressionFault) -> Part {
        let left = try sum()
        if isNext(.word("is")) { return try missingTest(of: left) }
        if isNext(.word("includes")) { return try inclusion(in: left) }
        if isNext(.word("in")) || isNext(.word("not"), .word("in")) { return try membership(of: left) }
        guard let comparator = comparator() else { return left }
        try takeOperator()
        let right = try sum()
        if self.comparator() != nil {
            throw ExpressionFault(
                span: token.span, summary: "comparisons can't follow one another",
                help: ["join them: 40 <= age and age < 60"])
        }
        try demandValue(left)
        try demandValue(right)
        return Part(
            expression: .binary(comparator, left.expression, right.expression), isCondition: true,
            span: left.span.lowerBound..<right.span.upperBound)
    }

    private func comparator() -> Expression.BinaryOperator? {
        guard case .symbol(let symbol) = token.kind, ["==", "!=", "<", "<=", ">", ">="].contains(symbol) else {
            return nil
        }
        return Expression.BinaryOperator(rawValue: symbol)
    }

    private mutating func missingTest(of left: Part) throws(ExpressionFault) -> Part {
        let start = token.span.lowerBound
        try takeOperator()
        let isNegated = take(.word("not"))
        let end = token.span
        guard take(.word("missing")) else {
            throw ExpressionFault(
                span: start..<max(end.upperBound, start + 1), summary: "expected 'missing' after 'is'",
                help: ["write 'is missing' or 'is not missing', and '==' to compare"])
        }
        guard case .name(let name) = left.expression else {
            throw ExpressionFault(span: left.span, summary: "expected a name before 'is missing'")
        }
        return Part(
            expression: .missing(name, isMissing: !isNegated), isCondition: true,
            span: left.span.lowerBound..<end.upperBound)
    }

    private mutating func inclusion(in left: Part) throws(ExpressionFault) -> Part {
        try takeOperator()
        guard case .name(let name) = left.expression else {
            throw ExpressionFault(span: left.span, summary: "expected a name before 'includes'")
        }
        let answer = token
        guard case .text(let text) = answer.kind else {
            var help = ["write one answer in quotes: \(name.value) includes \"A\""]
            if case .word(let word) = answer.kind { help = ["put it in quotes: \"\(word)\""] }
            throw ExpressionFault(
                span: answer.span, summary: "expected quoted text after 'includes', found \(answer.words)", help: help)
        }
        index += 1
        return Part(
            expression: .includes(name, answer: Located(text, at: locate(answer.span))), isCondition: true,
            span: left.span.lowerBound..<answer.span.upperBound)
    }

    private mutating func membership(of left: Part) throws(ExpressionFault) -> Part {
        try demandValue(left)
        let isMember = !take(.word("not"))
        try takeOperator()
        guard take(.symbol("[")) else {
            throw ExpressionFault(
                span: token.span, summary: "expected '[' after 'in', found \(token.words)",
                help: ["list the values: in [\"A\", \"B\"]"])
        }
        var members: [Expression] = []
        repeat { members.append(try member()) } while take(.symbol(","))
        let end = token.span
        guard take(.symbol("]")) else {
            throw ExpressionFault(span: end, summary: "expected ',' or ']' in a list, found \(token.words)")
        }
        return Part(
            expression: .member(left.expression, of: members, isMember: isMember), isCondition: true,
            span: left.span.lowerBound..<end.upperBound)
    }

    private mutating func member() throws(ExpressionFault) -> Expression {
        let first = token
        let isNegative = take(.symbol("-"))
        let value = token
        index += 1
        switch value.kind {
        case .number(let number): return .number(isNegative ? -number : number, locate(first.span))
        case .text(let text) where !isNegative: return .text(text, locate(value.span))
        default:
            var help: [String] = []
            if case .word(let word) = value.kind { help = ["put it in quotes: \"\(word)\""] }
            throw ExpressionFault(
                span: value.span, summary: "expected a number or quoted text in a list, found \(value.words)",
                help: help)
        }
    }
}
