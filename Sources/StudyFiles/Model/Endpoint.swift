public import Results

/// A time from a start to an event or to censoring.
public struct Endpoint: Equatable, Sendable {
    /// What a code of a status column stands for.
    public enum Status: String, CaseIterable, Sendable {
        case event
        case censored
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
        case dates(start: Located<String>, events: [Located<String>], censoring: Located<String>)
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
    /// The unit in which its times are printed.
    public var unit: TimeUnit
    /// Times of survival rates, in ``unit``.
    public var landmarks: [Located<Double>]
    /// The last day of follow-up of this endpoint; nil: the study's.
    public var cutoff: Located<CalendarDay>?

    /// Creates an endpoint.
    public init(
        name: Located<String>, label: String, short: String, source: Source, unit: TimeUnit,
        landmarks: [Located<Double>] = [], cutoff: Located<CalendarDay>? = nil
    ) {
        self.name = name
        self.label = label
        self.short = short
        self.source = source
        self.unit = unit
        self.landmarks = landmarks
        self.cutoff = cutoff
    }
}
