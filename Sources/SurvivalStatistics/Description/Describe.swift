public import Results

/// Describes a set of values by count, mean, standard deviation, range and quartiles.
///
/// **Formula.** The standard deviation divides by `n − 1`; the quartiles and the median are of `quantileType`
/// (``quantile(_:ofSorted:type:)``).
///
/// **Ties.** None.
///
/// **Units.** Those of the values.
///
/// **Edge cases.** NaN counts as missing and is left out. Without values every number is absent; one value has no
/// standard deviation.
///
/// **Equals in R.** `mean`, `sd`, `min`, `max` and `stats::quantile(type = <quantileType>)`.
///
/// - Parameters:
///   - values: The values.
///   - quantileType: Hyndman and Fan's type of quantile, 1–9.
///   - decimals: How many decimals the data themselves carry; it is passed on for printing.
/// - Returns: The description.
public func describe(_ values: [Double], quantileType: Int, decimals: Int) -> Description {
    let sorted = withoutMissing(values).values.sorted()
    let moments = Moments(sorted)
    func finite(_ value: Double?) -> Double? { value.flatMap { $0.isFinite ? $0 : nil } }
    func quartile(_ probability: Double) -> Double? {
        finite(quantile(probability, ofSorted: sorted, type: quantileType))
    }
    return Description(
        n: sorted.count, mean: finite(moments?.mean), standardDeviation: finite(moments?.variance?.squareRoot()),
        minimum: finite(sorted.first), lowerQuartile: quartile(0.25), median: quartile(0.5),
        upperQuartile: quartile(0.75), maximum: finite(sorted.last), decimals: decimals)
}
