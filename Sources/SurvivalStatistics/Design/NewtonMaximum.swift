internal import Mathematics

/// Where Newton's method ended.
struct NewtonMaximum {
    /// The last point at which the likelihood was computed.
    var coefficients: [Double]
    /// The likelihood there.
    var value: LikelihoodValue
    /// The decomposed information there.
    var cholesky: Cholesky
    /// The likelihood at the start.
    var start: LikelihoodValue
    /// The score statistic `u' I⁻¹ u` at the start.
    var scoreStatistic: Double
    /// How the coefficients last moved while no column had become singular: the direction of a diverging iteration, whose
    /// later moves leave out columns in which the information has vanished.
    var lastMove: [Double] = []
    /// Steps taken.
    var iterations: Int
    /// Whether the last step changed the log-likelihood by no more than the tolerance.
    var converged: Bool
}

/// When Newton's method stops.
struct NewtonControl {
    /// The largest relative change of the log-likelihood that counts as none.
    var tolerance: Double
    /// Steps after which it gives up.
    var maximumIterations: Int

    /// Tight enough that the coefficients hold nine digits.
    static let tight = NewtonControl(tolerance: 3e-12, maximumIterations: 50)
}

/// A score statistic that is rounding error: the start is the maximum, and stays exactly what it is.
private let negligibleScore = 1e-24

/// Climbs a likelihood by Newton's method with step halving.
///
/// Each step is `I⁻¹ u`, in which columns with a zero pivot do not move. A step to a smaller or uncomputable likelihood
/// is halved until it is not. The iteration ends when the log-likelihood changes by no more than `tolerance`
/// relative to its size, and the point returned is the last one computed.
func newtonMaximum(
    of likelihood: some Likelihood, from start: [Double], control: NewtonControl, negligibleInformation: Double = 0
) -> NewtonMaximum {
    var current = start
    var value = likelihood.value(at: start)
    // Where the information is only rounding error, no step may be made.
    let vanished = value.score.indices.filter { abs(value.information[$0, $0]) <= negligibleInformation }
    value = value.removing(vanished)
    var cholesky = Cholesky(value.information)
    var step = cholesky.solve(value.score)
    var result = NewtonMaximum(
        coefficients: start, value: value, cholesky: cholesky, start: value,
        scoreStatistic: dotProduct(step, value.score), iterations: 0, converged: true)
    guard value.isFinite, cholesky.rank > 0, result.scoreStatistic > negligibleScore else { return result }
    var next = zip(current, step).map { $0 + $1 }
    let rank = cholesky.rank
    var halvings = 0
    result.converged = false
    for iteration in 1...control.maximumIterations {
        result.iterations = iteration
        let candidate = likelihood.value(at: next).removing(vanished)
        let candidateCholesky = Cholesky(candidate.information)
        let isUsable = candidate.isFinite && candidateCholesky.isFinite
        let change = abs(1 - value.logLikelihood / candidate.logLikelihood)
        let isSettled =
            change <= control.tolerance || (candidate.logLikelihood == 0 && value.logLikelihood == 0)
        if isUsable, isSettled, halvings == 0 || candidate.logLikelihood >= value.logLikelihood {
            (result.coefficients, result.value, result.cholesky) = (next, candidate, candidateCholesky)
            if cholesky.rank == rank { result.lastMove = zip(next, current).map { $0 - $1 } }
            result.converged = true
            return result
        }
        if !isUsable || candidate.logLikelihood < value.logLikelihood {
            halvings += 1
            let share = Double(halvings)
            next = zip(next, current).map { ($0 + share * $1) / (share + 1) }
            continue
        }
        halvings = 0
        if cholesky.rank == rank { result.lastMove = zip(next, current).map { $0 - $1 } }
        (current, value, cholesky) = (next, candidate, candidateCholesky)
        (result.coefficients, result.value, result.cholesky) = (current, value, cholesky)
        step = cholesky.solve(value.score)
        next = zip(current, step).map { $0 + $1 }
    }
    return result
}
