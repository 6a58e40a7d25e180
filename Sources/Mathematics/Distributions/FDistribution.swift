internal import CRmath

/// Fisher's F distribution, by R's `pf`.
public struct FDistribution: Sendable {
    /// The degrees of freedom of the numerator, above 0.
    public let numerator: Double
    /// The degrees of freedom of the denominator, above 0 and not necessarily whole.
    public let denominator: Double

    /// Creates the distribution.
    public init(numerator: Double, denominator: Double) {
        self.numerator = numerator
        self.denominator = denominator
    }

    /// `P(X > x)`.
    public func upperTail(_ x: Double) -> Double { pf(x, numerator, denominator, 0, 0) }
}
