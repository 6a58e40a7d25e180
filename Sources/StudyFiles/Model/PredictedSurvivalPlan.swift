public import Results

/// A figure of survival curves that a Cox model predicts.
public struct PredictedSurvivalFigurePlan: Equatable, Sendable {
    /// Values of covariates that curves are predicted for.
    public struct Pattern: Equatable, Sendable {
        /// A covariate or stratum and its level or number, as written.
        public struct Value: Equatable, Sendable {
            /// The variable; `arm` stands for the arms.
            public var variable: Located<String>
            /// The level or number.
            public var value: Located<String>

            /// Creates a value.
            public init(variable: Located<String>, value: Located<String>) {
                self.variable = variable
                self.value = value
            }
        }

        /// How the curve is printed; nil: by its values.
        public var label: String?
        /// The values; what is not named is at the mean or the reference level.
        public var values: [Value]

        /// Creates a pattern.
        public init(label: String?, values: [Value]) {
            self.label = label
            self.values = values
        }
    }

    /// The endpoint.
    public var endpoint: Located<String>
    /// The covariates of the model; `arm` stands for the arms.
    public var covariates: [Located<String>]
    /// The variables whose levels have baseline hazards of their own.
    public var strata: [Located<String>]
    /// The pairs of covariates that are multiplied.
    public var interactions: [[Located<String>]]
    /// What curves are predicted for; empty: each level of the first covariate with levels.
    public var patterns: [Pattern]
    /// The population; nil: everyone.
    public var population: Located<String>?
    /// The ticks of the time axis; empty: chosen from the follow-up.
    public var breaks: [Located<Double>]
    /// The limits of the axis of percentages; empty: the whole.
    public var range: [Located<Double>]
    /// Whether confidence bands are drawn.
    public var showsIntervals: Bool
    /// Whether dashed lines drop from the medians.
    public var showsMedianLines: Bool
    /// Whether upright lines stand at the endpoint's landmarks.
    public var showsLandmarks: Bool
    /// Where the curves' names stand.
    public var names: KaplanMeierPlan.NamePlace

    /// Creates a plan.
    public init(
        endpoint: Located<String>, covariates: [Located<String>], strata: [Located<String>] = [],
        interactions: [[Located<String>]] = [], patterns: [Pattern] = [], population: Located<String>? = nil,
        breaks: [Located<Double>] = [], range: [Located<Double>] = [], showsIntervals: Bool,
        showsMedianLines: Bool = false, showsLandmarks: Bool = false, names: KaplanMeierPlan.NamePlace = .key
    ) {
        self.endpoint = endpoint
        self.covariates = covariates
        self.strata = strata
        self.interactions = interactions
        self.patterns = patterns
        self.population = population
        self.breaks = breaks
        self.range = range
        self.showsIntervals = showsIntervals
        self.showsMedianLines = showsMedianLines
        self.showsLandmarks = showsLandmarks
        self.names = names
    }
}
