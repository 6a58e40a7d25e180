/// One coefficient of a logistic model.
public struct LogisticCoefficient: Codable, Equatable, Sendable {
    /// What the column stands for; nil for the intercept.
    public var column: ColumnIdentity?
    /// The log odds ratio; absent where it does not exist, and then the notes of ``oddsRatio`` say why.
    public var coefficient: Double?
    /// Its standard error.
    public var standardError: Double?
    /// The coefficient divided by its standard error.
    public var z: Double?
    /// Wald's two-sided p-value; penalised likelihood ratio in Firth's model.
    public var pValue: Double?
    /// The odds ratio with Wald's interval; the profile interval in Firth's model.
    public var oddsRatio: Estimate
    /// The profile-likelihood interval of the odds ratio.
    public var profileInterval: ConfidenceInterval?
    /// Whether the outcomes are separated along this column, so that the ordinary estimate does not exist.
    public var isSeparated: Bool

    /// Creates a coefficient.
    public init(
        column: ColumnIdentity?, coefficient: Double?, standardError: Double?, z: Double?, pValue: Double?,
        oddsRatio: Estimate, profileInterval: ConfidenceInterval?, isSeparated: Bool
    ) {
        self.column = column
        self.coefficient = coefficient
        self.standardError = standardError
        self.z = z
        self.pValue = pValue
        self.oddsRatio = oddsRatio
        self.profileInterval = profileInterval
        self.isSeparated = isSeparated
    }

    /// The name that R gives it.
    public var name: String { column?.name ?? "(Intercept)" }
}

/// A fitted logistic regression model.
public struct LogisticModelFit: Codable, Equatable, Sendable {
    /// Records (or groups of trials) that the model rests on.
    public var n: Int
    /// Trials with the outcome.
    public var outcomes: Double
    /// Trials in all.
    public var trials: Double
    /// The intercept and the coefficients in the design's order.
    public var coefficients: [LogisticCoefficient]
    /// The tests of each term.
    public var terms: [TermTests]
    /// The log-likelihood; penalised in Firth's model.
    public var logLikelihood: Double
    /// Twice the log-likelihood's distance from the saturated model's.
    public var deviance: Double
    /// The deviance of the model with the intercept only.
    public var nullDeviance: Double
    /// Akaike's criterion.
    public var akaike: Double
    /// The area under the receiver operating characteristic of the fitted probabilities, with DeLong's interval.
    public var areaUnderCurve: Estimate
    /// The confidence level of the intervals.
    public var level: Double
    /// What a reader must know of the model.
    public var notes: [ResultNote]

    /// Creates a fit.
    public init(
        n: Int, outcomes: Double, trials: Double, coefficients: [LogisticCoefficient], terms: [TermTests],
        logLikelihood: Double, deviance: Double, nullDeviance: Double, akaike: Double, areaUnderCurve: Estimate,
        level: Double, notes: [ResultNote]
    ) {
        self.n = n
        self.outcomes = outcomes
        self.trials = trials
        self.coefficients = coefficients
        self.terms = terms
        self.logLikelihood = logLikelihood
        self.deviance = deviance
        self.nullDeviance = nullDeviance
        self.akaike = akaike
        self.areaUnderCurve = areaUnderCurve
        self.level = level
        self.notes = notes
    }
}
