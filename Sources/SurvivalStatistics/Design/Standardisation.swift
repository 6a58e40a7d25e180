/// How columns are centred and scaled before a model is fitted to them.
///
/// A column of −1, 0 and 1 only is left alone. Any other is centred at its weighted mean and multiplied by the reciprocal
/// of its weighted mean absolute deviation. Neither changes a result but by rounding; both make one tolerance fit all.
struct Standardisation {
    let means: [Double]
    let scales: [Double]

    /// - Parameters:
    ///   - columns: The columns.
    ///   - rows: The rows that count.
    ///   - weights: Each of these rows' weight; empty where all are 1.
    init(_ columns: [[Double]], rows: [Int32], weights: [Double]) {
        var means = [Double](repeating: 0, count: columns.count)
        var scales = [Double](repeating: 1, count: columns.count)
        let total = weights.isEmpty ? Double(rows.count) : weights.reduce(0, +)
        for (position, column) in columns.enumerated() {
            let isIndicator = rows.allSatisfy { row in
                let value = column[Int(row)]
                return value == 0 || value == 1 || value == -1
            }
            if isIndicator { continue }
            var (sum, deviation) = (0.0, 0.0)
            for (record, row) in rows.enumerated() {
                sum += column[Int(row)] * (weights.isEmpty ? 1 : weights[record])
            }
            let mean = sum / total
            for (record, row) in rows.enumerated() {
                deviation += abs(column[Int(row)] - mean) * (weights.isEmpty ? 1 : weights[record])
            }
            means[position] = mean
            if deviation > 0 { scales[position] = total / deviation }
        }
        self.means = means
        self.scales = scales
    }
}

/// Standardised columns laid out record by record.
func standardised(
    _ columns: [[Double]], rows: [Int32], weights: [Double]
) -> (values: [Double], means: [Double], scales: [Double]) {
    let scaling = Standardisation(columns, rows: rows, weights: weights)
    let width = columns.count
    var values = [Double](repeating: 0, count: rows.count * width)
    for (position, column) in columns.enumerated() {
        let (mean, scale) = (scaling.means[position], scaling.scales[position])
        for (record, row) in rows.enumerated() {
            values[record * width + position] = (column[Int(row)] - mean) * scale
        }
    }
    return (values, scaling.means, scaling.scales)
}
