internal import Mathematics
public import Results

/// Fits Cox's proportional-hazards model by maximum partial likelihood.
///
/// **Formula.** The hazard of a record is `h₀(t) e^{β'x + offset}`, with a baseline hazard `h₀` for each stratum. The log
/// partial likelihood is that of ``CoxLikelihood`` (Efron, Breslow) or ``ExactCoxLikelihood``; it is climbed from
/// `β = 0` by Newton's method with step halving until its relative change is at most 3e−12.
///
/// **Ties.** As `ties` says. Times that differ by rounding alone are tied (``NearTies``). A record censored at an event
/// time is at risk there; a record is at risk after its entry, not at it.
///
/// **Interval.** Wald's, symmetric on the log hazard ratio; `variance` chooses the inverse information, or Lin and
/// Wei's sandwich `D'D` of the records' (or clusters') dfbetas without small-sample factor.
///
/// **Units.** Times may be in any unit and have any sign; the estimates do not depend on it.
///
/// **Edge cases.** A column that is a combination of earlier ones (a constant among them) has no coefficient and a note
/// `collinear`. Where the likelihood is monotone in a coefficient, the coefficient is absent, ``FittedCoxModel/monotone``
/// says which and why, and ``firthCoxModel(_:ties:level:)`` is the answer. Without events no coefficient exists. Exact
/// ties take neither weights nor a robust variance: then the coefficients, or the variance, are absent with a note
/// `unsupported`. Records with a missing value, or whose entry is not before their end, are left out and counted.
///
/// **Reference.** Cox DR. *J R Stat Soc B* 1972;34:187–220. doi:10.1111/j.2517-6161.1972.tb00899.x. Efron B. *J Am Stat
/// Assoc* 1977;72:557–565. doi:10.1080/01621459.1977.10480613. Breslow N. *Biometrics* 1974;30:89–99.
/// doi:10.2307/2529620. Lin DY, Wei LJ. *J Am Stat Assoc* 1989;84:1074–1078. doi:10.1080/01621459.1989.10478874.
///
/// **Equals in R.** `survival::coxph(Surv(entry, time, status) ~ …, ties, weights, cluster, eps = 3e-12, iter.max = 50)`;
/// checked by `Tests/References/cox`.
public func coxModel(_ design: CoxDesign, ties: TiesMethod, variance: CoxVariance) -> FittedCoxModel {
    let records = CoxRecords(design)
    return coxModel(design, records: records, ties: ties, variance: variance)
}

func coxModel(
    _ design: CoxDesign, records: CoxRecords, ties: TiesMethod, variance: CoxVariance
) -> FittedCoxModel {
    let maximum = coxMaximum(records, ties: ties)
    var notes = coxNotes(records)
    let isUnsupported = ties == .exact && !records.weights.isEmpty
    if isUnsupported { notes.append(ResultNote(.unsupported, subject: "weights with exact ties")) }
    let covariance = maximum.cholesky.inverse()
    let step = covariance.times(maximum.value.score)
    let monotone =
        records.eventCount > 0
        ? records.monotoneColumns(of: design.covariates, ties: ties, directions: [step, maximum.lastMove]) : []
    let monotoneColumns = Set(monotone.map(\.column))
    // A column that carries no information carries none anywhere; at the end a diverging column may look like one.
    let start = Cholesky(maximum.start.information).isSingular
    let singular = (0..<records.width).map { column in
        start[column]
            || (maximum.cholesky.isSingular[column] && !monotoneColumns.contains(design.covariates.identities[column]))
    }

    let modelCovariance = covariance.rescaled(records.scales)
    var coefficients: [Double?] = []
    for column in 0..<records.width {
        let identity = design.covariates.identities[column]
        if monotoneColumns.contains(identity) {
            coefficients.append(nil)
            notes.append(ResultNote(.monotoneLikelihood, subject: identity.name))
        } else if singular[column] || isUnsupported {
            coefficients.append(nil)
            if records.eventCount > 0, !isUnsupported {
                notes.append(ResultNote(.collinear, subject: identity.name))
            }
        } else {
            coefficients.append(maximum.coefficients[column] * records.scales[column])
        }
    }
    if !maximum.converged, monotone.isEmpty { notes.append(ResultNote(.notConverged)) }
    let stored = maximum.coefficients.indices.map { singular[$0] ? 0 : maximum.coefficients[$0] }
    var robust: RobustVariance?
    if variance != .model {
        robust = RobustVariance(
            design: design, records: records, ties: ties, variance: variance, coefficients: stored,
            covariance: covariance)
        let what =
            design.frequency == nil
            ? "robust variance with exact ties" : "robust variance of counted patients"
        if robust == nil { notes.append(ResultNote(.unsupported, subject: what)) }
    }
    var reported =
        variance == .model ? modelCovariance : (robust?.covariance ?? SquareMatrix(size: records.width))
    for column in coefficients.indices where coefficients[column] == nil {
        for other in 0..<records.width {
            reported[column, other] = 0
            reported[other, column] = 0
        }
    }
    return FittedCoxModel(
        design: design, ties: ties, variance: variance, coefficients: coefficients, covariance: reported,
        modelCovariance: modelCovariance, logLikelihoodNull: maximum.start.logLikelihood,
        logLikelihood: maximum.value.logLikelihood, scoreStatistic: maximum.scoreStatistic,
        robustScoreStatistic: robust?.scoreStatistic, iterations: maximum.iterations, converged: maximum.converged,
        monotone: monotone, notes: notes, records: records, storedCoefficients: stored,
        storedCovariance: covariance, isSingular: singular)
}

/// The maximum of the partial likelihood from all coefficients zero.
func coxMaximum(_ records: CoxRecords, ties: TiesMethod) -> NewtonMaximum {
    let start = [Double](repeating: 0, count: records.width)
    // Columns are stored at a size of 1. One that is constant in every risk set has only rounding errors for information.
    let events = records.groupEventWeight.reduce(0, +)
    return newtonMaximum(
        of: coxLikelihood(records, ties: ties), from: start, control: .tight, negligibleInformation: 1e-14 * events)
}

/// The likelihood that belongs to a treatment of ties.
func coxLikelihood(_ records: CoxRecords, ties: TiesMethod) -> any Likelihood {
    if ties == .exact { return ExactCoxLikelihood(records: records) }
    if let coded = records.coded { return CodedCoxLikelihood(records: records, coded: coded, ties: ties) }
    return CoxLikelihood(records: records, ties: ties)
}

private func coxNotes(_ records: CoxRecords) -> [ResultNote] {
    var notes: [ResultNote] = []
    if records.missingCount > 0 {
        notes.append(ResultNote(.missingLeftOut, count: Double(records.missingCount)))
    }
    if records.emptyIntervalCount > 0 {
        notes.append(ResultNote(.emptyInterval, count: Double(records.emptyIntervalCount)))
    }
    if records.count == 0 {
        notes.append(ResultNote(.noPatients))
    } else if records.eventCount == 0 {
        notes.append(ResultNote(.noEvents))
    }
    return notes
}
