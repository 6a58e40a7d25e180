/// Who was read, who was left out and why, and who remained.
public struct CohortSummary: Codable, Equatable, Sendable {
    /// Patients left out by one rule.
    public struct Exclusion: Codable, Equatable, Sendable {
        /// Why, in the study's words.
        public var reason: String
        /// How many.
        public var n: Int

        /// Creates an exclusion.
        public init(reason: String, n: Int) {
            self.reason = reason
            self.n = n
        }
    }

    /// Missing values of one variable among the patients who remained.
    public struct MissingValues: Codable, Equatable, Sendable {
        /// The variable's name.
        public var variable: String
        /// How it is printed.
        public var label: String
        /// How many patients lack it.
        public var n: Int

        /// Creates a count.
        public init(variable: String, label: String, n: Int) {
            self.variable = variable
            self.label = label
            self.n = n
        }
    }

    /// A part of the cohort.
    public struct Population: Codable, Equatable, Sendable {
        /// The population's name; `all` is everyone.
        public var id: String
        /// How it is printed.
        public var label: String
        /// Patients in it.
        public var n: Int

        /// Creates a population.
        public init(id: String, label: String, n: Int) {
            self.id = id
            self.label = label
            self.n = n
        }
    }

    /// Patients in the data file.
    public var read: Int
    /// Who was left out, in the order of the rules; each patient counts once, under the first rule that applies.
    public var exclusions: [Exclusion]
    /// Patients who remained.
    public var analysed: Int
    /// Variables with missing values, and how many.
    public var missing: [MissingValues]
    /// The populations, `all` first.
    public var populations: [Population]
    /// The first and last start of follow-up as `YYYY-MM-DD`, where endpoints are made of dates.
    public var firstStart: String?
    /// The last start of follow-up as `YYYY-MM-DD`, where endpoints are made of dates.
    public var lastStart: String?

    /// Creates a summary.
    public init(
        read: Int, exclusions: [Exclusion], analysed: Int, missing: [MissingValues], populations: [Population],
        firstStart: String?, lastStart: String?
    ) {
        self.read = read
        self.exclusions = exclusions
        self.analysed = analysed
        self.missing = missing
        self.populations = populations
        self.firstStart = firstStart
        self.lastStart = lastStart
    }
}
