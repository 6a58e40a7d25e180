/// Positions of levels, one for each patient, nil where missing: four bytes each.
public struct LevelCodes: Equatable, Sendable, MutableCollection, RandomAccessCollection, ExpressibleByArrayLiteral {
    /// The positions; −1 where missing.
    public private(set) var codes: [Int32]

    /// Takes positions, −1 where missing.
    public init(codes: [Int32]) { self.codes = codes }

    /// Takes positions, nil where missing.
    public init(_ values: some Sequence<Int?>) { codes = values.map { Int32($0 ?? -1) } }

    /// Takes positions, nil where missing.
    public init(arrayLiteral values: Int?...) { self.init(values) }

    /// The first patient.
    public var startIndex: Int { 0 }
    /// The place after the last patient.
    @inlinable public var endIndex: Int { codes.count }

    /// The position of a patient's level; nil where it is missing.
    public subscript(patient: Int) -> Int? {
        get { codes[patient] < 0 ? nil : Int(codes[patient]) }
        set { codes[patient] = Int32(newValue ?? -1) }
    }

    /// How many are missing.
    public var missingCount: Int { codes.count { $0 < 0 } }

    /// The positions of some patients in their order, −1 where missing; without a copy where these are all.
    public func codes(of patients: [Int]) -> [Int32] {
        patients.areAll(of: codes.count) ? codes : patients.map { codes[$0] }
    }

    /// Which of some levels occur.
    func occurring(among levels: Int) -> [Bool] {
        var occurs = [Bool](repeating: false, count: levels)
        for code in codes where code >= 0 { occurs[Int(code)] = true }
        return occurs
    }
}
