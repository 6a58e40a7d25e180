#if canImport(Darwin)
    internal import Darwin
#else
    internal import Glibc
#endif
internal import Mathematics

/// The complete records of a logistic design, with an intercept and the covariates centred and scaled.
struct LogisticRecords: Sendable {
    let rows: [Int32]
    let outcomes: [Double]
    let trials: [Double]
    /// Columns with the intercept first.
    let columns: CovariateRows
    /// For each column but the intercept, what was taken off and what was multiplied by.
    let means: [Double]
    let scales: [Double]

    var count: Int { rows.count }
    var width: Int { columns.width }

    init(_ design: LogisticDesign) {
        let rows = design.completeRows()
        self.rows = rows
        outcomes = rows.map { design.outcomes[Int($0)] }
        trials = rows.map { design.trials[Int($0)] }
        let scaling = Standardisation(design.covariates.columns, rows: rows, weights: trials)
        (means, scales) = (scaling.means, scaling.scales)
        let source = design.covariates.columns
        columns = CovariateRows(count: rows.count, width: source.count + 1, padsSingle: true) { target, stride in
            for record in 0..<rows.count { target[record * stride] = 1 }
            for (position, column) in source.enumerated() {
                let (mean, scale) = (scaling.means[position], scaling.scales[position])
                column.withUnsafeBufferPointer { column in
                    for (record, row) in rows.enumerated() {
                        target[record * stride + position + 1] = (column[Int(row)] - mean) * scale
                    }
                }
            }
        }
    }

    /// The same records with some of the columns, of which the intercept must be the first.
    init(_ other: LogisticRecords, columns kept: [Int]) {
        rows = other.rows
        outcomes = other.outcomes
        trials = other.trials
        means = kept.dropFirst().map { other.means[$0 - 1] }
        scales = kept.dropFirst().map { other.scales[$0 - 1] }
        let source = other.columns
        if kept.count == source.width {
            columns = source
            return
        }
        columns = CovariateRows(count: source.count, width: kept.count, padsSingle: true) { target, stride in
            for record in 0..<source.count {
                for (position, column) in kept.enumerated() {
                    target[record * stride + position] = source[record, column]
                }
            }
        }
    }

    func linearPredictor(_ coefficients: [Double]) -> [Double] {
        [Double](unsafeUninitializedCapacity: count) { target, initialized in
            initialized = count
            guard let target = target.baseAddress else { return }
            columns.multiply(by: coefficients, to: target, of: 0..<count)
        }
    }

    /// Coefficients of the original columns.
    func original(_ coefficients: [Double]) -> [Double] {
        var result = coefficients
        for column in 1..<max(1, width) {
            result[column] *= scales[column - 1]
            result[0] -= result[column] * means[column - 1]
        }
        return result
    }

    /// The covariance of the original columns' coefficients.
    func original(_ covariance: SquareMatrix) -> SquareMatrix {
        var transform = SquareMatrix(size: width)
        transform[0, 0] = 1
        for column in 1..<max(1, width) {
            transform[column, column] = scales[column - 1]
            transform[0, column] = -scales[column - 1] * means[column - 1]
        }
        var result = SquareMatrix(size: width)
        for row in 0..<width {
            let left = (0..<width).map { k in (0..<width).reduce(0) { $0 + transform[row, $1] * covariance[$1, k] } }
            for column in 0..<width {
                result[row, column] = (0..<width).reduce(0) { $0 + left[$1] * transform[column, $1] }
            }
        }
        return result
    }

    /// `½ log |I|` of the original columns less that of the stored ones.
    var penaltyOffset: Double { scales.reduce(0) { $0 - log($1) } }
}
