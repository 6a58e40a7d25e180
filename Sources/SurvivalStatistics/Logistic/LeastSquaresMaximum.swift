#if canImport(Darwin)
    internal import Darwin
#else
    internal import Glibc
#endif
internal import Mathematics

extension LogisticRecords {
    /// The maximum of the likelihood by iteratively reweighted least squares, with the covariance of the last step.
    ///
    /// Each step solves `X'WX β = X'W z` with the working response `z = η + (y − π)/(π(1 − π))`; the first takes its
    /// probabilities from the outcomes, later ones from the coefficients, where the step is Newton's. A step that raises
    /// the deviance is halved.
    func leastSquaresMaximum() -> (maximum: NewtonMaximum, covariance: SquareMatrix) {
        let likelihood = LogisticLikelihood(records: self, isPenalised: false)
        let start = likelihood.value(at: [Double](repeating: 0, count: width))
        var cholesky = Cholesky(start.information)
        var result = NewtonMaximum(
            coefficients: [Double](repeating: 0, count: width), value: start, cholesky: cholesky, start: start,
            scoreStatistic: dotProduct(cholesky.solve(start.score), start.score), iterations: 0, converged: false)
        guard count > 0, cholesky.rank > 0 else { return (result, cholesky.inverse()) }
        var next: [Double]
        (next, cholesky) = firstStep()
        let rank = cholesky.rank
        var previous: Double?
        for iteration in 1...60 {
            result.iterations = iteration
            var value = likelihood.value(at: next)
            var halvings = 0
            while halvings < 40, !value.isFinite || value.logLikelihood < (previous ?? -.infinity) - slack(previous) {
                next = zip(next, result.coefficients).map { ($0 + $1) / 2 }
                value = likelihood.value(at: next)
                halvings += 1
            }
            let deviance = 2 * (saturatedLogLikelihood - value.logLikelihood)
            let change = previous.map { 2 * abs(value.logLikelihood - $0) / (abs(deviance) + 0.1) }
            if iteration > 1, cholesky.rank == rank {
                result.lastMove = zip(next, result.coefficients).map { $0 - $1 }
            }
            (result.coefficients, result.value) = (next, value)
            if let change, change < 1e-14 {
                result.cholesky = Cholesky(value.information)
                result.converged = true
                return (result, cholesky.inverse())
            }
            previous = value.logLikelihood
            let decomposed = Cholesky(value.information)
            result.cholesky = decomposed
            guard decomposed.rank > 0 else { break }
            cholesky = decomposed
            let step = cholesky.solve(value.score)
            next = zip(next, step).map { $0 + $1 }
        }
        return (result, cholesky.inverse())
    }

    private func slack(_ logLikelihood: Double?) -> Double {
        1e-13 * abs(logLikelihood ?? 0)
    }

    /// The least-squares step from the probabilities `(y + ½)/(m + 1)`.
    private func firstStep() -> (coefficients: [Double], cholesky: Cholesky) {
        var product = SquareMatrix(size: width)
        var rightSide = [Double](repeating: 0, count: width)
        for record in 0..<count {
            let probability = (outcomes[record] + 0.5) / (trials[record] + 1)
            let variance = probability * (1 - probability)
            let weight = trials[record] * variance
            let response =
                log(probability / (1 - probability)) + (outcomes[record] / trials[record] - probability) / variance
            for row in 0..<width {
                let x = columns[record, row]
                rightSide[row] += weight * response * x
                for column in row..<width { product[row, column] += weight * x * columns[record, column] }
            }
        }
        let cholesky = Cholesky(product)
        return (cholesky.solve(rightSide), cholesky)
    }
}
