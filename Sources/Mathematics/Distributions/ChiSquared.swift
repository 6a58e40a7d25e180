internal import CRmath

/// The χ² distribution, by R's `pchisq`.
public struct ChiSquared: Sendable {
    /// The degrees of freedom, above 0.
    public let degreesOfFreedom: Double

    /// Creates the distribution.
    public init(degreesOfFreedom: Double) {
        self.degreesOfFreedom = degreesOfFreedom
    }

    /// `P(X > x)`.
    public func upperTail(_ x: Double) -> Double { pchisq(x, degreesOfFreedom, 0, 0) }

    /// The `x` with `P(X ≤ x) = probability`.
    public func quantile(_ probability: Double) -> Double { qchisq(probability, degreesOfFreedom, 1, 0) }
}
