/// Why arrays do not make a design: a fault of the caller, not of the data's statistics.
public enum DesignError: Error, Equatable, Sendable {
    /// An array has another length than the others.
    case lengthsDiffer(of: String, found: Int, expected: Int)
    /// A value is infinite.
    case infinite(in: String, row: Int)
    /// A patient enters observation at or after its end.
    case entryNotBeforeEnd(row: Int)
    /// A factor's code is not the position of one of its levels.
    case unknownLevel(of: String, row: Int)
    /// A factor's reference is not the position of one of its levels, or it has none.
    case unknownReference(of: String)
    /// An interaction names a covariate that is not in the design.
    case unknownCovariate(String)
    /// Two covariates have one name.
    case duplicateCovariate(String)
    /// A weight is zero or negative.
    case weightNotPositive(row: Int)
    /// More trials, or fewer than none, have the outcome than there are.
    case outcomesExceedTrials(row: Int)
    /// Optimal matching was asked for with replacement, where the nearest partners are optimal already.
    case replacementNotOptimal
}
