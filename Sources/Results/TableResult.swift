/// The results behind one table, with what the study asks of its looks.
public struct TableResult: Codable, Equatable, Sendable {
    /// What kind of table it is, and its numbers. Encoded as `{"kind": …, …}`.
    public enum Content: Equatable, Sendable {
        /// Characteristics of the patients by group.
        case baseline(BaselineTable)
        /// The same before and after matching, with standardised differences.
        case matchedBaseline(MatchedBaselineTable)
        /// Best responses by group.
        case response(ResponseTable)
        /// Adverse events by group.
        case adverseEvents(AdverseEventTable)
        /// Survival by group.
        case survival(SurvivalTable)
        /// Cumulative incidence by group.
        case incidence(IncidenceTable)
        /// Variables measured twice in the same patients.
        case paired(PairedTable)
        /// Uni- and multivariable Cox models.
        case cox(CoxTable)
        /// Uni- and multivariable logistic models.
        case logistic(LogisticTable)
        /// The treatment's effect in some populations.
        case effect(EffectTable)
    }

    /// The table's name in the study file and its file name.
    public var id: String
    /// The caption, a sentence.
    public var caption: String
    /// Whether it belongs to the supplement, where tables are numbered apart.
    public var isSupplementary: Bool
    /// The numbers.
    public var content: Content

    /// Creates a table's results.
    public init(id: String, caption: String, isSupplementary: Bool = false, content: Content) {
        self.id = id
        self.caption = caption
        self.isSupplementary = isSupplementary
        self.content = content
    }
}

extension TableResult.Content: Codable {
    private enum Key: String, CodingKey { case kind }
    private enum Kind: String, Codable {
        case baseline, response, paired, survival, incidence, cox, logistic, effect
        case matchedBaseline = "matched-baseline"
        case adverseEvents = "adverse-events"
    }

    /// Reads the value from its encoded form.
    public init(from decoder: any Decoder) throws {
        switch try decoder.container(keyedBy: Key.self).decode(Kind.self, forKey: .kind) {
        case .baseline: self = .baseline(try BaselineTable(from: decoder))
        case .matchedBaseline: self = .matchedBaseline(try MatchedBaselineTable(from: decoder))
        case .response: self = .response(try ResponseTable(from: decoder))
        case .adverseEvents: self = .adverseEvents(try AdverseEventTable(from: decoder))
        case .survival: self = .survival(try SurvivalTable(from: decoder))
        case .incidence: self = .incidence(try IncidenceTable(from: decoder))
        case .paired: self = .paired(try PairedTable(from: decoder))
        case .cox: self = .cox(try CoxTable(from: decoder))
        case .logistic: self = .logistic(try LogisticTable(from: decoder))
        case .effect: self = .effect(try EffectTable(from: decoder))
        }
    }

    /// Writes the value in its encoded form.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        let (kind, table) = encoded
        try container.encode(kind, forKey: .kind)
        try table.encode(to: encoder)
    }

    private var encoded: (Kind, any Encodable) {
        switch self {
        case .baseline(let table): (.baseline, table)
        case .matchedBaseline(let table): (.matchedBaseline, table)
        case .response(let table): (.response, table)
        case .adverseEvents(let table): (.adverseEvents, table)
        case .survival(let table): (.survival, table)
        case .incidence(let table): (.incidence, table)
        case .paired(let table): (.paired, table)
        case .cox(let table): (.cox, table)
        case .logistic(let table): (.logistic, table)
        case .effect(let table): (.effect, table)
        }
    }
}

/// Characteristics of the patients by group: the numbers of a table one.
public struct BaselineTable: Codable, Equatable, Sendable {
    /// A column of the table.
    public struct Column: Codable, Equatable, Sendable {
        /// The group's value in the data, or `total`.
        public var id: String
        /// How it is printed.
        public var label: String
        /// Patients in it.
        public var n: Int
        /// The sum of their weights; nil where all count the same.
        public var weight: Double?

        /// Creates a column.
        public init(id: String, label: String, n: Int, weight: Double? = nil) {
            self.id = id
            self.label = label
            self.n = n
            self.weight = weight
        }
    }

    /// How missing values are shown.
    public enum MissingDisplay: String, Codable, CaseIterable, Sendable {
        /// As a last row of the variable, where any are missing.
        case row
        /// As a footnote.
        case footnote
        /// Not at all.
        case hide
    }

    /// What percentages are of.
    public enum Denominator: String, Codable, CaseIterable, Sendable {
        /// Patients whose value is known.
        case known
        /// All patients of the column.
        case all
        /// The responses of a variable with several for a patient; elsewhere as ``known``.
        case responses
    }

