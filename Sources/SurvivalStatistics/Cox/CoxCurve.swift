#if canImport(Darwin)
    internal import Darwin
#else
    internal import Glibc
#endif
internal import Mathematics
public import Results

/// A hazard that a Cox model predicts for one stratum and one set of covariates.
///
/// One entry of each array for each distinct time of the stratum.
public struct PredictedCurve: Codable, Equatable, Sendable {
    /// The stratum's code.
    public let stratum: Int
    /// The distinct times of events and censorings, ascending.
    public let time: [Double]
    /// The cumulative hazard just after each time.
    public let cumulativeHazard: [Double]
    /// The standard error of the cumulative hazard, which is that of `log S`; absent without covariance.
    public let standardError: [Double?]
    /// `e^{−H}` just after each time.
    public let survival: [Double]
    /// The lower confidence limit of the survival; absent where it does not exist.
    public let lower: [Double?]
    /// The upper confidence limit of the survival; absent where it does not exist.
    public let upper: [Double?]
    /// The confidence level.
    public let level: Double
    /// The scale on which the interval is symmetric.
    public let transform: ConfidenceTransform
}

extension FittedCoxModel {
    /// The cumulative baseline hazard of each stratum: at the covariates' means (zero for columns of −1, 0 and 1) and the
    /// mean offset.
    ///
    /// **Formula.** Breslow's estimate `Σ d/S₀`, or with Efron's ties `Σ w̄ Σ 1/(S₀ − (l/d) D₀)`.
    ///
    /// **Equals in R.** `basehaz(fit)`.
    public func baselineHazard(level: Double, transform: ConfidenceTransform) -> [PredictedCurve] {
        curves(predictor: [Double](repeating: 0, count: records.width), level: level, transform: transform)
    }

    /// The survival curve that the model predicts for these covariates, one for each stratum.
    ///
    /// **Formula.** `S(t) = e^{−H(t)}`, `H = H₀ e^{β'x}`. With `q(t) = Σ (x − x̄) dH₀` up to `t`, the variance of `H` is
    /// `e^{2β'x} (Σ w̄ Σ 1/r² + q' V q)`.
    ///
    /// **Edge cases.** Before the first event both limits are 1. A column without an estimate counts as zero.
    ///
    /// **Equals in R.** `survfit(fit, newdata)`.
    ///
    /// - Parameters:
    ///   - columns: The values of the design's columns, in its order.
    ///   - level: The confidence level, between 0 and 1.
    ///   - transform: The scale on which the interval is symmetric.
    /// - Returns: One curve for each stratum, in ascending order of its code.
    /// - Throws: ``DesignError`` where the values are not one for each column, or not finite.
    public func survivalCurves(
        for columns: [Double], level: Double, transform: ConfidenceTransform
    ) throws(DesignError) -> [PredictedCurve] {
        guard columns.count == records.width else {
            throw .lengthsDiffer(of: "columns", found: columns.count, expected: records.width)
        }
        if columns.contains(where: { !$0.isFinite }) { throw .infinite(in: "columns", row: 0) }
        let stored = columns.indices.map { (columns[$0] - records.means[$0]) * records.scales[$0] }
        return curves(predictor: stored, level: level, transform: transform)
    }

    private func curves(predictor stored: [Double], level: Double, transform: ConfidenceTransform) -> [PredictedCurve] {
        guard let means = CoxMeans(records: records, ties: hazardTies, coefficients: storedCoefficients) else {
            return []
        }
        let width = records.width
        let quantile = Normal.halfWidth(level: level)
        let relative = exp(dotProduct(stored, storedCoefficients) + records.meanOffset - means.hazard.shift)
        let covariance = curveCovariance
        return records.strata.map { code, groups in
            var (hazard, variance) = (0.0, 0.0)
            var distance = [Double](repeating: 0, count: width)
            var curve = CurveArrays()
            for group in groups {
                hazard += means.hazard.increment[group]
                variance += means.hazardVariance[group]
                for column in 0..<width {
                    distance[column] +=
                        stored[column] * means.hazard.increment[group] - means.weightedMean[group * width + column]
                }
                let error = relative * (variance + covariance.quadraticForm(distance)).squareRoot()
                curve.append(
                    time: records.groupTime[group], hazard: relative * hazard, error: error, quantile: quantile,
                    transform: transform)
            }
            return PredictedCurve(
                stratum: code, time: curve.time, cumulativeHazard: curve.hazard, standardError: curve.error,
                survival: curve.survival, lower: curve.lower, upper: curve.upper, level: level, transform: transform)
        }
    }

    /// The covariance that curves use, in stored covariates.
    private var curveCovariance: SquareMatrix {
        variance == .model ? storedCovariance : covariance.rescaled(records.scales.map { 1 / $0 })
    }
}

extension FittedCoxModel {
    /// The weighted mean of each column over the model's records; zero for columns of −1, 0 and 1, as in R.
    ///
    /// **Equals in R.** `fit$means`.
    public var columnMeans: [Double] { records.means }
}

extension CoxRecords {
    /// The weighted mean of the offsets.
    var meanOffset: Double {
        guard !offset.isEmpty else { return 0 }
        var (sum, total) = (0.0, 0.0)
        for record in 0..<count {
            sum += weight(record) * offset[record]
            total += weight(record)
        }
        return sum / total
    }
}

/// A curve while it is being built.
private struct CurveArrays {
    var time: [Double] = []
    var hazard: [Double] = []
    var error: [Double?] = []
    var survival: [Double] = []
    var lower: [Double?] = []
    var upper: [Double?] = []

    mutating func append(
        time: Double, hazard: Double, error: Double, quantile: Double, transform: ConfidenceTransform
    ) {
        let survival = exp(-hazard)
        let limits = survivalInterval(
            survival, standardErrorOfLog: finite(error), transform: transform, halfWidth: quantile)
        self.time.append(time)
        self.hazard.append(hazard)
        self.error.append(finite(error))
        self.survival.append(survival)
        lower.append(limits.lower.flatMap(finite))
        upper.append(limits.upper.flatMap(finite))
    }
}
