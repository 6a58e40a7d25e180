/// What a forest plot of subgroups shows.
public struct ForestPlot: Codable, Equatable, Sendable {
    /// A variable whose levels are the subgroups.
    public struct Variable: Codable, Equatable, Sendable {
        /// How the variable is printed.
        public var label: String
        /// How its levels are printed, in the order of the analysis's subgroups.
        public var levelLabels: [String]
        /// Patients and events by subgroup and arm: `counts[subgroup][arm]`, reference arm first.
        public var counts: [[ArmCount]]
        /// The effects and the test of interaction.
        public var analysis: SubgroupAnalysis
        /// Patients left out because the variable is missing.
        public var missing: Int

        /// Creates a variable.
        public init(
            label: String, levelLabels: [String], counts: [[ArmCount]], analysis: SubgroupAnalysis, missing: Int
        ) {
            self.label = label
            self.levelLabels = levelLabels
            self.counts = counts
            self.analysis = analysis
            self.missing = missing
        }
    }

    /// Patients and events of one arm.
    public struct ArmCount: Codable, Equatable, Sendable {
        /// Patients.
        public var n: Int
        /// Patients with the event.
        public var events: Int

        /// Creates a count.
        public init(n: Int, events: Int) {
            self.n = n
            self.events = events
        }
    }

    /// The endpoint's name.
    public var endpoint: String
    /// The arm whose effect is shown, as it is printed.
    public var treatment: String
    /// The arm that it is compared with, as it is printed.
    public var reference: String
    /// The effect in everyone; nil where it is not asked for.
    public var overall: SubgroupEffect?
    /// Patients and events in everyone by arm, reference arm first.
    public var overallCounts: [ArmCount]
    /// The variables in order.
    public var variables: [Variable]
    /// What stands under the axis on the left and on the right: who is favoured by a ratio below and above 1.
    public var favours: [String]
    /// The limits of the axis that the study asks for; empty: chosen from the intervals.
    public var axis: [Double]
    /// Whether the column of p-values for interaction is shown.
    public var showsInteraction: Bool
    /// The population's name.
    public var population: String

    /// Creates a plot.
    public init(
        endpoint: String, treatment: String, reference: String, overall: SubgroupEffect?, overallCounts: [ArmCount],
        variables: [Variable], favours: [String], axis: [Double], showsInteraction: Bool, population: String
    ) {
        self.endpoint = endpoint
        self.treatment = treatment
        self.reference = reference
        self.overall = overall
        self.overallCounts = overallCounts
        self.variables = variables
        self.favours = favours
        self.axis = axis
        self.showsInteraction = showsInteraction
        self.population = population
    }
}
