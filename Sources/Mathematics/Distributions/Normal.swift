internal import CRmath

/// The standard normal distribution, by R's `pnorm` and `qnorm`.
public enum Normal {
    /// `P(Z ≤ z)`.
    public static func lowerTail(_ z: Double) -> Double { rmath_pnorm(z, 1, 0) }

    /// `P(Z > z)`, exact far out where `1 − P(Z ≤ z)` is lost to rounding.
    public static func upperTail(_ z: Double) -> Double { rmath_pnorm(z, 0, 0) }

    /// `P(|Z| ≥ |z|)`.
    public static func twoSided(_ z: Double) -> Double { 2 * upperTail(abs(z)) }

    /// The `z` with `P(Z ≤ z) = probability`; infinite for 0 and 1.
    public static func quantile(_ probability: Double) -> Double { rmath_qnorm(probability, 1, 0) }

    /// The half-width, in standard errors, of a symmetric interval: 1.96 for a level of 0.95.
    public static func halfWidth(level: Double) -> Double { quantile(1 - (1 - level) / 2) }
}
