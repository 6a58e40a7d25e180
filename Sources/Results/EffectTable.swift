/// The effect of the treatment on some endpoints in some populations: each row is one comparison of survival.
public struct EffectTable: Codable, Equatable, Sendable {
    /// One analysis.
    public struct Row: Codable, Equatable, Sendable {
        /// How it is printed: the population's label.
        public var label: String
        /// The name of the ``SurvivalComparison`` whose numbers are printed.
        public var comparison: String
        /// The model with further covariates beside the groups; nil where none is asked for.
        public var adjusted: CoxModelFit?
        /// How far a matched analysis depends on the order of tied scores.
        public var sensitivity: TieOrderSensitivity?

        /// Creates a row.
        public init(label: String, comparison: String, adjusted: CoxModelFit?, sensitivity: TieOrderSensitivity?) {
            self.label = label
            self.comparison = comparison
            self.adjusted = adjusted
            self.sensitivity = sensitivity
        }
    }

    /// The rows in order, those of one endpoint together.
    public var rows: [Row]
    /// The labels of the covariates that the adjusted models hold.
    public var adjustedFor: [String]
    /// Which p-values stand beside the hazard ratios.
    public var pValue: CoxTable.PValueMethod
    /// Whether the robust variance (pairs or weights as clusters) is printed where there is one.
    public var showsRobust: Bool

    /// Creates a table.
    public init(rows: [Row], adjustedFor: [String], pValue: CoxTable.PValueMethod, showsRobust: Bool) {
        self.rows = rows
        self.adjustedFor = adjustedFor
        self.pValue = pValue
        self.showsRobust = showsRobust
    }
}

/// Survival by group for some endpoints: medians, rates, restricted means and their comparisons.
public struct SurvivalTable: Codable, Equatable, Sendable {
    /// The names of the ``SurvivalComparison``s in order.
    public var comparisons: [String]
    /// Whether differences of the rates at landmarks are printed.
    public var showsDifferences: Bool
    /// Whether p-values are printed.
    public var showsPValue: Bool

    /// Creates a table.
    public init(comparisons: [String], showsDifferences: Bool, showsPValue: Bool) {
        self.comparisons = comparisons
        self.showsDifferences = showsDifferences
        self.showsPValue = showsPValue
    }
}

/// Cumulative incidence by group for some endpoints with competing events.
public struct IncidenceTable: Codable, Equatable, Sendable {
    /// The names of the ``IncidenceComparison``s in order.
    public var comparisons: [String]
    /// Whether differences of the incidences at landmarks are printed.
    public var showsDifferences: Bool
    /// Whether p-values are printed.
    public var showsPValue: Bool

    /// Creates a table.
    public init(comparisons: [String], showsDifferences: Bool, showsPValue: Bool) {
        self.comparisons = comparisons
        self.showsDifferences = showsDifferences
        self.showsPValue = showsPValue
    }
}
