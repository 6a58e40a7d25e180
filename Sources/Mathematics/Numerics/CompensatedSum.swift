/// A sum that carries the rounding error of each addition along (Neumaier's variant of Kahan's sum).
///
/// The result is as if it were computed with twice the digits and rounded once. doi:10.1002/zamm.19740540106.
public struct CompensatedSum: Sendable {
    private var sum = 0.0
    private var compensation = 0.0

    /// Creates an empty sum.
    public init() {}

    /// Adds the values in turn.
    public init(_ values: some Sequence<Double>) {
        for value in values { add(value) }
    }

    /// Adds a value.
    public mutating func add(_ value: Double) {
        let next = sum + value
        compensation += abs(sum) >= abs(value) ? (sum - next) + value : (value - next) + sum
        sum = next
    }

    /// The sum.
    public var value: Double { sum + compensation }
}
