public import Results

/// Describes a set of values that count unequally, as after weighting by a propensity score.
///
/// **Formula.** Mean `Σwx/Σw`; variance `Σw / ((Σw)² − Σw²) · Σ w(x − x̄)²`, as in ``standardisedDifference(_:_:scale:)``.
/// A quantile is the smallest value up to which the weights reach the share `p` of their sum; where they reach it exactly,
/// the mean of that value and the next. With equal weights that is Hyndman and Fan's type 2; the other types are not
/// defined for weights.
///
/// **Ties.** None.
///
/// **Units.** Those of the values. Weights may be multiplied by any number.
///
/// **Edge cases.** NaN counts as missing and is left out, as are values of weight 0. Without values every number is
/// absent; a single value has no standard deviation.
///
/// **Equals in R.** `weighted.mean`, `sqrt(cov.wt(method = "unbiased")$cov)`, and `survey::svyquantile(qrule = "hf2")`.
///
/// - Parameters:
///   - group: The values and their weights.
///   - decimals: How many decimals the data themselves carry; it is passed on for printing.
/// - Returns: The description; `n` counts values, not weights.
public func describe(_ group: WeightedValues, decimals: Int) -> Description {
    let weights = group.weights ?? [Double](repeating: 1, count: group.values.count)
    let pairs = zip(group.values, weights).filter { !$0.0.isNaN && $0.1 > 0 }.sorted { $0.0 < $1.0 }
    let moments = WeightedMoments(WeightedValues(pairs.map(\.0), weights: pairs.map(\.1)))
    func finite(_ value: Double?) -> Double? { value.flatMap { $0.isFinite ? $0 : nil } }
    func quartile(_ probability: Double) -> Double? { finite(weightedQuantile(probability, ofSorted: pairs)) }
    return Description(
        n: pairs.count, mean: finite(moments?.mean), standardDeviation: finite(moments?.variance?.squareRoot()),
        minimum: finite(pairs.first?.0), lowerQuartile: quartile(0.25), median: quartile(0.5),
        upperQuartile: quartile(0.75), maximum: finite(pairs.last?.0), decimals: decimals)
}

private func weightedQuantile(_ probability: Double, ofSorted pairs: [(value: Double, weight: Double)]) -> Double? {
    let total = pairs.reduce(0) { $0 + $1.weight }
    let target = probability * total
    var reached = 0.0
    for (index, pair) in pairs.enumerated() {
        reached += pair.weight
        // Sums of weights are compared as far as their rounding errors let them.
        if abs(reached - target) <= 1e-12 * total, index + 1 < pairs.count {
            return (pair.value + pairs[index + 1].value) / 2
        }
        if reached >= target { return pair.value }
    }
    return pairs.last?.value
}
