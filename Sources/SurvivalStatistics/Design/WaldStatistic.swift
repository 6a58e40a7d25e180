internal import Mathematics

/// Wald's statistic `b' V⁻¹ b` that some coefficients are zero.
///
/// Both are divided by the standard errors first, rounded to powers of two so that no digit changes: which columns of `V`
/// count as singular must not depend on the covariates' units. R's `coxph` does not do so, and loses a coefficient whose
/// variance is 5·10¹¹ times smaller than another's.
///
/// - Parameters:
///   - coefficients: The coefficients that may be zero.
///   - covariance: Their covariance matrix.
/// - Returns: The statistic.
func waldStatistic(_ coefficients: [Double], covariance: SquareMatrix) -> Double {
    let errors = covariance.diagonal.map { variance in
        variance > 0 && variance.isFinite
            ? Double(sign: .plus, exponent: variance.squareRoot().exponent, significand: 1) : 1
    }
    var correlation = covariance
    for row in errors.indices {
        for column in errors.indices { correlation[row, column] /= errors[row] * errors[column] }
    }
    let z = zip(coefficients, errors).map { $0 / $1 }
    return dotProduct(Cholesky(correlation).solve(z), z)
}
