public import Results

/// The probability of being treated that a model gives each row.
public struct PropensityScore: Equatable, Sendable {
    /// The linear predictor of each row, equal bit for bit where all covariates are; NaN where one is missing.
    public let logit: [Double]
    /// The probability of being treated.
    public let probability: [Double]
    /// The model.
    public let fit: LogisticModelFit
    /// What separates treated and controls: without a penalty the score does not exist. Empty otherwise.
    public let separating: [ResultNote]
}

/// Estimates the propensity score by a logistic model of the treatment, or by Firth's penalised one.
///
/// **Ties.** Rows with equal covariates have one score, that of the first of them. A sum may round differently from row to
/// row, and matching would then prefer one of equals for no reason.
///
/// **Edge cases.** Columns that add nothing to others are left out of the sum. Where columns separate the groups, scores
/// are those at the end of the iteration and ``PropensityScore/separating`` says so; Firth's always exist.
///
/// **Reference.** Rosenbaum PR, Rubin DB. *Biometrika* 1983;70:41–55. doi:10.1093/biomet/70.1.41.
///
/// **Equals in R.** `predict(glm(treated ~ …, family = binomial, epsilon = 1e-14))`.
///
/// - Parameters:
///   - design: The treatment as outcome of single trials, and the covariates.
///   - isPenalised: Whether Firth's penalised likelihood is maximised.
///   - level: The confidence level of the model's intervals.
/// - Returns: The score of each row of the design, and the model.
public func propensityScore(_ design: LogisticDesign, isPenalised: Bool, level: Double) -> PropensityScore {
    var logit = [Double](repeating: .nan, count: design.outcomes.count)
    let columns = design.covariates.columns
    let fit: LogisticModelFit
    if isPenalised {
        fit = firthLogisticModel(design, level: level)
        let coefficients = fit.coefficients.map { $0.coefficient ?? 0 }
        for row in logit.indices where fit.n > 0 {
            var sum = coefficients[0]
            for column in columns.indices { sum += coefficients[column + 1] * columns[column][row] }
            logit[row] = sum
        }
    } else {
        let model = logisticModel(design)
        fit = model.result(level: level)
        for (row, predictor) in zip(model.rows, model.linearPredictors) { logit[row] = predictor }
    }
    var first: [[Double]: Double] = [:]
    for row in logit.indices where !logit[row].isNaN {
        let pattern = columns.map { $0[row] }
        if let score = first[pattern] { logit[row] = score } else { first[pattern] = logit[row] }
    }
    return PropensityScore(
        logit: logit, probability: logit.map(logistic), fit: fit,
        separating: isPenalised ? [] : fit.notes.filter { $0.kind == .monotoneLikelihood })
}
