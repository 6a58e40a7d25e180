/// How the variance of a cumulative incidence is estimated.
public enum IncidenceVariance: String, Codable, CaseIterable, Sendable {
    /// Aalen's, with divisors `n − 1`: R's `cmprsk::cuminc`.
    case aalen
    /// The infinitesimal jackknife, Greenwood's with several causes: R's `survfit` of a multi-state outcome.
    case greenwood
}

/// The cumulative incidence of one cause among competing ones: one entry of each array for each distinct time.
public struct CumulativeIncidenceCurve: Codable, Equatable, Sendable {
    /// The cause's code.
    public var cause: Int
    /// Patients.
    public var n: Int
    /// Patients with this cause.
    public var events: Int
    /// Patients with another cause.
    public var competingEvents: Int
    /// The distinct times of events and censorings, ascending.
    public var time: [Double]
    /// At risk just before each time.
    public var atRisk: [Double]
    /// Events of this cause at each time.
    public var eventsAtTime: [Double]
    /// Events of other causes at each time.
    public var competingAtTime: [Double]
    /// Censored at each time.
    public var censoredAtTime: [Double]
    /// The probability of an event of this cause by each time.
    public var incidence: [Double]
    /// Its standard error.
    public var standardError: [Double?]
    /// The lower confidence limit; absent before the first event.
    public var lower: [Double?]
    /// The upper confidence limit; absent before the first event.
    public var upper: [Double?]
    /// The confidence level.
    public var level: Double
    /// The scale on which the interval is symmetric.
    public var transform: ConfidenceTransform
    /// How the variance was estimated.
    public var variance: IncidenceVariance
    /// What a reader must know of it.
    public var notes: [ResultNote]

    /// Creates a curve from arrays of equal length.
    public init(
        cause: Int, n: Int, events: Int, competingEvents: Int, time: [Double], atRisk: [Double],
        eventsAtTime: [Double], competingAtTime: [Double], censoredAtTime: [Double], incidence: [Double],
        standardError: [Double?], lower: [Double?], upper: [Double?], level: Double, transform: ConfidenceTransform,
        variance: IncidenceVariance, notes: [ResultNote]
    ) {
        self.cause = cause
        self.n = n
        self.events = events
        self.competingEvents = competingEvents
        self.time = time
        self.atRisk = atRisk
        self.eventsAtTime = eventsAtTime
        self.competingAtTime = competingAtTime
        self.censoredAtTime = censoredAtTime
        self.incidence = incidence
        self.standardError = standardError
        self.lower = lower
        self.upper = upper
        self.level = level
        self.transform = transform
        self.variance = variance
        self.notes = notes
    }
}

/// How a subdistribution hazard is fitted.
public enum SubdistributionMethod: String, Codable, CaseIterable, Sendable {
    /// Breslow's ties; everyone observed until a time is at risk of censoring there; the sandwich accounts for the
    /// estimated censoring distribution: R's `cmprsk::crr`.
    case cmprsk
    /// Efron's ties; patients with an event at a time are no longer at risk of censoring there; the sandwich of a weighted
    /// Cox model: R's `finegray` and `coxph` with `cluster`.
    case weighted
}

/// One coefficient of a subdistribution-hazard model.
public struct SubdistributionCoefficient: Codable, Equatable, Sendable {
    /// What the column stands for.
    public var column: ColumnIdentity
    /// The log subdistribution hazard ratio; absent where it does not exist.
    public var coefficient: Double?
    /// Its standard error by the sandwich.
    public var standardError: Double?
    /// Its standard error by the inverse information.
    public var modelStandardError: Double?
    /// The coefficient divided by its standard error.
    public var z: Double?
    /// Wald's two-sided p-value.
    public var pValue: Double?
    /// The subdistribution hazard ratio with its interval.
    public var hazardRatio: Estimate

    /// Creates a coefficient.
    public init(
        column: ColumnIdentity, coefficient: Double?, standardError: Double?, modelStandardError: Double?, z: Double?,
        pValue: Double?, hazardRatio: Estimate
    ) {
        self.column = column
        self.coefficient = coefficient
        self.standardError = standardError
        self.modelStandardError = modelStandardError
        self.z = z
        self.pValue = pValue
        self.hazardRatio = hazardRatio
    }
}

/// A fitted model of the subdistribution hazard (Fine and Gray).
public struct SubdistributionFit: Codable, Equatable, Sendable {
    /// The cause's code.
    public var cause: Int
    /// Patients.
    public var n: Int
    /// Patients with this cause.
    public var events: Int
    /// Patients with another cause.
    public var competingEvents: Int
    /// The coefficients in the design's order.
    public var coefficients: [SubdistributionCoefficient]
    /// Wald's test of all coefficients.
    public var wald: TestResult
    /// The log pseudo-likelihood with all coefficients zero.
    public var logLikelihoodNull: Double
    /// The log pseudo-likelihood at the estimate.
    public var logLikelihood: Double
    /// How it was fitted.
    public var method: SubdistributionMethod
    /// The confidence level of the intervals.
    public var level: Double
    /// What a reader must know of the model.
    public var notes: [ResultNote]

    /// Creates a fit.
    public init(
        cause: Int, n: Int, events: Int, competingEvents: Int, coefficients: [SubdistributionCoefficient],
        wald: TestResult, logLikelihoodNull: Double, logLikelihood: Double, method: SubdistributionMethod,
        level: Double, notes: [ResultNote]
    ) {
        self.cause = cause
        self.n = n
        self.events = events
        self.competingEvents = competingEvents
        self.coefficients = coefficients
        self.wald = wald
        self.logLikelihoodNull = logLikelihoodNull
        self.logLikelihood = logLikelihood
        self.method = method
        self.level = level
        self.notes = notes
    }
}
