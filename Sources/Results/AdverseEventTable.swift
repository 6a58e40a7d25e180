/// Patients with adverse events by term, severity and group; each patient counts once, at the worst grade.
public struct AdverseEventTable: Codable, Equatable, Sendable {
    /// A range of grades, printed as one spanning column.
    public struct Severity: Codable, Equatable, Sendable {
        /// How it is printed: `Any grade`, `Grade 3–4`.
        public var label: String
        /// The lowest grade in it.
        public var lowest: Int
        /// The highest grade in it; nil: no limit.
        public var highest: Int?

        /// Creates a severity.
        public init(label: String, lowest: Int, highest: Int?) {
            self.label = label
            self.lowest = lowest
            self.highest = highest
        }
    }

    /// One term.
    public struct Row: Codable, Equatable, Sendable {
        /// The term as it stands in the data, or `all`.
        public var id: String
        /// How it is printed.
        public var label: String
        /// Whether it is the row of all terms together.
        public var isAll: Bool
        /// Patients whose worst grade is in each severity: `counts[severity][column]`.
        public var counts: [[Int]]
        /// The comparison of the groups by severity; nil where none is asked for or nobody has the event.
        public var tests: [TestResult?]

        /// Creates a row.
        public init(id: String, label: String, isAll: Bool, counts: [[Int]], tests: [TestResult?]) {
            self.id = id
            self.label = label
            self.isAll = isAll
            self.counts = counts
            self.tests = tests
        }
    }

    /// The groups in order, the total first where it is asked for.
    public var columns: [BaselineTable.Column]
    /// The severities in order.
    public var severities: [Severity]
    /// The rows in order.
    public var rows: [Row]
    /// Terms that the data hold and the table leaves out, because they were not listed or too rare.
    public var termsLeftOut: Int
    /// Rows of the data without a term or a grade, which are in no count.
    public var incompleteRecords: Int
    /// Whether p-values are printed.
    public var showsPValue: Bool
    /// The name of the data file.
    public var source: String
    /// The population's name.
    public var population: String
    /// The grouping variable's name; nil where there is only the total.
    public var grouping: String?

    /// Creates a table.
    public init(
        columns: [BaselineTable.Column], severities: [Severity], rows: [Row], termsLeftOut: Int, incompleteRecords: Int,
        showsPValue: Bool, source: String, population: String, grouping: String?
    ) {
        self.columns = columns
        self.severities = severities
        self.rows = rows
        self.termsLeftOut = termsLeftOut
        self.incompleteRecords = incompleteRecords
        self.showsPValue = showsPValue
        self.source = source
        self.population = population
        self.grouping = grouping
    }
}
