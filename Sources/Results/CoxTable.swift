/// Uni- and multivariable Cox models of some endpoints, with one row for each covariate.
public struct CoxTable: Codable, Equatable, Sendable {
    /// A covariate, and how its levels are printed.
    public struct Row: Codable, Equatable, Sendable {
        /// The covariate's name.
        public var variable: String
        /// How it is printed.
        public var label: String
        /// The unit of a continuous covariate, whose hazard ratio is for one unit more.
        public var unit: String?
        /// The levels in order, as they are printed; empty for a continuous covariate.
        public var levels: [Level]
        /// The level that the others are compared with; nil for a continuous covariate.
        public var reference: String?

        /// Creates a row.
        public init(variable: String, label: String, unit: String?, levels: [Level], reference: String?) {
            self.variable = variable
            self.label = label
            self.unit = unit
            self.levels = levels
            self.reference = reference
        }
    }

    /// A level of a covariate.
    public struct Level: Codable, Equatable, Sendable {
        /// The level's value in the data.
        public var id: String
        /// How it is printed.
        public var label: String
        /// Patients with this level in the population.
        public var n: Int

        /// Creates a level.
        public init(id: String, label: String, n: Int) {
            self.id = id
            self.label = label
            self.n = n
        }
    }

    /// The models of one endpoint.
    public struct EndpointModels: Codable, Equatable, Sendable {
        /// The endpoint's name.
        public var endpoint: String
        /// One model for each row, in the rows' order; empty where no univariable models are asked for.
        public var univariable: [CoxModelFit]
        /// The model of the covariates that entered together; nil where none is asked for or none entered.
        public var multivariable: CoxModelFit?
        /// The covariates that entered, in the order of the rows.
        public var entered: [String]
        /// The test of proportional hazards of the multivariable model, or nil where there is none.
        public var proportionalHazards: ProportionalHazardsResult?

        /// Creates models.
        public init(
            endpoint: String, univariable: [CoxModelFit], multivariable: CoxModelFit?, entered: [String],
            proportionalHazards: ProportionalHazardsResult?
        ) {
            self.endpoint = endpoint
            self.univariable = univariable
            self.multivariable = multivariable
            self.entered = entered
            self.proportionalHazards = proportionalHazards
        }
    }

    /// Which covariates enter the multivariable model.
    public enum Entry: Codable, Equatable, Sendable {
        /// There is no multivariable model.
        case none
        /// All rows.
        case all
        /// Those that the study names.
        case listed
        /// Those whose univariable p-value is below a limit.
        case pBelow(Double)
    }

    /// Which test a column of p-values shows.
    public enum PValueMethod: String, Codable, CaseIterable, Sendable {
        /// The likelihood-ratio test of the covariate.
        case likelihoodRatio = "likelihood-ratio"
        /// Wald's test of each coefficient.
        case wald
        /// The score test of the covariate.
        case score
    }

    /// The covariates in order.
    public var rows: [Row]
    /// The models by endpoint, in the table's order.
    public var endpoints: [EndpointModels]
    /// The rule by which covariates entered.
    public var entry: Entry
    /// Which p-values the univariable columns show.
    public var univariablePValue: PValueMethod
    /// Which p-values the multivariable columns show.
    public var multivariablePValue: PValueMethod
    /// How the variables are printed whose levels have baseline hazards of their own.
    public var strata: [String]
    /// The pairs of covariates that are multiplied in the multivariable models where both entered; nil for none.
    public var interactions: [[String]]?
    /// How the variable is printed whose equal values are dependent patients; nil where there is none.
    public var cluster: String?
    /// How the variable of the weights is printed; nil where there is none.
    public var weights: String?
    /// How the variable is printed whose coefficient is 1; nil where there is none.
    public var offset: String?
    /// The population's name.
    public var population: String

    /// Creates a table.
    public init(
        rows: [Row], endpoints: [EndpointModels], entry: Entry, univariablePValue: PValueMethod,
        multivariablePValue: PValueMethod, strata: [String],
        interactions: [[String]]? = nil, cluster: String? = nil, weights: String? = nil, offset: String? = nil,
        population: String
    ) {
        self.rows = rows
        self.endpoints = endpoints
        self.entry = entry
        self.univariablePValue = univariablePValue
        self.multivariablePValue = multivariablePValue
        self.strata = strata
        self.interactions = interactions
        self.cluster = cluster
        self.weights = weights
        self.offset = offset
        self.population = population
    }
}
