#if canImport(Darwin)
    internal import Darwin
#else
    internal import Glibc
#endif
internal import Mathematics
public import Results

/// Residuals with one value a record and column of the design.
public struct ResidualMatrix: Equatable, Sendable {
    /// What the columns stand for.
    public let columns: [ColumnIdentity]
    /// The design's row that each line belongs to.
    public let rows: [Int]
    /// The time of each line.
    public let times: [Double]
    /// The values, line by line.
    public let values: [[Double]]
}

/// The residuals of a Cox model (Therneau and Grambsch, *Modeling Survival Data*, 2000, chapters 4 to 7).
///
/// Records come in the order of the design's rows that the model rests on; Schoenfeld's residuals in the order of
/// stratum and time. Exact ties give martingale and deviance residuals with Breslow's hazard, as R does, and no others.
extension FittedCoxModel {
    /// Breslow's hazard goes with the exact likelihood.
    var hazardTies: TiesMethod { ties == .exact ? .breslow : ties }

    private func means() -> CoxMeans? {
        CoxMeans(records: records, ties: hazardTies, coefficients: storedCoefficients)
    }

    /// A residual of the events expected of each record, `e^η H`, and whether it had one; in the order of the design's rows.
    @inline(__always)
    private func residuals(_ residual: (_ expected: Double, _ isEvent: Bool) -> Double) -> [Double] {
        guard let hazard = CoxHazard(records: records, ties: hazardTies, coefficients: storedCoefficients) else {
            return []
        }
        var values = hazard.exposure(records)
        values.withUnsafeMutableBufferPointer { values in
            hazard.risk.withUnsafeBufferPointer { risk in
                nonisolated(unsafe) let (values, risk) = (values, risk)
                concurrently(inBlocksOf: records.count) { block in
                    for record in block {
                        values[record] = residual(
                            risk[record] / records.weight(record) * values[record], records.isEvent[record])
                    }
                }
            }
        }
        return inDesignOrder(values)
    }

    /// Martingale residuals: the events of each record minus the events expected of it, `δ − e^η H`.
    ///
    /// **Equals in R.** `residuals(fit, "martingale")`.
    public var martingaleResiduals: [Double] {
        residuals { expected, isEvent in (isEvent ? 1 : 0) - expected }
    }

    /// Deviance residuals: `sign(M) √(−2 [M + δ log(δ − M)])` with martingale residual `M`.
    ///
    /// **Equals in R.** `residuals(fit, "deviance")`.
    public var devianceResiduals: [Double] {
        residuals { expected, isEvent in
            let residual = (isEvent ? 1 : 0) - expected
            // Where nothing was expected of an event, the residual is as large as the numbers can say.
            let inner = residual + (isEvent ? log(max(expected, .leastNormalMagnitude)) : 0)
            return (residual < 0 ? -1 : 1) * max(0, -2 * inner).squareRoot()
        }
    }

    /// The linear predictor of each record, offset included, centred at the covariates' means and the mean offset, in which
    /// weights do not count.
    ///
    /// **Equals in R.** `fit$linear.predictors`.
    public var linearPredictors: [Double] {
        let mean = records.offset.isEmpty ? 0 : records.offset.reduce(0, +) / Double(records.count)
        return inDesignOrder(linearPredictor.map { $0 - mean })
    }

    /// Score residuals: each record's part of the score, `∫ (x − x̄) dM`, unweighted; nil for exact ties.
    ///
    /// **Equals in R.** `residuals(fit, "score")`.
    public var scoreResiduals: ResidualMatrix? {
        guard ties != .exact, let means = means() else { return nil }
        return matrix(records.scoreResiduals(means)) { value, column in value / records.scales[column] }
    }

    /// Dfbetas: the approximate change of the coefficients if the record is left out, times its weight; nil for exact
    /// ties.
    ///
    /// **Equals in R.** `residuals(fit, "dfbeta")`.
    public var dfbetaResiduals: ResidualMatrix? {
        guard ties != .exact, let means = means() else { return nil }
        let score = records.scoreResiduals(means)
        let width = records.width
        var values = score
        for record in 0..<records.count {
            let own = storedCovariance.times(Array(score[(record * width)..<((record + 1) * width)]))
            for column in 0..<width { values[record * width + column] = own[column] * records.weight(record) }
        }
        return matrix(values) { value, column in value * records.scales[column] }
    }

    private func matrix(_ values: [Double], _ rescale: (Double, Int) -> Double) -> ResidualMatrix {
        let width = records.width
        let order = recordsByRow.map(Int.init)
        return ResidualMatrix(
            columns: design.covariates.identities, rows: order.map { Int(records.rows[$0]) },
            times: order.map { design.time[Int(records.rows[$0])] },
            values: order.map { record in
                (0..<width).map { rescale(values[record * width + $0], $0) }
            })
    }

    /// Schoenfeld's residuals: each event's covariates minus their mean in its risk set; nil for exact ties.
    ///
    /// **Equals in R.** `residuals(fit, "schoenfeld")`.
    public var schoenfeldResiduals: ResidualMatrix? {
        schoenfeld { residual in
            residual.indices.map { residual[$0] / records.scales[$0] }
        }
    }

    /// Schoenfeld's residuals times the covariance and the number of events, plus the coefficients: their smooth over
    /// time shows how a log hazard ratio changes; nil for exact ties.
    ///
    /// **Equals in R.** `residuals(fit, "scaledsch")`.
    public var scaledSchoenfeldResiduals: ResidualMatrix? {
        schoenfeld { residual in
            let scaled = storedCovariance.times(residual)
            return residual.indices.map { column in
                (scaled[column] * Double(events) + storedCoefficients[column]) * records.scales[column]
            }
        }
    }

    private func schoenfeld(_ transform: ([Double]) -> [Double]) -> ResidualMatrix? {
        guard ties != .exact, let means = means() else { return nil }
        let width = records.width
        var (rows, times, values): ([Int], [Double], [[Double]]) = ([], [], [])
        for group in 0..<records.groupCount where records.groupEvents[group] > 0 {
            for record in records.group(group) where records.isEvent[record] {
                rows.append(Int(records.rows[record]))
                times.append(records.groupTime[group])
                values.append(
                    transform(
                        (0..<width).map { column in
                            records.covariates[record, column] - means.mean[group * width + column]
                        }))
            }
        }
        return ResidualMatrix(columns: design.covariates.identities, rows: rows, times: times, values: values)
    }
}
