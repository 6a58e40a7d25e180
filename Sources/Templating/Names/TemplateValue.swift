/// What a name in a template stands for.
public enum TemplateValue: Equatable, Sendable {
    /// Words.
    case text(String)
    /// A number at full precision, which conditions compare, and how it is printed.
    case number(Double, printed: String)
    /// Yes or no: for conditions, never printed.
    case flag(Bool)
    /// The result exists, but not its number; the reason is printed, never a blank.
    case absent(reason: String)
    /// The result exists, but is not told; the mark is printed, and nothing can be compared with it.
    case withheld(mark: String)

    /// What an insertion prints; nil for a flag.
    public var printed: String? {
        switch self {
        case .text(let text): text
        case .number(_, let printed): printed
        case .flag: nil
        case .absent(let reason): reason
        case .withheld(let mark): mark
        }
    }

    /// Whether there is a value, told or not, and not only a reason why there is none.
    public var exists: Bool {
        if case .absent = self { false } else { true }
    }

    /// Whether it is a number that is told.
    public var isNumber: Bool {
        if case .number = self { true } else { false }
    }

    /// Whether it exists and is not told.
    public var isWithheld: Bool {
        if case .withheld = self { true } else { false }
    }

    /// The kind of value in words, for messages.
    var kind: String {
        switch self {
        case .text: "text"
        case .number: "a number"
        case .flag: "a condition"
        case .absent: "absent"
        case .withheld: "withheld"
        }
    }
}

/// A table or figure that a template puts in a place of its own.
public struct Placement: Hashable, Sendable {
    /// What is placed.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        case table, figure
    }

    /// What is placed.
    public var kind: Kind
    /// The item's name in the study file.
    public var id: String

    /// Creates a placement.
    public init(_ kind: Kind, _ id: String) {
        self.kind = kind
        self.id = id
    }
}
