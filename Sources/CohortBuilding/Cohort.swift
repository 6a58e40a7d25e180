public import Results

/// The patients of a study after exclusions, column by column, sorted by their key.
///
/// This is the only value that holds patients. It never leaves the analysis stage: nothing in it is `Codable`.
public struct Cohort: Equatable, Sendable {
    /// The patients' keys, or their places in the order where the study declares no key; for messages only.
    public var keys: KeyValues
    /// The study's arms in order, and each patient's arm as an index into them; nil for a study of one group.
    public var arms: CategoricalValues?
    /// Which arm is the reference, as an index.
    public var referenceArm: Int
    /// The values of each variable by its name.
    public var variables: [String: VariableValues]
    /// Time and status of each endpoint by its name.
    public var endpoints: [String: EndpointValues]
    /// For each named population, whether each patient is in it.
    public var populations: [String: [Bool]]
    /// The linked files by name: each row's patient and cells.
    public var linked: [String: LinkedRows]
    /// Who was read, left out and why, and what is missing.
    public var summary: CohortSummary
    /// Rows of data of each file of the study, by the file's name.
    public var rowCounts: [String: Int]
    /// For how many patients alike each entry of the columns stands; nil where each is one patient.
    ///
    /// A database can count patients of one kind, so that kinds are read and not patients. ``keys`` then name kinds.
    public var frequency: [Int]?
    /// What the data files hold, for the report of a check.
    public var report: DataReport

    /// How many entries the columns have: one for each patient, or for each kind of patients that ``frequency`` counts.
    public var count: Int { keys.count }

    /// How many patients some entries stand for.
    public func patientCount(_ entries: some Sequence<Int>) -> Int {
        entries.reduce(0) { $0 + (frequency?[$1] ?? 1) }
    }

    /// Creates a cohort from columns of equal length.
    public init(
        keys: KeyValues, arms: CategoricalValues?, referenceArm: Int,
        variables: [String: VariableValues],
        endpoints: [String: EndpointValues], populations: [String: [Bool]],
        linked: [String: LinkedRows],
        summary: CohortSummary, rowCounts: [String: Int], frequency: [Int]? = nil,
        report: DataReport = DataReport()
    ) {
        self.keys = keys
        self.arms = arms
        self.referenceArm = referenceArm
        self.variables = variables
        self.endpoints = endpoints
        self.populations = populations
        self.linked = linked
        self.summary = summary
        self.rowCounts = rowCounts
        self.frequency = frequency
        self.report = report
    }
}

/// A column of levels.
public struct CategoricalValues: Equatable, Sendable {
    /// The levels in order: the value in the data and how it is printed.
    public var levels: [Level]
    /// Each patient's level as an index into ``levels``; nil where it is missing.
    public var codes: LevelCodes
    /// The level that the others are compared with, as an index.
    public var reference: Int

    /// A level of a categorical variable.
    public struct Level: Equatable, Sendable {
        /// The value in the data.
        public var id: String
        /// How it is printed.
        public var label: String

        /// Creates a level.
        public init(id: String, label: String) {
            self.id = id
            self.label = label
        }
    }

    /// Creates a column.
    public init(levels: [Level], codes: LevelCodes, reference: Int) {
        self.levels = levels
        self.codes = codes
        self.reference = reference
    }
}

/// The values of a variable, one entry for each patient.
public enum VariableValues: Equatable, Sendable {
    /// One level a patient.
    case categorical(CategoricalValues)
    /// Numbers; nil where missing. `decimals` is the most that a cell of the data shows.
    case continuous(NumberValues, decimals: Int)
    /// Any number of levels a patient, as indices in ascending order; nil where the cell is missing.
    case multiResponse(levels: [CategoricalValues.Level], responses: [[Int]?])
}

/// Time and status of one endpoint, one entry for each patient.
public struct EndpointValues: Equatable, Sendable {
    /// What ended a patient's observation.
    public enum Status: Equatable, Sendable {
        case censored, event
        /// An event that makes the endpoint's own impossible.
        case competing
    }

    /// Time from the start in ``timeUnit``; nil where it is missing.
    public var time: NumberValues
    /// What ended the observation; nil where it is missing.
    public var status: [Status?]
    /// The unit of ``time``: days where it was made from dates.
    public var timeUnit: TimeUnit
    /// When observation began, in ``timeUnit`` from the start; nil where everyone was observed from the start.
    public var entry: NumberValues?

    /// Whether every patient has a time, a status and, where others have one, an entry.
    public var isComplete: Bool {
        time.missingCount == 0 && (entry?.missingCount ?? 0) == 0
            && status.withUnsafeBufferPointer { !$0.contains { $0 == nil } }
    }

    /// Creates the values of an endpoint.
    public init(time: NumberValues, status: [Status?], timeUnit: TimeUnit, entry: NumberValues? = nil) {
        self.time = time
        self.status = status
        self.timeUnit = timeUnit
        self.entry = entry
    }
}

/// The rows of a linked file, such as adverse events, that belong to patients of the cohort.
public struct LinkedRows: Equatable, Sendable {
    /// The names of the columns.
    public var columns: [String]
    /// Each row's patient, as an index into the cohort; nil for rows of a file that is not linked to patients.
    public var patients: [Int?]
    /// Each row's cells in the order of ``columns``; nil where missing. Sorted by patient, then by content.
    public var cells: [[String?]]

    /// Creates rows.
    public init(columns: [String], patients: [Int?], cells: [[String?]]) {
        self.columns = columns
        self.patients = patients
        self.cells = cells
    }
}

extension Cohort {
    /// What everyone is called.
    public var everyoneLabel: String { summary.populations.first?.label ?? "all" }
}
