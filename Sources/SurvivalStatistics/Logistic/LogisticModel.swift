public import Mathematics

/// A logistic model fitted to records.
///
/// It holds patients' data and stays on the analysis side; ``result(level:)`` is what crosses to the results.
public struct FittedLogisticModel: Sendable {
    /// What the model was fitted to.
    public let design: LogisticDesign
    /// The intercept and the coefficients in the design's order; nil where the estimate does not exist.
    public let coefficients: [Double?]
    /// Their covariance; rows and columns of absent coefficients are zero.
    public let covariance: SquareMatrix
    /// The rows of the design that the model rests on.
    public let rows: [Int]
    /// The fitted probability of each of these rows.
    public let probabilities: [Double]
    /// The linear predictor of each of these rows.
    public let linearPredictors: [Double]
    /// Whether the iteration met its tolerance.
    public let converged: Bool

    let records: LogisticRecords
    /// The columns that are not combinations of others, and the fit of these.
    let kept: [Int]
    let maximum: NewtonMaximum
    /// The positions among ``coefficients`` along which the outcomes are separated.
    let separated: Set<Int>
}

/// Fits a logistic regression by maximum likelihood.
///
/// **Formula.** `logit π = β₀ + β'x`, fitted by iteratively reweighted least squares from `π = (y + ½)/(m + 1)` until
/// the deviance changes by no more than 1e−14 relative to its size. The covariance is that of the last least-squares
/// step, as R's is; it differs from the inverse information at the estimate by the last step's size squared.
///
/// **Interval.** Wald's and the profile likelihood's, by ``FittedLogisticModel/result(level:)``.
///
/// **Units.** Coefficients are logarithms of odds ratios for one unit of a covariate.
///
/// **Edge cases.** A column that is a combination of earlier ones (the intercept first) has no coefficient. Where a
/// combination of columns separates the outcomes, the likelihood has no maximum: the coefficients in it are absent
/// (all of them where every outcome is the same), and ``firthLogisticModel(_:level:)`` is the answer. The fitted
/// probabilities are then those at the end of the iteration.
///
/// **Reference.** McCullagh P, Nelder JA. *Generalized Linear Models*, 1989, chapter 4. doi:10.1201/9780203753736.
///
/// **Equals in R.** `glm(y ~ …, family = binomial, epsilon = 1e-14)`; checked by `Tests/References/logistic`.
public func logisticModel(_ design: LogisticDesign) -> FittedLogisticModel {
    let records = LogisticRecords(design)
    let kept = records.independentColumns()
    let used = LogisticRecords(records, columns: kept)
    let (maximum, stepCovariance) = used.leastSquaresMaximum()
    var positions = used.separatedColumns(maximum, of: design.covariates, kept: kept)
    // The intercept of the original columns takes a share of every coefficient whose column was centred.
    if positions.contains(where: { $0 > 0 && used.means[$0 - 1] != 0 }) { positions.insert(0) }
    let total = used.outcomes.reduce(0, +)
    if total == 0 || total == used.trials.reduce(0, +) { positions = Set(kept.indices) }
    let separated = Set(positions.map { kept[$0] })
    let estimates = used.original(maximum.coefficients)
    let inverse = used.original(stepCovariance)
    var coefficients = [Double?](repeating: nil, count: records.width)
    var covariance = SquareMatrix(size: records.width)
    for (position, column) in kept.enumerated() where !separated.contains(column) {
        coefficients[column] = estimates[position]
        for (other, otherColumn) in kept.enumerated() where !separated.contains(otherColumn) {
            covariance[column, otherColumn] = inverse[position, other]
        }
    }
    let predictors = used.linearPredictor(maximum.coefficients)
    return FittedLogisticModel(
        design: design, coefficients: coefficients, covariance: covariance, rows: records.rows.map(Int.init),
        probabilities: predictors.map(logistic), linearPredictors: predictors,
        converged: maximum.converged, records: used, kept: kept, maximum: maximum, separated: separated)
}

extension LogisticRecords {
    /// The columns that are not combinations of the columns before them.
    func independentColumns() -> [Int] {
        guard count > 0 else { return [0] }
        let start = LogisticLikelihood(records: self, isPenalised: false).value(
            at: [Double](repeating: 0, count: width))
        let cholesky = Cholesky(start.information)
        return (0..<width).filter { !cholesky.isSingular[$0] }
    }

    /// The columns, by position, in which the likelihood has no maximum.
    ///
    /// Single columns are tried, then each factor's reference level (its columns and the intercept), then the direction
    /// in which the iteration was still moving at its end.
    func separatedColumns(_ maximum: NewtonMaximum, of matrix: DesignMatrix, kept: [Int]) -> Set<Int> {
        var found: Set<Int> = []
        for column in 0..<width where separates({ self.columns[$0, column] }) { found.insert(column) }
        for term in matrix.terms where term.covariates.count == 1 {
            let positions = term.columns.compactMap { kept.firstIndex(of: $0 + 1) }
            let isFactor = positions.allSatisfy { means[$0 - 1] == 0 && scales[$0 - 1] == 1 }
            guard !positions.isEmpty, isFactor else { continue }
            let isSeparated = separates { record in
                var rest = 1.0
                for position in positions { rest -= self.columns[record, position] }
                return rest
            }
            if isSeparated { found.formUnion(positions + [0]) }
        }
        if separatesCompletely(maximum.coefficients) { return Set(0..<width) }
        // The step that would follow, or the last one made before the information vanished in some columns.
        for step in [maximum.cholesky.solve(maximum.value.score), maximum.lastMove] {
            let largest = step.reduce(0) { max($0, abs($1)) }
            guard step.count == width, largest > 1e-3, largest.isFinite else { continue }
            let direction = step.map { abs($0) < 1e-4 * largest ? 0 : $0 / largest }
            let isSeparated = separates(tolerance: 1e-6) { record in
                var sum = 0.0
                for column in 0..<self.width { sum += direction[column] * self.columns[record, column] }
                return sum
            }
            if isSeparated { found.formUnion(direction.indices.filter { direction[$0] != 0 }) }
        }
        return found
    }

    /// Whether the predictor has the right sign for every trial, with none near 0: then any predictor close to it has too,
    /// so that no coefficient has a maximum. The iteration may end with weights that vanished altogether, whose last
    /// step says nothing.
    private func separatesCompletely(_ coefficients: [Double]) -> Bool {
        let predictors = linearPredictor(coefficients)
        let largest = predictors.reduce(0) { max($0, abs($1)) }
        guard largest.isFinite, largest > 0, predictors.allSatisfy({ abs($0) > 1e-6 * largest }) else { return false }
        return separates { predictors[$0] }
    }

    /// Whether all trials with a positive value have one outcome and all with a negative value the other.
    private func separates(tolerance: Double = 0, _ value: (Int) -> Double) -> Bool {
        var (isPositive, isNegative, varies) = (true, true, false)
        for record in 0..<count {
            let own = value(record)
            guard abs(own) > tolerance else { continue }
            varies = true
            let hasOutcomes = outcomes[record] > 0
            let hasOthers = outcomes[record] < trials[record]
            if own > 0 ? hasOthers : hasOutcomes { isPositive = false }
            if own > 0 ? hasOutcomes : hasOthers { isNegative = false }
            if !isPositive, !isNegative { return false }
        }
        return varies
    }
}
