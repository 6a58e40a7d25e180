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

/// Columns in which the information is only rounding error: no step may be made along them.
private struct VanishedColumns {
    let columns: [Int]

    /// - Parameters:
    ///   - start: The likelihood at the start.
    ///   - negligible: The largest information that counts as none.
    init(_ start: LikelihoodValue, negligible: Double) {
        columns = start.score.indices.filter { abs(start.information[$0, $0]) <= negligible }
    }

    /// The likelihood without information or score in these columns.
    func removed(from value: LikelihoodValue) -> LikelihoodValue {
        guard !columns.isEmpty else { return value }
        var value = value
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
    let vanished = VanishedColumns(value, negligible: negligibleInformation)
    value = vanished.removed(from: value)
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
        let candidate = vanished.removed(from: likelihood.value(at: next))
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