    /// The columns in order: the total first where it is asked for, then the groups.
    public var columns: [Column]
    /// The variables in the study's order.
    public var rows: [BaselineVariable]
    /// How missing values are shown.
    public var missing: MissingDisplay
    /// What percentages are of.
    public var denominator: Denominator
    /// Whether a column of p-values is shown.
    public var showsPValue: Bool
    /// Whether a column of standardised differences is shown.
    public var showsDifference: Bool
    /// The population's name.
    public var population: String
    /// The grouping variable's name; nil where there is only the total.
    public var grouping: String?

    /// Creates a table.
    public init(
        columns: [Column], rows: [BaselineVariable], missing: MissingDisplay, denominator: Denominator,
        showsPValue: Bool, showsDifference: Bool = false, population: String, grouping: String?
    ) {
        self.columns = columns
        self.rows = rows
        self.missing = missing
        self.denominator = denominator
        self.showsPValue = showsPValue
        self.showsDifference = showsDifference
        self.population = population
        self.grouping = grouping
    }
}

/// One variable of a table one.
public struct BaselineVariable: Codable, Equatable, Sendable {
    /// A level of a categorical variable; `counts` has one entry for each column.
    public struct Level: Codable, Equatable, Sendable {
        /// The level's value in the data.
        public var id: String
        /// How it is printed.
        public var label: String
        /// Patients with this level, by column.
        public var counts: [Int]
        /// The sum of their weights, by column; nil where all count the same.
        public var weights: [Double]?

        /// Creates a level.
        public init(id: String, label: String, counts: [Int], weights: [Double]? = nil) {
            self.id = id
            self.label = label
            self.counts = counts
            self.weights = weights
        }
    }

    /// How the values are summarised.
    public enum Summary: String, Codable, Sendable {
        case levels
        /// Median and quartiles.
        case median
        /// Median and range.
        case range
        /// Mean and standard deviation.
        case mean
        /// Counts of a variable with several values for a patient.
        case responses
    }

    /// The variable's name.
    public var variable: String
    /// How it is printed.
    public var label: String
    /// The unit of a continuous variable.
    public var unit: String?
    /// How it is summarised.
    public var summary: Summary
    /// The levels of a categorical variable, in order.
    public var levels: [Level]
    /// The description of a continuous variable, by column.
    public var descriptions: [Description]
    /// Patients with a known value, by column (what percentages of known values are of).
    public var known: [Int]
    /// The sum of the weights of the patients with a known value, by column; nil where all count the same.
    public var knownWeights: [Double]?
    /// Patients without a value, by column.
    public var missing: [Int]
    /// Whether the study names this variable's test, rather than the rule that chooses it; nil for no.
    public var isTestNamed: Bool?
    /// The comparison of the groups, where one is asked for and there is more than one group.
    public var test: TestResult?
    /// The standardised difference of the last group from the first, pooled over the table's own patients, where one is
    /// asked for and there are two groups; absent also where the divisor is zero.
    public var difference: Double?
    /// All responses of a variable with several for a patient, by column; empty for other variables.
    public var responses: [Int]
    /// What a reader must know of it.
    public var notes: [ResultNote]

    /// Creates a variable.
    public init(
        variable: String, label: String, unit: String?, summary: Summary, levels: [Level], descriptions: [Description],
        known: [Int], missing: [Int], test: TestResult?, difference: Double? = nil, responses: [Int] = [],
        notes: [ResultNote] = []
    ) {
        self.variable = variable
        self.label = label
        self.unit = unit
        self.summary = summary
        self.levels = levels
        self.descriptions = descriptions
        self.known = known
        self.missing = missing
        self.test = test
        self.difference = difference
        self.responses = responses
        self.notes = notes
    }
}

/// The location and spread of a set of values; every number is absent where there are no values.
public struct Description: Codable, Equatable, Sendable {
    /// How many values.
    public var n: Int
    /// The arithmetic mean.
    public var mean: Double?
    /// The standard deviation with `n − 1`; absent for one value.
    public var standardDeviation: Double?
    /// The smallest value.
    public var minimum: Double?
    /// The first quartile by the study's quantile type.
    public var lowerQuartile: Double?
    /// The median.
    public var median: Double?
    /// The third quartile by the study's quantile type.
    public var upperQuartile: Double?
    /// The largest value.
    public var maximum: Double?
    /// Decimals that the data themselves carry, for printing.
    public var decimals: Int

    /// Creates a description.
    public init(
        n: Int, mean: Double?, standardDeviation: Double?, minimum: Double?, lowerQuartile: Double?, median: Double?,
        upperQuartile: Double?, maximum: Double?, decimals: Int
    ) {
        self.n = n
        self.mean = mean
        self.standardDeviation = standardDeviation
        self.minimum = minimum
        self.lowerQuartile = lowerQuartile
        self.median = median
        self.upperQuartile = upperQuartile
        self.maximum = maximum
        self.decimals = decimals
    }
}
