internal import CRmath

/// The binomial distribution, by R's `dbinom`.
public struct Binomial: Sendable {
    /// The number of trials.
    public let trials: Int
    /// The probability of success in each.
    public let probability: Double

    /// Creates the distribution.
    public init(trials: Int, probability: Double) {
        self.trials = trials
        self.probability = probability
    }

    /// `P(X = x)`.
    public func probability(of x: Int) -> Double { dbinom(Double(x), Double(trials), probability, 0) }
}
