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

    /// The likelihood without score or information in some columns.
    func removing(_ columns: some Collection<Int>) -> LikelihoodValue {
        guard !columns.isEmpty else { return self }
        var value = self
        for column in columns {
            value.score[column] = 0
            for other in value.score.indices {
                value.information[column, other] = 0
                value.information[other, column] = 0
            }
        }
        return value
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
