/// The cumulative incidence of one group for one endpoint with competing events.
public struct IncidenceGroup: Codable, Equatable, Sendable {
    /// The group's value in the data, or `all`.
    public var id: String
    /// How it is printed.
    public var label: String
    /// Patients with this endpoint.
    public var n: Int
    /// Patients with the event.
    public var events: Int
    /// Patients with a competing event.
    public var competing: Int
    /// Patients left out because their time or status is missing.
    public var missing: Int
    /// The cumulative incidence of the event, in the unit that the data are in.
    public var curve: CumulativeIncidenceCurve
    /// The unit of the curve's times.
    public var curveUnit: TimeUnit
    /// The incidence at the endpoint's landmarks.
    public var rates: [LandmarkRate]
    /// What a reader must know of it.
    public var notes: [ResultNote]

    /// Creates a group.
    public init(
        id: String, label: String, n: Int, events: Int, competing: Int, missing: Int, curve: CumulativeIncidenceCurve,
        curveUnit: TimeUnit, rates: [LandmarkRate], notes: [ResultNote]
    ) {
        self.id = id
        self.label = label
        self.n = n
        self.events = events
        self.competing = competing
        self.missing = missing
        self.curve = curve
        self.curveUnit = curveUnit
        self.rates = rates
        self.notes = notes
    }
}

/// One endpoint with competing events compared between the groups of one variable in one population.
public struct IncidenceComparison: Codable, Equatable, Sendable {
    /// The name by which figures and sentences refer to it, made as that of a ``SurvivalComparison``.
    public var id: String
    /// The endpoint's name.
    public var endpoint: String
    /// The population's name; `all` is everyone.
    public var population: String
    /// The grouping variable's name; nil for one group.
    public var grouping: String?
    /// How the grouping variable is printed, where that is not the arms, whose names say what they are.
    public var groupingLabel: String?
    /// The groups in order.
    public var groups: [IncidenceGroup]
    /// The groups' incidences at the landmarks less the reference group's; empty where there is one group by design.
    public var rateDifferences: [LandmarkDifference]
    /// Gray's test of the groups; nil where there is one group by design.
    public var gray: TestResult?
    /// Fine and Gray's model of the groups; nil where there is one group by design.
    public var subdistribution: SubdistributionFit?
    /// The cause-specific Cox model of the groups; nil where there is one group by design.
    public var causeSpecific: CoxModelFit?

    /// Creates a comparison.
    public init(
        id: String, endpoint: String, population: String, grouping: String?, groupingLabel: String? = nil,
        groups: [IncidenceGroup], rateDifferences: [LandmarkDifference] = [], gray: TestResult?,
        subdistribution: SubdistributionFit?, causeSpecific: CoxModelFit?
    ) {
        self.id = id
        self.endpoint = endpoint
        self.population = population
        self.grouping = grouping
        self.groupingLabel = groupingLabel
        self.groups = groups
        self.rateDifferences = rateDifferences
        self.gray = gray
        self.subdistribution = subdistribution
        self.causeSpecific = causeSpecific
    }
}

/// What a figure of cumulative incidences shows. The curves are in ``StudyResults/incidences``.
public struct IncidencePlot: Codable, Equatable, Sendable {
    /// The panels in order; each names an ``IncidenceComparison``.
    public var panels: [KaplanMeierPanel]
    /// Which table stands under the axis.
    public var riskTable: KaplanMeierPlan.RiskTableKind
    /// Whether confidence bands are drawn.
    public var showsIntervals: Bool
    /// Whether censorings are marked.
    public var showsCensoring: Bool
    /// Where the groups' names stand.
    public var names: KaplanMeierPlan.NamePlace
    /// The part of the panels that is magnified; nil for none.
    public var inset: CurveInset?

    /// Creates a plan.
    public init(
        panels: [KaplanMeierPanel], riskTable: KaplanMeierPlan.RiskTableKind, showsIntervals: Bool,
        showsCensoring: Bool, names: KaplanMeierPlan.NamePlace = .key, inset: CurveInset? = nil
    ) {
        self.panels = panels
        self.riskTable = riskTable
        self.showsIntervals = showsIntervals
        self.showsCensoring = showsCensoring
        self.names = names
        self.inset = inset
    }
}
