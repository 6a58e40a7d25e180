/// Bars of the adverse events of two groups, mirrored.
public struct AdverseEventFigurePlan: Equatable, Sendable {
    /// The order of the terms.
    public enum Order: String, CaseIterable, Sendable {
        /// The most frequent first.
        case frequency
        /// As the study lists them.
        case listed
    }

    /// What is counted.
    public var events: AdverseEventPlan
    /// The order of the terms.
    public var order: Order

    /// Creates a plan.
    public init(events: AdverseEventPlan, order: Order) {
        self.events = events
        self.order = order
    }
}

/// The course of each patient as a bar from time zero.
public struct SwimmerFigurePlan: Equatable, Sendable {
    /// The endpoint whose time is a bar's length.
    public var endpoint: Located<String>
    /// Endpoints whose events are marked on the bars.
    public var events: [Located<String>]
    /// The variable of the response; nil: none is shown.
    public var response: Located<String>?
    /// The grouping variable; nil: the arms, or one group where the study has none.
    public var by: Located<String>?
    /// The population; nil: everyone.
    public var population: Located<String>?

    /// Creates a plan.
    public init(
        endpoint: Located<String>, events: [Located<String>], response: Located<String>?,
        by: Located<String>?,
        population: Located<String>?
    ) {
        self.endpoint = endpoint
        self.events = events
        self.response = response
        self.by = by
        self.population = population
    }
}

/// The best change of each patient from baseline as a bar.
public struct WaterfallFigurePlan: Equatable, Sendable {
    /// The variable of the change, in per cent.
    public var variable: Located<String>
    /// The variable of the response; nil: none is shown.
    public var response: Located<String>?
    /// The thresholds of response and of progression, in per cent.
    public var thresholds: [Located<Double>]
    /// The grouping variable; nil: the arms, or one group where the study has none.
    public var by: Located<String>?
    /// The population; nil: everyone.
    public var population: Located<String>?

    /// Creates a plan.
    public init(
        variable: Located<String>, response: Located<String>?, thresholds: [Located<Double>],
        by: Located<String>?,
        population: Located<String>?
    ) {
        self.variable = variable
        self.response = response
        self.thresholds = thresholds
        self.by = by
        self.population = population
    }
}
