public import Results

/// A forest plot of the treatment's effect in subgroups.
public struct ForestPlan: Equatable, Sendable {
    /// A model by which every effect is estimated.
    public struct Model: Equatable, Sendable {
        /// How it is printed.
        public var label: String
        /// Its covariates beside the arms; nil: the figure's.
        public var adjustFor: [Located<String>]?
        /// Its population; nil: the figure's.
        public var population: Located<String>?

        /// Creates a model.
        public init(label: String, adjustFor: [Located<String>]?, population: Located<String>?) {
            self.label = label
            self.adjustFor = adjustFor
            self.population = population
        }
    }

    /// The endpoint.
    public var endpoint: Located<String>
    /// The variables whose levels are the subgroups, in order.
    public var subgroups: [Located<String>]
    /// The population; nil: everyone.
    public var population: Located<String>?
    /// Whether the effect in everyone comes first.
    public var showsOverall: Bool
    /// Whether the tests of interaction are shown.
    public var showsInteraction: Bool
    /// Who is favoured by a ratio below and above 1; empty: the arms.
    public var favours: [String]
    /// The limits of the axis; empty: chosen from the intervals.
    public var axis: [Located<Double>]
    /// Covariates of each model beside the arms.
    public var adjustFor: [Located<String>]
    /// The models; empty: one, with the figure's covariates and population.
    public var models: [Model]
    /// The columns of text beside the hazard ratios, in order.
    public var columns: [ForestPlot.TextColumn]

    /// Creates a plan.
    public init(
        endpoint: Located<String>, subgroups: [Located<String>], population: Located<String>?, showsOverall: Bool,
        showsInteraction: Bool, favours: [String], axis: [Located<Double>], adjustFor: [Located<String>],
        models: [Model] = [], columns: [ForestPlot.TextColumn] = [.events]
    ) {
        self.endpoint = endpoint
        self.subgroups = subgroups
        self.population = population
        self.showsOverall = showsOverall
        self.showsInteraction = showsInteraction
        self.favours = favours
        self.axis = axis
        self.adjustFor = adjustFor
        self.models = models
        self.columns = columns
    }
}

/// A flow chart of the patients.
public struct FlowPlan: Equatable, Sendable {
    /// The data file of the screening log, a row for each patient assessed; nil: the chart begins with the patients' file.
    public var source: Located<String>?
    /// The column that says what became of a patient.
    public var status: Located<String>?
    /// The values of the status that mean inclusion.
    public var included: [Located<String>]
    /// The column that says why a patient was not included.
    public var reason: Located<String>?
    /// The label of the first box.
    public var assessedLabel: String
    /// The label of the box after the exclusions.
    public var includedLabel: String
    /// Populations whose patients stand under each arm, in order.
    public var populations: [Located<String>]
    /// All reasons in the order in which they are listed, even those that nobody has; empty: those that occur.
    public var reasons: [Located<String>]
    /// Reasons that fewer patients have are listed as one.
    public var poolBelow: Int

    /// Creates a plan.
    public init(
        source: Located<String>?, status: Located<String>?, included: [Located<String>], reason: Located<String>?,
        assessedLabel: String, includedLabel: String, populations: [Located<String>],
        reasons: [Located<String>] = [], poolBelow: Int = 0
    ) {
        self.source = source
        self.status = status
        self.included = included
        self.reason = reason
        self.assessedLabel = assessedLabel
        self.includedLabel = includedLabel
        self.populations = populations
        self.reasons = reasons
        self.poolBelow = poolBelow
    }
}

/// A figure about a matched or weighted population.
public struct BalanceFigurePlan: Equatable, Sendable {
    /// The population.
    public var population: Located<String>
    /// Where reference lines stand.
    public var thresholds: [Located<Double>]

    /// Creates a plan.
    public init(population: Located<String>, thresholds: [Located<Double>]) {
        self.population = population
        self.thresholds = thresholds
    }
}

/// A figure of the propensity score's distributions.
public struct OverlapFigurePlan: Equatable, Sendable {
    /// The population.
    public var population: Located<String>

    /// Creates a plan.
    public init(population: Located<String>) {
        self.population = population
    }
}

/// A figure of Schoenfeld residuals with the test of proportional hazards.
public struct ResidualFigurePlan: Equatable, Sendable {
    /// The endpoint.
    public var endpoint: Located<String>
    /// The covariates of the model; `arm` stands for the arms.
    public var covariates: [Located<String>]
    /// The population; nil: everyone.
    public var population: Located<String>?
    /// The function of time of the test.
    public var transform: TimeTransformName

    /// The functions of time by which proportional hazards are tested.
    public enum TimeTransformName: String, CaseIterable, Sendable {
        case km, identity, rank, log
    }

    /// Creates a plan.
    public init(
        endpoint: Located<String>, covariates: [Located<String>], population: Located<String>?,
        transform: TimeTransformName
    ) {
        self.endpoint = endpoint
        self.covariates = covariates
        self.population = population
        self.transform = transform
    }
}
