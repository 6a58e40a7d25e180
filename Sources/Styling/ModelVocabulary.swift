public import Results

/// The words of tables of survival, incidence and regression models.
public protocol ModelVocabulary: Sendable {
    /// `HR`
    var hazardRatioAbbreviation: String { get }
    /// The head of a column of odds ratios.
    func oddsRatioHead(interval: String) -> String
    /// The head of a column of hazard ratios.
    func hazardRatioHead(interval: String) -> String
    /// A unit of time as it follows `median`: `months`.
    func unit(_ unit: TimeUnit) -> String
    /// Why a hazard ratio of a group, a level or a number does not exist; `reference` is what it is compared with.
    func notEstimable(_ subject: String, reference: String?, because reason: MissingRatioReason) -> String

    // Models.

    /// The head of the column of covariates.
    var covariate: String { get }
    /// The head over models of one covariate.
    var univariable: String { get }
    /// The head over models of several covariates.
    var multivariable: String { get }
    /// A level of a covariate against its reference, in one row: `Age (years): ≥60 vs <60`.
    func comparedLevels(_ covariate: String, _ level: String, _ reference: String) -> String
    /// A continuous covariate, whose hazard ratio is for one unit more.
    func perUnit(_ covariate: String) -> String
    /// Which tests the p-values of a kind of model are of; nil for a kind that is not printed.
    func modelTests(univariable: TestResult.Method?, multivariable: TestResult.Method?, letter: String) -> String
    /// That a p-value beside a covariate's name is of all its levels at once.
    func jointTest(letter: String) -> String
    /// The rule by which covariates entered the multivariable model: `limit` is that of a univariable p-value.
    func entry(_ rule: CoxTable.Entry, limit: String, letter: String) -> String?
    /// That no covariate entered an endpoint's multivariable model.
    func noneEntered(_ endpoint: String) -> String
    /// What an endpoint's models rest on.
    func modelSizes(_ endpoint: String, univariable: ModelSize?, multivariable: ModelSize?) -> String
    /// That models of an endpoint have fewer than ten events per variable: the multivariable one, or these covariates'.
    func fewEvents(_ endpoint: String, inUnivariable covariates: [String], inMultivariable: Bool) -> String
    /// How ties were treated, and by what the baseline hazards are stratified.
    func coxMethod(ties: TiesMethod, strata: [String]) -> String
    /// What logistic models are of, and which way their odds ratios read.
    func logisticMethod(_ outcome: String) -> String
    /// Weights, clusters and offset of the models; nil where there are none.
    func modelOptions(weights: String?, cluster: String?, offset: String?) -> String?
    /// A product of covariates or of their levels.
    func interaction(_ names: [String]) -> String
    /// What the ratio in a row of a product says, and the others then.
    var interactionRatios: String { get }
    /// That an estimate is Firth's.
    var firth: String { get }
    /// That the intervals take clusters or weights into account.
    var robustIntervals: String { get }

    // Effects in several populations.

    /// The head of the column of populations.
    var population: String { get }
    /// The head of a column of events over patients.
    var eventsOverPatients: String { get }
    /// The head of a column, or of a row, of medians; without the unit where it differs between rows.
    func medianHead(unit: TimeUnit?, interval: String) -> String
    /// The head of a column of a test's p-values.
    func testHead(_ method: TestResult.Method, letter: String) -> String
    /// The head over columns of an adjusted comparison.
    func adjusted(_ contrast: String) -> String
    /// The head of a column of intervals by the robust variance.
    func robustHead(interval: String) -> String
    /// The head of a column of p-values of all groups at once.
    func overallPValueHead(letter: String) -> String
    /// Which way a hazard ratio reads.
    func direction(_ group: String, _ reference: String) -> String
    /// What the adjusted models hold beside the groups.
    func adjustedFor(_ covariates: [String]) -> String
    /// The test behind the p-values beside hazard ratios.
    func ratioTest(_ method: TestResult.Method, letter: String) -> String
    /// What the robust variance takes into account.
    func robustVariance(letter: String) -> String
    /// How far a matched analysis depends on the order of tied scores.
    func tieOrders(_ sensitivity: TieOrderSensitivity, in style: HouseStyle) -> String

    // Survival and incidence.

    /// The head of the column of what is reported.
    var outcome: String { get }
    /// The row of patients.
    var patients: String { get }
    /// The row of events.
    var events: String { get }
    /// The row of competing events.
    var competingEvents: String { get }
    /// The row of survival at a time.
    func survival(at time: String, unit: TimeUnit, interval: String) -> String
    /// The row of cumulative incidence at a time.
    func incidence(at time: String, unit: TimeUnit, interval: String) -> String
    /// The row of means up to a horizon.
    func restrictedMean(to horizon: String, unit: TimeUnit, interval: String) -> String
    /// The row of hazard ratios.
    func hazardRatio(interval: String) -> String
    /// The row of ratios of those means.
    func restrictedMeanRatio(interval: String) -> String
    /// The row of subdistribution hazard ratios.
    func subdistributionRatio(interval: String) -> String
    /// The row of cause-specific hazard ratios.
    func causeSpecificRatio(interval: String) -> String
    /// The variables whose levels are the strata of a hazard ratio.
    func stratified(by strata: [String]) -> String
    /// The row of a test.
    func testRow(_ method: TestResult.Method) -> String
    /// What stands in place of a ratio for the group that the others are compared with.
    var reference: String { get }
    /// The head of a column of differences.
    func differenceHead(interval: String) -> String
    /// In what the differences are.
    var differencesInPoints: String { get }
    /// The test behind the p-values of rows that are not tests.
    func estimateTest(letter: String) -> String
    /// That a group's last observation is before the time, and whether its last value stands for it.
    func beyondLastObservation(isCarriedForward: Bool) -> String
    /// The R call that tells two tests of one name apart.
    func equalCall(_ call: String) -> String
}

/// Why a hazard ratio does not exist.
public enum MissingRatioReason: Equatable, Sendable {
    /// The likelihood has no maximum.
    case monotone(MonotoneLikelihood.Reason)
    /// The covariate, alone or with others, tells who has the outcome of a logistic model without error.
    case separated
    /// What the notes say.
    case notes([ResultNote])
}

/// What models rest on, as it is printed; ranges where several models differ.
public struct ModelSize: Equatable, Sendable {
    /// Patients.
    public var n: String
    /// Events.
    public var events: String
    /// Events for each estimated coefficient.
    public var eventsPerVariable: String?
    /// The statement of the test of proportional hazards: `p = 0.310`.
    public var proportionalHazards: String?

    /// Creates a size.
    public init(n: String, events: String, eventsPerVariable: String? = nil, proportionalHazards: String? = nil) {
        self.n = n
        self.events = events
        self.eventsPerVariable = eventsPerVariable
        self.proportionalHazards = proportionalHazards
    }
}
