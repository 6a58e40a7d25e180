/// Arithmetic and what stands alone: a number, a text, a name, brackets.
extension ExpressionParser {
    mutating func sum() throws(ExpressionFault) -> Part {
        var left = try product()
        while let found = next(of: .add, .subtract) {
            try takeOperator()
            left = try arithmetic(found, left, try product())
        }
        return left
    }

    private mutating func product() throws(ExpressionFault) -> Part {
        var left = try signed()
        while let found = next(of: .multiply, .divide) {
            try takeOperator()
            left = try arithmetic(found, left, try signed())
        }
        return left
    }

    private func next(of operators: Expression.BinaryOperator...) -> Expression.BinaryOperator? {
        operators.first { isNext(.symbol($0.rawValue)) }
    }

    private mutating func signed() throws(ExpressionFault) -> Part {
        let start = token.span
        guard take(.symbol("-")) else { return try power() }
        try descend(at: start)
        defer { depth -= 1 }
        let operand = try signed()
        try demandNumber(operand)
        return Part(
            expression: .negate(operand.expression), isCondition: false,
            span: start.lowerBound..<operand.span.upperBound)
    }

    private mutating func power() throws(ExpressionFault) -> Part {
        let base = try primary()
        guard isNext(.symbol("^")) else { return base }
        try descend(at: token.span)
        defer { depth -= 1 }
        try takeOperator()
        return try arithmetic(.power, base, try signed())
    }

    private func arithmetic(
        _ operation: Expression.BinaryOperator, _ left: Part, _ right: Part
    ) throws(ExpressionFault) -> Part {
        try demandNumber(left)
        try demandNumber(right)
        return Part(
            expression: .binary(operation, left.expression, right.expression), isCondition: false,
            span: left.span.lowerBound..<right.span.upperBound)
    }

    func demandNumber(_ part: Part) throws(ExpressionFault) {
        try demandValue(part)
        if case .text = part.expression {
            throw ExpressionFault(span: part.span, summary: "expected a number, found text")
        }
    }

    private mutating func primary() throws(ExpressionFault) -> Part {
        let token = token
        switch token.kind {
        case .number(let number):
            return leaf(.number(number, locate(token.span)), token)
        case .text(let text):
            return leaf(.text(text, locate(token.span)), token)
        case .quotedName(let name):
            return leaf(.name(Located(name, at: locate(token.span))), token)
        case .word(let name) where !Self.reserved.contains(name):
            return leaf(.name(Located(name, at: locate(token.span))), token)
        case .symbol("("):
            index += 1
            try descend(at: token.span)
            defer { depth -= 1 }
            var inner = try disjunction()
            let end = self.token.span
            guard take(.symbol(")")) else {
                throw ExpressionFault(span: end, summary: "expected ')', found \(self.token.words)")
            }
            inner.span = token.span.lowerBound..<end.upperBound
            return inner
        default:
            throw ExpressionFault(span: token.span, summary: "expected a value, found \(token.words)")
        }
    }

    private mutating func leaf(_ expression: Expression, _ token: ExpressionToken) -> Part {
        index += 1
        return Part(expression: expression, isCondition: false, span: token.span)
    }

    private static let reserved: Set<String> = ["and", "or", "not", "in", "is", "missing"]
}
