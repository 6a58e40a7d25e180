/// A cumulative hazard: one entry of each array for each distinct observed time, in ascending order.
public struct CumulativeHazard: Codable, Equatable, Sendable {
    /// The scale on which the interval is symmetric.
    public enum Transform: String, Codable, CaseIterable, Sendable {
        /// `H ± z·se`, clipped at 0.
        case plain
        /// Symmetric on `log H`.
        case log
    }

    /// Distinct times of events and censorings, in ``unit``.
    public var time: [Double]
    /// At risk just before each time.
    public var atRisk: [Double]
    /// Events at each time.
    public var events: [Double]
    /// The cumulative hazard just after each time.
    public var hazard: [Double]
    /// Its standard error.
    public var standardError: [Double]
    /// The lower confidence limit.
    public var lower: [Double]
    /// The upper confidence limit.
    public var upper: [Double]
    /// The interval's confidence level.
    public var level: Double
    /// The scale on which the interval is symmetric.
    public var transform: Transform
    /// The unit of the times.
    public var unit: TimeUnit

    /// Creates a cumulative hazard from arrays of equal length.
    public init(
        time: [Double], atRisk: [Double], events: [Double], hazard: [Double], standardError: [Double],
        lower: [Double], upper: [Double], level: Double, transform: Transform, unit: TimeUnit
    ) {
        self.time = time
        self.atRisk = atRisk
        self.events = events
        self.hazard = hazard
        self.standardError = standardError
        self.lower = lower
        self.upper = upper
        self.level = level
        self.transform = transform
        self.unit = unit
    }
}
