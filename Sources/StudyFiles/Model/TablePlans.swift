public import Results

/// A table of best responses by group.
public struct ResponsePlan: Equatable, Sendable {
    /// A rate made of several levels.
    public struct Rate: Equatable, Sendable {
        /// Its name: `ORR`.
        public var name: Located<String>
        /// The levels that it counts.
        public var members: [Located<String>]

        /// Creates a rate.
        public init(name: Located<String>, members: [Located<String>]) {
            self.name = name
            self.members = members
        }
    }

    /// The variable that holds each patient's response.
    public var variable: Located<String>
    /// The rates under the levels, in order.
    public var rates: [Rate]
    /// The grouping variable; nil: the arms, or nothing where the study has none.
    public var by: Located<String>?
    /// The population; nil: everyone.
    public var population: Located<String>?
    /// Whether a column of all patients comes first.
    public var showsTotal: Bool
    /// Whether the groups are compared.
    public var showsPValue: Bool
    /// Whether intervals of the proportions are printed.
    public var showsIntervals: Bool
    /// Whether differences from the reference group are printed.
    public var showsDifferences: Bool
    /// Which ratios to the reference group are printed; nil: none.
    public var ratio: ResponseTable.Ratio?
    /// The variables within whose levels the groups are compared.
    public var strata: [Located<String>]

    /// Creates a plan.
    public init(
        variable: Located<String>, rates: [Rate], by: Located<String>?, population: Located<String>?, showsTotal: Bool,
        showsPValue: Bool, showsIntervals: Bool, showsDifferences: Bool, ratio: ResponseTable.Ratio? = nil,
        strata: [Located<String>] = []
    ) {
        self.ratio = ratio
        self.strata = strata
        self.variable = variable
        self.rates = rates
        self.by = by
        self.population = population
        self.showsTotal = showsTotal
        self.showsPValue = showsPValue
        self.showsIntervals = showsIntervals
        self.showsDifferences = showsDifferences
    }
}

/// A table of adverse events by group.
public struct AdverseEventPlan: Equatable, Sendable {
    /// The linked data file of the events.
    public var source: Located<String>
    /// The column of the term.
    public var term: Located<String>
    /// The column of the grade, a whole number.
    public var grade: Located<String>
    /// The ranges of grades, in order.
    public var severities: [AdverseEventTable.Severity]
    /// The label of the row of all terms together; nil: no such row.
    public var all: String?
    /// The terms in order; empty: all, the most frequent first.
    public var terms: [Located<String>]
    /// The smallest percentage of a group's patients for a term to be in the table.
    public var minimumPercent: Double
    /// The grouping variable; nil: the arms, or nothing where the study has none.
    public var by: Located<String>?
    /// The population; nil: everyone.
    public var population: Located<String>?
    /// Whether a column of all patients comes first.
    public var showsTotal: Bool
    /// Whether the groups are compared.
    public var showsPValue: Bool

    /// Creates a plan.
    public init(
        source: Located<String>, term: Located<String>, grade: Located<String>,
        severities: [AdverseEventTable.Severity], all: String?, terms: [Located<String>], minimumPercent: Double,
        by: Located<String>?, population: Located<String>?, showsTotal: Bool, showsPValue: Bool
    ) {
        self.source = source
        self.term = term
        self.grade = grade
        self.severities = severities
        self.all = all
        self.terms = terms
        self.minimumPercent = minimumPercent
        self.by = by
        self.population = population
        self.showsTotal = showsTotal
        self.showsPValue = showsPValue
    }
}

/// A table of uni- and multivariable Cox models.
public struct CoxPlan: Equatable, Sendable {
    /// Which covariates enter the multivariable model.
    public enum Entry: Equatable, Sendable {
        /// There is no multivariable model.
        case none
        /// All rows.
        case all
        /// These.
        case listed([Located<String>])
        /// Those whose univariable p-value is below a limit.
        case pBelow(Located<Double>)
    }

