/// A covariate of a regression model: one value a record.
public struct Covariate: Equatable, Sendable {
    /// The values and how they enter the model.
    public enum Values: Equatable, Sendable {
        /// Numbers that enter as they are; NaN is a missing value.
        case continuous([Double])
        /// Positions in `levels`, −1 where missing; every level but the reference becomes a column of 0 and 1.
        case factor(codes: [Int32], levels: [String], reference: Int)
    }

    /// The name.
    public let name: String
    /// The values.
    public let values: Values

    /// A covariate of numbers; NaN is a missing value.
    public static func continuous(_ name: String, _ values: [Double]) -> Covariate {
        Covariate(name: name, values: .continuous(values))
    }

    /// A covariate of levels, compared with the level at `reference`.
    ///
    /// - Parameters:
    ///   - name: The name.
    ///   - codes: For each record the position in `levels`, or −1 where the value is missing.
    ///   - levels: The levels in order; a level without records keeps its column, whose coefficient is then absent.
    ///   - reference: The position of the level that the others are compared with.
    /// - Returns: The covariate.
    public static func factor(_ name: String, codes: [Int32], levels: [String], reference: Int) -> Covariate {
        Covariate(name: name, values: .factor(codes: codes, levels: levels, reference: reference))
    }

    /// The number of records.
    var count: Int {
        switch values {
        case .continuous(let values): values.count
        case .factor(let codes, _, _): codes.count
        }
    }

    /// The level that each column of the main effect stands for, by its position; −1 for numbers.
    var shownLevels: [Int] {
        switch values {
        case .continuous: [-1]
        case .factor(_, let levels, let reference): levels.isEmpty ? [-1] : levels.indices.filter { $0 != reference }
        }
    }

    /// The level that each column of the main effect stands for, and the reference; nil for numbers.
    var columnLevels: [(level: String?, reference: String?)] {
        guard case .factor(_, let levels, let reference) = values, !levels.isEmpty else { return [(nil, nil)] }
        return shownLevels.map { (levels[$0], levels[reference]) }
    }

    /// The columns of the covariate's main effect, one for each of ``shownLevels``.
    func columns() -> [[Double]] {
        switch values {
        case .continuous(let values): [values]
        case .factor(let codes, _, _):
            // Without levels every value is missing, and nobody can be in a model with it.
            shownLevels.map { level in
                codes.map { code in code < 0 || level < 0 ? .nan : (Int(code) == level ? 1 : 0) }
            }
        }
    }

    /// Checks that the values make columns of this many records.
    func check(rows: Int) throws(DesignError) {
        guard count == rows else { throw .lengthsDiffer(of: name, found: count, expected: rows) }
        switch values {
        case .continuous(let values):
            if let row = values.firstIndex(where: \.isInfinite) { throw .infinite(in: name, row: row) }
        case .factor(let codes, let levels, let reference):
            // What nobody has a value of has no level and needs no reference.
            guard levels.indices.contains(reference) || levels.isEmpty else { throw .unknownReference(of: name) }
            if let row = codes.firstIndex(where: { $0 < -1 || Int($0) >= levels.count }) {
                throw .unknownLevel(of: name, row: row)
            }
        }
    }
}
