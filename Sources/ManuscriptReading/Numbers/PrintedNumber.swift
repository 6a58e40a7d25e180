internal import Foundation

/// A number with the decimals it was printed with, and so the interval of values that would be printed like this.
public struct PrintedNumber: Equatable, Hashable, Sendable {
    /// As printed, in plain writing.
    public var text: String
    /// Its value.
    public var value: Double
    /// Digits after the decimal point.
    public var decimals: Int

    /// Reads a number: `0.43`, `.021`, `-1.5`, `1,204`; nil for anything else.
    public init?(_ text: String) {
        let bare = text.filter { $0 != "," && $0 != " " }.replacing("+", with: "")
        guard let value = Double(bare), value.isFinite, bare.last?.isNumber == true, !bare.contains("e"),
            !bare.contains("E"), !bare.contains("x")
        else { return nil }
        self.text = text
        self.value = value
        decimals = bare.split(separator: ".", omittingEmptySubsequences: false).dropFirst().first?.count ?? 0
    }

    /// Half of the last digit's unit.
    public var halfUnit: Double { 0.5 * pow(10, -Double(decimals)) }
    /// The least value that is printed like this.
    public var lower: Double { value - halfUnit }
    /// The largest value that is printed like this.
    public var upper: Double { value + halfUnit }
    /// The number as a count, where it is one.
    public var count: Int? { decimals == 0 && value >= 0 && value < 1e9 ? Int(value) : nil }

    /// Whether a value, rounded, could be printed like this.
    public func admits(_ value: Double) -> Bool {
        let slack = 1e-9 * max(1, abs(value))
        return value >= lower - slack && value <= upper + slack
    }

    /// Whether one value could be printed as both numbers.
    public func agrees(with other: PrintedNumber) -> Bool {
        lower <= other.upper + 1e-9 && other.lower <= upper + 1e-9
    }
}

/// A p-value with its sign: `p = 0.021`, `p < 0.001`.
public struct PrintedPValue: Equatable, Hashable, Sendable {
    /// How the number is to be read.
    public enum Relation: String, Sendable {
        case equal = "="
        case less = "<"
        case greater = ">"
    }

    /// The sign.
    public var relation: Relation
    /// The number.
    public var number: PrintedNumber

    /// Creates a p-value.
    public init(_ relation: Relation, _ number: PrintedNumber) {
        self.relation = relation
        self.number = number
    }

    /// Reads `0.021`, `<0.001`, `=.03`, `>0.999`; nil for a number that is no probability.
    public init?(_ text: String) {
        let bare = text.filter { !$0.isWhitespace }
        let relations: [Character: Relation] = ["<": .less, "≤": .less, ">": .greater, "≥": .greater, "=": .equal]
        let relation = bare.first.flatMap { relations[$0] }
        guard let number = PrintedNumber(relation == nil ? bare : String(bare.dropFirst())),
            (0...1).contains(number.value)
        else { return nil }
        self.init(relation ?? .equal, number)
    }

    /// The values that it can stand for.
    public var interval: ClosedRange<Double> {
        switch relation {
        case .equal: max(0, number.lower)...min(1, max(number.lower, number.upper))
        case .less: 0...max(0, number.value)
        case .greater: min(1, number.value)...1
        }
    }

    /// Whether the value could be printed like this.
    public func admits(_ value: Double) -> Bool {
        let slack = 1e-9
        return value >= interval.lowerBound - slack && value <= interval.upperBound + slack
    }

    /// Whether it certainly is below a limit.
    public func isBelow(_ limit: Double) -> Bool {
        switch relation {
        case .less: number.value <= limit
        case .equal: number.value < limit
        case .greater: false
        }
    }

    /// Whether it certainly is not below a limit.
    public func isAbove(_ limit: Double) -> Bool {
        switch relation {
        case .less: false
        case .equal: number.value > limit
        case .greater: number.value >= limit
        }
    }

    /// As `p = 0.021`.
    public var text: String { "p \(relation.rawValue) \(number.text)" }
}
