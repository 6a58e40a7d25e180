#if canImport(Darwin)
    internal import Darwin
#else
    internal import Glibc
#endif
internal import Mathematics
public import Results

/// Fits Fine and Gray's proportional model of the subdistribution hazard of one cause.
///
/// **Formula.** ``SubdistributionLikelihood``, climbed by Newton's method from zero. The variance is the sandwich
/// `I⁻¹ Σ (η + ψ)(η + ψ)' I⁻¹`, where `η = ∫ (x − x̄) w dM` is a patient's part of the score and `ψ = ∫ q/π dM^c` what it
/// contributes through the estimated censoring distribution (`cmprsk` only), with
/// `q(u) = Σ_{T < u, competing} ∫_{s ≥ u} (x − x̄) w e^η dΛ` and `π` the share still observed.
///
/// **Ties.** By `method`: Breslow's (`cmprsk`), Efron's (`weighted`).
///
/// **Interval.** Wald's, symmetric on the log ratio, with the sandwich.
///
/// **Units.** Coefficients are logarithms of ratios for one unit of a covariate, whatever the unit of time.
///
/// **Edge cases.** Columns that are combinations of earlier ones have no coefficient. Without events of the cause none has.
/// With late entry the model is not fitted, and a note says so. Patients with a missing covariate are left out and counted.
///
/// **Reference.** Fine JP, Gray RJ. *J Am Stat Assoc* 1999;94:496–509. doi:10.1080/01621459.1999.10474144.
///
/// **Equals in R.** `cmprsk::crr`, or `survival::coxph` on `survival::finegray`; checked by
/// `Tests/References/competing-risks`.
///
/// - Parameters:
///   - sample: The follow-up.
///   - covariates: The covariates.
///   - cause: The cause's code.
///   - method: Whose conventions hold.
///   - level: The confidence level.
/// - Returns: The fit.
/// - Throws: ``DesignError`` where the covariates have another number of records.
public func subdistributionModel(
    _ sample: CompetingRisksSample, covariates: DesignMatrix, cause: Int, method: SubdistributionMethod, level: Double
) throws(DesignError) -> SubdistributionFit {
    guard covariates.rows == sample.count else {
        throw .lengthsDiffer(of: "covariates", found: covariates.rows, expected: sample.count)
    }
    let records = SubdistributionRecords(sample, covariates: covariates, cause: cause, method: method)
    if sample.entry != nil {
        return SubdistributionFit(unfitted: records, of: covariates, cause: cause, method: method, level: level)
    }
    let ties: TiesMethod = method == .cmprsk ? .breslow : .efron
    let maximum = newtonMaximum(
        of: SubdistributionLikelihood(records: records, ties: ties),
        from: [Double](repeating: 0, count: records.width), control: .tight)
    let stored = maximum.cholesky.inverse()
    let sandwich =
        SubdistributionSweep(records: records, ties: ties, coefficients: maximum.coefficients).map {
            $0.sandwich(inverse: stored, method: method)
        } ?? SquareMatrix(size: records.width)
    let isMoving = stored.times(maximum.value.score).map { abs($0) > 1e-3 }
    // A column may have stopped moving because another, which still does, has taken all of its patients' weight.
    let diverging = zip(isMoving, records.monotoneColumns(of: covariates)).map { $0 || $1 }
    var notes: [ResultNote] = []
    let missing = sample.count - records.count
    if missing > 0 { notes.append(ResultNote(.missingLeftOut, count: Double(missing))) }
    if records.count == 0 { notes.append(ResultNote(.noPatients)) }
    if records.count > 0, records.eventCount == 0 { notes.append(ResultNote(.noEvents)) }
    if !maximum.converged { notes.append(ResultNote(.notConverged)) }
    let builder = SubdistributionBuilder(
        records: records, matrix: covariates, cause: cause, method: method, level: level, maximum: maximum,
        covariance: sandwich.rescaled(records.scales), modelCovariance: stored.rescaled(records.scales),
        diverging: diverging)
    return builder.fit(notes: notes)
}

extension SubdistributionSweep {
    /// `I⁻¹ Σ u u' I⁻¹` with each patient's `u = η`, or `η + ψ`.
    func sandwich(inverse: SquareMatrix, method: SubdistributionMethod) -> SquareMatrix {
        let width = records.width
        var residuals = scoreResiduals
        if method == .cmprsk {
            let censoring = censoringResiduals
            for index in residuals.indices { residuals[index] += censoring[index] }
        }
        var result = SquareMatrix(size: width)
        for record in 0..<records.count {
            let own = inverse.times(Array(residuals[(record * width)..<((record + 1) * width)]))
            for row in 0..<width {
                for column in 0..<width { result[row, column] += own[row] * own[column] }
            }
        }
        return result
    }

    /// `η = ∫ (x − x̄) w dM` of each record.
    private var scoreResiduals: [Double] {
        let width = records.width
        let exposure = exposure
        let toMean = exposureToMean
        var result = [Double](repeating: 0, count: records.count * width)
        for record in 0..<records.count {
            for column in 0..<width {
                let x = records.covariates[record * width + column]
                var residual = -risk[record] * (exposure[record] * x - toMean[record * width + column])
                if records.kind[record] == 1 { residual += x - mean[records.group[record] * width + column] }
                result[record * width + column] = residual
            }
        }
        return result
    }

