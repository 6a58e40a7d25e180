/// Survival curves that a Cox model predicts for some values of its covariates.
public struct PredictedSurvivalPlot: Codable, Equatable, Sendable {
    /// The value of a covariate that a curve is for.
    public struct Value: Codable, Equatable, Sendable {
        /// The covariate's or the stratum's name.
        public var variable: String
        /// How it is printed.
        public var label: String
        /// The level; nil for a number.
        public var level: String?
        /// How the level is printed.
        public var levelLabel: String?
        /// The number; nil for a level.
        public var number: Double?
        /// Whether the study does not name it, so that it is the mean or the reference level.
        public var isDefault: Bool

        /// Creates a value.
        public init(
            variable: String, label: String, level: String? = nil, levelLabel: String? = nil, number: Double? = nil,
            isDefault: Bool
        ) {
            self.variable = variable
            self.label = label
            self.level = level
            self.levelLabel = levelLabel
            self.number = number
            self.isDefault = isDefault
        }
    }

    /// One predicted curve.
    public struct Curve: Codable, Equatable, Sendable {
        /// Its name among the figure's curves.
        public var id: String
        /// How it is printed.
        public var label: String
        /// The covariates' values, in the model's order, then those of the strata.
        public var values: [Value]
        /// The curve; at risk, events and censored are those of the model's stratum.
        public var curve: SurvivalCurve
        /// The median in the endpoint's unit.
        public var median: SurvivalQuantile
        /// Survival at the endpoint's landmarks.
        public var rates: [LandmarkRate]

        /// Creates a curve.
        public init(
            id: String, label: String, values: [Value], curve: SurvivalCurve, median: SurvivalQuantile,
            rates: [LandmarkRate]
        ) {
            self.id = id
            self.label = label
            self.values = values
            self.curve = curve
            self.median = median
            self.rates = rates
        }
    }

    /// The endpoint's name.
    public var endpoint: String
    /// The covariates of the model, in order, with how many patients of the population have each level.
    public var covariates: [CoxTable.Row]
    /// How the variables are printed whose levels have baseline hazards of their own.
    public var strata: [String]
    /// The model.
    public var model: CoxModelFit
    /// The curves in order.
    public var curves: [Curve]
    /// The ticks of the time axis, in the endpoint's unit, from 0 to the axis's end.
    public var breaks: [Double]
    /// Whether confidence bands are drawn.
    public var showsIntervals: Bool
    /// Whether dashed lines drop from the medians.
    public var showsMedianLines: Bool
    /// Whether upright lines stand at the endpoint's landmarks, with the curves' survival beside them.
    public var showsLandmarks: Bool
    /// The limits of the axis of proportions, two ascending ones; empty for the whole.
    public var range: [Double]
    /// Where the curves' names stand.
    public var names: KaplanMeierPlan.NamePlace
    /// The population's name.
    public var population: String

    /// Creates a plot.
    public init(
        endpoint: String, covariates: [CoxTable.Row], strata: [String], model: CoxModelFit, curves: [Curve],
        breaks: [Double], showsIntervals: Bool, showsMedianLines: Bool, showsLandmarks: Bool, range: [Double],
        names: KaplanMeierPlan.NamePlace, population: String
    ) {
        self.endpoint = endpoint
        self.covariates = covariates
        self.strata = strata
        self.model = model
        self.curves = curves
        self.breaks = breaks
        self.showsIntervals = showsIntervals
        self.showsMedianLines = showsMedianLines
        self.showsLandmarks = showsLandmarks
        self.range = range
        self.names = names
        self.population = population
    }

    /// The values that no curve is asked to differ in: each is the mean or the reference level in all curves.
    public var commonValues: [Value] {
        guard let first = curves.first else { return [] }
        return first.values.filter { value in value.isDefault && curves.allSatisfy { $0.values.contains(value) } }
    }
}
