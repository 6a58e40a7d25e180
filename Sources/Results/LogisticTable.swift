/// Uni- and multivariable logistic models of one outcome, with one row for each covariate.
public struct LogisticTable: Codable, Equatable, Sendable {
    /// The variable that holds the outcome.
    public var outcome: String
    /// How the outcome is printed.
    public var label: String
    /// The levels of the variable that are the outcome; every other known level is its absence.
    public var levels: [String]
    /// The covariates in order.
    public var rows: [CoxTable.Row]
    /// One model for each row, in the rows' order; empty where no univariable models are asked for.
    public var univariable: [LogisticModelFit]
    /// The model of the covariates that entered together; nil where none is asked for or none entered.
    public var multivariable: LogisticModelFit?
    /// The covariates that entered, in the order of the rows.
    public var entered: [String]
    /// The rule by which covariates entered.
    public var entry: CoxTable.Entry
    /// Which p-values the univariable columns show.
    public var univariablePValue: CoxTable.PValueMethod
    /// Which p-values the multivariable columns show.
    public var multivariablePValue: CoxTable.PValueMethod
    /// The population's name.
    public var population: String

    /// Creates a table.
    public init(
        outcome: String, label: String, levels: [String], rows: [CoxTable.Row], univariable: [LogisticModelFit],
        multivariable: LogisticModelFit?, entered: [String], entry: CoxTable.Entry,
        univariablePValue: CoxTable.PValueMethod, multivariablePValue: CoxTable.PValueMethod, population: String
    ) {
        self.outcome = outcome
        self.label = label
        self.levels = levels
        self.rows = rows
        self.univariable = univariable
        self.multivariable = multivariable
        self.entered = entered
        self.entry = entry
        self.univariablePValue = univariablePValue
        self.multivariablePValue = multivariablePValue
        self.population = population
    }
}

extension LogisticModelFit {
    /// The rarer of outcome and absence, for each estimated coefficient beside the intercept; nil where there is none.
    public var outcomesPerVariable: Double? {
        guard !outcomes.isWithheld else { return nil }
        let count = coefficients.count { $0.column != nil && $0.coefficient != nil }
        return count > 0 ? min(outcomes, trials - outcomes) / Double(count) : nil
    }

    /// The coefficient of a level, or of a number where there is no level.
    public func coefficient(of covariate: String, level: String?) -> LogisticCoefficient? {
        coefficients.first { coefficient in
            guard let part = coefficient.column?.parts.first else { return false }
            return part.covariate == covariate && part.level == level
        }
    }
}
