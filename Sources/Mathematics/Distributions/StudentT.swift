internal import CRmath

/// Student's t distribution, by R's `pt` and `qt`.
public struct StudentT: Sendable {
    /// The degrees of freedom, above 0 and not necessarily whole.
    public let degreesOfFreedom: Double

    /// Creates the distribution.
    public init(degreesOfFreedom: Double) {
        self.degreesOfFreedom = degreesOfFreedom
    }

    /// `P(|T| ≥ |t|)`.
    public func twoSided(_ t: Double) -> Double { 2 * pt(-abs(t), degreesOfFreedom, 1, 0) }

    /// The `t` with `P(T ≤ t) = probability`.
    public func quantile(_ probability: Double) -> Double { qt(probability, degreesOfFreedom, 1, 0) }
}
