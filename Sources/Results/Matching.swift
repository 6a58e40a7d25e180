/// What a standardised mean difference is divided by.
public enum DifferenceDefinition: String, Codable, CaseIterable, Sendable {
    /// The standard deviation in the group whose effect is estimated, before matching: MatchIt's.
    case focalGroup = "focal-group"
    /// The root of the mean of both groups' variances, before matching: cobalt's `s.d.denom = "pooled"`.
    case pooledUnmatched = "pooled-unmatched"
    /// The same in the sample that is shown: tableone's, gtsummary's.
    case pooledDisplayed = "pooled-displayed"
}

/// One column's balance between the groups.
public struct BalanceRow: Codable, Equatable, Sendable {
    /// The column's name; a level of a factor is `name` followed by the level.
    public var name: String
    /// The treated's mean, or share.
    public var meanTreated: Double?
    /// The controls' mean, or share.
    public var meanControl: Double?
    /// The standardised difference; absent where the divisor is zero.
    public var difference: Double?
    /// The treated's variance divided by the controls'; nil for shares.
    public var varianceRatio: Double?
    /// The mean distance of the groups' distribution functions over the column's distinct values.
    public var distributionMean: Double?
    /// Their largest distance.
    public var distributionMaximum: Double?
    /// The mean distance within pairs divided as ``difference`` is; nil without pairs.
    public var pairDistance: Double?

    /// Creates a row.
    public init(
        name: String, meanTreated: Double?, meanControl: Double?, difference: Double?, varianceRatio: Double?,
        distributionMean: Double?, distributionMaximum: Double?, pairDistance: Double?
    ) {
        self.name = name
        self.meanTreated = meanTreated
        self.meanControl = meanControl
        self.difference = difference
        self.varianceRatio = varianceRatio
        self.distributionMean = distributionMean
        self.distributionMaximum = distributionMaximum
        self.pairDistance = pairDistance
    }
}

/// The balance of covariates before and after matching or weighting.
public struct BalanceTable: Codable, Equatable, Sendable {
    /// What differences are divided by.
    public var definition: DifferenceDefinition
    /// The whole sample.
    public var before: [BalanceRow]
    /// The matched or weighted sample.
    public var after: [BalanceRow]
    /// The treated's and the controls' effective sample size after weighting, `(Σw)²/Σw²`.
    public var effectiveTreated: Double?
    /// The controls' effective sample size after weighting.
    public var effectiveControl: Double?

    /// Creates a table.
    public init(
        definition: DifferenceDefinition, before: [BalanceRow], after: [BalanceRow], effectiveTreated: Double?,
        effectiveControl: Double?
    ) {
        self.definition = definition
        self.before = before
        self.after = after
        self.effectiveTreated = effectiveTreated
        self.effectiveControl = effectiveControl
    }
}

/// A matching in numbers, without patients.
public struct MatchingSummary: Codable, Equatable, Sendable {
    /// Treated rows in all.
    public var treated: Int
    /// Control rows in all.
    public var controls: Int
    /// Treated rows in the matched sample.
    public var matchedTreated: Int
    /// Control rows in the matched sample.
    public var matchedControls: Int
    /// Matched sets.
    public var sets: Int
    /// The caliper as a difference of scores.
    public var caliperWidth: Double?
    /// The sum of the pairs' distances.
    public var totalDistance: Double
    /// The largest distance of a pair; nil without pairs.
    public var largestDistance: Double?
    /// The covariates' balance.
    public var balance: BalanceTable
    /// How the matching was done, in words that name the rule for ties.
    public var method: String
    /// The same in parts, for words in another language; nil where nobody said.
    public var rule: MatchingRule?
    /// What a reader must know of it.
    public var notes: [ResultNote]

    /// Creates a summary.
    public init(
        treated: Int, controls: Int, matchedTreated: Int, matchedControls: Int, sets: Int, caliperWidth: Double?,
        totalDistance: Double, largestDistance: Double?, balance: BalanceTable, method: String,
        rule: MatchingRule? = nil, notes: [ResultNote]
    ) {
        self.treated = treated
        self.controls = controls
        self.matchedTreated = matchedTreated
        self.matchedControls = matchedControls
        self.sets = sets
        self.caliperWidth = caliperWidth
        self.totalDistance = totalDistance
        self.largestDistance = largestDistance
        self.balance = balance
        self.method = method
        self.rule = rule
        self.notes = notes
    }
}

/// How partners were found.
public struct MatchingRule: Codable, Equatable, Sendable {
    /// Who looks first for a partner.
    public enum Order: String, Codable, CaseIterable, Sendable {
        case largest, smallest, data
    }

    /// Whether the sum of all distances was made the least, and not each distance in turn.
    public var isOptimal: Bool
    /// Partners wanted for each patient.
    public var ratio: Int
    /// Whether a partner may be taken more than once.
    public var withReplacement: Bool
    /// Who looks first.
    public var order: Order
    /// Whether of two partners at the same distance the one with the lower score is taken, and not the first.
    public var takesLowerScore: Bool
    /// The caliper in standard deviations of the score; nil for none or another.
    public var caliperDeviations: Double?

    /// Creates a rule.
    public init(
        isOptimal: Bool, ratio: Int, withReplacement: Bool, order: Order, takesLowerScore: Bool,
        caliperDeviations: Double?
    ) {
        self.isOptimal = isOptimal
        self.ratio = ratio
        self.withReplacement = withReplacement
        self.order = order
        self.takesLowerScore = takesLowerScore
        self.caliperDeviations = caliperDeviations
    }
}
