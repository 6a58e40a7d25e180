/// Which population weighting by the propensity score stands for.
public enum WeightedPopulation: String, Codable, CaseIterable, Sendable {
    /// Everyone: `1/e` for the treated, `1/(1 − e)` for the controls.
    case all
    /// The treated: 1, and `e/(1 − e)`.
    case treated
    /// The controls: `(1 − e)/e`, and 1.
    case controls
    /// Those who might have had either (overlap weights): `1 − e`, and `e`. Bounded, and the means of the model's
    /// covariates are exactly equal after logistic regression.
    case overlap
}

/// The weights that make treated and controls alike in the covariates of a propensity score.
///
/// **Formula.** `h(e)/e` for the treated and `h(e)/(1 − e)` for the controls, with `h` equal to 1 for everyone, `e` for the
/// treated, `1 − e` for the controls and `e (1 − e)` for the overlap (``WeightedPopulation``).
///
/// **Units.** Of the weights only the proportions matter; they are neither scaled to a sum nor truncated.
///
/// **Reference.** Li F, Morgan KL, Zaslavsky AM. *J Am Stat Assoc* 2018;113:390–400. doi:10.1080/01621459.2016.1260466.
///
/// **Edge cases.** Nil for a row whose probability is not strictly between 0 and 1, or whose weight would be infinite.
///
/// **Equals in R.** `WeightIt::get_w_from_ps(e, treat, estimand = "ATE")`, with `"ATT"`, `"ATC"` and `"ATO"` for the others.
///
/// - Parameters:
///   - propensity: Each row's probability of being treated.
///   - isTreated: Whether each row is treated.
///   - population: Whom the weighted groups stand for.
/// - Returns: Each row's weight.
/// - Throws: ``DesignError`` where the arrays differ in length.
public func propensityWeights(
    _ propensity: [Double], isTreated: [Bool], population: WeightedPopulation
) throws(DesignError) -> [Double?] {
    guard isTreated.count == propensity.count else {
        throw .lengthsDiffer(of: "isTreated", found: isTreated.count, expected: propensity.count)
    }
    return propensity.indices.map { row in
        let e = propensity[row]
        guard e > 0, e < 1 else { return nil }
        let weight =
            switch population {
            case .all: isTreated[row] ? 1 / e : 1 / (1 - e)
            case .treated: isTreated[row] ? 1 : e / (1 - e)
            case .controls: isTreated[row] ? (1 - e) / e : 1
            case .overlap: isTreated[row] ? 1 - e : e
            }
        return weight.isFinite ? weight : nil
    }
}
