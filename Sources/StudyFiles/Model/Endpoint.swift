public import Results

/// A time from a start to an event or to censoring.
public struct Endpoint: Equatable, Sendable {
    /// What a code of a status column stands for.
    public enum Status: String, CaseIterable, Sendable {
        case event
        case censored
        /// An event that makes this endpoint's event impossible.
        case competing
    }

    /// A code of a status column.
    public struct StatusCode: Equatable, Sendable {
        /// The text in the data.
        public var raw: Located<String>
        /// What it stands for.
        public var status: Status

        /// Creates a code.
        public init(raw: Located<String>, status: Status) {
            self.raw = raw
            self.status = status
        }
    }

    /// Where time and status come from.
    public enum Source: Equatable, Sendable {
        /// Dates: from a start to the first of several events, else censored at the last contact.
        /// The first of several competing events ends it too, where any are named.
        case dates(
            start: Located<String>, events: [Located<String>], competing: [Located<String>],
            censoring: Located<String>)
        /// A time column in the unit given, and a status column with declared codes.
        case columns(time: Located<String>, timeUnit: TimeUnit, status: Located<String>, codes: [StatusCode])
    }

    /// Its name in the study file.
    public var name: Located<String>
    /// How it is printed.
    public var label: String
    /// Its abbreviation.
    public var short: String
    /// Where time and status come from.
    public var source: Source
    /// The data file with one row a patient that holds the columns; nil: the patients'.
    public var file: Located<String>?
    /// The unit in which its times are printed.
    public var unit: TimeUnit
    /// Times of survival rates, in ``unit``.
    public var landmarks: [Located<Double>]
    /// Where observation began after the start (left truncation): a column of days or of times; nil: at the start.
    public var entry: Located<String>?
    /// The horizon of restricted mean survival, in ``unit``; nil: none.
    public var restrictedMean: Located<Double>?
    /// Variables by whose levels the test and the hazard ratio are stratified.
    public var strata: [Located<String>]
    /// Tests of the groups beside the log-rank test.
    public var tests: [GroupTest]

    /// A test of survival between groups.
    public enum GroupTest: Equatable, Sendable {
        case gehanBreslow
        case taroneWare
        /// Weights `S(t−)^ρ (1 − S(t−))^γ`.
        case flemingHarrington(rho: Double, gamma: Double)
        case trend
    }
    /// The last day of follow-up of this endpoint; nil: the study's.
    public var cutoff: Located<CalendarDay>?

    /// Creates an endpoint.
    public init(
        name: Located<String>, label: String, short: String, source: Source, unit: TimeUnit,
        landmarks: [Located<Double>] = [], entry: Located<String>? = nil, restrictedMean: Located<Double>? = nil,
        strata: [Located<String>] = [], tests: [GroupTest] = [], cutoff: Located<CalendarDay>? = nil,
        file: Located<String>? = nil
    ) {
        self.name = name
        self.label = label
        self.short = short
        self.source = source
        self.unit = unit
        self.landmarks = landmarks
        self.entry = entry
        self.restrictedMean = restrictedMean
        self.strata = strata
        self.tests = tests
        self.cutoff = cutoff
        self.file = file
    }
}
