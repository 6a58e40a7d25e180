internal import Mathematics
internal import Results

/// The log partial likelihood plus Firth's penalty `½ log |I(β)|`.
///
/// **Formula.** The penalty's derivative is `½ tr(I⁻¹ ∂I/∂β_r)`. At one event time `∂V/∂β_r` is the third central moment
/// of the risk set's covariates, so that with `A = I⁻¹`, `q = x'Ax` and `c = A x̄` the trace is
/// `E[q x_r] − E[q] x̄_r − 2 (V c)_r`, where the means `E`, `x̄` and the covariance `V` weigh the records at risk by
/// `w e^η` (those with the event by `1 − f` of it, for each fraction `f` of Efron's ties).
///
/// **Edge cases.** No column may be a combination of others at the start. Where one becomes so, far away, the value is `−∞`.
struct FirthCoxLikelihood: Likelihood {
    let records: CoxRecords
    let ties: TiesMethod

    var hasExactInformation: Bool { false }

    func value(at coefficients: [Double]) -> LikelihoodValue {
        var value = CoxLikelihood(records: records, ties: ties).value(at: coefficients)
        guard value.isFinite else { return value }
        let cholesky = Cholesky(value.information)
        guard records.width > 0 else { return value }
        // Where a column has lost all its information, the penalty is without bound.
        guard cholesky.rank == records.width else {
            value.logLikelihood = -.infinity
            return value
        }
        value.logLikelihood += cholesky.logDeterminant / 2
        let penalty = penaltyDerivative(at: coefficients, inverse: cholesky.inverse())
        for column in value.score.indices { value.score[column] += penalty[column] }
        return value
    }

    private func penaltyDerivative(at coefficients: [Double], inverse: SquareMatrix) -> [Double] {
        let width = records.width
        let moments = records.withMoments(inverse)
        var derivative = [Double](repeating: 0, count: width)
        guard let hazard = CoxHazard(records: records, coefficients: coefficients) else { return derivative }
        hazard.risk.withUnsafeBufferPointer { risk in
            guard let base = risk.baseAddress else { return }
            moments.forEachRiskSet(risk: base, ties: ties) { set in
                let events = Int(records.groupEvents[set.group])
                let meanWeight = records.groupEventWeight[set.group] / Double(events)
                for index in 0..<events {
                    let fraction = ties == .efron ? Double(index) / Double(events) : 0
                    let total = set.riskSum - fraction * set.eventRiskSum
                    let mean = (0..<moments.width).map {
                        (set.riskVector[$0] - fraction * set.eventVector[$0]) / total
                    }
                    let third = Self.trace(mean, width: width, inverse: inverse)
                    for column in 0..<width { derivative[column] += meanWeight * third[column] / 2 }
                }
            }
        }
        return derivative
    }

    /// `E[q x] − E[q] x̄ − 2 V c` from the means of `x`, `q`, `q x` and `x x'`.
    private static func trace(_ mean: [Double], width: Int, inverse: SquareMatrix) -> [Double] {
        let centre = Array(mean[0..<width])
        let c = inverse.times(centre)
        return (0..<width).map { row in
            var covariance = 0.0
            for column in 0..<width {
                let product = mean[2 * width + 1 + row * width + column]
                covariance += (product - centre[row] * centre[column]) * c[column]
            }
            return mean[width + 1 + row] - mean[width] * centre[row] - 2 * covariance
        }
    }
}

extension CoxRecords {
    /// The same records with the columns `x`, `q = x'Ax`, `q x` and all products `x x'`.
    fileprivate func withMoments(_ inverse: SquareMatrix) -> CoxRecords {
        let columns = CovariateRows(count: count, width: 2 * width + 1 + width * width) { target, stride in
            for record in 0..<count {
                let x = covariates.row(record)
                let q = inverse.quadraticForm(x)
                var next = target + record * stride
                func append(_ value: Double) {
                    next.pointee = value
                    next += 1
                }
                for value in x { append(value) }
                append(q)
                for value in x { append(q * value) }
                for row in x { for column in x { append(row * column) } }
            }
        }
        return CoxRecords(self, covariates: columns)
    }
}
