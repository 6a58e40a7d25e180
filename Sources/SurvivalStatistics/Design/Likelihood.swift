internal import Mathematics

/// A log-likelihood at one coefficient vector, with its first two derivatives.
struct LikelihoodValue {
    /// The log-likelihood; −∞ where it cannot be computed.
    var logLikelihood: Double
    /// The first derivative.
    var score: [Double]
    /// Minus the second derivative.
    var information: SquareMatrix

    var isFinite: Bool {
        logLikelihood.isFinite && score.allSatisfy(\.isFinite) && information.elements.allSatisfy(\.isFinite)
    }
}

/// Anything that can be climbed.
protocol Likelihood {
    /// The likelihood with its first derivative and information at these coefficients.
    func value(at coefficients: [Double]) -> LikelihoodValue
    /// Whether the information is the curvature of the likelihood; not so for a penalised one.
    var hasExactInformation: Bool { get }
}

extension Likelihood {
    var hasExactInformation: Bool { true }
}