    /// The endpoints side by side.
    public var endpoints: [Located<String>]
    /// The covariates, in order; `arm` stands for the arms.
    public var rows: [Located<String>]
    /// Whether each covariate has a model of its own.
    public var showsUnivariable: Bool
    /// Which covariates enter the multivariable model.
    public var multivariable: Entry
    /// Which p-values the univariable columns show, and the entry rule uses.
    public var univariablePValue: CoxTable.PValueMethod
    /// Which p-values the multivariable columns show.
    public var multivariablePValue: CoxTable.PValueMethod
    /// The variables whose levels have baseline hazards of their own.
    public var strata: [Located<String>]
    /// The pairs of rows that are multiplied in the multivariable model.
    public var interactions: [[Located<String>]]
    /// The variable whose equal values are dependent patients; nil: none are.
    public var cluster: Located<String>?
    /// The variable of the patients' weights; nil: all count the same.
    public var weights: Located<String>?
    /// The variable whose coefficient is 1; nil: there is none.
    public var offset: Located<String>?
    /// Whether the variance is robust even without clusters and weights.
    public var isRobust: Bool
    /// The population; nil: everyone.
    public var population: Located<String>?
    /// Whether Firth's penalised likelihood answers where the likelihood has no maximum.
    public var usesFirth: Bool

    /// Creates a plan.
    public init(
        endpoints: [Located<String>], rows: [Located<String>], showsUnivariable: Bool, multivariable: Entry,
        univariablePValue: CoxTable.PValueMethod, multivariablePValue: CoxTable.PValueMethod, strata: [Located<String>],
        interactions: [[Located<String>]] = [], cluster: Located<String>? = nil, weights: Located<String>? = nil,
        offset: Located<String>? = nil, isRobust: Bool = false, population: Located<String>?, usesFirth: Bool
    ) {
        self.endpoints = endpoints
        self.rows = rows
        self.showsUnivariable = showsUnivariable
        self.multivariable = multivariable
        self.univariablePValue = univariablePValue
        self.multivariablePValue = multivariablePValue
        self.strata = strata
        self.interactions = interactions
        self.cluster = cluster
        self.weights = weights
        self.offset = offset
        self.isRobust = isRobust
        self.population = population
        self.usesFirth = usesFirth
    }
}

/// A table of the treatment's effect in some populations.
public struct EffectPlan: Equatable, Sendable {
    /// The endpoints, in order.
    public var endpoints: [Located<String>]
    /// The populations, in order; `all` is everyone.
    public var populations: [Located<String>]
    /// The grouping variable; nil: the arms.
    public var by: Located<String>?
    /// Covariates of an adjusted model beside the groups; empty: no such model.
    public var adjustFor: [Located<String>]
    /// Which p-values stand beside the hazard ratios.
    public var pValue: CoxTable.PValueMethod
    /// Whether the robust variance is printed where there is one.
    public var showsRobust: Bool

    /// Creates a plan.
    public init(
        endpoints: [Located<String>], populations: [Located<String>], by: Located<String>?,
        adjustFor: [Located<String>], pValue: CoxTable.PValueMethod, showsRobust: Bool
    ) {
        self.endpoints = endpoints
        self.populations = populations
        self.by = by
        self.adjustFor = adjustFor
        self.pValue = pValue
        self.showsRobust = showsRobust
    }
}

/// A table of survival, or of cumulative incidence, by group.
public struct SurvivalTablePlan: Equatable, Sendable {
    /// The endpoints, in order.
    public var endpoints: [Located<String>]
    /// The grouping variable; nil: the arms, or one group where the study has none.
    public var by: Located<String>?
    /// The population; nil: everyone.
    public var population: Located<String>?
    /// Whether differences of the rates at landmarks are printed.
    public var showsDifferences: Bool
    /// Whether p-values are printed.
    public var showsPValue: Bool

    /// Creates a plan.
    public init(
        endpoints: [Located<String>], by: Located<String>?, population: Located<String>?, showsDifferences: Bool,
        showsPValue: Bool
    ) {
        self.endpoints = endpoints
        self.by = by
        self.population = population
        self.showsDifferences = showsDifferences
        self.showsPValue = showsPValue
    }
}

/// A table of characteristics before and after matching.
public struct MatchedBaselinePlan: Equatable, Sendable {
    /// The matched or weighted population.
    public var population: Located<String>
    /// The variables, in order; empty: those of the score.
    public var rows: [Located<String>]
    /// Whether the groups are compared by tests beside the standardised differences.
    public var showsPValue: Bool
    /// How continuous variables are summarised.
    public var continuous: BaselinePlan.ContinuousSummary

    /// Creates a plan.
    public init(
        population: Located<String>, rows: [Located<String>], showsPValue: Bool,
        continuous: BaselinePlan.ContinuousSummary
    ) {
        self.population = population
        self.rows = rows
        self.showsPValue = showsPValue
        self.continuous = continuous
    }
}
