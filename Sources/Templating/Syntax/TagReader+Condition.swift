extension TagReader {
    /// Skips the `if` of an `else if`.
    mutating func skipIf() { index = 1 }

    /// The condition that the remaining words make. `not` binds before `and`, `and` before `or`.
    ///
    /// After a fault the condition is empty: it was reported, and there is nothing to check in it.
    mutating func condition() -> Condition {
        guard index < words.count else {
            report(location, "'if' needs a condition", help: "write '{{if NAME < 0.05}}' or '{{if NAME exists}}'")
            return Condition(alternatives: [])
        }
        var alternatives: [[Condition.Term]] = [[]]
        while true {
            guard let term = term() else { return Condition(alternatives: []) }
            alternatives[alternatives.count - 1].append(term)
            guard let word = next() else { return Condition(alternatives: alternatives) }
            switch word.text {
            case "and": break
            case "or": alternatives.append([])
            default:
                reportMisplaced(word)
                return Condition(alternatives: [])
            }
        }
    }

    private mutating func term() -> Condition.Term? {
        var isNegated = false
        while peek == "not" {
            isNegated.toggle()
            index += 1
        }
        return test().map { Condition.Term(isNegated: isNegated, test: $0) }
    }

    private mutating func test() -> Condition.Test? {
        guard let left = operand() else { return nil }
        if peek == "exists", case .name(let use) = left {
            index += 1
            return .exists(use)
        }
        if peek == "withheld", case .name(let use) = left {
            index += 1
            return .withheld(use)
        }
        if let comparator = peek.flatMap(Condition.Comparator.init) {
            index += 1
            return operand().map { .comparison(left, comparator, $0) }
        }
        if case .name(let use) = left, peek == nil || peek == "and" || peek == "or" { return .flag(use) }
        if let word = next() {
            reportMisplaced(word)
        } else {
            let word = words[words.count - 1]
            report(word.location, "'\(word.text)' alone is no condition", help: "compare it with a name")
        }
        return nil
    }

    private mutating func operand() -> Condition.Operand? {
        guard let word = next() else {
            let last = index > 0 ? words[index - 1] : keyword
            report(last.location, "'\(last.text)' needs something after it", help: "write a name or a value after it")
            return nil
        }
        if let text = quotedText(word) { return .text(text, word.location) }
        if let number = Self.number(word.text) { return .number(number, word.location) }
        guard !Self.reserved.contains(word.text), Condition.Comparator(rawValue: word.text) == nil else {
            reportMisplaced(word)
            return nil
        }
        return name(word).map { .name($0) }
    }

    private static let reserved = ["and", "or", "not", "exists", "withheld"]

    /// A decimal number as people write it; neither hexadecimal nor infinite.
    private static func number(_ text: String) -> Double? {
        let digits = text.hasPrefix("-") ? text.dropFirst() : Substring(text)
        guard let first = digits.first, "0"..."9" ~= first, digits.allSatisfy({ "0"..."9" ~= $0 || $0 == "." })
        else { return nil }
        return Double(text)
    }

    private func reportMisplaced(_ word: TemplateToken.Word) {
        let before = index > 1 ? words[index - 2].text : "if"
        let help =
            switch word.text {
            case "=", "===": "write '==' to compare"
            case "<>", "=/=": "write '!=' to compare"
            case "&&", "&": "write 'and'"
            case "||", "|": "write 'or'"
            case "!": "write 'not'"
            default: "a condition compares with '<', '<=', '==', '!=', '>', '>=' and joins with 'and', 'or'"
            }
        report(word.location, "'\(word.text)' can't follow '\(before)' in a condition", help: help)
    }

    private var peek: String? { index < words.count ? words[index].text : nil }

    private mutating func next() -> TemplateToken.Word? {
        guard index < words.count else { return nil }
        defer { index += 1 }
        return words[index]
    }
}
