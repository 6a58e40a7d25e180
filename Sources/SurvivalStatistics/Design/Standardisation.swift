internal import Mathematics

/// How columns are centred and scaled before a model is fitted to them.
///
/// A column of −1, 0 and 1 only is left alone. Any other is centred at its weighted mean and multiplied by the reciprocal
/// of its weighted mean absolute deviation. Neither changes a result but by rounding; both make one tolerance fit all.
struct Standardisation {
    let means: [Double]
    let scales: [Double]

    /// - Parameters:
    ///   - columns: The columns.
    ///   - rows: The rows that count, ascending where they are all.
    ///   - weights: Each of these rows' weight; empty where all are 1.
    init(_ columns: [[Double]], rows: [Int32], weights: [Double]) {
        let total = weights.isEmpty ? Double(rows.count) : weights.reduce(0, +)
        func standardise(_ column: [Double]) -> (mean: Double, scale: Double) {
            // Where every row counts, in order, the column is read as it stands.
            let values = rows.count == column.count ? column : rows.map { column[Int($0)] }
            if Self.isIndicator(values) { return (0, 1) }
            let (mean, deviation) = Self.moments(values, weights: weights, total: total)
            return (mean, deviation > 0 ? total / deviation : 1)
        }
        let found =
            rows.count < 10_000 ? columns.map(standardise) : concurrentMap(columns.count) { standardise(columns[$0]) }
        means = found.map(\.mean)
        scales = found.map(\.scale)
    }

    /// What was found out otherwise.
    init(means: [Double], scales: [Double]) {
        self.means = means
        self.scales = scales
    }
}

extension Standardisation {
    /// Whether all values are −1, 0 or 1: just these are their own cubes.
    fileprivate static func isIndicator(_ values: [Double]) -> Bool {
        values.withUnsafeBytes { bytes in
            var start = 0
            while start + 64 <= values.count {
                var isCube = SIMDMask<SIMD8<Int64>>(repeating: true)
                for index in 0..<8 {
                    let eight = bytes.loadUnaligned(fromByteOffset: (start + 8 * index) * 8, as: SIMD8<Double>.self)
                    isCube .&= eight * eight * eight .== eight
                }
                if !all(isCube) { return false }
                start += 64
            }
            return values[start...].allSatisfy { $0 * $0 * $0 == $0 }
        }
    }

    /// The weighted mean, and the weighted sum of absolute deviations from it.
    fileprivate static func moments(
        _ values: [Double], weights: [Double], total: Double
    ) -> (mean: Double, deviation: Double) {
        values.withUnsafeBufferPointer { values in
            var (sum, deviation) = (0.0, 0.0)
            if weights.isEmpty {
                sum = Self.sum(of: values) { $0 }
            } else {
                for index in 0..<values.count { sum += values[index] * weights[index] }
            }
            let mean = sum / total
            if weights.isEmpty {
                deviation = Self.sum(of: values) { value in
                    let difference = value - mean
                    return difference.replacing(with: -difference, where: difference .< 0)
                }
            } else {
                for index in 0..<values.count { deviation += abs(values[index] - mean) * weights[index] }
            }
            return (mean, deviation)
        }
    }

    /// The sum of a function of all values: eight sums side by side, so that none waits for the addition before it.
    @inline(__always)
    private static func sum(
        of values: UnsafeBufferPointer<Double>, _ term: (SIMD8<Double>) -> SIMD8<Double>
    ) -> Double {
        let bytes = UnsafeRawBufferPointer(values)
        var sums = SIMD8<Double>()
        let whole = values.count / 8
        for index in 0..<whole {
            sums += term(bytes.loadUnaligned(fromByteOffset: index * 64, as: SIMD8<Double>.self))
        }
        return values[(whole * 8)...].reduce(sums.sum()) { $0 + term(SIMD8(repeating: $1))[0] }
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
