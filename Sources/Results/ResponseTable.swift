/// Best responses by group, with the rates that are made of them, such as the objective response rate.
public struct ResponseTable: Codable, Equatable, Sendable {
    /// Which ratios of each group to the reference group the table holds.
    public enum Ratio: String, Codable, CaseIterable, Sendable {
        /// Odds ratios: Woolf's, or within strata Mantel and Haenszel's common one.
        case odds
        /// Risk ratios (Katz).
        case risk
    }

    /// One row: a level of the response, or a rate of several levels.
    public struct Row: Codable, Equatable, Sendable {
        /// The level's value in the data, or the rate's name: `PR`, `ORR`.
        public var id: String
        /// How it is printed.
        public var label: String
        /// The levels that a rate counts; empty for a level itself.
        public var members: [String]
        /// Patients, by column.
        public var counts: [Int]
        /// The proportion of patients with its interval (Clopper–Pearson), by column.
        public var proportions: [Estimate]
        /// The comparison of the groups; nil where none is asked for or there is one group.
        public var test: TestResult?
        /// Each group's proportion less the reference group's (Newcombe), by group, without the reference; empty where
        /// no differences are asked for.
        public var differences: [GroupContrast]
        /// Each group's odds or risk over the reference group's, as ``differences``.
        public var ratios: [GroupContrast]

        /// Creates a row.
        public init(
            id: String, label: String, members: [String], counts: [Int], proportions: [Estimate], test: TestResult?,
            differences: [GroupContrast], ratios: [GroupContrast] = []
        ) {
            self.id = id
            self.label = label
            self.members = members
            self.counts = counts
            self.proportions = proportions
            self.test = test
            self.differences = differences
            self.ratios = ratios
        }
    }

    /// The response variable's name.
    public var variable: String
    /// How it is printed.
    public var label: String
    /// The columns in order: the total first where it is asked for, then the groups.
    public var columns: [BaselineTable.Column]
    /// The rows in order: levels, then rates.
    public var rows: [Row]
    /// Levels that no patient has and that are therefore left out, as they are printed.
    public var emptyLevels: [String]
    /// Patients whose response is known, by column: what percentages are of.
    public var known: [Int]
    /// Patients whose response is missing, by column.
    public var missing: [Int]
    /// Whether intervals of the proportions are printed.
    public var showsIntervals: Bool
    /// Whether a column of p-values is printed.
    public var showsPValue: Bool
    /// Which ratios are printed; nil: none.
    public var ratio: Ratio?
    /// The variables within whose levels the groups are compared, as they are printed.
    public var strata: [String]
    /// The population's name.
    public var population: String
    /// The grouping variable's name; nil where there is only the total.
    public var grouping: String?

    /// Creates a table.
    public init(
        variable: String, label: String, columns: [BaselineTable.Column], rows: [Row], emptyLevels: [String],
        known: [Int], missing: [Int], showsIntervals: Bool, showsPValue: Bool, ratio: Ratio? = nil,
        strata: [String] = [],
        population: String, grouping: String?
    ) {
        self.variable = variable
        self.label = label
        self.columns = columns
        self.rows = rows
        self.emptyLevels = emptyLevels
        self.known = known
        self.missing = missing
        self.showsIntervals = showsIntervals
        self.showsPValue = showsPValue
        self.ratio = ratio
        self.strata = strata
        self.population = population
        self.grouping = grouping
    }
}

/// A group compared with the reference group.
public struct GroupContrast: Codable, Equatable, Sendable {
    /// The group's value in the data.
    public var group: String
    /// The value in the data of the group that it is compared with.
    public var reference: String
    /// The comparison.
    public var contrast: Contrast

    /// Creates a comparison.
    public init(group: String, reference: String, contrast: Contrast) {
        self.group = group
        self.reference = reference
        self.contrast = contrast
    }
}
