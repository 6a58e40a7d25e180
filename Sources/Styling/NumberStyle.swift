/// How a house writes numbers, ranges, percentages and the signs around them.
public struct NumberStyle: Equatable, Sendable {
    /// How many decimals a percentage has.
    public enum PercentDecimals: Equatable, Sendable {
        /// Always this many.
        case fixed(Int)
        /// No more than the denominator supports: none below 100, one below 1000, two from there; one for a
        /// proportion that has no denominator.
        case byDenominator
    }

    /// How a unit follows a variable's name.
    public enum UnitForm: Equatable, Sendable {
        /// `Age (years)`
        case brackets
        /// `Age, years`
        case comma
    }

    /// Between the whole digits and the decimals.
    public var decimalMark: String = "."
    /// Between groups of three whole digits.
    public var groupSeparator: String = ","
    /// A number with fewer whole digits than this is not grouped.
    public var smallestGroupedLength: Int = 5
    /// Before a number below zero: U+2212, which is as wide as a plus sign.
    public var minusSign: String = "\u{2212}"
    /// Between the limits of a range.
    public var rangeSeparator: String = "–"
    /// Between the limits of a range where one of them is below zero, since a dash beside a minus sign misleads.
    public var rangeSeparatorBesideMinus: String = " to "
    /// How many decimals a percentage has.
    public var percentDecimals: PercentDecimals = .fixed(1)
    /// Decimals of a time, such as a median survival in months.
    public var timeDecimals: Int = 1
    /// Whether percentages, p-values, ratios and standardised differences keep zeros at the end. Medians always do.
    public var keepsTrailingZeros: Bool = true
    /// How a unit follows a variable's name.
    public var unitForm: UnitForm = .brackets
    /// What follows the name of a confidence interval in a sentence, before the space and the limits.
    public var markAfterIntervalName: String = ""
    /// What a confidence interval is called, after its level.
    public var confidenceInterval: String = "CI"
    /// What stands for a time that the curve does not reach.
    public var notReached: String = "NR"
    /// What stands for a number that does not exist.
    public var notEstimable: String = "NE"
    /// What stands in a cell that has nothing to say.
    public var emptyCell: String = "–"

    /// Creates the plain style; change what a house does otherwise.
    public init() {}
}
