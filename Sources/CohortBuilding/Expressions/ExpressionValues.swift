internal import Diagnostics
internal import StudyFiles

/// What an expression is worth for each patient; nil where it cannot be known.
enum ExpressionValues: Equatable {
    case numbers([Double?])
    case texts([String?])
    case dates([CalendarDay?])
    case truths([Bool?])
    /// Several answers a patient, of which one can be asked for.
    case answers([[String]?])
    /// A column without any known value: it is of every type.
    case allMissing
}

extension Expression {
    /// Where it begins.
    var origin: SourceLocation {
        switch self {
        case .number(_, let location), .text(_, let location): location
        case .name(let name), .missing(let name, _), .includes(let name, _): name.location
        case .member(let operand, _, _), .not(let operand), .negate(let operand): operand.origin
        case .binary(_, let left, _): left.origin
        }
    }

    /// How messages speak of it: names and literals as they are written, else "this".
    var title: String {
        switch self {
        case .name(let name): "'\(name.value)'"
        case .text(let text, _): quoted(text)
        case .number(let number, _): number.plain
        case .not, .missing, .member, .includes: "this condition"
        case .binary(let operation, _, _): operation.isArithmetic ? "this formula" : "this condition"
        case .negate: "this formula"
        }
    }

    /// How messages say what its values are: `'age' holds numbers`, `'old' is text`.
    func sentence(_ values: ExpressionValues) -> String {
        let isLiteral =
            switch self {
            case .number, .text: true
            default: false
            }
        let type =
            switch values {
            case .numbers: isLiteral ? "a number" : "numbers"
            case .texts: "text"
            case .dates: "dates"
            case .truths: "true or false"
            case .answers: "several answers a patient"
            case .allMissing: "nothing"
            }
        let verb =
            switch (self, values) {
            case (_, .truths): "is"
            case (.name, _): "holds"
            default: isLiteral ? "is" : "gives"
            }
        return "\(title) \(verb) \(type)"
    }
}

extension Expression.BinaryOperator {
    var isArithmetic: Bool {
        switch self {
        case .add, .subtract, .multiply, .divide, .power: true
        case .or, .and, .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual: false
        }
    }
}

extension Double {
    /// The number as a person would write it: `60`, `0.5`.
    var plain: String {
        self == rounded() && abs(self) < 1e15 ? String(Int(self)) : String(self)
    }
}
