import Diagnostics

/// A part of a template, as it was parsed.
indirect enum TemplateElement {
    /// Literal text.
    case text(String, SourceLocation)
    /// `{{name}}`
    case insertion(NameUse)
    /// `{{if …}} … {{else if …}} … {{else}} … {{end}}`
    case choice([Branch])
    /// `{{for item in list}} … {{end}}`
    case loop(Loop)
    /// `{{include "file.md"}}`
    case include(String, SourceLocation)
    /// `{{table name}}`, `{{figure name}}`
    case placement(Placement.Kind, NameUse)
}

/// A name where a template uses it.
struct NameUse: Equatable {
    var name: ResultName
    var location: SourceLocation
}

/// A branch of a choice; without a condition, the last `else`.
struct Branch {
    var condition: Condition?
    var body: [TemplateElement] = []
}

/// A loop over the items of a list.
struct Loop {
    /// How what the items give is put together.
    struct Joining: Equatable {
        /// Between items; nil as the language has it.
        var separator: String?
        /// Before the last item; nil as the language has it.
        var last: String?
    }

    /// The name of the item in the body.
    var variable: String
    /// Nil where the tag is at fault.
    var list: NameUse?
    /// Nil: one after the other, as the body stands.
    var joining: Joining?
    var location: SourceLocation
    var body: [TemplateElement] = []
    /// Whether its `{{end}}` has a line of its own, so that what the loop gives ends a line.
    var endsLine = false
}

/// A condition: alternatives, each of which is true when all its terms are.
struct Condition: Equatable {
    struct Term: Equatable {
        var isNegated: Bool
        var test: Test
    }

    enum Test: Equatable {
        /// A name that is itself yes or no.
        case flag(NameUse)
        /// Whether a name has a value, or a list any items.
        case exists(NameUse)
        /// Whether a name's value is withheld, or a list's items may be.
        case withheld(NameUse)
        case comparison(Operand, Comparator, Operand)
    }

    enum Operand: Equatable {
        case name(NameUse)
        case number(Double, SourceLocation)
        case text(String, SourceLocation)
    }

    enum Comparator: String, CaseIterable {
        case less = "<"
        case lessOrEqual = "<="
        case greater = ">"
        case greaterOrEqual = ">="
        case equal = "=="
        case unequal = "!="

        /// Whether it asks for an order, which only numbers have.
        var isOrder: Bool { self != .equal && self != .unequal }

        /// Whether it holds between two values.
        func holds<Value: Comparable>(_ left: Value, _ right: Value) -> Bool {
            switch self {
            case .less: left < right
            case .lessOrEqual: left <= right
            case .greater: left > right
            case .greaterOrEqual: left >= right
            case .equal: left == right
            case .unequal: left != right
            }
        }
    }

    var alternatives: [[Term]]
}
