/// A population made by matching or weighting on a propensity score, without patients.
public struct MatchedPopulation: Codable, Equatable, Sendable {
    /// The distribution of the score in one arm, as counts in bins of equal width over ``MatchedPopulation/binEdges``.
    public struct ScoreDistribution: Codable, Equatable, Sendable {
        /// The arm's value in the data.
        public var arm: String
        /// How it is printed.
        public var label: String
        /// Patients (or the sum of their weights) in each bin before.
        public var before: [Double]
        /// Patients (or the sum of their weights) in each bin after.
        public var after: [Double]

        /// Creates a distribution.
        public init(arm: String, label: String, before: [Double], after: [Double]) {
            self.arm = arm
            self.label = label
            self.before = before
            self.after = after
        }
    }

    /// The population's name.
    public var id: String
    /// How it is printed.
    public var label: String
    /// The arm whose patients look for partners.
    public var treated: String
    /// The arm in which partners are looked for.
    public var control: String
    /// The covariates of the score, in order.
    public var covariates: [String]
    /// How they are printed.
    public var covariateLabels: [String]
    /// Patients left out before, because a covariate or the arm is missing.
    public var missing: Int
    /// The model of the score.
    public var propensity: LogisticModelFit
    /// The matching in numbers; nil where the population is weighted.
    public var matching: MatchingSummary?
    /// Whose average effect weights estimate: `all`, `treated`, `overlap`; nil where the population is matched.
    public var weighting: String?
    /// The balance of the covariates before and after, column by column.
    public var balance: BalanceTable
    /// How the columns of ``balance`` are printed, in its order.
    public var balanceLabels: [String]
    /// The edges of the bins of the score as a probability, ascending from 0 to 1.
    public var binEdges: [Double]
    /// The distribution of the score by arm, control first.
    public var scores: [ScoreDistribution]
    /// How far the hazard ratio of each endpoint depends on the order of tied scores, by the endpoint's name.
    public var sensitivity: [EndpointSensitivity]
    /// What a reader must know of it.
    public var notes: [ResultNote]

    /// Creates a population.
    public init(
        id: String, label: String, treated: String, control: String, covariates: [String], covariateLabels: [String],
        missing: Int, propensity: LogisticModelFit, matching: MatchingSummary?, weighting: String?,
        balance: BalanceTable, balanceLabels: [String], binEdges: [Double], scores: [ScoreDistribution],
        sensitivity: [EndpointSensitivity], notes: [ResultNote]
    ) {
        self.id = id
        self.label = label
        self.treated = treated
        self.control = control
        self.covariates = covariates
        self.covariateLabels = covariateLabels
        self.missing = missing
        self.propensity = propensity
        self.matching = matching
        self.weighting = weighting
        self.balance = balance
        self.balanceLabels = balanceLabels
        self.binEdges = binEdges
        self.scores = scores
        self.sensitivity = sensitivity
        self.notes = notes
    }
}

/// How far a matched analysis of one endpoint depends on the order of tied scores.
public struct EndpointSensitivity: Codable, Equatable, Sendable {
    /// The endpoint's name.
    public var endpoint: String
    /// The spread over admissible orders.
    public var sensitivity: TieOrderSensitivity

    /// Creates a sensitivity.
    public init(endpoint: String, sensitivity: TieOrderSensitivity) {
        self.endpoint = endpoint
        self.sensitivity = sensitivity
    }
}

/// Characteristics before and after matching, with standardised differences: the numbers of a balance table.
public struct MatchedBaselineTable: Codable, Equatable, Sendable {
    /// The name of the ``MatchedPopulation``.
    public var matched: String
    /// Everyone before.
    public var before: BaselineTable
    /// The matched or weighted patients.
    public var after: BaselineTable

    /// Creates a table.
    public init(matched: String, before: BaselineTable, after: BaselineTable) {
        self.matched = matched
        self.before = before
        self.after = after
    }
}
