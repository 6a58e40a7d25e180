/// How the variance of a Cox model's coefficients is estimated.
public enum CoxVariance: String, Codable, CaseIterable, Sendable {
    /// The inverse of the information.
    case model
    /// Lin and Wei's sandwich with every record for itself.
    case robust
    /// The same with the records of one patient or centre summed.
    case clustered
}

/// Why a likelihood has no maximum in a coefficient: it still grows as the hazard ratio goes to zero or infinity.
public struct MonotoneLikelihood: Codable, Equatable, Hashable, Sendable {
    /// What the data show.
    public enum Reason: String, Codable, CaseIterable, Sendable {
        /// The column's level has no events.
        case noEventsInLevel = "no-events-in-level"
        /// The level that the column is compared with has no events.
        case noEventsInReference = "no-events-in-reference"
        /// At every event the value is the most extreme, on one side, of all who are at risk.
        case extremeAtEveryEvent = "extreme-at-every-event"
        /// Only together with other columns: some combination of them is the most extreme at every event.
        case combination
    }

    /// The column.
    public var column: ColumnIdentity
    /// What the data show.
    public var reason: Reason
    /// Whether the hazard ratio goes to infinity (true) or to zero.
    public var isIncreasing: Bool
    /// The covariate's level without events, where that is the reason.
    public var level: String?

    /// Creates a finding.
    public init(column: ColumnIdentity, reason: Reason, isIncreasing: Bool, level: String?) {
        self.column = column
        self.reason = reason
        self.isIncreasing = isIncreasing
        self.level = level
    }
}

/// One coefficient of a Cox model.
public struct CoxCoefficient: Codable, Equatable, Sendable {
    /// What the column stands for.
    public var column: ColumnIdentity
    /// The log hazard ratio; absent where it does not exist, and then the notes of ``hazardRatio`` say why.
    public var coefficient: Double?
    /// Its standard error by the model's ``CoxModelFit/variance``.
    public var standardError: Double?
    /// Its standard error by the inverse information, where ``standardError`` is another.
    public var modelStandardError: Double?
    /// The coefficient divided by its standard error.
    public var z: Double?
    /// Wald's two-sided p-value; penalised likelihood ratio in Firth's model.
    public var pValue: Double?
    /// The hazard ratio with its interval, and what a reader must know of it.
    public var hazardRatio: Estimate
    /// Why the ordinary estimate does not exist, where the likelihood is monotone in it.
    public var monotone: MonotoneLikelihood?

    /// Creates a coefficient.
    public init(
        column: ColumnIdentity, coefficient: Double?, standardError: Double?, modelStandardError: Double? = nil,
        z: Double?, pValue: Double?, hazardRatio: Estimate, monotone: MonotoneLikelihood? = nil
    ) {
        self.column = column
        self.coefficient = coefficient
        self.standardError = standardError
        self.modelStandardError = modelStandardError
        self.z = z
        self.pValue = pValue
        self.hazardRatio = hazardRatio
        self.monotone = monotone
    }
}

/// The tests of one term of a model: all its columns at once.
public struct TermTests: Codable, Equatable, Sendable {
    /// The term's name.
    public var term: String
    /// Wald's test at the estimate.
    public var wald: TestResult
    /// The likelihood-ratio test against the model without the term; nil where an interaction contains the term.
    public var likelihoodRatio: TestResult?
    /// The score test at the model without the term; nil where an interaction contains the term.
    public var score: TestResult?

    /// Creates the tests of a term.
    public init(term: String, wald: TestResult, likelihoodRatio: TestResult?, score: TestResult?) {
        self.term = term
        self.wald = wald
        self.likelihoodRatio = likelihoodRatio
        self.score = score
    }
}

/// How often the record with the event earlier has the higher predicted risk.
public struct Concordance: Codable, Equatable, Sendable {
    /// The concordance with its standard error (infinitesimal jackknife); absent without comparable pairs.
    public var estimate: Estimate
    /// The weight of concordant pairs.
    public var concordant: Double
    /// The weight of discordant pairs.
    public var discordant: Double
    /// The weight of pairs with equal prediction.
    public var tiedPrediction: Double
    /// The weight of pairs with equal event time.
    public var tiedTime: Double
    /// The weight of pairs with both equal.
    public var tiedBoth: Double

    /// Creates a concordance.
    public init(
        estimate: Estimate, concordant: Double, discordant: Double, tiedPrediction: Double, tiedTime: Double,
        tiedBoth: Double
    ) {
        self.estimate = estimate
        self.concordant = concordant
        self.discordant = discordant
        self.tiedPrediction = tiedPrediction
        self.tiedTime = tiedTime
        self.tiedBoth = tiedBoth
    }
}

/// A fitted Cox proportional-hazards model.
public struct CoxModelFit: Codable, Equatable, Sendable {
    /// Records that the model rests on.
    public var n: Int
    /// Events among them.
    public var events: Int
    /// The coefficients in the design's order.
    public var coefficients: [CoxCoefficient]
    /// The tests of each term.
    public var terms: [TermTests]
    /// The log partial likelihood with all coefficients zero.
    public var logLikelihoodNull: Double
    /// The log partial likelihood at the estimate; its limit where the likelihood is monotone.
    public var logLikelihood: Double
    /// The likelihood-ratio test of the whole model.
    public var likelihoodRatio: TestResult
    /// Wald's test of the whole model.
    public var wald: TestResult
    /// The score test of the whole model.
    public var score: TestResult
    /// The robust score test, where the variance is robust or clustered.
    public var robustScore: TestResult?
    /// The concordance of the linear predictor.
    public var concordance: Concordance
    /// Events divided by estimated coefficients; absent without coefficients.
    public var eventsPerVariable: Double?
    /// How ties were treated.
    public var ties: TiesMethod
    /// How the variance was estimated.
    public var variance: CoxVariance
    /// The confidence level of the intervals.
    public var level: Double
    /// What a reader must know of the model.
    public var notes: [ResultNote]

    /// Creates a fit.
    public init(
        n: Int, events: Int, coefficients: [CoxCoefficient], terms: [TermTests], logLikelihoodNull: Double,
        logLikelihood: Double, likelihoodRatio: TestResult, wald: TestResult, score: TestResult,
        robustScore: TestResult?, concordance: Concordance, eventsPerVariable: Double?, ties: TiesMethod,
        variance: CoxVariance, level: Double, notes: [ResultNote]
    ) {
        self.n = n
        self.events = events
        self.coefficients = coefficients
        self.terms = terms
        self.logLikelihoodNull = logLikelihoodNull
        self.logLikelihood = logLikelihood
        self.likelihoodRatio = likelihoodRatio
        self.wald = wald
        self.score = score
        self.robustScore = robustScore
        self.concordance = concordance
        self.eventsPerVariable = eventsPerVariable
        self.ties = ties
        self.variance = variance
        self.level = level
        self.notes = notes
    }
}
