/// What a reader must know of a result: statistical trouble is data, which tables turn into footnotes.
public struct ResultNote: Codable, Hashable, Sendable {
    /// What kind of remark it is.
    public enum Kind: String, Codable, CaseIterable, Sendable {
        /// Nobody was left to estimate from.
        case noPatients = "no-patients"
        /// No event occurred, so that what depends on events does not exist.
        case noEvents = "no-events"
        /// All patients are in one group, or all but one group is empty.
        case singleGroup = "single-group"
        /// The time asked for lies after the group's last observation.
        case beyondLastObservation = "beyond-last-observation"
        /// All values are equal, so that the test has nothing to compare.
        case constant
        /// No pair has two different values, so that a paired test has nothing to compare.
        case noDiscordantPairs = "no-discordant-pairs"
        /// A variance is zero, so that the statistic does not exist.
        case zeroVariance = "zero-variance"
        /// Expected counts are small: the approximation may be poor.
        case smallExpectedCounts = "small-expected-counts"
        /// Ties or sizes made R's exact test give way to the normal approximation.
        case approximated
        /// Records with a missing value were left out.
        case missingLeftOut = "missing-left-out"
        /// The likelihood has no maximum in a coefficient.
        case monotoneLikelihood = "monotone-likelihood"
        /// A column adds nothing to the others.
        case collinear
        /// The iteration ended before it met its tolerance.
        case notConverged = "not-converged"
        /// The model has few events for its number of coefficients.
        case fewEvents = "few-events"
        /// A group has too few values for what is asked, such as one value for a variance.
        case tooFewValues = "too-few-values"
        /// The value, or a limit, is infinite: a cell of the table is empty.
        case unbounded
        /// The estimator is not defined for sampling weights.
        case samplingWeights = "sampling-weights"
        /// The method is not defined for patients who came under observation late.
        case lateEntry = "late-entry"
        /// The exact computation is too large for this table; Monte Carlo sampling can be asked for.
        case beyondExact = "beyond-exact"
        /// The p-value is estimated from random tables: `count` says how many, `subject` the seed.
        case simulated
        /// Records whose time at risk has no length were left out.
        case emptyInterval = "empty-interval"
        /// A time is zero or negative, so that its logarithm does not exist.
        case notPositiveTime = "not-positive-time"
        /// The method does not exist together with another that was asked for.
        case unsupported
        /// It would tell of fewer patients than the study publishes.
        case withheld
    }

    /// What kind of remark it is.
    public var kind: Kind
    /// What it speaks of: a group, a covariate, a time.
    public var subject: String?
    /// The number that it speaks of, such as how many records were left out.
    public var count: Double?

    /// Creates a note.
    public init(_ kind: Kind, subject: String? = nil, count: Double? = nil) {
        self.kind = kind
        self.subject = subject
        self.count = count
    }
}
