/// Treated and controls compared by their restricted mean survival, adjusted for covariates.
public struct AdjustedRestrictedMean: Codable, Equatable, Sendable {
    /// One coefficient of the model of the restricted mean.
    public struct Coefficient: Codable, Equatable, Sendable {
        /// `intercept`, `treatment`, or the column's name.
        public var name: String
        /// The coefficient with its interval.
        public var estimate: Estimate
        /// Its two-sided p-value.
        public var pValue: Double?

        /// Creates a coefficient.
        public init(name: String, estimate: Estimate, pValue: Double?) {
            self.name = name
            self.estimate = estimate
            self.pValue = pValue
        }
    }

    /// The horizon up to which time counts.
    public var horizon: Double
    /// The restricted mean in the treated minus that in the controls.
    public var difference: Coefficient
    /// The treated's restricted mean divided by the controls'.
    public var ratio: Coefficient
    /// The same of the mean time lost.
    public var lostTimeRatio: Coefficient
    /// All coefficients of the model of differences.
    public var differenceModel: [Coefficient]
    /// What a reader must know of it.
    public var notes: [ResultNote]

    /// Creates a comparison.
    public init(
        horizon: Double, difference: Coefficient, ratio: Coefficient, lostTimeRatio: Coefficient,
        differenceModel: [Coefficient], notes: [ResultNote]
    ) {
        self.horizon = horizon
        self.difference = difference
        self.ratio = ratio
        self.lostTimeRatio = lostTimeRatio
        self.differenceModel = differenceModel
        self.notes = notes
    }
}
