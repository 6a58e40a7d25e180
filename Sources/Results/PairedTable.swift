/// Categorical variables that were measured twice in the same patients: a row for each pair.
public struct PairedTable: Codable, Equatable, Sendable {
    /// How McNemar's test of two levels is done.
    public enum TestRule: String, Codable, CaseIterable, Sendable {
        /// Exact where few pairs are discordant, else with continuity correction.
        case exactOrCorrected = "exact-or-corrected"
        /// The exact binomial test of the discordant pairs.
        case exact
        /// The χ² statistic with continuity correction.
        case corrected
        /// The χ² statistic without correction.
        case uncorrected
    }

    /// A level of a pair of variables, or several that count as one.
    public struct Level: Codable, Equatable, Sendable {
        /// The value in the data; of several together their label.
        public var id: String
        /// How it is printed.
        public var label: String
        /// The values in the data that it stands for.
        public var members: [String]

        /// Creates a level.
        public init(id: String, label: String, members: [String]) {
            self.id = id
            self.label = label
            self.members = members
        }
    }

    /// How many patients of a column had a level before and after.
    public struct Change: Codable, Equatable, Sendable {
        /// The level.
        public var level: String
        /// Patients with it before.
        public var before: Int
        /// Patients with it after.
        public var after: Int
        /// Patients with it before and not after.
        public var onlyBefore: Int
        /// Patients with it after and not before.
        public var onlyAfter: Int
        /// The proportion after less that before.
        public var difference: Estimate

        /// Creates numbers.
        public init(
            level: String, before: Int, after: Int, onlyBefore: Int, onlyAfter: Int, difference: Estimate
        ) {
            self.level = level
            self.before = before
            self.after = after
            self.onlyBefore = onlyBefore
            self.onlyAfter = onlyAfter
            self.difference = difference
        }
    }

    /// A pair in one column of patients.
    public struct Cell: Codable, Equatable, Sendable {
        /// Patients of whom both values are known.
        public var known: Int
        /// Patients of whom one or both are missing.
        public var missing: Int
        /// Patients by level before (rows) and after (columns), in the order of the row's levels.
        public var counts: [[Int]]
        /// One for each level of the row, in order.
        public var changes: [Change]
        /// Whether the margins differ: McNemar's test, or McNemar–Bowker's for more than two levels.
        public var test: TestResult

        /// Creates numbers.
        public init(known: Int, missing: Int, counts: [[Int]], changes: [Change], test: TestResult) {
            self.known = known
            self.missing = missing
            self.counts = counts
            self.changes = changes
            self.test = test
        }
    }

    /// A pair of variables.
    public struct Row: Codable, Equatable, Sendable {
        /// The variable that was measured first.
        public var before: String
        /// The variable that was measured second.
        public var after: String
        /// How the pair is printed.
        public var label: String
        /// The levels in order.
        public var levels: [Level]
        /// The pair in each of the table's columns of patients.
        public var cells: [Cell]

        /// Creates a row.
        public init(before: String, after: String, label: String, levels: [Level], cells: [Cell]) {
            self.before = before
            self.after = after
            self.label = label
            self.levels = levels
            self.cells = cells
        }
    }

    /// The groups of patients: the total first where it is asked for.
    public var columns: [BaselineTable.Column]
    /// The pairs in the study's order.
    public var rows: [Row]
    /// What the two measurements are called; empty for the usual words.
    public var names: [String]
    /// How the test of two levels is done.
    public var rule: TestRule
    /// From how many discordant pairs on ``TestRule/exactOrCorrected`` is not exact.
    public var exactBelow: Int
    /// Whether p-values are shown.
    public var showsPValue: Bool
    /// Whether differences are shown.
    public var showsDifferences: Bool
    /// The population's name.
    public var population: String
    /// The grouping variable's name; nil where there is only the total.
    public var grouping: String?

    /// Creates a table.
    public init(
        columns: [BaselineTable.Column], rows: [Row], names: [String], rule: TestRule, exactBelow: Int,
        showsPValue: Bool, showsDifferences: Bool, population: String, grouping: String?
    ) {
        self.columns = columns
        self.rows = rows
        self.names = names
        self.rule = rule
        self.exactBelow = exactBelow
        self.showsPValue = showsPValue
        self.showsDifferences = showsDifferences
        self.population = population
        self.grouping = grouping
    }
}

extension PairedTable.Row {
    /// The levels that are printed: of two the second, for the first says nothing more.
    public var shown: [PairedTable.Level] { levels.count == 2 ? [levels[1]] : levels }

    /// The changes of the printed levels in a column of patients.
    public func shownChanges(of cell: PairedTable.Cell) -> [PairedTable.Change] {
        shown.compactMap { level in cell.changes.first { $0.level == level.id } }
    }
}
