/// The results behind one table, with what the study asks of its looks.
public struct TableResult: Codable, Equatable, Sendable {
    /// What kind of table it is, and its numbers. Encoded as `{"kind": …, …}`.
    public enum Content: Equatable, Sendable {
        /// Characteristics of the patients by group.
        case baseline(BaselineTable)
    }

    /// The table's name in the study file and its file name.
    public var id: String
    /// The caption, a sentence.
    public var caption: String
    /// The numbers.
    public var content: Content

    /// Creates a table's results.
    public init(id: String, caption: String, content: Content) {
        self.id = id
        self.caption = caption
        self.content = content
    }
}

extension TableResult.Content: Codable {
    private enum Key: String, CodingKey { case kind }
    private enum Kind: String, Codable { case baseline }

    /// Reads the value from its encoded form.
    public init(from decoder: any Decoder) throws {
        switch try decoder.container(keyedBy: Key.self).decode(Kind.self, forKey: .kind) {
        case .baseline: self = .baseline(try BaselineTable(from: decoder))
        }
    }

    /// Writes the value in its encoded form.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        switch self {
        case .baseline(let table):
            try container.encode(Kind.baseline, forKey: .kind)
            try table.encode(to: encoder)
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

        /// Creates a column.
        public init(id: String, label: String, n: Int) {
            self.id = id
            self.label = label
            self.n = n
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
    /// The population's name.
    public var population: String
    /// The grouping variable's name; nil where there is only the total.
    public var grouping: String?

    /// Creates a table.
    public init(
        columns: [Column], rows: [BaselineVariable], missing: MissingDisplay, denominator: Denominator,
        showsPValue: Bool, population: String, grouping: String?
    ) {
        self.columns = columns
        self.rows = rows
        self.missing = missing
        self.denominator = denominator
        self.showsPValue = showsPValue
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

        /// Creates a level.
        public init(id: String, label: String, counts: [Int]) {
            self.id = id
            self.label = label
            self.counts = counts
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
    /// Patients without a value, by column.
    public var missing: [Int]
    /// The comparison of the groups, where one is asked for and there is more than one group.
    public var test: TestResult?
    /// What a reader must know of it.
    public var notes: [ResultNote]

    /// Creates a variable.
    public init(
        variable: String, label: String, unit: String?, summary: Summary, levels: [Level], descriptions: [Description],
        known: [Int], missing: [Int], test: TestResult?, notes: [ResultNote] = []
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
