/// A value of a reference file. Reading a key or an element that is not there gives `absent`, never a fault: what R left
/// out of a result is then not compared.
public enum ReferenceValue: Equatable, Sendable {
    case absent
    case null
    case bool(Bool)
    case number(Double)
    case text(String)
    case list([ReferenceValue])
    case object([String: ReferenceValue])

    /// The value under a key of an object.
    public subscript(key: String) -> ReferenceValue {
        if case .object(let object) = self { object[key] ?? .absent } else { .absent }
    }

    /// An element; a single value counts as a list of one, as R writes `c(1)` as `1`.
    public subscript(index: Int) -> ReferenceValue {
        let elements = elements
        return elements.indices.contains(index) ? elements[index] : .absent
    }

    /// Whether there is a value other than null.
    public var isPresent: Bool { self != .absent && self != .null }

    /// Whether the value is `true`.
    var isTrue: Bool { self == .bool(true) }

    /// The elements of a list; a single value counts as a list of one.
    public var elements: [ReferenceValue] {
        switch self {
        case .list(let list): list
        case .absent, .null: []
        default: [self]
        }
    }

    /// The values of nested lists in reading order; null is kept where it is an element.
    var flattened: [ReferenceValue] {
        guard case .list(let list) = self else { return elements }
        return list.flatMap { element in
            if case .list = element { element.flattened } else { [element] }
        }
    }

    /// The keys of an object, sorted.
    var keys: [String] {
        if case .object(let object) = self { object.keys.sorted() } else { [] }
    }

    /// The number; R's infinities and NaN are written as texts.
    public var number: Double? {
        switch self {
        case .number(let number): number
        case .text("Inf"): .infinity
        case .text("-Inf"): -.infinity
        case .text("NaN"): .nan
        default: nil
        }
    }

    /// The number, where it is whole.
    var integer: Int? { number.flatMap { Int(exactly: $0) } }

    /// The text as it would stand in a table: whole numbers without a point.
    public var text: String? {
        switch self {
        case .text(let text): text
        case .number(let number): Int(exactly: number).map(String.init) ?? "\(number)"
        case .bool(let value): value ? "TRUE" : "FALSE"
        default: nil
        }
    }

    /// The texts of a list or of a single value.
    var texts: [String] { elements.compactMap(\.text) }
}
