/// Everything that a logistic model is fitted to: outcomes and covariates, one entry a record.
///
/// A record is one trial, or several with the same covariates. Records with a missing value are left out and counted.
public struct LogisticDesign: Equatable, Sendable {
    /// Trials with the outcome; NaN is missing.
    public let outcomes: [Double]
    /// Trials; NaN is missing.
    public let trials: [Double]
    /// The covariates; the intercept is added by the model.
    public let covariates: DesignMatrix

    /// One trial a record; nil is missing.
    public init(hasOutcome: [Bool?], covariates: DesignMatrix) throws(DesignError) {
        try self.init(
            outcomes: hasOutcome.map { $0.map { $0 ? 1 : 0 } ?? .nan },
            trials: [Double](repeating: 1, count: hasOutcome.count), covariates: covariates)
    }

    /// Several trials a record.
    ///
    /// - Parameters:
    ///   - outcomes: Trials with the outcome.
    ///   - trials: Trials in all, at least as many and more than none.
    ///   - covariates: The covariates.
    /// - Throws: ``DesignError`` where the arrays do not fit together.
    public init(outcomes: [Double], trials: [Double], covariates: DesignMatrix) throws(DesignError) {
        for (name, count) in [("trials", trials.count), ("covariates", covariates.rows)] where count != outcomes.count {
            throw .lengthsDiffer(of: name, found: count, expected: outcomes.count)
        }
        if let row = outcomes.firstIndex(where: \.isInfinite) { throw .infinite(in: "outcomes", row: row) }
        if let row = trials.firstIndex(where: \.isInfinite) { throw .infinite(in: "trials", row: row) }
        if let row = trials.firstIndex(where: { $0 <= 0 }) { throw .weightNotPositive(row: row) }
        if let row = outcomes.indices.first(where: { outcomes[$0] < 0 || outcomes[$0] > trials[$0] }) {
            throw .outcomesExceedTrials(row: row)
        }
        self.outcomes = outcomes
        self.trials = trials
        self.covariates = covariates
    }

    /// The records without a missing value.
    func completeRows() -> [Int32] {
        (0..<outcomes.count).filter { row in
            !outcomes[row].isNaN && !trials[row].isNaN && covariates.isComplete(row)
        }.map(Int32.init)
    }
}
