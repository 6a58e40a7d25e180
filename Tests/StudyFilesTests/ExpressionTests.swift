import Diagnostics
import TestSupport
import Testing

@testable import StudyFiles

/// Reads an expression that begins at `s:1:1` and must be sound; its tree as text, without places.
private func tree(_ text: String, as purpose: Expression.Purpose = .condition) -> String {
    let sink = DiagnosticSink()
    let start = SourceLocation(file: "s", line: 1, column: 1)
    guard let expression = Expression(text, as: purpose, at: start, reporting: sink) else { return rendered(sink) }
    return expression.tree
}

extension Expression {
    /// The expression in prefix form.
    fileprivate var tree: String {
        switch self {
        case .number(let number, _): "\(number)"
        case .text(let text, _): "\"\(text)\""
        case .name(let name): name.value
        case .missing(let name, let isMissing): "(\(isMissing ? "missing" : "known") \(name.value))"
        case .member(let operand, let list, let isMember):
            "(\(isMember ? "in" : "not-in") \(operand.tree) \(list.map(\.tree).joined(separator: " ")))"
        case .includes(let name, let answer): "(includes \(name.value) \"\(answer.value)\")"
        case .not(let operand): "(not \(operand.tree))"
        case .negate(let operand): "(neg \(operand.tree))"
        case .binary(let operation, let left, let right): "(\(operation.rawValue) \(left.tree) \(right.tree))"
        }
    }
}

@Suite struct ExpressionTests {
    @Test(arguments: [
        ("a == 1", "(== a 1.0)"),
        ("a.b_2 != \"x y\"", "(!= a.b_2 \"x y\")"),
        ("`tumour size (cm)` >= 0.5", "(>= tumour size (cm) 0.5)"),
        ("a < 1 or b < 2 and c < 3", "(or (< a 1.0) (and (< b 2.0) (< c 3.0)))"),
        ("(a < 1 or b < 2) and c < 3", "(and (or (< a 1.0) (< b 2.0)) (< c 3.0))"),
        ("not a < 1 and b < 2", "(and (not (< a 1.0)) (< b 2.0))"),
        ("not not a is missing", "(not (not (missing a)))"),
        ("a is not missing", "(known a)"),
        ("stage in ['B', \"C\"]", "(in stage \"B\" \"C\")"),
        (
            "sites includes \"Lung\" and not sites includes 'Bone'",
            "(and (includes sites \"Lung\") (not (includes sites \"Bone\")))"
        ),
        ("includes == 1", "(== includes 1.0)"),
        ("a + 1 not in [1, -2]", "(not-in (+ a 1.0) 1.0 -2.0)"),
        ("a + b * c - d < e", "(< (- (+ a (* b c)) d) e)"),
        ("a == 'it is \"so\"'", "(== a \"it is \"so\"\")"),
        ("größe > 1e3", "(> größe 1000.0)"),
        ("`and` == \"and\"", "(== and \"and\")"),
        ("a == \"\"", "(== a \"\")"),
    ])
    func conditionsAreReadByPrecedence(text: String, expected: String) {
        #expect(tree(text) == expected)
    }

    @Test(arguments: [
        ("a / b / c", "(/ (/ a b) c)"),
        ("a - b - c", "(- (- a b) c)"),
        ("a ^ b ^ c", "(^ a (^ b c))"),
        ("-a ^ 2", "(neg (^ a 2.0))"),
        ("a ^ -b", "(^ a (neg b))"),
        ("a * -b", "(* a (neg b))"),
        ("--a", "(neg (neg a))"),
        ("dose * (1 + dose / n / 10)", "(* dose (+ 1.0 (/ (/ dose n) 10.0)))"),
        ("a", "a"),
    ])
    func formulasAreReadByPrecedence(text: String, expected: String) {
        #expect(tree(text, as: .formula) == expected)
    }

