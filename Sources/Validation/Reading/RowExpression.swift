internal import Foundation

/// An expression of R over the columns of a row: numbers, names, `+ - * / ^`, comparisons, `&`, `|`, and the functions
/// that formulas use.
struct RowExpression {
    private indirect enum Node {
        case number(Double)
        case name(String)
        case call(String, Node)
        case operation(String, Node, Node)
    }

    private let root: Node
    /// The columns that it reads, in the order of their first use.
    let names: [String]

    /// Whether the value is true or false rather than a number.
    var isLogical: Bool {
        func isLogical(_ node: Node) -> Bool {
            switch node {
            case .operation(let sign, _, _): ["<", ">", "<=", ">=", "==", "!=", "&", "|"].contains(sign)
            case .call("I", let inner), .call("", let inner): isLogical(inner)
            default: false
            }
        }
        return isLogical(root)
    }

    /// Reads an expression; nil where it is none of these.
    init?(_ text: String) {
        var reader = Reader(text)
        guard let node = reader.node(precedence: 0), reader.isAtEnd else { return nil }
        root = node
        names = reader.names
    }

    /// The value, given the values of the columns; a missing value makes it NaN.
    func value(_ column: (String) -> Double) -> Double {
        func value(_ node: Node) -> Double {
            switch node {
            case .number(let number): number
            case .name(let name): column(name)
            case .call(let function, let inner): Self.functions[function]?(value(inner)) ?? .nan
            case .operation(let sign, let left, let right): Self.combine(sign, value(left), value(right))
            }
        }
        return value(root)
    }

    private static let functions: [String: @Sendable (Double) -> Double] = [
        "": { $0 }, "I": { $0 }, "-": { -$0 }, "log": { log($0) }, "log2": { log2($0) }, "log10": { log10($0) },
        "log1p": { log1p($0) }, "exp": { exp($0) }, "sqrt": { $0.squareRoot() }, "abs": { abs($0) },
        "as.numeric": { $0 }, "as.integer": { $0.rounded(.towardZero) },
    ]

    private static func combine(_ sign: String, _ left: Double, _ right: Double) -> Double {
        if left.isNaN || right.isNaN { return .nan }
        func truth(_ value: Bool) -> Double { value ? 1 : 0 }
        return switch sign {
        case "+": left + right
        case "-": left - right
        case "*": left * right
        case "/": left / right
        case "^": pow(left, right)
        case "<": truth(left < right)
        case ">": truth(left > right)
        case "<=": truth(left <= right)
        case ">=": truth(left >= right)
        case "==": truth(left == right)
        case "!=": truth(left != right)
        case "&": truth(left != 0 && right != 0)
        case "|": truth(left != 0 || right != 0)
        default: .nan
        }
    }

    /// Reads by precedence: `|`, `&`, comparisons, sums, products, powers.
    private struct Reader {
        private var rest: Substring
        private(set) var names: [String] = []
        /// Parentheses and signs that are open; a limit keeps any text from exhausting the stack.
        private var depth = 0

        private static let levels = [
            ["|"], ["&"], ["<=", ">=", "==", "!=", "<", ">"], ["+", "-"], ["*", "/"], ["^"],
        ]

        init(_ text: String) { rest = Substring(text) }

        var isAtEnd: Bool { rest.allSatisfy(\.isWhitespace) }

        private mutating func take(_ text: String) -> Bool {
            rest = rest.drop(while: \.isWhitespace)
            guard rest.hasPrefix(text) else { return false }
            rest.removeFirst(text.count)
            return true
        }

        mutating func node(precedence: Int) -> Node? {
            guard precedence < Self.levels.count else { return primary() }
            guard var left = node(precedence: precedence + 1) else { return nil }
            while let sign = Self.levels[precedence].first(where: { take($0) }) {
                guard let right = node(precedence: precedence + 1) else { return nil }
                left = .operation(sign, left, right)
            }
            return left
        }

        private mutating func primary() -> Node? {
            depth += 1
            defer { depth -= 1 }
            guard depth < 32 else { return nil }
            if take("-") { return primary().map { .call("-", $0) } }
            if take("(") { return closed(function: "") }
            guard let first = rest.first else { return nil }
            if first.isNumber {
                let digits = rest.prefix { $0.isNumber || $0 == "." || $0 == "e" }
                rest.removeFirst(digits.count)
                return Double(digits).map { .number($0) }
            }
            let name = String(rest.prefix { $0.isLetter || $0.isNumber || $0 == "." || $0 == "_" })
            guard !name.isEmpty else { return nil }
            rest.removeFirst(name.count)
            if take("(") { return RowExpression.functions[name] == nil ? nil : closed(function: name) }
            if !names.contains(name) { names.append(name) }
            return .name(name)
        }

        private mutating func closed(function: String) -> Node? {
            guard let inner = node(precedence: 0), take(")") else { return nil }
            return .call(function, inner)
        }
    }
}
