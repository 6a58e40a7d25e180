import Mathematics

/// Count, mean and sum of squared distances from the mean, each without accumulated rounding error.
struct Moments {
    let count: Double
    let mean: Double
    let squaredDistances: Double

    /// The variance with `n − 1`; nil for fewer than two values.
    var variance: Double? { count > 1 ? squaredDistances / (count - 1) : nil }

    /// Nil without values.
    init?(_ values: [Double]) {
        guard !values.isEmpty else { return nil }
        count = Double(values.count)
        // The second pass corrects the mean for what its rounding left over.
        let rough = CompensatedSum(values).value / count
        let center = rough + CompensatedSum(values.lazy.map { $0 - rough }).value / count
        mean = center
        squaredDistances = CompensatedSum(values.lazy.map { ($0 - center) * ($0 - center) }).value
    }
}
