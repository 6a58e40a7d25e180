public import Results

/// Survival curves with numbers at risk, one panel beside the other.
public struct KaplanMeierFigurePlan: Equatable, Sendable {
    /// One set of axes.
    public struct Panel: Equatable, Sendable {
        /// The endpoint.
        public var endpoint: Located<String>
        /// The grouping variable; nil: the figure's.
        public var by: Located<String>?
        /// The population; nil: the figure's.
        public var population: Located<String>?
        /// The title above the panel; nil: the endpoint's label.
        public var title: String?
        /// What is drawn over time; nil: as the figure.
        public var curve: KaplanMeierPanel.Curve?

        /// Creates a panel.
        public init(
            endpoint: Located<String>, by: Located<String>? = nil, population: Located<String>? = nil,
            title: String? = nil, curve: KaplanMeierPanel.Curve? = nil
        ) {
            self.endpoint = endpoint
            self.by = by
            self.population = population
            self.title = title
            self.curve = curve
        }
    }

    /// The panels, in order.
    public var panels: [Panel]
    /// The grouping variable of panels that name none; nil: the arms, or one group where the study has none.
    public var by: Located<String>?
    /// The population of panels that name none; nil: everyone.
    public var population: Located<String>?
    /// The ticks of the time axis in the endpoint's unit; empty: chosen from the follow-up.
    public var breaks: [Located<Double>]
    /// Which table stands under the axis.
    public var riskTable: KaplanMeierPlan.RiskTableKind
    /// Whether confidence bands are drawn.
    public var showsIntervals: Bool
    /// Whether censorings are marked.
    public var showsCensoring: Bool
    /// Whether dashed lines drop from the medians.
    public var showsMedianLines: Bool
    /// Whether upright lines stand at the endpoint's landmarks.
    public var showsLandmarks: Bool
    /// What panels draw over time that name nothing.
    public var curve: KaplanMeierPanel.Curve
    /// The limits of the axis of percentages; empty: the whole.
    public var range: [Located<Double>]
    /// Where the groups' names stand.
    public var names: KaplanMeierPlan.NamePlace
    /// The part that is magnified, its range in percentages; nil for none.
    public var inset: Located<CurveInset>?

    /// Creates a plan.
    public init(
        panels: [Panel], by: Located<String>? = nil, population: Located<String>? = nil,
        breaks: [Located<Double>] = [], riskTable: KaplanMeierPlan.RiskTableKind, showsIntervals: Bool,
        showsCensoring: Bool, showsMedianLines: Bool, showsLandmarks: Bool = false,
        curve: KaplanMeierPanel.Curve = .survival, range: [Located<Double>] = [],
        names: KaplanMeierPlan.NamePlace = .key, inset: Located<CurveInset>? = nil
    ) {
        self.panels = panels
        self.by = by
        self.population = population
        self.breaks = breaks
        self.riskTable = riskTable
        self.showsIntervals = showsIntervals
        self.showsCensoring = showsCensoring
        self.showsMedianLines = showsMedianLines
        self.showsLandmarks = showsLandmarks
        self.curve = curve
        self.range = range
        self.names = names
        self.inset = inset
    }
}
