internal import Mathematics

/// The mean and variance of a column in one group, by weights.
struct BalanceMoments {
    let mean: Double
    /// For a column of two values 0 and 1 `p(1 − p)`, else with the correction `1 − Σ w²` of normalised weights, which is
    /// the divisor `n − 1` for equal weights.
    let variance: Double?

    /// Computes them; nil without weight.
    init?(_ values: [Double], weights: [Double], isBinary: Bool) {
        let total = weights.reduce(0, +)
        guard total > 0 else { return nil }
        var mean = 0.0
        for (value, weight) in zip(values, weights) { mean += value * weight }
        mean /= total
        // What the first pass rounded away.
        var rest = 0.0
        for (value, weight) in zip(values, weights) { rest += (value - mean) * weight }
        mean += rest / total
        self.mean = mean
        if isBinary {
            variance = mean * (1 - mean)
            return
        }
        var (sum, squares) = (0.0, 0.0)
        for (value, weight) in zip(values, weights) {
            let share = weight / total
            sum += share * (value - mean) * (value - mean)
            squares += share * share
        }
        variance = squares < 1 ? sum / (1 - squares) : nil
    }
}

/// The standardised difference of a categorical variable's shares between two groups.
///
/// **Formula.** `√((p₁ − p₀)' S⁻ (p₁ − p₀))` over the levels but the first, with `S` the mean of the groups' multinomial
/// covariances and `S⁻` its generalised inverse. For two levels it is the absolute pooled difference.
///
/// **Edge cases.** Absent where a group is empty; 0 where the shares are equal.
///
/// **Reference.** Yang D, Dalton JE. *SAS Global Forum* 2012; paper 335.
///
/// **Equals in R.** `tableone::ExtractSmd`.
///
/// - Parameters:
///   - treated: The weight of each level in the treated.
///   - control: The weight of each level in the controls.
/// - Returns: The difference; nil where a group is empty.
public func multilevelDifference(treated: [Double], control: [Double]) -> Double? {
    let (total, totalControl) = (treated.reduce(0, +), control.reduce(0, +))
    guard treated.count == control.count, total > 0, totalControl > 0 else { return nil }
    let size = max(0, treated.count - 1)
    let (first, second) = (treated.dropFirst().map { $0 / total }, control.dropFirst().map { $0 / totalControl })
    var covariance = SquareMatrix(size: size)
    for row in 0..<size {
        for column in 0..<size {
            covariance[row, column] =
                row == column
                ? (first[row] * (1 - first[row]) + second[row] * (1 - second[row])) / 2
                : -(first[row] * first[column] + second[row] * second[column]) / 2
        }
    }
    let difference = zip(first, second).map { $0 - $1 }
    return max(0, pseudoInverseQuadraticForm(of: difference, in: covariance).value).squareRoot()
}
