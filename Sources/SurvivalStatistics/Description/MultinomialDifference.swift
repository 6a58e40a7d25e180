import Mathematics
public import Results

/// Estimates the standardised difference of the shares of several levels between two groups, as one number.
///
/// **Formula.** `√(T' S⁺ T)`, with `T` the differences of the shares of all levels but the first and `S` the mean of the
/// two multinomial covariances `δ p − p p'` (a Mahalanobis distance). Where `S` is singular, as with groups that have no
/// level in common, `S⁺` is its inverse after Moore and Penrose. For two levels it is the absolute value of the
/// pooled standardised difference.
///
/// **Ties.** None.
///
/// **Interval.** None.
///
/// **Units.** Standard deviations; never negative.
///
/// **Edge cases.** Levels without patients in both groups are left out. No value, and a note, where a group is empty or
/// only one level occurs.
///
/// **Reference.** Yang D, Dalton JE. *SAS Global Forum* 2012:335.
///
/// **Equals in R.** `tableone::ExtractSmd`, which takes `MASS::ginv`; checked by `Tests/References/description`.
///
/// - Parameters:
///   - first: Patients of the first group at each level.
///   - second: Patients of the second group at each level, in the same order.
/// - Returns: The distance.
public func multinomialDifference(_ first: [Int], _ second: [Int]) -> Estimate {
    let levels = zip(first, second).filter { $0.0 > 0 || $0.1 > 0 }
    let totals = (levels.reduce(0) { $0 + $1.0 }, levels.reduce(0) { $0 + $1.1 })
    var estimate = Estimate(
        value: nil, interval: nil, level: 0, method: "Mahalanobis distance of the shares: tableone::ExtractSmd",
        n: totals.0 + totals.1)
    guard totals.0 > 0, totals.1 > 0 else {
        return estimate.absent(because: ResultNote(estimate.n == 0 ? .noPatients : .singleGroup))
    }
    guard levels.count > 1 else { return estimate.absent(because: ResultNote(.constant)) }
    let one = levels.dropFirst().map { Double($0.0) / Double(totals.0) }
    let two = levels.dropFirst().map { Double($0.1) / Double(totals.1) }
    var covariance = SquareMatrix(size: one.count)
    for row in one.indices {
        for column in one.indices {
            let diagonal = row == column ? (one[row] + two[row]) / 2 : 0
            covariance[row, column] = diagonal - (one[row] * one[column] + two[row] * two[column]) / 2
        }
    }
    let form = pseudoInverseQuadraticForm(of: zip(one, two).map { $1 - $0 }, in: covariance)
    guard form.rank > 0 else { return estimate.absent(because: ResultNote(.zeroVariance)) }
    estimate.value = form.value.squareRoot()
    return estimate
}
