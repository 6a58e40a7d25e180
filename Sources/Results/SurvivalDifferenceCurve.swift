/// The difference of two groups' survival over time: one entry of each array for each distinct time at which either
/// group was observed, in ascending order, to the earlier of the groups' last times.
public struct SurvivalDifferenceCurve: Codable, Equatable, Sendable {
    /// The group's value in the data.
    public var group: String
    /// The value of the group that is taken from it.
    public var reference: String
    /// The distinct times, in ``unit``.
    public var time: [Double]
    /// The group's survival less the reference group's, just after each time.
    public var difference: [Double]
    /// Its standard error; absent where it does not exist.
    public var standardError: [Double?]
    /// The lower pointwise confidence limit; absent where it does not exist.
    public var lower: [Double?]
    /// The upper pointwise confidence limit; absent where it does not exist.
    public var upper: [Double?]
    /// The interval's confidence level.
    public var level: Double
    /// The unit of the times.
    public var unit: TimeUnit

    /// Creates a curve from arrays of equal length.
    public init(
        group: String, reference: String, time: [Double], difference: [Double], standardError: [Double?],
        lower: [Double?], upper: [Double?], level: Double, unit: TimeUnit
    ) {
        self.group = group
        self.reference = reference
        self.time = time
        self.difference = difference
        self.standardError = standardError
        self.lower = lower
        self.upper = upper
        self.level = level
        self.unit = unit
    }
}
