internal import Diagnostics
internal import func Foundation.pow
internal import StudyFiles

/// Evaluates conditions and formulas for all patients at once, in three-valued logic.
///
/// A value that is missing makes a comparison or a sum missing; `and` is false where either side is false, `or` true
/// where either is true, and both missing otherwise where a side is missing (Kleene). Faults of type are found once,
/// at the operand, not once a patient.
struct ExpressionEvaluator {
    let names: StudyNames
    let rows: PatientRows
    /// The values of the variables that were made already.
    let variables: [String: VariableValues]
    let reporter: FaultReporter
    /// The variable whose definition is evaluated; its own name means the column.
    var owner: String?

    /// Whether each patient meets a condition; nil, with a message, where it is no condition.
    func condition(_ expression: Expression) -> [Bool?]? {
        truths(expression, need: "a condition must be true or false")
    }

    /// A formula's numbers; nil, with a message, where it is no formula over numbers.
    func formula(_ expression: Expression) -> [Double?]? {
        numbers(expression, need: "a formula must give numbers")
    }

    /// The values of an expression; nil, with messages, where it makes no sense.
    func values(_ expression: Expression) -> ExpressionValues? {
        switch expression {
        case .number(let number, _): return .numbers(Array(repeating: number, count: rows.count))
        case .text(let text, _): return .texts(Array(repeating: text, count: rows.count))
        case .name(let name): return values(named: name)
        case .missing(let name, let isMissing):
            return isKnown(name).map { .truths($0.map { $0 != isMissing }) }
        case .not(let operand):
            return truths(operand, need: "'not' needs a condition").map { .truths($0.map { $0.map { !$0 } }) }
        case .negate(let operand):
            return numbers(operand, need: "'-' needs numbers").map { .numbers($0.map { $0.map { -$0 } }) }
        case .member(let operand, let list, let isMember):
            return membership(operand, list, isMember: isMember).map { .truths($0) }
        case .includes(let name, let answer):
            return inclusion(of: answer, in: name).map { .truths($0) }
        case .binary(let operation, let left, let right):
            return binary(operation, left, right)
        }
    }

    private func binary(
        _ operation: Expression.BinaryOperator, _ left: Expression, _ right: Expression
    ) -> ExpressionValues? {
        let need = "'\(operation.rawValue)' needs \(operation.isArithmetic ? "numbers" : "conditions")"
        switch operation {
        case .or, .and:
            let (first, second) = (truths(left, need: need), truths(right, need: need))
            guard let first, let second else { return nil }
            return .truths(zip(first, second).map { connected($0, $1, decisive: operation == .or) })
        case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual:
            return comparison(operation, left, right).map { .truths($0) }
        case .add, .subtract, .multiply, .divide, .power:
            let (first, second) = (numbers(left, need: need), numbers(right, need: need))
            guard let first, let second else { return nil }
            return .numbers(arithmetic(operation, first, second, at: left.origin))
        }
    }

    /// `or` (decisive: true) and `and` (decisive: false): a decisive side settles it, else a missing side leaves it open.
    private func connected(_ left: Bool?, _ right: Bool?, decisive: Bool) -> Bool? {
        if left == decisive || right == decisive { return decisive }
        return left == nil || right == nil ? nil : !decisive
    }

    private func arithmetic(
        _ operation: Expression.BinaryOperator, _ left: [Double?], _ right: [Double?], at location: SourceLocation
    ) -> [Double?] {
        var undefined: [Int] = []
        let results = rows.rows.indices.map { index -> Double? in
            guard let a = left[index], let b = right[index] else { return nil }
            let result: Double =
                switch operation {
                case .add: a + b
                case .subtract: a - b
                case .multiply: a * b
                case .power: pow(a, b)
                default: a / b
                }
            if result.isFinite { return result }
            undefined.append(index)
            return nil
        }
        if let first = undefined.first {
            let row = rows.table.location(row: rows.rows[first], column: 0)
            let cause = operation == .divide ? "division by zero" : "a number beyond all bounds"
            reporter.report(
                Diagnostic(
                    .undefinedNumber, severity: .warning, at: location,
                    "'\(operation.rawValue)' gives no number for \(counted(undefined.count, "patient")): \(cause)",
                    notes: [.init("their value counts as missing; the first stands here", at: row)],
                    help: ["leave them out by a condition, or correct the data"]))
        }
        return results
    }

