/// The two limits of a confidence interval; a limit that does not exist is absent.
public struct ConfidenceInterval: Codable, Equatable, Sendable {
    /// The lower limit.
    public var lower: Double?
    /// The upper limit.
    public var upper: Double?

    /// Creates an interval.
    public init(lower: Double?, upper: Double?) {
        self.lower = lower
        self.upper = upper
    }
}

/// A number that never travels alone: its interval, level, method, unit, and how many patients and events it rests on.
public struct Estimate: Codable, Equatable, Sendable {
    /// The value; absent where none exists, and then a note says why.
    public var value: Double?
    /// Its confidence interval.
    public var interval: ConfidenceInterval?
    /// Its standard error on the value's own scale.
    public var standardError: Double?
    /// The interval's confidence level.
    public var level: Double
    /// How it was computed, in words that name the equal R call.
    public var method: String
    /// The unit of the value; nil for a pure number.
    public var unit: String?
    /// Patients that it rests on.
    public var n: Int
    /// Events that it rests on; nil where the notion does not apply.
    public var events: Int?
    /// What a reader must know of it.
    public var notes: [ResultNote]

    /// Creates an estimate.
    public init(
        value: Double?, interval: ConfidenceInterval?, standardError: Double? = nil, level: Double, method: String,
        unit: String? = nil, n: Int, events: Int? = nil, notes: [ResultNote] = []
    ) {
        self.value = value
        self.interval = interval
        self.standardError = standardError
        self.level = level
        self.method = method
        self.unit = unit
        self.n = n
        self.events = events
        self.notes = notes
    }
}

extension Estimate {
    /// Whether it maximises Firth's penalised likelihood, by the R call that its method names.
    public var isPenalised: Bool { method.hasPrefix("coxphf::") || method.hasPrefix("logistf::") }
}

/// A time that a curve may or may not reach. Encoded as a number, or as the string `not-reached` or `withheld`.
public enum TimePoint: Equatable, Sendable {
    /// The curve reaches the wanted level at this time.
    case reached(Double)
    /// The curve stays above the wanted level.
    case notReached
    /// It is not published, because it would tell of too few patients.
    case withheld

    /// The time, where it is reached.
    public var time: Double? {
        if case .reached(let time) = self { time } else { nil }
    }

    /// The same point on another time scale.
    public func divided(by divisor: Double) -> TimePoint {
        if case .reached(let time) = self { .reached(time / divisor) } else { self }
    }
}

extension TimePoint: Codable {
    private static let notReachedText = "not-reached"
    private static let withheldText = "withheld"

    /// Reads the value from its encoded form.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let time = try? container.decode(Double.self) {
            self = .reached(time)
            return
        }
        switch try container.decode(String.self) {
        case Self.notReachedText: self = .notReached
        case Self.withheldText: self = .withheld
        default:
            throw DecodingError.dataCorruptedError(
                in: container,
                debugDescription: "a time is a number, '\(Self.notReachedText)' or '\(Self.withheldText)'")
        }
    }

    /// Writes the value in its encoded form.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .reached(let time): try container.encode(time)
        case .notReached: try container.encode(Self.notReachedText)
        case .withheld: try container.encode(Self.withheldText)
        }
    }
}

/// A quantile of a survival curve, such as the median, with its interval.
public struct SurvivalQuantile: Codable, Equatable, Sendable {
    /// The probability of having had the event by the quantile: 0.5 for the median.
    public var probability: Double
    /// The quantile.
    public var value: TimePoint
    /// The lower confidence limit.
    public var lower: TimePoint
    /// The upper confidence limit.
    public var upper: TimePoint
    /// The confidence level.
    public var level: Double
    /// How it was computed, in words that name the equal R call.
    public var method: String
    /// The unit of the times.
    public var unit: TimeUnit

    /// Creates a quantile.
    public init(
        probability: Double, value: TimePoint, lower: TimePoint, upper: TimePoint, level: Double, method: String,
        unit: TimeUnit
    ) {
        self.probability = probability
        self.value = value
        self.lower = lower
        self.upper = upper
        self.level = level
        self.method = method
        self.unit = unit
    }
}

/// A unit of time. A month is 30.4375 days and a year 365.25.
public enum TimeUnit: String, Codable, CaseIterable, Sendable {
    case days, weeks, months, years

    /// Days in one unit.
    public var days: Double {
        switch self {
        case .days: 1
        case .weeks: 7
        case .months: 30.4375
        case .years: 365.25
        }
    }
}
