/// The effect of a treatment in one subgroup.
public struct SubgroupEffect: Codable, Equatable, Sendable {
    /// The subgroup's level.
    public var level: String
    /// Records in it.
    public var n: Int
    /// Events among them.
    public var events: Int
    /// The treatment's coefficients, from a model fitted to the subgroup alone.
    public var coefficients: [CoxCoefficient]
    /// What a reader must know of the model.
    public var notes: [ResultNote]

    /// Creates an effect.
    public init(level: String, n: Int, events: Int, coefficients: [CoxCoefficient], notes: [ResultNote]) {
        self.level = level
        self.n = n
        self.events = events
        self.coefficients = coefficients
        self.notes = notes
    }
}

/// The effect of a treatment by the levels of another covariate, with the test of their interaction.
public struct SubgroupAnalysis: Codable, Equatable, Sendable {
    /// The treatment's name.
    public var treatment: String
    /// The name of the covariate that makes the subgroups.
    public var by: String
    /// The likelihood-ratio test of the interaction, on identical records.
    public var interaction: TestResult
    /// Wald's test of the interaction.
    public var interactionWald: TestResult
    /// The log partial likelihood without the interaction.
    public var logLikelihoodMain: Double
    /// The log partial likelihood with it.
    public var logLikelihoodInteraction: Double
    /// The subgroups in the order of the levels; empty for a covariate of too many values.
    public var subgroups: [SubgroupEffect]

    /// Creates an analysis.
    public init(
        treatment: String, by: String, interaction: TestResult, interactionWald: TestResult,
        logLikelihoodMain: Double, logLikelihoodInteraction: Double, subgroups: [SubgroupEffect]
    ) {
        self.treatment = treatment
        self.by = by
        self.interaction = interaction
        self.interactionWald = interactionWald
        self.logLikelihoodMain = logLikelihoodMain
        self.logLikelihoodInteraction = logLikelihoodInteraction
        self.subgroups = subgroups
    }
}