    /// `ψ = ∫ q/π dM^c` of each record.
    private var censoringResiduals: [Double] {
        let width = records.width
        var q = [Double](repeating: 0, count: records.groupCount * width)
        // What is left of the weighted hazard from each time on, and of its product with the mean.
        var hazardAfter = [Double](repeating: 0, count: records.groupCount + 1)
        var meanAfter = [Double](repeating: 0, count: (records.groupCount + 1) * width)
        for group in stride(from: records.groupCount - 1, through: 0, by: -1) {
            hazardAfter[group] = hazardAfter[group + 1] + records.uncensored[group] * increment[group]
            for column in 0..<width {
                meanAfter[group * width + column] =
                    meanAfter[(group + 1) * width + column]
                    + records.uncensored[group] * weightedMean[group * width + column]
            }
        }
        var sum = 0.0
        var vector = [Double](repeating: 0, count: width)
        for group in 0..<records.groupCount {
            for column in 0..<width {
                q[group * width + column] =
                    vector[column] * hazardAfter[group] - sum * meanAfter[group * width + column]
            }
            for record in records.members(group) where records.kind[record] == 2 {
                let own = risk[record] / records.uncensored[group]
                sum += own
                for column in 0..<width { vector[column] += own * records.covariates[record * width + column] }
            }
        }
        var result = [Double](repeating: 0, count: records.count * width)
        var compensator = [Double](repeating: 0, count: width)
        for group in 0..<records.groupCount {
            let total = records.atRiskOfCensoring[group]
            for column in 0..<width {
                compensator[column] += q[group * width + column] * records.censored[group] / (total * total)
            }
            for record in records.members(group) {
                for column in 0..<width {
                    let jump = records.kind[record] == 0 ? q[group * width + column] / total : 0
                    result[record * width + column] = jump - compensator[column]
                }
            }
        }
        return result
    }
}

extension SubdistributionMethod {
    fileprivate var equalsInR: String {
        self == .cmprsk ? "cmprsk::crr" : "survival::coxph on survival::finegray, cluster = id"
    }
}

extension SubdistributionFit {
    /// The place of a model of patients who entered late: its weights would need the distribution of the entries too.
    fileprivate init(
        unfitted records: SubdistributionRecords, of matrix: DesignMatrix, cause: Int, method: SubdistributionMethod,
        level: Double
    ) {
        let (n, events, notes) = (records.count, records.eventCount, [ResultNote(.lateEntry)])
        self.init(
            cause: cause, n: n, events: events, competingEvents: records.kind.count { $0 == 2 },
            coefficients: matrix.identities.map { column in
                SubdistributionCoefficient(
                    column: column, coefficient: nil, standardError: nil, modelStandardError: nil, z: nil, pValue: nil,
                    hazardRatio: Estimate(
                        value: nil, interval: nil, level: level, method: method.equalsInR, n: n, events: events,
                        notes: notes))
            },
            wald: TestResult(
                method: .wald, statistic: nil, degreesOfFreedom: [], pValue: nil, n: n, events: events,
                equalsInR: method.equalsInR, notes: notes),
            logLikelihoodNull: 0, logLikelihood: 0, method: method, level: level, notes: notes)
    }
}

/// Turns a maximum into a result.
private struct SubdistributionBuilder {
    let records: SubdistributionRecords
    let matrix: DesignMatrix
    let cause: Int
    let method: SubdistributionMethod
    let level: Double
    let maximum: NewtonMaximum
    let covariance: SquareMatrix
    let modelCovariance: SquareMatrix
    let diverging: [Bool]

    private var call: String { method.equalsInR }

    func fit(notes: [ResultNote]) -> SubdistributionFit {
        let present = (0..<records.width).filter(isPresent)
        let values = present.map { maximum.coefficients[$0] * records.scales[$0] }
        let statistic =
            present.isEmpty
            ? nil : waldStatistic(values, covariance: covariance.submatrix(present))
        let reason: ResultNote.Kind = records.eventCount == 0 ? .noEvents : .collinear
        let wald = TestResult(
            method: .wald, statistic: statistic, degreesOfFreedom: statistic == nil ? [] : [Double(present.count)],
            pValue: statistic.map {
                ChiSquared(degreesOfFreedom: Double(present.count)).upperTail($0)
            }, n: records.count, events: records.eventCount, equalsInR: call,
            notes: statistic == nil ? [ResultNote(reason)] : [])
        return SubdistributionFit(
            cause: cause, n: records.count, events: records.eventCount,
            competingEvents: records.kind.count { $0 == 2 },
            coefficients: (0..<records.width).map(coefficient), wald: wald,
            logLikelihoodNull: maximum.start.logLikelihood, logLikelihood: maximum.value.logLikelihood,
            method: method, level: level, notes: notes)
    }

    private func isPresent(_ column: Int) -> Bool {
        records.eventCount > 0 && !maximum.cholesky.isSingular[column] && !diverging[column]
    }

    private func coefficient(_ column: Int) -> SubdistributionCoefficient {
        let identity = matrix.identities[column]
        let standardError = covariance[column, column].squareRoot()
        guard isPresent(column), standardError > 0 else {
            let reason: ResultNote.Kind =
                records.eventCount == 0 ? .noEvents : (diverging[column] ? .monotoneLikelihood : .collinear)
            return SubdistributionCoefficient(
                column: identity, coefficient: nil, standardError: nil, modelStandardError: nil, z: nil, pValue: nil,
                hazardRatio: Estimate(
                    value: nil, interval: nil, level: level, method: call, n: records.count,
                    events: records.eventCount, notes: [ResultNote(reason, subject: identity.name)]))
        }
        let value = maximum.coefficients[column] * records.scales[column]
        let z = value / standardError
        return SubdistributionCoefficient(
            column: identity, coefficient: value, standardError: standardError,
            modelStandardError: modelCovariance[column, column].squareRoot(), z: z,
            pValue: Normal.twoSided(z),
            hazardRatio: Estimate(
                value: finite(exp(value)),
                interval: ratioInterval(value, standardError: standardError, level: level), level: level,
                method: call, n: records.count, events: records.eventCount))
    }
}
