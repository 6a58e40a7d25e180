/// How nearest neighbours are found. Nothing has a default: every choice changes who is matched.
public struct MatchingPlan: Codable, Equatable, Sendable {
    /// Whose effect is estimated: each unit of this group looks for partners in the other.
    public enum Estimand: String, Codable, CaseIterable, Sendable {
        /// The effect in the treated.
        case treated
        /// The effect in the controls.
        case controls
    }

    /// The largest distance of a pair.
    public enum Caliper: Codable, Equatable, Sendable {
        /// This many standard deviations (divisor n − 1) of the score over both groups together.
        case standardDeviations(Double)
        /// This difference of scores.
        case absolute(Double)
    }

    /// Who looks first.
    public enum Order: String, Codable, CaseIterable, Sendable {
        /// The highest score first; equal scores in the order of rows.
        case largest
        /// The lowest score first; equal scores in the order of rows.
        case smallest
        /// In the order of rows.
        case data
    }

    /// Which of two partners at the same distance is taken.
    public enum TieRule: String, Codable, CaseIterable, Sendable {
        /// MatchIt's rule. With all rows laid out by score, equal scores by row: the nearest partner below the unit; with
        /// replacement the partner fewer places away, and the one below if both are as far.
        case lowerScore = "lower-score"
        /// The one in the earlier row. Distances that differ by less than 10⁻¹² are the same: those that are equal by
        /// algebra, such as one year above and one year below, differ by rounding.
        case earlierRow = "earlier-row"
    }

    /// Whose effect is estimated.
    public var estimand: Estimand
    /// The largest distance of a pair; nil for none.
    public var caliper: Caliper?
    /// Partners wanted for each unit; all get a first before any gets a second.
    public var ratio: Int
    /// Whether a partner may be taken more than once.
    public var withReplacement: Bool
    /// Who looks first.
    public var order: Order
    /// Which of two partners at the same distance is taken.
    public var ties: TieRule

    /// Creates a plan.
    public init(
        estimand: Estimand, caliper: Caliper?, ratio: Int, withReplacement: Bool, order: Order, ties: TieRule
    ) {
        self.estimand = estimand
        self.caliper = caliper
        self.ratio = ratio
        self.withReplacement = withReplacement
        self.order = order
        self.ties = ties
    }
}
