/// Why counts do not make a proportion.
public enum ProportionError: Error, Equatable, Sendable {
    /// More events than patients, or a negative number.
    case notBetween0AndTotal
}

/// How many of a number of patients have something.
public struct Proportion: Equatable, Sendable {
    /// Patients who have it.
    public let events: Int
    /// All patients.
    public let total: Int

    /// Creates a proportion.
    public init(events: Int, total: Int) throws(ProportionError) {
        guard events >= 0, events <= total else { throw .notBetween0AndTotal }
        self.events = events
        self.total = total
    }

    /// The share of patients who have it; nil without patients.
    public var value: Double? { total > 0 ? Double(events) / Double(total) : nil }
}
