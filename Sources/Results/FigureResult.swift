/// The results behind one figure, with what the study asks of its looks.
public struct FigureResult: Codable, Equatable, Sendable {
    /// What kind of figure it is. Encoded as `{"kind": …, …}`.
    public enum Content: Equatable, Sendable {
        /// Survival curves with numbers at risk.
        case kaplanMeier(KaplanMeierPlan)
        /// Cumulative incidences with numbers at risk.
        case incidence(IncidencePlot)
        /// Effects in subgroups.
        case forest(ForestPlot)
        /// The way of the patients into the analysis.
        case flow(FlowChart)
        /// Standardised differences before and after matching.
        case balance(BalancePlot)
        /// Distributions of the propensity score before and after matching.
        case overlap(OverlapPlot)
        /// Residuals with the test of proportional hazards.
        case residuals(ResidualPlot)
    }

    /// The figure's name in the study file and its file name.
    public var id: String
    /// The caption, a sentence.
    public var caption: String
    /// Whether it belongs to the supplement, where figures are numbered apart.
    public var isSupplementary: Bool
    /// What is drawn.
    public var content: Content

    /// Creates a figure's results.
    public init(id: String, caption: String, isSupplementary: Bool = false, content: Content) {
        self.id = id
        self.caption = caption
        self.isSupplementary = isSupplementary
        self.content = content
    }
}

extension FigureResult.Content: Codable {
    private enum Key: String, CodingKey { case kind }
    private enum Kind: String, Codable {
        case kaplanMeier = "kaplan-meier"
        case incidence, forest, flow, balance, overlap, residuals
    }

    /// Reads the value from its encoded form.
    public init(from decoder: any Decoder) throws {
        switch try decoder.container(keyedBy: Key.self).decode(Kind.self, forKey: .kind) {
        case .kaplanMeier: self = .kaplanMeier(try KaplanMeierPlan(from: decoder))
        case .incidence: self = .incidence(try IncidencePlot(from: decoder))
        case .forest: self = .forest(try ForestPlot(from: decoder))
        case .flow: self = .flow(try FlowChart(from: decoder))
        case .balance: self = .balance(try BalancePlot(from: decoder))
        case .overlap: self = .overlap(try OverlapPlot(from: decoder))
        case .residuals: self = .residuals(try ResidualPlot(from: decoder))
        }
    }

    /// Writes the value in its encoded form.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        let (kind, content) = encoded
        try container.encode(kind, forKey: .kind)
        try content.encode(to: encoder)
    }

    private var encoded: (Kind, any Encodable) {
        switch self {
        case .kaplanMeier(let plan): (.kaplanMeier, plan)
        case .incidence(let plot): (.incidence, plot)
        case .forest(let plot): (.forest, plot)
        case .flow(let chart): (.flow, chart)
        case .balance(let plot): (.balance, plot)
        case .overlap(let plot): (.overlap, plot)
        case .residuals(let plot): (.residuals, plot)
        }
    }
}

/// What a Kaplan–Meier figure shows. The curves are in ``StudyResults/survival``; panels refer to them by name.
public struct KaplanMeierPlan: Codable, Equatable, Sendable {
    /// Which table stands under the axis.
    public enum RiskTableKind: String, Codable, CaseIterable, Sendable {
        /// One row a group: at risk just before the time, `#{T ≥ t}`.
        case atRisk = "at-risk"
        /// One row a group: at risk just before the time, with cumulative events in brackets.
        case atRiskEvents = "at-risk-events"
        /// Three rows a group that add up to N: at risk after the time, `#{T > t}`, events and censored up to it.
        case kmunicate
        /// No table.
        case none
    }

    /// The panels in order, lettered A, B, … where there are several.
    public var panels: [KaplanMeierPanel]
    /// Which table stands under the axis.
    public var riskTable: RiskTableKind
    /// Whether confidence bands are drawn.
    public var showsIntervals: Bool
    /// Whether censorings are marked.
    public var showsCensoring: Bool
    /// Whether dashed lines drop from the medians.
    public var showsMedianLines: Bool

    /// Creates a plan.
    public init(
        panels: [KaplanMeierPanel], riskTable: RiskTableKind, showsIntervals: Bool, showsCensoring: Bool,
        showsMedianLines: Bool
    ) {
        self.panels = panels
        self.riskTable = riskTable
        self.showsIntervals = showsIntervals
        self.showsCensoring = showsCensoring
        self.showsMedianLines = showsMedianLines
    }
}

/// One set of axes of a Kaplan–Meier figure.
public struct KaplanMeierPanel: Codable, Equatable, Sendable {
    /// The numbers under the axis for one group, one entry for each break.
    public struct RiskRow: Codable, Equatable, Sendable {
        /// The group's value in the data.
        public var group: String
        /// Patients at risk at each break, by the table's convention.
        public var atRisk: [Double]
        /// Events up to and including each break.
        public var events: [Double]
        /// Censored up to and including each break.
        public var censored: [Double]

        /// Creates a row.
        public init(group: String, atRisk: [Double], events: [Double], censored: [Double]) {
            self.group = group
            self.atRisk = atRisk
            self.events = events
            self.censored = censored
        }
    }

    /// The title above the panel.
    public var title: String?
    /// The name of the ``SurvivalComparison`` that is drawn.
    public var comparison: String
    /// The ticks of the time axis, in the endpoint's unit, from 0 to the axis's end.
    public var breaks: [Double]
    /// The numbers under the axis.
    public var riskRows: [RiskRow]

    /// Creates a panel.
    public init(title: String?, comparison: String, breaks: [Double], riskRows: [RiskRow]) {
        self.title = title
        self.comparison = comparison
        self.breaks = breaks
        self.riskRows = riskRows
    }
}
