import Foundation

/// A value read from JSON.
enum JSONValue: Equatable, Sendable {
    case null
    case bool(Bool)
    case number(Double)
    case text(String)
    case list([JSONValue])
    case object([String: JSONValue])

    /// Reads a value from the bytes of a file.
    init(reading data: Data) throws {
        self.init(try JSONSerialization.jsonObject(with: data, options: [.fragmentsAllowed]))
    }

    private init(_ any: Any) {
        switch any {
        case let number as NSNumber where isBoolean(number): self = .bool(number.boolValue)
        case let number as NSNumber: self = .number(number.doubleValue)
        case let text as String: self = .text(text)
        case let list as [Any]: self = .list(list.map { JSONValue($0) })
        case let object as [String: Any]: self = .object(object.mapValues { JSONValue($0) })
        default: self = .null
        }
    }

    /// The value under a key of an object; nil where there is none or it is null.
    subscript(key: String) -> JSONValue? {
        guard case .object(let object) = self, let value = object[key], value != .null else { return nil }
        return value
    }

    /// The elements of a list; a single value counts as a list of one, as R's `c(1)` is `1`.
    var elements: [JSONValue] {
        if case .list(let list) = self { list } else { [self] }
    }

    /// The number; nil for anything else, such as `"NaN"` or null.
    var number: Double? {
        if case .number(let number) = self { number } else { nil }
    }

    /// The number, where it is whole.
    var integer: Int? { number.flatMap { Int(exactly: $0) } }

    /// The text; whole numbers are written without a point.
    var text: String? {
        switch self {
        case .text(let text): text
        case .number(let number): Int(exactly: number).map(String.init) ?? String(number)
        default: nil
        }
    }
}

/// Whether a number came from `true` or `false`.
private func isBoolean(_ number: NSNumber) -> Bool {
    String(cString: number.objCType) == "c"
}
