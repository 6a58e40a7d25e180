public import Results

/// Which of a study's two ways of writing p-values applies. It depends on what the p-value is of, never on where it
/// is printed, so that a figure, a table and a sentence cannot differ.
public enum PValueKind: Equatable, Sendable {
    /// Of a log-rank test or one of its family.
    case logRank
    /// Of anything else.
    case other

    /// The kind of the p-value of a test.
    public init(_ method: TestResult.Method) {
        switch method {
        case .logRank, .stratifiedLogRank, .flemingHarrington, .gehanBreslow, .taroneWare, .logRankTrend:
            self = .logRank
        default: self = .other
        }
    }
}

/// How p-values are rounded, and beyond which bounds they are only said to be smaller or greater.
///
/// A p-value that is not 0.05 never prints as 0.05: it gets the digits that it needs, so that rounding cannot move it
/// onto or across the usual threshold.
public struct PValueStyle: Equatable, Sendable {
    enum Precision: Equatable, Sendable {
        case decimals(Int, belowOneHundredth: Int)
        case significantDigits(Int, maximumDecimals: Int)
    }

    /// The name by which a study file asks for it.
    public let name: String
    let precision: Precision
    /// A smaller p-value prints as `<` this one.
    let lowerBound: Double
    /// A greater p-value prints as `>` this one.
    let upperBound: Double
    /// Whether a zero stands before the decimal mark.
    var hasLeadingZero = true

    /// Three decimals; `<0.001` and `>0.999` beyond. The default.
    public static let threeDecimals = PValueStyle(
        name: "three-decimals", precision: .decimals(3, belowOneHundredth: 3), lowerBound: 0.001, upperBound: 0.999)
    /// Two significant digits, at most four decimals; `<0.0001` and `>0.99` beyond.
    public static let twoSignificant = PValueStyle(
        name: "two-significant", precision: .significantDigits(2, maximumDecimals: 4), lowerBound: 0.0001,
        upperBound: 0.99)
    /// Two decimals, three below 0.01; `<0.001` and `>0.99` beyond.
    public static let nejm = PValueStyle(
        name: "nejm", precision: .decimals(2, belowOneHundredth: 3), lowerBound: 0.001, upperBound: 0.99)
    /// Two decimals, three below 0.01; `<.001` and `>.99` beyond; no zero before the decimal mark.
    public static let jama = PValueStyle(
        name: "jama", precision: .decimals(2, belowOneHundredth: 3), lowerBound: 0.001, upperBound: 0.99,
        hasLeadingZero: false)
    /// Two significant digits, at most four decimals; `<0.0001` and `>0.99` beyond.
    public static let lancet = PValueStyle(
        name: "lancet", precision: .significantDigits(2, maximumDecimals: 4), lowerBound: 0.0001, upperBound: 0.99)

    /// Every style that a study can ask for, the default first.
    public static let all = [threeDecimals, twoSignificant, nejm, jama, lancet]

    /// The style of this name; nil if there is none.
    public static func named(_ name: String) -> PValueStyle? {
        all.first { $0.name == name }
    }
}

/// A p-value as it will be printed: rounded to so many decimals, or a bound that it lies beyond.
struct PrintedPValue: Equatable {
    enum Relation: String { case equal = "=", less = "<", greater = ">" }
    var relation: Relation
    var number: DecimalNumber
    var decimals: Int
}

extension PValueStyle {
    /// What is printed of a p-value; nil where there is none. One that a rounding error put outside [0, 1] is taken as
    /// the end that it passed.
    func printed(_ p: Double?) -> PrintedPValue? {
        guard let p, !p.isNaN else { return nil }
        if p < lowerBound { return bound(lowerBound, .less) }
        if p > upperBound { return bound(upperBound, .greater) }
        guard let number = DecimalNumber(p) else { return nil }
        let decimals = Self.decimalsClearOfThreshold(number, from: decimals(for: number))
        return PrintedPValue(relation: .equal, number: number.rounded(toDecimals: decimals), decimals: decimals)
    }

    private func bound(_ value: Double, _ relation: PrintedPValue.Relation) -> PrintedPValue? {
        DecimalNumber(value).map { PrintedPValue(relation: relation, number: $0, decimals: $0.decimals) }
    }

    private func decimals(for p: DecimalNumber) -> Int {
        switch precision {
        case .decimals(let usual, let belowOneHundredth):
            return p.leadingDecimalZeros >= 2 ? belowOneHundredth : usual
        case .significantDigits(let digits, let maximum):
            // Rounding 0.0996 to two digits carries to 0.10, so the zeros are counted after it.
            let first = min(p.leadingDecimalZeros + digits, maximum)
            return min(p.rounded(toDecimals: first).leadingDecimalZeros + digits, maximum)
        }
    }

    /// As many more decimals as it takes for a p-value other than 0.05 not to print as 0.05. Closer than 0.5 × 10⁻⁸,
    /// which no test computes, it is 0.05.
    private static func decimalsClearOfThreshold(_ p: DecimalNumber, from decimals: Int) -> Int {
        guard let threshold = DecimalNumber(0.05), p != threshold else { return decimals }
        return (decimals...8).first { p.rounded(toDecimals: $0) != threshold } ?? decimals
    }
}
