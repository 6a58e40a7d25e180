/// A Kaplan–Meier curve: one entry of each array for each distinct observed time, in ascending order.
public struct SurvivalCurve: Codable, Equatable, Sendable {
    /// Distinct times of events and censorings, in ``unit``.
    public var time: [Double]
    /// At risk just before each time (weighted where patients have weights).
    public var atRisk: [Double]
    /// Events at each time.
    public var events: [Double]
    /// Censored at each time, after its events.
    public var censored: [Double]
    /// The estimate just after each time, between 0 and 1.
    public var survival: [Double]
    /// Greenwood's standard error of `log S` just after each time: R's `std.err` of `survfit`; absent where S is 0.
    public var standardErrorOfLog: [Double?]
    /// The lower confidence limit; absent where it does not exist.
    public var lower: [Double?]
    /// The upper confidence limit; absent where it does not exist.
    public var upper: [Double?]
    /// The interval's confidence level.
    public var level: Double
    /// The scale on which the interval is symmetric.
    public var transform: ConfidenceTransform
    /// The unit of the times.
    public var unit: TimeUnit

    /// Creates a curve from arrays of equal length.
    public init(
        time: [Double], atRisk: [Double], events: [Double], censored: [Double], survival: [Double],
        standardErrorOfLog: [Double?], lower: [Double?], upper: [Double?], level: Double,
        transform: ConfidenceTransform, unit: TimeUnit
    ) {
        self.time = time
        self.atRisk = atRisk
        self.events = events
        self.censored = censored
        self.survival = survival
        self.standardErrorOfLog = standardErrorOfLog
        self.lower = lower
        self.upper = upper
        self.level = level
        self.transform = transform
        self.unit = unit
    }
}

/// The survival probability of a group at a time that the study names.
public struct LandmarkRate: Codable, Equatable, Sendable {
    /// The time in the endpoint's unit.
    public var time: Double
    /// The probability of no event by then, with its interval.
    public var estimate: Estimate
    /// Patients at risk just before that time.
    public var atRisk: Double

    /// Creates a rate.
    public init(time: Double, estimate: Estimate, atRisk: Double) {
        self.time = time
        self.estimate = estimate
        self.atRisk = atRisk
    }
}

/// One group's survival for one endpoint.
public struct SurvivalGroup: Codable, Equatable, Sendable {
    /// The group's value in the data, or `all`.
    public var id: String
    /// How it is printed.
    public var label: String
    /// Patients with this endpoint.
    public var n: Int
    /// Patients with the event.
    public var events: Int
    /// Patients left out because their time or status is missing.
    public var missing: Int
    /// The Kaplan–Meier curve, in the unit that the data are in.
    public var curve: SurvivalCurve
    /// The median, in the endpoint's unit.
    public var median: SurvivalQuantile
    /// Survival at the endpoint's landmarks.
    public var rates: [LandmarkRate]
    /// The median follow-up by reverse Kaplan–Meier, in the endpoint's unit.
    public var medianFollowUp: SurvivalQuantile
    /// The range of observed times, in the endpoint's unit: absent without patients.
    public var shortestTime: Double?
    /// The longest observed time, in the endpoint's unit: absent without patients.
    public var longestTime: Double?
    /// What a reader must know of it.
    public var notes: [ResultNote]

    /// Creates a group.
    public init(
        id: String, label: String, n: Int, events: Int, missing: Int, curve: SurvivalCurve, median: SurvivalQuantile,
        rates: [LandmarkRate], medianFollowUp: SurvivalQuantile, shortestTime: Double?, longestTime: Double?,
        notes: [ResultNote] = []
    ) {
        self.id = id
        self.label = label
        self.n = n
        self.events = events
        self.missing = missing
        self.curve = curve
        self.median = median
        self.rates = rates
        self.medianFollowUp = medianFollowUp
        self.shortestTime = shortestTime
        self.longestTime = longestTime
        self.notes = notes
    }
}

/// One endpoint compared between the groups of one variable in one population.
public struct SurvivalComparison: Codable, Equatable, Sendable {
    /// The name by which figures and sentences refer to it: `pfs`, `pfs.rt_target.rt_arm`.
    public var id: String
    /// The endpoint's name.
    public var endpoint: String
    /// The population's name; `all` is everyone.
    public var population: String
    /// The grouping variable's name: `arm`, a variable, or nil for one group.
    public var grouping: String?
    /// How the grouping variable is printed, where that is not the arms, whose names say what they are.
    public var groupingLabel: String?
    /// The groups in order, the reference as the study orders it.
    public var groups: [SurvivalGroup]
    /// All groups together: the follow-up of the whole population.
    public var overall: SurvivalGroup
    /// The log-rank test of the groups; nil where there is one group by design.
    public var logRank: TestResult?
    /// Further tests of the groups that the endpoint asks for: stratified, weighted, for trend.
    public var furtherTests: [TestResult]
    /// The Cox model of the groups alone against the reference group; nil where there is one group by design.
    public var hazardRatio: CoxModelFit?
    /// The same with the robust variance, by pairs in a matched population; nil where there is nothing to cluster.
    public var robustHazardRatio: CoxModelFit?
    /// The differences of the groups' survival at the endpoint's landmarks from the reference group's.
    public var rateDifferences: [LandmarkDifference]
    /// The groups' restricted mean survival; nil where the endpoint asks for none.
    public var restrictedMeans: RestrictedMeans?

    /// Creates a comparison.
    public init(
        id: String, endpoint: String, population: String, grouping: String?, groupingLabel: String? = nil,
        groups: [SurvivalGroup], overall: SurvivalGroup, logRank: TestResult?, furtherTests: [TestResult] = [],
        hazardRatio: CoxModelFit? = nil, robustHazardRatio: CoxModelFit? = nil,
        rateDifferences: [LandmarkDifference] = [], restrictedMeans: RestrictedMeans? = nil
    ) {
        self.id = id
        self.endpoint = endpoint
        self.population = population
        self.grouping = grouping
        self.groupingLabel = groupingLabel
        self.groups = groups
        self.overall = overall
        self.logRank = logRank
        self.furtherTests = furtherTests
        self.hazardRatio = hazardRatio
        self.robustHazardRatio = robustHazardRatio
        self.rateDifferences = rateDifferences
        self.restrictedMeans = restrictedMeans
    }
}

/// How an endpoint is defined and printed.
public struct EndpointDescription: Codable, Equatable, Sendable {
    /// The endpoint's name in the study file.
    public var id: String
    /// How it is printed, such as `Progression-free survival`.
    public var label: String
    /// Its abbreviation, such as `PFS`.
    public var short: String
    /// The unit in which its times are printed.
    public var unit: TimeUnit
    /// The definition in words made of the study file: from what, to what, censored when.
    public var definition: String
    /// How the variables are printed whose levels are the strata of its hazard ratio; nil without strata.
    public var strata: [String]?

    /// Creates a description.
    public init(
        id: String, label: String, short: String, unit: TimeUnit, definition: String, strata: [String]? = nil
    ) {
        self.id = id
        self.label = label
        self.short = short
        self.unit = unit
        self.definition = definition
        self.strata = strata
    }

    /// Whether the abbreviation says something else than the label.
    public var isAbbreviated: Bool { short.lowercased() != label.lowercased() }
}
