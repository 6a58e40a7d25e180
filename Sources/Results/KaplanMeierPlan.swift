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

    /// Where the groups' names stand.
    public enum NamePlace: String, Codable, CaseIterable, Sendable {
        /// In a key with samples of the lines.
        case key
        /// At the ends of the curves where they fit, else in a key.
        case curves
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
    /// Whether upright lines stand at the endpoint's landmarks, with the groups' survival beside them.
    public var showsLandmarks: Bool
    /// The limits of the axis of proportions, two ascending ones; empty for the whole.
    public var range: [Double]
    /// Where the groups' names stand.
    public var names: NamePlace
    /// The part of panels of probabilities that is magnified; nil for none.
    public var inset: CurveInset?

    /// Creates a plan.
    public init(
        panels: [KaplanMeierPanel], riskTable: RiskTableKind, showsIntervals: Bool, showsCensoring: Bool,
        showsMedianLines: Bool, showsLandmarks: Bool = false, range: [Double] = [], names: NamePlace = .key,
        inset: CurveInset? = nil
    ) {
        self.panels = panels
        self.riskTable = riskTable
        self.showsIntervals = showsIntervals
        self.showsCensoring = showsCensoring
        self.showsMedianLines = showsMedianLines
        self.showsLandmarks = showsLandmarks
        self.range = range
        self.names = names
        self.inset = inset
    }
}

/// The part of a figure of curves that is magnified in a frame.
public struct CurveInset: Codable, Equatable, Sendable {
    /// From when to when, in the endpoint's unit: two ascending times; empty for the whole axis.
    public var times: [Double]
    /// The limits of the axis of proportions, two ascending ones.
    public var range: [Double]

    /// Creates an inset.
    public init(times: [Double], range: [Double]) {
        self.times = times
        self.range = range
    }
}

/// One set of axes of a Kaplan–Meier figure.
public struct KaplanMeierPanel: Codable, Equatable, Sendable {
    /// What is drawn over time.
    public enum Curve: String, Codable, CaseIterable, Sendable {
        /// The survival probability, which falls from 1.
        case survival
        /// The probability of the event, 1 less the survival.
        case failure
        /// The Nelson–Aalen estimate of the cumulative hazard.
        case cumulativeHazard = "cumulative-hazard"
        /// The survival of each other group less that of the reference group.
        case difference
    }

    /// Patients counted once each, one entry for each break.
    public struct Heads: Codable, Equatable, Sendable {
        /// Patients at risk at each break, by the table's convention.
        public var atRisk: [Double]
        /// Events up to and including each break.
        public var events: [Double]

        /// Creates counts.
        public init(atRisk: [Double], events: [Double]) {
            self.atRisk = atRisk
            self.events = events
        }
    }

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
        /// Competing events up to and including each break; nil where there can be none.
        public var competing: [Double]?
        /// The same patients without their weights; nil where they have none.
        public var unweighted: Heads?

        /// Creates a row.
        public init(
            group: String, atRisk: [Double], events: [Double], censored: [Double], competing: [Double]? = nil,
            unweighted: Heads? = nil
        ) {
            self.group = group
            self.atRisk = atRisk
            self.events = events
            self.censored = censored
            self.competing = competing
            self.unweighted = unweighted
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
    /// What is drawn over time.
    public var curve: Curve
    /// Whether patients count by weights.
    public var isWeighted: Bool
    /// The cumulative hazard of each group in the comparison's order; empty where another curve is drawn.
    public var hazards: [CumulativeHazard]
    /// Each group's survival less the reference group's, without the reference group; empty where another curve is drawn.
    public var differences: [SurvivalDifferenceCurve]

    /// Creates a panel.
    public init(
        title: String?, comparison: String, breaks: [Double], riskRows: [RiskRow], curve: Curve = .survival,
        isWeighted: Bool = false, hazards: [CumulativeHazard] = [], differences: [SurvivalDifferenceCurve] = []
    ) {
        self.title = title
        self.comparison = comparison
        self.breaks = breaks
        self.riskRows = riskRows
        self.curve = curve
        self.isWeighted = isWeighted
        self.hazards = hazards
        self.differences = differences
    }
}
