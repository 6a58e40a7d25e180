public import Mathematics
public import Results

/// A Cox model fitted to records: the estimates, and what residuals, curves and tests are computed from.
///
/// It holds patients' data and stays on the analysis side; ``result(level:)`` is what crosses to the results.
public struct FittedCoxModel: Sendable {
    /// What the model was fitted to.
    public let design: CoxDesign
    /// How ties were treated.
    public let ties: TiesMethod
    /// How the variance was estimated.
    public let variance: CoxVariance
    /// The log hazard ratios in the design's order; nil where the estimate does not exist.
    public let coefficients: [Double?]
    /// The covariance of the coefficients by ``variance``; rows and columns of absent coefficients are zero.
    public let covariance: SquareMatrix
    /// The inverse information.
    public let modelCovariance: SquareMatrix
    /// The log partial likelihood with all coefficients zero.
    public let logLikelihoodNull: Double
    /// The log partial likelihood at the end of the iteration.
    public let logLikelihood: Double
    /// The score statistic with all coefficients zero.
    public let scoreStatistic: Double
    /// The robust score statistic with all coefficients zero, where the variance is robust or clustered.
    public let robustScoreStatistic: Double?
    /// Newton steps taken.
    public let iterations: Int
    /// Whether the iteration met its tolerance.
    public let converged: Bool
    /// The coefficients in which the likelihood is monotone, in the design's order.
    public let monotone: [MonotoneLikelihood]
    /// What a reader must know of the fit.
    public let notes: [ResultNote]

    /// Patients, or records of patients, that the model rests on.
    public var n: Int { records.patientCount }
    /// Events among them.
    public var events: Int { records.eventCount }
    /// The rows of the design that the model rests on, in their order.
    public var rows: [Int] { records.rows.map(Int.init).sorted() }

    let records: CoxRecords
    /// The coefficients of the stored covariates where the iteration ended; 0 where the column is singular.
    let storedCoefficients: [Double]
    /// The inverse information of the stored covariates.
    let storedCovariance: SquareMatrix
    /// Whether each column is left out as a combination of the columns before it.
    let isSingular: [Bool]
}

extension FittedCoxModel {
    /// The linear predictor of each sorted record: centred at the covariates' means, the offset as it is.
    var linearPredictor: [Double] {
        records.coded.map { records.linearPredictor(storedCoefficients, of: $0) }
            ?? records.linearPredictor(storedCoefficients)
    }

    /// The columns that have an estimate.
    var estimated: [Int] { coefficients.indices.filter { coefficients[$0] != nil } }

    /// Puts values of sorted records into the order of the design's rows.
    func inDesignOrder<Value>(_ values: [Value]) -> [Value] {
        guard records.count == design.time.count else { return recordsByRow.map { values[Int($0)] } }
        return scattered(values, to: records.rows)
    }

    /// The sorted records in the order of the design's rows.
    var recordsByRow: [Int32] {
        let recordOfRow = places(of: records.rows, among: design.time.count)
        return records.count == recordOfRow.count ? recordOfRow : recordOfRow.filter { $0 >= 0 }
    }
}

extension SquareMatrix {
    /// The covariance of the original coefficients from that of the stored ones.
    func rescaled(_ scales: [Double]) -> SquareMatrix {
        var result = self
        for row in 0..<size {
            for column in 0..<size { result[row, column] *= scales[row] * scales[column] }
        }
        return result
    }
}
