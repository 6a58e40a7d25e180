internal import Mathematics
internal import Results

/// Lin and Wei's sandwich variance and the score test that belongs to it.
struct RobustVariance {
    /// The covariance of the original coefficients.
    let covariance: SquareMatrix
    /// `u' (Σ u_c u_c')⁻¹ u` with the clusters' score residuals `u_c` at coefficients of zero.
    let scoreStatistic: Double

    /// Computes them; nil for exact ties, whose score residuals are not defined.
    init?(
        design: CoxDesign, records: CoxRecords, ties: TiesMethod, variance: CoxVariance, coefficients: [Double],
        covariance modelCovariance: SquareMatrix
    ) {
        guard ties != .exact else { return nil }
        let width = records.width
        let clusters = variance == .clustered ? records.clusterCodes(design) : nil
        func clusterSums(at coefficients: [Double]) -> [[Double]]? {
            guard let means = CoxMeans(records: records, ties: ties, coefficients: coefficients) else { return nil }
            let residuals = records.scoreResiduals(means)
            let count = clusters.map { Int($0.max() ?? -1) + 1 } ?? records.count
            var sums = [[Double]](repeating: [Double](repeating: 0, count: width), count: count)
            for record in 0..<records.count {
                let cluster = clusters.map { Int($0[record]) } ?? record
                for column in 0..<width {
                    sums[cluster][column] += records.weight(record) * residuals[record * width + column]
                }
            }
            return sums
        }
        guard let atEstimate = clusterSums(at: coefficients),
            let atZero = clusterSums(at: [Double](repeating: 0, count: width))
        else { return nil }
        covariance = Self.crossProduct(atEstimate.map(modelCovariance.times), width: width).rescaled(records.scales)
        var total = [Double](repeating: 0, count: width)
        for sum in atZero { for column in 0..<width { total[column] += sum[column] } }
        let solution = Cholesky(Self.crossProduct(atZero, width: width)).solve(total)
        scoreStatistic = dotProduct(solution, total)
    }

    private static func crossProduct(_ vectors: [[Double]], width: Int) -> SquareMatrix {
        var product = SquareMatrix(size: width)
        for vector in vectors {
            for row in 0..<width {
                for column in row..<width { product[row, column] += vector[row] * vector[column] }
            }
        }
        product.mirrorUpperTriangle()
        return product
    }
}

extension CoxRecords {
    /// The cluster of each sorted record, numbered from 0; nil where the design has none.
    func clusterCodes(_ design: CoxDesign) -> [Int32]? {
        guard let clusters = design.clusters else { return nil }
        let dense = denseCodes(clusters, of: rows).dense
        return rows.map { dense[Int($0)] }
    }
}
