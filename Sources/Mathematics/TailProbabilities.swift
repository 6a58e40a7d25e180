internal import CRmath

/// Upper tails and quantiles that the regression models need.
public enum TailProbability {
    /// `P(X > x)` of the χ² distribution; 1 for no degrees of freedom.
    public static func chiSquared(above statistic: Double, degreesOfFreedom: Double) -> Double {
        degreesOfFreedom > 0 ? pchisq(statistic, degreesOfFreedom, 0, 0) : 1
    }

    /// The χ² quantile of a probability.
    public static func chiSquaredQuantile(_ probability: Double, degreesOfFreedom: Double) -> Double {
        qchisq(probability, degreesOfFreedom, 1, 0)
    }

    /// `P(|Z| > |z|)` of the standard normal distribution.
    public static func normalTwoSided(_ z: Double) -> Double {
        2 * rmath_pnorm(-abs(z), 1, 0)
    }

    /// The standard normal quantile of a probability.
    public static func normalQuantile(_ probability: Double) -> Double {
        rmath_qnorm(probability, 1, 0)
    }
}
