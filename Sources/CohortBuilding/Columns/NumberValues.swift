/// Numbers, one for each patient, nil where missing: eight bytes each.
public struct NumberValues: Equatable, Sendable, MutableCollection, RandomAccessCollection, ExpressibleByArrayLiteral {
    /// The numbers; NaN where missing.
    public private(set) var numbers: [Double]

    /// Takes numbers, NaN where missing.
    public init(numbers: [Double]) { self.numbers = numbers }

    /// Takes numbers, nil where missing.
    public init(_ values: some Sequence<Double?>) { numbers = values.map { $0 ?? .nan } }

    /// Takes numbers, nil where missing.
    public init(arrayLiteral values: Double?...) { self.init(values) }

    /// The same for every patient.
    public init(repeating value: Double?, count: Int) { numbers = Array(repeating: value ?? .nan, count: count) }

    /// The first patient.
    public var startIndex: Int { 0 }
    /// The place after the last patient.
    @inlinable public var endIndex: Int { numbers.count }

    /// The number of a patient; nil where it is missing.
    public subscript(patient: Int) -> Double? {
        get { numbers[patient].isNaN ? nil : numbers[patient] }
        set { numbers[patient] = newValue ?? .nan }
    }

    /// Adds a patient.
    mutating func append(_ value: Double?) { numbers.append(value ?? .nan) }

    /// How many are missing.
    public var missingCount: Int { numbers.count { $0.isNaN } }

    /// The numbers of some patients in their order, NaN where missing; without a copy where these are all.
    public func numbers(of patients: [Int]) -> [Double] {
        patients.areAll(of: numbers.count) ? numbers : patients.map { numbers[$0] }
    }

    /// Whether the same numbers are missing and the others equal.
    public static func == (left: NumberValues, right: NumberValues) -> Bool {
        left.count == right.count
            && zip(left.numbers, right.numbers).allSatisfy { $0 == $1 || ($0.isNaN && $1.isNaN) }
    }
}

extension [Int] {
    /// Whether these are 0, 1, 2 … up to a count.
    func areAll(of count: Int) -> Bool {
        guard self.count == count else { return false }
        return withUnsafeBufferPointer { numbers in
            for index in 0..<count where numbers[index] != index { return false }
            return true
        }
    }
}
