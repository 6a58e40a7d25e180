public import Results

/// A table of uni- and multivariable logistic models of an outcome.
public struct LogisticPlan: Equatable, Sendable {
    /// The variable that holds the outcome.
    public var outcome: Located<String>
    /// Its levels whose odds are modelled.
    public var levels: [Located<String>]
    /// How the outcome is printed; nil: the levels.
    public var label: String?
    /// The covariates, in order; `arm` stands for the arms.
    public var rows: [Located<String>]
    /// Whether each covariate has a model of its own.
    public var showsUnivariable: Bool
    /// Which covariates enter the multivariable model.
    public var multivariable: CoxPlan.Entry
    /// Which p-values the univariable columns show, and the entry rule uses.
    public var univariablePValue: CoxTable.PValueMethod
    /// Which p-values the multivariable columns show.
    public var multivariablePValue: CoxTable.PValueMethod
    /// The population; nil: everyone.
    public var population: Located<String>?
    /// Whether Firth's penalised likelihood answers where the outcomes are separated.
    public var usesFirth: Bool

    /// Creates a plan.
    public init(
        outcome: Located<String>, levels: [Located<String>], label: String?, rows: [Located<String>],
        showsUnivariable: Bool, multivariable: CoxPlan.Entry, univariablePValue: CoxTable.PValueMethod,
        multivariablePValue: CoxTable.PValueMethod, population: Located<String>?, usesFirth: Bool
    ) {
        self.outcome = outcome
        self.levels = levels
        self.label = label
        self.rows = rows
        self.showsUnivariable = showsUnivariable
        self.multivariable = multivariable
        self.univariablePValue = univariablePValue
        self.multivariablePValue = multivariablePValue
        self.population = population
        self.usesFirth = usesFirth
    }
}
