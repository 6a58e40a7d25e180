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
        /// The median survival in the endpoint's unit; nil where the plot shows none.
        public var median: SurvivalQuantile?

        /// Creates a count.
        public init(n: Int, events: Int, median: SurvivalQuantile? = nil) {
            self.n = n
            self.events = events
            self.median = median
        }
    }

    /// The same effects by another model or in another population.
    public struct Model: Codable, Equatable, Sendable {
        /// How the model is printed.
        public var label: String
        /// The population's name.
        public var population: String
        /// The effect in everyone; nil where it is not asked for.
        public var overall: SubgroupEffect?
        /// Patients and events in everyone by arm, reference arm first.
        public var overallCounts: [ArmCount]
        /// The variables in the plot's order.
        public var variables: [Variable]

        /// Creates a model.
        public init(
            label: String, population: String, overall: SubgroupEffect?, overallCounts: [ArmCount],
            variables: [Variable]
        ) {
            self.label = label
            self.population = population
            self.overall = overall
            self.overallCounts = overallCounts
            self.variables = variables
        }
    }

    /// What a column of text beside the hazard ratios holds.
    public enum TextColumn: String, Codable, CaseIterable, Sendable {
        /// Patients of both arms together.
        case patients
        /// Events and patients by arm.
        case events
        /// The median survival by arm.
        case medians
        /// Wald's test of each effect.
        case p
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
    /// The columns of text beside the hazard ratios, in order.
    public var columns: [TextColumn]
    /// How the model of the plot's own effects is printed; nil where it is the only one.
    public var modelLabel: String?
    /// Further models, each with a row of its own for every effect.
    public var furtherModels: [Model]
    /// On how many events the largest square rests; nil: on the most of this plot. Pages of one plot have it in common.
    public var mostEvents: Int?

    /// Creates a plot.
    public init(
        endpoint: String, treatment: String, reference: String, overall: SubgroupEffect?, overallCounts: [ArmCount],
        variables: [Variable], favours: [String], axis: [Double], showsInteraction: Bool, population: String,
        columns: [TextColumn] = [.events], modelLabel: String? = nil, furtherModels: [Model] = [],
        mostEvents: Int? = nil
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
        self.columns = columns
        self.modelLabel = modelLabel
        self.furtherModels = furtherModels
        self.mostEvents = mostEvents
    }

    /// The plot's own model, then the others.
    public var models: [Model] {
        [
            Model(
                label: modelLabel ?? "", population: population, overall: overall, overallCounts: overallCounts,
                variables: variables)
        ] + furtherModels
    }
}
