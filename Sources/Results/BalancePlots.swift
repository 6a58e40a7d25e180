/// What a plot of standardised differences before and after matching shows. The differences are in
/// ``StudyResults/matchings``.
public struct BalancePlot: Codable, Equatable, Sendable {
    /// The name of the ``MatchedPopulation``.
    public var matched: String
    /// The absolute differences at which reference lines stand, such as 0.1.
    public var thresholds: [Double]

    /// Creates a plot.
    public init(matched: String, thresholds: [Double]) {
        self.matched = matched
        self.thresholds = thresholds
    }
}

/// What a plot of the score's distributions before and after matching shows. They are in ``StudyResults/matchings``.
public struct OverlapPlot: Codable, Equatable, Sendable {
    /// The name of the ``MatchedPopulation``.
    public var matched: String

    /// Creates a plot.
    public init(matched: String) {
        self.matched = matched
    }
}

/// Scaled Schoenfeld residuals over time, with the test of proportional hazards: one panel for each coefficient.
public struct ResidualPlot: Codable, Equatable, Sendable {
    /// One coefficient.
    public struct Panel: Codable, Equatable, Sendable {
        /// How the coefficient is printed.
        public var label: String
        /// Event times in the endpoint's unit, ascending.
        public var time: [Double]
        /// The scaled residual plus the coefficient at each event time.
        public var residual: [Double]
        /// Times at which the smooth curve is known.
        public var smoothTime: [Double]
        /// The smooth curve: a natural spline in transformed time.
        public var smooth: [Double]
        /// Its pointwise lower limit.
        public var lower: [Double]
        /// Its pointwise upper limit.
        public var upper: [Double]
        /// The coefficient of the model.
        public var coefficient: Double
        /// The test of the coefficient's term.
        public var test: TestResult

        /// Creates a panel.
        public init(
            label: String, time: [Double], residual: [Double], smoothTime: [Double], smooth: [Double], lower: [Double],
            upper: [Double], coefficient: Double, test: TestResult
        ) {
            self.label = label
            self.time = time
            self.residual = residual
            self.smoothTime = smoothTime
            self.smooth = smooth
            self.lower = lower
            self.upper = upper
            self.coefficient = coefficient
            self.test = test
        }
    }

    /// The endpoint's name.
    public var endpoint: String
    /// The unit of the times.
    public var unit: TimeUnit
    /// The panels in the order of the model.
    public var panels: [Panel]
    /// The test of the model.
    public var test: ProportionalHazardsResult
    /// The population's name.
    public var population: String

    /// Creates a plot.
    public init(endpoint: String, unit: TimeUnit, panels: [Panel], test: ProportionalHazardsResult, population: String)
    {
        self.endpoint = endpoint
        self.unit = unit
        self.panels = panels
        self.test = test
        self.population = population
    }
}
