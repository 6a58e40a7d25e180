#if canImport(Darwin)
    internal import Darwin
#else
    internal import Glibc
#endif
internal import Mathematics
public import Results

/// Fits a logistic regression by Firth's penalised likelihood, which has a maximum even where outcomes are separated.
///
/// **Formula.** Maximises `l(β) + ½ log |I(β)|`, the intercept penalised too.
///
/// **Interval.** Profile penalised likelihood; p-values are penalised likelihood-ratio tests. The standard error is that
/// of the information with every trial counted `1 + h` times, `h` being the leverage: the penalty's own data.
///
/// **Edge cases.** A column that is a combination of earlier ones is left out with a note.
///
/// **Reference.** Heinze G, Schemper M. *Stat Med* 2002;21:2409–2419. doi:10.1002/sim.1047. Firth D. *Biometrika*
/// 1993;80:27–38. doi:10.1093/biomet/80.1.27.
///
/// **Equals in R.** `logistf::logistf(pl = TRUE)`; checked by `Tests/References/logistic`.
public func firthLogisticModel(_ design: LogisticDesign, level: Double) -> LogisticModelFit {
    let ordinary = logisticModel(design)
    let records = ordinary.records
    let likelihood = LogisticLikelihood(records: records, isPenalised: true)
    let maximum = constrainedMaximum(of: likelihood, from: [Double](repeating: 0, count: records.width))
    let estimates = records.original(maximum.coefficients)
    let covariance = records.original(Cholesky(likelihood.augmentedInformation(at: maximum)).inverse())
    var plain = ordinary.result(level: level)
    plain.notes = plain.notes.filter { $0.kind != .monotoneLikelihood && $0.kind != .notConverged }
    if !maximum.converged { plain.notes.append(ResultNote(.notConverged)) }
    func test(_ columns: [Int]) -> Double {
        let shown = columns == [0] ? records.showingIntercept() : nil
        let full = LogisticLikelihood(records: shown?.records ?? records, isPenalised: true)
        let held = constrainedMaximum(
            of: RestrictedLikelihood(full: full, zero: Set(shown.map { [$0.column] } ?? columns)),
            from: maximum.coefficients)
        return max(0, 2 * (maximum.value.logLikelihood - held.value.logLikelihood))
    }
    guard records.count > 0 else { return plain }
    plain.coefficients = plain.coefficients.indices.map { column in
        var result = plain.coefficients[column]
        guard let position = ordinary.kept.firstIndex(of: column) else { return result }
        let standardError = covariance[position, position].squareRoot()
        result.coefficient = estimates[position]
        result.standardError = standardError
        result.z = estimates[position] / standardError
        result.pValue = ChiSquared(degreesOfFreedom: 1).upperTail(test([position]))
        let interval = records.profileInterval(
            column: position, isPenalised: true, start: maximum.coefficients, level: level)
        result.oddsRatio = Estimate(
            value: finite(exp(estimates[position])), interval: interval, level: level, method: "logistf::logistf",
            n: records.count, events: result.oddsRatio.events)
        result.profileInterval = interval
        return result
    }
    plain.terms = design.covariates.terms.map { term in
        let positions = term.columns.compactMap { ordinary.kept.firstIndex(of: $0 + 1) }
        let values = positions.map { estimates[$0] }
        let wald = waldStatistic(values, covariance: covariance.submatrix(positions))
        return TermTests(
            term: term.name, wald: penalisedTest(.wald, positions.isEmpty ? nil : wald, positions.count, records),
            likelihoodRatio: penalisedTest(
                .likelihoodRatio, positions.isEmpty ? nil : test(positions), positions.count, records),
            score: nil)
    }
    plain.logLikelihood = maximum.value.logLikelihood + records.penaltyOffset
    plain.akaike = -2 * plain.logLikelihood + 2 * Double(records.width)
    plain.areaUnderCurve = areaUnderCurve(
        score: records.linearPredictor(maximum.coefficients).map(logistic), outcomes: records.outcomes,
        trials: records.trials,
        level: level)
    return plain
}

private func penalisedTest(
    _ method: TestResult.Method, _ statistic: Double?, _ degreesOfFreedom: Int, _ records: LogisticRecords
) -> TestResult {
    TestResult(
        method: method, statistic: statistic, degreesOfFreedom: statistic == nil ? [] : [Double(degreesOfFreedom)],
        pValue: statistic.map { ChiSquared(degreesOfFreedom: Double(degreesOfFreedom)).upperTail($0) },
        n: records.count, events: Int(records.outcomes.reduce(0, +)), equalsInR: "logistf::logistf",
        notes: statistic == nil ? [ResultNote(.collinear)] : [])
}
