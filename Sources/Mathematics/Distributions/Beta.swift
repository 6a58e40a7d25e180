internal import CRmath

/// The beta distribution, by R's `qbeta`.
public struct Beta: Sendable {
    /// The first shape, above 0.
    public let first: Double
    /// The second shape, above 0.
    public let second: Double

    /// Creates the distribution.
    public init(_ first: Double, _ second: Double) {
        self.first = first
        self.second = second
    }

    /// The `x` with `P(X ≤ x) = probability`.
    public func quantile(_ probability: Double) -> Double { qbeta(probability, first, second, 1, 0) }
}
