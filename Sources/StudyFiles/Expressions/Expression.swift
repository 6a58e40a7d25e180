public import Diagnostics

/// A condition or formula of the study file, such as `arm == "RT+IO+T" and age >= 60` or `dose / fractions`.
///
/// Names are columns of the patients' file or variables of the study.
public indirect enum Expression: Equatable, Sendable {
    /// Operators of two operands; the raw value is how they are written.
    public enum BinaryOperator: String, CaseIterable, Sendable {
        case or, and
        case equal = "=="
        case notEqual = "!="
        case less = "<"
        case lessOrEqual = "<="
        case greater = ">"
        case greaterOrEqual = ">="
        case add = "+"
        case subtract = "-"
        case multiply = "*"
        case divide = "/"
        case power = "^"
    }

    case number(Double, SourceLocation)
    case text(String, SourceLocation)
    case name(Located<String>)
    /// `is missing` (false: `is not missing`).
    case missing(Located<String>, isMissing: Bool)
    /// `in [a, b]` (false: `not in`).
    case member(Expression, of: [Expression], isMember: Bool)
    /// `sites includes "A"`: whether a variable with several answers a patient has this one.
    case includes(Located<String>, answer: Located<String>)
    case not(Expression)
    case negate(Expression)
    case binary(BinaryOperator, Expression, Expression)

    /// Every column or variable that it names.
    public var names: [Located<String>] {
        switch self {
        case .number, .text: []
        case .name(let name), .missing(let name, _), .includes(let name, _): [name]
        case .member(let operand, let list, _): operand.names + list.flatMap(\.names)
        case .not(let operand), .negate(let operand): operand.names
        case .binary(_, let left, let right): left.names + right.names
        }
    }
}