    @Test func namesAreFoundWithTheirPlaces() throws {
        let sink = DiagnosticSink()
        let start = SourceLocation(file: "s", line: 3, column: 10)
        let expression = try #require(
            Expression("a + `b c` < d and e is missing and f in [1]", as: .condition, at: start, reporting: sink))
        #expect(expression.names.map(\.value) == ["a", "b c", "d", "e", "f"])
        #expect(expression.names.map(\.location.column) == [10, 14, 22, 28, 45])
        #expect(expression.names.map(\.location.length) == [1, 5, 1, 1, 1])
        #expect(expression.names.allSatisfy { $0.location.line == 3 })
    }

    /// Column and length of the message, its summary, and how to mend it.
    @Test(arguments: [
        ("a = 1", 3, 1, "'=' is not an operator", "write '==' to compare"),
        ("a <> 1", 3, 2, "'<>' is not an operator", "write '!='"),
        ("a < 1 && b < 2", 7, 2, "'&&' is not an operator", "write 'and'"),
        ("a < 1 || b < 2", 7, 2, "'||' is not an operator", "write 'or'"),
        ("!a < 1", 1, 1, "'!' is not an operator", "write 'not'"),
        ("a => 1", 3, 2, "'=>' is not an operator", "write '>='"),
        ("a ≥ 1", 3, 1, "'≥' is not an operator", "write '>='"),
        ("a ** 2 < 1", 3, 2, "'**' is not an operator", "write '^'"),
        (
            "a # 1", 3, 1, "'#' has no meaning in an expression",
            "put a name with special characters in back quotes, and text in double quotes"
        ),
        ("a < 1 AND b < 2", 7, 3, "expected an operator, found 'AND'", "write 'and'"),
        (
            "a < 1 b", 7, 1, "expected an operator, found 'b'",
            "put text in double quotes, and a name with spaces in back quotes"
        ),
        ("a < 1)", 6, 1, "expected an operator, found ')'", ""),
        ("(a < 1", 7, 1, "expected ')', found nothing", ""),
        ("a <", 4, 1, "expected a value, found nothing", ""),
        ("and a", 1, 3, "expected a value, found 'and'", ""),
        ("a < b < c", 7, 1, "comparisons can't follow one another", "join them: 40 <= age and age < 60"),
        (
            "a", 1, 1, "expected a condition, found a value",
            "compare it: age >= 60, sex == \"Female\", grade is not missing"
        ),
        (
            "a < 1 and (b + 2)", 11, 7, "expected a condition, found a value",
            "compare it: age >= 60, sex == \"Female\", grade is not missing"
        ),
        ("(a < 1) + 2 < 3", 1, 7, "expected a value, found a condition", ""),
        ("a + \"x\" < 3", 5, 3, "expected a number, found text", ""),
        (
            "a is 3", 3, 4, "expected 'missing' after 'is'",
            "write 'is missing' or 'is not missing', and '==' to compare"
        ),
        ("a + 1 is missing", 1, 5, "expected a name before 'is missing'", ""),
        ("a includes B", 12, 1, "expected quoted text after 'includes', found 'B'", "put it in quotes: \"B\""),
        (
            "a includes 3", 12, 1, "expected quoted text after 'includes', found a number",
            "write one answer in quotes: a includes \"A\""
        ),
        ("a in (1, 2)", 6, 1, "expected '[' after 'in', found '('", "list the values: in [\"A\", \"B\"]"),
        ("a in [1 2]", 9, 1, "expected ',' or ']' in a list, found a number", ""),
        (
            "a in [B]", 7, 1, "expected a number or quoted text in a list, found 'B'", "put it in quotes: \"B\""
        ),
        ("a in []", 7, 1, "expected a number or quoted text in a list, found ']'", ""),
        (
            "a == \"x", 6, 2, "text is not closed by \"",
            "where a text holds ' #' or ': ', put the whole expression in quotes"
        ),
        ("`` < 1", 1, 2, "expected a name between back quotes", ""),
        (
            "6mwd > 3", 1, 4, "expected a number, found '6mwd'",
            "put a name that begins with a digit in back quotes: `6mwd`"
        ),
        ("a < 1e999", 5, 5, "number 1e999 is too large", ""),
    ])
    func faultsAreReportedWhereTheyStand(text: String, column: Int, length: Int, summary: String, help: String) {
        let sink = DiagnosticSink()
        let start = SourceLocation(file: "s", line: 1, column: 1)
        #expect(Expression(text, as: .condition, at: start, reporting: sink) == nil)
        let place = SourceLocation(file: "s", line: 1, column: column, length: length)
        #expect(
            sink.diagnostics == [
                Diagnostic(.expressionSyntax, at: place, summary, help: help.isEmpty ? [] : [help])
            ])
    }

    @Test(arguments: [
        ("a < 1", "s:1:1: error: expected a value, found a condition [expression-syntax]"),
        ("\"a\"", "s:1:1: error: expected a number, found text [expression-syntax]"),
    ])
    func aFormulaIsANumber(text: String, message: String) {
        #expect(tree(text, as: .formula) == message)
    }

    @Test(arguments: ["(", "-", "not ", "2 ^ "])
    func nestingIsLimited(opening: String) {
        let text = String(repeating: opening, count: 100_000) + "a"
        #expect(tree(text).contains("an expression nests at most 60 deep [expression-syntax]"))
    }

    @Test(arguments: [" + 1", " and a < 1", " or a is missing"])
    func lengthIsLimited(part: String) {
        let short = "a < 1" + String(repeating: part, count: part == " + 1" ? 399 : 199)
        #expect(tree(short).hasPrefix("("))
        let long = "a < 1" + String(repeating: part, count: 100_000)
        #expect(tree(long).contains("an expression holds at most 400 operators [expression-syntax]"))
    }

    /// A list may be long: patients left out by their keys.
    @Test func listsMayBeLong() {
        let keys = (1...5000).map { "'\($0)'" }.joined(separator: ", ")
        #expect(tree("id in [\(keys)]").hasPrefix("(in id "))
    }

    /// The place of `b` where the expression stands in each kind of YAML scalar.
    @Test(arguments: [
        ("where: a < b", 1, 12, 1),
        ("where: \"a < b\"", 1, 13, 1),
        ("where: 'a == ''x'' and b < 1'", 1, 24, 1),
        ("where: \"a == \\\"x\\\" and b < 1\"", 1, 24, 1),
        ("where: \"\\x61 < b\"", 1, 16, 1),
        ("where: a <\n  b", 2, 3, 1),
        ("where: \"a <\n  b\"", 2, 3, 1),
        ("where: \"a \\\n  < b\"", 2, 5, 1),
        ("where: &x b < 1", 1, 11, 1),
        ("where: !!str b < 1", 1, 14, 1),
        ("where: |\n  a < b", 1, 8, 1),
        ("where: >-\n  a < b", 1, 8, 2),
        ("{ where: a < b , c: 1 }", 1, 14, 1),
    ])
    func placesAreThoseOfTheYAMLText(text: String, line: Int, column: Int, length: Int) throws {
        let source = SourceText(text, file: "s")
        let sink = DiagnosticSink()
        let document = try #require(YAMLReader.read(source, report: sink.emit))
        let value = try #require(document["where"])
        let expression = Expression.read(value.text ?? "", as: .condition, in: value, of: source, report: sink.emit)
        expectMessages(sink, equal: "")
        let name = expression?.names.first { $0.value == "b" }
        #expect(name?.location == SourceLocation(file: "s", line: line, column: column, length: length))
    }
}
