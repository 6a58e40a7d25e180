internal import StudyFiles

/// What a table of counts must tell apart in one column.
struct ColumnUse: Equatable {
    /// Whether every value matters.
    var isWhole = false
    /// Numbers that the column is compared with, each with whether equality with it matters; only these tell its values
    /// apart where it is not whole.
    var points: [Double: Bool] = [:]
}

/// Finds the columns that some needs rest on, and what matters of each.
///
/// A number that is only cut into groups or compared with constants is counted by the intervals between them, so that an
/// age in years or a tumour's size makes a few groups and not thousands.
struct ColumnUses {
    let study: Study
    private(set) var columns: [String: ColumnUse] = [:]
    /// The variables of the study among the needs, and those that they are made from.
    private(set) var variables: Set<String> = []
    private var finished: Set<String> = []

    init(_ needs: Set<Need>, of study: Study) {
        self.study = study
        for need in needs {
            switch need {
            case .arms: study.arms.map { take($0.column.value) }
            case .variable(let name): use(name, inside: nil)
            case .population(let name):
                study.populations.first { $0.name.value == name }?.condition.map { use($0, inside: nil) }
            case .endpoint(let name):
                guard let endpoint = study.endpoints.first(where: { $0.name.value == name }) else {
                    continue
                }
                // Time and status from dates are computed by the database.
                guard case .columns(let time, _, let status, _) = endpoint.source else { continue }
                for column in [time, status] + [endpoint.entry].compactMap({ $0 }) { take(column.value) }
            }
        }
        for exclusion in study.exclusions { use(exclusion.condition, inside: nil) }
    }

    private mutating func take(_ column: String) {
        columns[column, default: ColumnUse()].isWhole = true
    }

    /// Uses what a name means; with `points` only how it compares with them matters.
    private mutating func use(_ name: String, inside owner: String?, points: [Double: Bool]? = nil) {
        if name != owner, let variable = study.variables.first(where: { $0.name.value == name }) {
            variables.insert(name)
            if let points, variable.isPlainNumber, case .column(let column) = variable.source {
                compare(column.value, with: points)
            } else if finished.insert(name).inserted {
                use(sourceOf: variable)
            }
        } else if name == "arm", let arms = study.arms {
            take(arms.column.value)
        } else if let points {
            compare(name, with: points)
        } else {
            take(name)
        }
    }

    private mutating func compare(_ column: String, with points: [Double: Bool]) {
        columns[column, default: ColumnUse()].points.merge(points) { $0 || $1 }
    }

    private mutating func use(sourceOf variable: Variable) {
        let owner = variable.name.value
        switch variable.source {
        case .column(let column): take(column.value)
        case .cut(let name, let points):
            use(
                name.value, inside: owner,
                points: Dictionary(points.map { ($0, false) }, uniquingKeysWith: { $0 || $1 }))
        case .groups(let name, _): use(name.value, inside: owner)
        case .cases(let cases): for part in cases { use(part.condition, inside: owner) }
        case .formula(let formula): for name in formula.names { use(name.value, inside: owner) }
        case .checkboxes(let boxes): for box in boxes { take(box.column.value) }
        }
    }

    private mutating func use(_ condition: Expression, inside owner: String?) {
        switch condition {
        case .number, .text: break
        case .name(let name), .includes(let name, _): use(name.value, inside: owner)
        case .missing(let name, _): use(name.value, inside: owner, points: [:])
        case .not(let inner), .negate(let inner): use(inner, inside: owner)
        case .member(.name(let name), let list, _) where !list.contains { $0.constant == nil }:
            let points = list.compactMap(\.constant).map { ($0, true) }
            use(name.value, inside: owner, points: Dictionary(points, uniquingKeysWith: { $0 || $1 }))
        case .member(let operand, let list, _):
            for part in [operand] + list { use(part, inside: owner) }
        case .binary(let comparison, .name(let name), let other)
        where comparison.isComparison && other.constant != nil:
            let isHalfOpen = comparison == .less || comparison == .greaterOrEqual
            use(name.value, inside: owner, points: [other.constant ?? 0: !isHalfOpen])
        case .binary(let comparison, let other, .name(let name))
        where comparison.isComparison && other.constant != nil:
            let isHalfOpen = comparison == .greater || comparison == .lessOrEqual
            use(name.value, inside: owner, points: [other.constant ?? 0: !isHalfOpen])
        case .binary(_, let left, let right):
            use(left, inside: owner)
            use(right, inside: owner)
        }
    }
}

extension Expression {
    /// The number that it is, whoever the patient.
    fileprivate var constant: Double? {
        switch self {
        case .number(let number, _): number
        case .negate(.number(let number, _)): -number
        default: nil
        }
    }
}

extension Expression.BinaryOperator {
    fileprivate var isComparison: Bool {
        switch self {
        case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual: true
        case .or, .and, .add, .subtract, .multiply, .divide, .power: false
        }
    }
}

extension Variable {
    /// Whether it is the numbers of a column as they are.
    fileprivate var isPlainNumber: Bool {
        guard case .column = source else { return false }
        return levels.isEmpty && codes.isEmpty && separator == nil && reference == nil
            && (kind == nil || kind == .continuous)
    }
}