    // MARK: Types

    private func numbers(_ expression: Expression, need: String) -> [Double?]? {
        guard let values = values(expression) else { return nil }
        switch values {
        case .numbers(let numbers): return numbers
        case .allMissing: return Array(repeating: nil, count: rows.count)
        default: return wrongType(expression, values, need: need)
        }
    }

    private func truths(_ expression: Expression, need: String) -> [Bool?]? {
        guard let values = values(expression) else { return nil }
        switch values {
        case .truths(let truths): return truths
        case .allMissing: return Array(repeating: nil, count: rows.count)
        default: return wrongType(expression, values, need: need)
        }
    }

    func wrongType<Result>(
        _ expression: Expression, _ values: ExpressionValues, need: String, help: [String] = []
    ) -> Result? {
        let summary = "\(need), \(expression.sentence(values))"
        reporter.report(Diagnostic(.wrongType, at: expression.origin, summary, help: help))
        return nil
    }

    // MARK: Names

    private func values(named name: Located<String>) -> ExpressionValues? {
        switch names.meaning(of: name.value, insideDefinitionOf: owner) {
        case nil: return nil
        case .column(let column): return values(of: column)
        case .variable(let variable):
            switch variables[variable.name.value] {
            case nil: return nil
            case .continuous(let numbers, _): return .numbers(Array(numbers))
            case .categorical(let values):
                return .texts(values.codes.map { $0.map { values.levels[$0].id } })
            case .multiResponse(let levels, let responses):
                return .answers(responses.map { $0.map { $0.map { levels[$0].id } } })
            }
        }
    }

    /// The values of a column without a declaration: numbers or dates where all known cells are, else text.
    private func values(of column: DataColumn) -> ExpressionValues {
        let known = rows.differentTexts(column).compactMap { $0 }
        if known.isEmpty { return .allMissing }
        if known.allSatisfy({ NumberCell($0) != nil }) {
            return .numbers(rows.mapped(column) { $0.flatMap { NumberCell($0)?.value } })
        }
        if known.allSatisfy({ DateCell($0).day != nil }) {
            return .dates(rows.mapped(column) { $0.flatMap { DateCell($0).day } })
        }
        return .texts(rows.texts(column))
    }

    private func inclusion(of answer: Located<String>, in name: Located<String>) -> [Bool?]? {
        guard let values = values(named: name) else { return nil }
        switch values {
        case .allMissing: return Array(repeating: nil, count: rows.count)
        case .answers(let answers):
            let known = distinctLevels(of: answers.flatMap { $0 ?? [] })
            if !known.contains(answer.value) {
                reporter.report(
                    Diagnostic(
                        .absentLevel, severity: .warning, at: answer.location,
                        "\(quoted(answer.value)) doesn't occur in '\(name.value)'",
                        help: known.count > 20 ? [] : nearNameHelp(for: answer.value, among: known, kind: "levels")))
            }
            return answers.map { $0.map { $0.contains(answer.value) } }
        default:
            return wrongType(
                .name(name), values, need: "'includes' needs a variable with several answers a patient",
                help: ["compare by '==', or declare what stands between the answers: separator: \";\""])
        }
    }

    private func isKnown(_ name: Located<String>) -> [Bool]? {
        switch values(named: name) {
        case nil: nil
        case .numbers(let values): values.map { $0 != nil }
        case .texts(let values): values.map { $0 != nil }
        case .dates(let values): values.map { $0 != nil }
        case .truths(let values): values.map { $0 != nil }
        case .answers(let answers): answers.map { $0 != nil }
        case .allMissing: Array(repeating: false, count: rows.count)
        }
    }
}
