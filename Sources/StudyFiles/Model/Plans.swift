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
        case logistic(LogisticPlan)
        case paired(PairedPlan)
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
    /// How many random tables the Monte Carlo test draws.
    public var randomTables: Int
    /// The seed of those tables.
    public var seed: Int
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
        showsPValue: Bool, showsDifference: Bool = false, tests: [VariableTest] = [], randomTables: Int = 10_000,
        seed: Int = 1,
        continuous: ContinuousSummary,
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
        self.randomTables = randomTables
        self.seed = seed
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
        /// Survival curves that a Cox model predicts.
        case predictedSurvival(PredictedSurvivalFigurePlan)
        case forest(ForestPlan)
        case flow(FlowPlan)
        case balance(BalanceFigurePlan)
        case overlap(OverlapFigurePlan)
        case residuals(ResidualFigurePlan)
        case adverseEvents(AdverseEventFigurePlan)
        case swimmer(SwimmerFigurePlan)
        case waterfall(WaterfallFigurePlan)
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
