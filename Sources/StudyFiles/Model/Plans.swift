public import Results

/// A table that the study asks for.
public struct TablePlan: Equatable, Sendable {
    /// What kind of table it is, with its own keys.
    public enum Kind: Equatable, Sendable {
        case baseline(BaselinePlan)
        case matchedBaseline(MatchedBaselinePlan)
        case response(ResponsePlan)
        case adverseEvents(AdverseEventPlan)
        case survival(SurvivalTablePlan)
        case incidence(SurvivalTablePlan)
        case cox(CoxPlan)
        case effect(EffectPlan)
    }

    /// Its name and file name.
    public var name: Located<String>
    /// The caption, a sentence.
    public var caption: String
    /// Whether it belongs to the supplement.
    public var isSupplementary: Bool
    /// What kind of table it is.
    public var kind: Kind

    /// Creates a plan.
    public init(name: Located<String>, caption: String, isSupplementary: Bool = false, kind: Kind) {
        self.name = name
        self.caption = caption
        self.isSupplementary = isSupplementary
        self.kind = kind
    }
}

/// A table of the patients' characteristics by group.
public struct BaselinePlan: Equatable, Sendable {
    /// How a continuous variable is summarised.
    public enum ContinuousSummary: String, CaseIterable, Sendable {
        /// Median and quartiles.
        case median
        /// Median and range.
        case range
        /// Mean and standard deviation.
        case mean
    }

    /// A test that one variable is compared by instead of the study's rule.
    public struct VariableTest: Equatable, Sendable {
        /// The tests by name.
        public enum Method: String, CaseIterable, Sendable {
            case pearson
            case pearsonCorrected = "pearson-corrected"
            case fisher
            case fisherMonteCarlo = "fisher-monte-carlo"
            case trend
            case ranks
            case ranksUncorrected = "ranks-uncorrected"
            case means
            case studentT = "student-t"
        }

        /// The variable.
        public var variable: Located<String>
        /// The test.
        public var method: Method

        /// Creates a choice.
        public init(variable: Located<String>, method: Method) {
            self.variable = variable
            self.method = method
        }
    }

    /// The variables, in order.
    public var rows: [Located<String>]
    /// The grouping variable; nil: the arms, or nothing where the study has none.
    public var by: Located<String>?
    /// Whether the patients are not divided at all (`by: none`).
    public var isUndivided: Bool
    /// The population; nil: everyone.
    public var population: Located<String>?
    /// Whether a column of all patients comes first.
    public var showsTotal: Bool
    /// Whether the groups are compared.
    public var showsPValue: Bool
    /// Whether standardised differences are shown; two groups only.
    public var showsDifference: Bool
    /// Tests of single variables instead of the study's rule.
    public var tests: [VariableTest]
    /// How continuous variables are summarised.
    public var continuous: ContinuousSummary
    /// How missing values are shown.
    public var missing: BaselineTable.MissingDisplay
    /// What percentages are of.
    public var denominator: BaselineTable.Denominator

    /// Creates a plan.
    public init(
        rows: [Located<String>], by: Located<String>? = nil, isUndivided: Bool = false,
        population: Located<String>? = nil, showsTotal: Bool,
        showsPValue: Bool, showsDifference: Bool = false, tests: [VariableTest] = [], continuous: ContinuousSummary,
        missing: BaselineTable.MissingDisplay,
        denominator: BaselineTable.Denominator
    ) {
        self.rows = rows
        self.by = by
        self.isUndivided = isUndivided
        self.population = population
        self.showsTotal = showsTotal
        self.showsPValue = showsPValue
        self.showsDifference = showsDifference
        self.tests = tests
        self.continuous = continuous
        self.missing = missing
        self.denominator = denominator
    }
}

/// A figure that the study asks for.
public struct FigurePlan: Equatable, Sendable {
    /// What kind of figure it is, with its own keys.
    public enum Kind: Equatable, Sendable {
        case kaplanMeier(KaplanMeierFigurePlan)
        /// Cumulative incidences of an endpoint with competing events; no median lines.
        case incidence(KaplanMeierFigurePlan)
        case forest(ForestPlan)
        case flow(FlowPlan)
        case balance(BalanceFigurePlan)
        case overlap(OverlapFigurePlan)
        case residuals(ResidualFigurePlan)
    }

    /// Its name and file name.
    public var name: Located<String>
    /// The caption, a sentence.
    public var caption: String
    /// Whether it belongs to the supplement.
    public var isSupplementary: Bool
    /// What kind of figure it is.
    public var kind: Kind

    /// Creates a plan.
    public init(name: Located<String>, caption: String, isSupplementary: Bool = false, kind: Kind) {
        self.name = name
        self.caption = caption
        self.isSupplementary = isSupplementary
        self.kind = kind
    }
}

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

        /// Creates a panel.
        public init(
            endpoint: Located<String>, by: Located<String>? = nil, population: Located<String>? = nil,
            title: String? = nil
        ) {
            self.endpoint = endpoint
            self.by = by
            self.population = population
            self.title = title
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

    /// Creates a plan.
    public init(
        panels: [Panel], by: Located<String>? = nil, population: Located<String>? = nil,
        breaks: [Located<Double>] = [], riskTable: KaplanMeierPlan.RiskTableKind, showsIntervals: Bool,
        showsCensoring: Bool, showsMedianLines: Bool
    ) {
        self.panels = panels
        self.by = by
        self.population = population
        self.breaks = breaks
        self.riskTable = riskTable
        self.showsIntervals = showsIntervals
        self.showsCensoring = showsCensoring
        self.showsMedianLines = showsMedianLines
    }
}
