internal import Mathematics
internal import Results

/// Lin and Wei's sandwich variance and the score test that belongs to it.
struct RobustVariance {
    /// The covariance of the original coefficients.
    let covariance: SquareMatrix
    /// `u' (Σ u_c u_c')⁻¹ u` with the clusters' score residuals `u_c` at coefficients of zero; nil where they all vanish.
    let scoreStatistic: Double?

    /// Computes them; nil for exact ties, whose score residuals are not defined, and for records that stand for several
    /// patients.
    init?(
        design: CoxDesign, records: CoxRecords, ties: TiesMethod, variance: CoxVariance, coefficients: [Double],
        covariance modelCovariance: SquareMatrix
    ) {
        // The influence of each of several patients alike would have to be told apart.
        guard ties != .exact, records.frequency.isEmpty else { return nil }
        let width = records.width
        let clusters = variance == .clustered ? records.clusterCodes(design) : nil
        let clusterCount = clusters.map { Int($0.max() ?? -1) + 1 } ?? records.count
        /// Each cluster's weighted score residuals, cluster by cluster.
        func clusterSums(at coefficients: [Double]) -> [Double]? {
            guard let means = CoxMeans(records: records, ties: ties, coefficients: coefficients) else { return nil }
            var residuals = records.scoreResiduals(means)
            if !records.weights.isEmpty {
                for record in 0..<records.count {
                    for column in 0..<width { residuals[record * width + column] *= records.weights[record] }
                }
            }
            guard let clusters else { return residuals }
            var sums = [Double](repeating: 0, count: clusterCount * width)
            for record in 0..<records.count {
                let cluster = Int(clusters[record])
                for column in 0..<width { sums[cluster * width + column] += residuals[record * width + column] }
            }
            return sums
        }
        guard let atEstimate = clusterSums(at: coefficients),
            let atZero = clusterSums(at: [Double](repeating: 0, count: width))
        else { return nil }
        // Σ (V u)(V u)' = V (Σ u u') V.
        // Residuals that are only rounding errors, as where everything is tied, have no variance.
        let negligible = 1e-26 * Double(clusterCount) * records.weights.reduce(1) { max($0, $1 * $1) }
        func spread(_ sums: [Double]) -> SquareMatrix {
            var product = Self.crossProduct(sums, count: clusterCount, width: width)
            for column in 0..<width where product[column, column] <= negligible {
                for other in 0..<width {
                    product[column, other] = 0
                    product[other, column] = 0
                }
            }
            return product
        }
        let meat = spread(atEstimate)
        covariance = modelCovariance.times(meat).times(modelCovariance).rescaled(records.scales)
        var total = [Double](repeating: 0, count: width)
        for cluster in 0..<clusterCount {
            for column in 0..<width { total[column] += atZero[cluster * width + column] }
        }
        let cholesky = Cholesky(spread(atZero))
        scoreStatistic = cholesky.rank > 0 ? dotProduct(cholesky.solve(total), total) : nil
    }

    private static func crossProduct(_ vectors: [Double], count: Int, width: Int) -> SquareMatrix {
        let rows = CovariateRows(count: count, width: width, padsSingle: true) { target, stride in
            for row in 0..<count {
                for column in 0..<width { target[row * stride + column] = vectors[row * width + column] }
            }
        }
        var product = WeightedCrossProduct(width: width, stride: rows.stride)
        let ones = [Double](repeating: 1, count: count)
        ones.withUnsafeBufferPointer { ones in
            if let ones = ones.baseAddress { product.add(rows.base, weights: ones, count: count) }
        }
        return product.matrix
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
