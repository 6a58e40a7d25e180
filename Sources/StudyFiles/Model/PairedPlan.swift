public import Results

/// A table of categorical variables that were measured twice in the same patients.
public struct PairedPlan: Equatable, Sendable {
    /// Two variables that hold the same measurement at two times.
    public struct Pair: Equatable, Sendable {
        /// The variable that was measured first.
        public var before: Located<String>
        /// The variable that was measured second.
        public var after: Located<String>
        /// How the pair is printed; nil: as the first variable.
        public var label: String?
        /// The levels that count as one, against all others; empty: each level by itself.
        public var event: [Located<String>]

        /// Creates a pair.
        public init(before: Located<String>, after: Located<String>, label: String?, event: [Located<String>]) {
            self.before = before
            self.after = after
            self.label = label
            self.event = event
        }
    }

    /// The pairs, in order.
    public var pairs: [Pair]
    /// What the two measurements are called; empty: before and after.
    public var names: [String]
    /// How McNemar's test is done.
    public var rule: PairedTable.TestRule
    /// From how many discordant pairs on the rule `exact-or-corrected` is not exact.
    public var exactBelow: Int
    /// The grouping variable; nil: the arms, or nothing where the study has none.
    public var by: Located<String>?
    /// Whether the patients are not divided at all (`by: none`).
    public var isUndivided: Bool
    /// The population; nil: everyone.
    public var population: Located<String>?
    /// Whether all patients together come first.
    public var showsTotal: Bool
    /// Whether p-values are shown.
    public var showsPValue: Bool
    /// Whether differences of the proportions are shown.
    public var showsDifferences: Bool

    /// Creates a plan.
    public init(
        pairs: [Pair], names: [String] = [], rule: PairedTable.TestRule, exactBelow: Int, by: Located<String>? = nil,
        isUndivided: Bool = false, population: Located<String>? = nil, showsTotal: Bool, showsPValue: Bool,
        showsDifferences: Bool
    ) {
        self.pairs = pairs
        self.names = names
        self.rule = rule
        self.exactBelow = exactBelow
        self.by = by
        self.isUndivided = isUndivided
        self.population = population
        self.showsTotal = showsTotal
        self.showsPValue = showsPValue
        self.showsDifferences = showsDifferences
    }
}
