#if canImport(Darwin)
    internal import Darwin
#else
    internal import Glibc
#endif
internal import Mathematics
public import Results

/// Fits Cox's model by Firth's penalised likelihood, which has a maximum even where the likelihood is monotone.
///
/// **Formula.** Maximises `l(β) + ½ log |I(β)|` (Jeffreys' prior). The standard error is that of the inverse information
/// at the maximum.
///
/// **Ties.** Efron or Breslow, as `ties` says; R's `coxphf` has Breslow's only. Exact ties give no estimate and a note.
///
/// **Interval.** Profile penalised likelihood: the values of a coefficient whose penalised likelihood-ratio statistic,
/// the other coefficients at their best, is below the χ² quantile. p-values are penalised likelihood-ratio tests; the
/// penalty of a restricted model is that of the full one at the restriction.
///
/// **Units.** Coefficients are logarithms of ratios for one unit of a covariate, whatever the unit of time.
///
/// **Edge cases.** A column that is a combination of earlier ones is left out with a note. A limit that the profile does
/// not reach within 1,000 standard errors is absent.
///
/// **Reference.** Heinze G, Schemper M. *Biometrics* 2001;57:114–119. doi:10.1111/j.0006-341X.2001.00114.x. Firth D.
/// *Biometrika* 1993;80:27–38. doi:10.1093/biomet/80.1.27.
///
/// **Equals in R.** `coxphf::coxphf` for `ties: .breslow`; checked by `Tests/References/cox`.
public func firthCoxModel(_ design: CoxDesign, ties: TiesMethod, level: Double) -> CoxModelFit {
    FirthCoxFit(design, ties: ties, level: level).result()
}

/// A penalised fit on its way to a result.
private struct FirthCoxFit {
    let design: CoxDesign
    let ties: TiesMethod
    let level: Double
    let ordinary: FittedCoxModel
    let records: CoxRecords
    let kept: [Int]
    let method: String

    init(_ design: CoxDesign, ties: TiesMethod, level: Double) {
        self.design = design
        self.ties = ties
        self.level = level
        let all = CoxRecords(design)
        ordinary = coxModel(design, records: all, ties: ties == .exact ? .breslow : ties, variance: .model)
        // Columns that are combinations of others already carry no information with all coefficients zero.
        let start = CoxLikelihood(records: all, ties: ordinary.ties).value(
            at: [Double](repeating: 0, count: all.width))
        let cholesky = Cholesky(start.information)
        kept = (0..<all.width).filter { !cholesky.isSingular[$0] }
        records = CoxRecords(all, columns: kept)
        method = "coxphf::coxphf with ties = \"\(ties.rawValue)\""
    }

    /// `½ log |I|` of the original covariates less that of the stored ones.
    private var penaltyOffset: Double { records.scales.reduce(0) { $0 - log($1) } }

    private var isPossible: Bool { ties != .exact && records.eventCount > 0 && !kept.isEmpty }

    func result() -> CoxModelFit {
        let likelihood = FirthCoxLikelihood(records: records, ties: ordinary.ties)
        let zero = [Double](repeating: 0, count: records.width)
        var notes = ordinary.notes.filter { $0.kind != .monotoneLikelihood && $0.kind != .notConverged }
        if ties == .exact { notes.append(ResultNote(.unsupported, subject: "Firth's penalty with exact ties")) }
        let start = likelihood.value(at: zero)
        let maximum = isPossible && start.isFinite ? constrainedMaximum(of: likelihood, from: zero) : nil
        if let maximum, !maximum.converged { notes.append(ResultNote(.notConverged)) }
        let coefficients = (0..<design.covariates.columns.count).map { column in
            coefficient(column, likelihood: likelihood, maximum: maximum, notes: notes)
        }
        let terms = design.covariates.terms.map { term in
            TermTests(
                term: term.name, wald: wald(Array(term.columns), maximum),
                likelihoodRatio: restricted(Array(term.columns), likelihood, maximum), score: nil)
        }
        let all = Array(design.covariates.columns.indices)
        let null = start.isFinite ? start.logLikelihood + penaltyOffset : ordinary.logLikelihoodNull
        return CoxModelFit(
            n: records.patientCount, events: records.eventCount, coefficients: coefficients, terms: terms,
            logLikelihoodNull: null, logLikelihood: maximum.map { $0.value.logLikelihood + penaltyOffset } ?? null,
            likelihoodRatio: restricted(all, likelihood, maximum), wald: wald(all, maximum),
            score: test(.score, nil, 0), robustScore: nil, concordance: concordance(maximum),
            eventsPerVariable: kept.isEmpty ? nil : Double(records.eventCount) / Double(kept.count), ties: ties,
            variance: .model, level: level, notes: notes)
    }

    private func coefficient(
        _ column: Int, likelihood: FirthCoxLikelihood, maximum: ConstrainedMaximum?, notes: [ResultNote]
    ) -> CoxCoefficient {
        let identity = design.covariates.identities[column]
        guard let maximum, let position = kept.firstIndex(of: column) else {
            return CoxCoefficient(
                column: identity, coefficient: nil, standardError: nil, z: nil, pValue: nil,
                hazardRatio: Estimate(
                    value: nil, interval: nil, level: level, method: method, n: records.patientCount,
                    events: records.eventCount,
                    notes: maximum == nil
                        ? notes
                        : [
                            ResultNote(.collinear, subject: identity.name)
                        ]))
        }
        let scale = records.scales[position]
        let standardError = Cholesky(maximum.value.information).inverse()[position, position].squareRoot()
        let value = maximum.coefficients[position] * scale
        let profile = ProfileLikelihood(likelihood: likelihood, maximum: maximum, column: position)
        let threshold = ChiSquared(degreesOfFreedom: 1).quantile(level)
        let limits = [true, false].map { below in
            profile.limit(below: below, threshold: threshold, standardError: standardError)
                .flatMap { finite(exp($0 * scale)) }
        }
        return CoxCoefficient(
            column: identity, coefficient: value, standardError: standardError * scale,
            z: value / (standardError * scale), pValue: restricted([column], likelihood, maximum).pValue,
            hazardRatio: Estimate(
                value: finite(exp(value)), interval: ConfidenceInterval(lower: limits[0], upper: limits[1]),
                level: level, method: method, n: records.patientCount, events: records.eventCount))
    }

    /// The penalised likelihood-ratio test that these columns' coefficients are zero.
    private func restricted(
        _ columns: [Int], _ likelihood: FirthCoxLikelihood, _ maximum: ConstrainedMaximum?
    ) -> TestResult {
        let positions = columns.compactMap { kept.firstIndex(of: $0) }
        guard let maximum, !positions.isEmpty else { return test(.likelihoodRatio, nil, 0) }
        let restricted = RestrictedLikelihood(full: likelihood, zero: Set(positions))
        // Far from zero a column may have information only together with those that are held.
        let starts = [maximum.coefficients, [Double](repeating: 0, count: records.width)]
        let held = starts.lazy.map { constrainedMaximum(of: restricted, from: $0) }.first { $0.value.isFinite }
        let statistic = held.map { max(0, 2 * (maximum.value.logLikelihood - $0.value.logLikelihood)) }
        return test(.likelihoodRatio, statistic, positions.count)
    }

    private func wald(_ columns: [Int], _ maximum: ConstrainedMaximum?) -> TestResult {
        let positions = columns.compactMap { kept.firstIndex(of: $0) }
        guard let maximum, !positions.isEmpty else { return test(.wald, nil, 0) }
        let covariance = Cholesky(maximum.value.information).inverse().submatrix(positions)
        let values = positions.map { maximum.coefficients[$0] }
        return test(.wald, waldStatistic(values, covariance: covariance), positions.count)
    }

    private func test(_ method: TestResult.Method, _ statistic: Double?, _ degreesOfFreedom: Int) -> TestResult {
        TestResult(
            method: method, statistic: statistic,
            degreesOfFreedom: statistic == nil ? [] : [Double(degreesOfFreedom)],
            pValue: statistic.map {
                ChiSquared(degreesOfFreedom: Double(degreesOfFreedom)).upperTail($0)
            }, n: records.patientCount, events: records.eventCount, equalsInR: self.method,
            notes: statistic == nil
                ? [ResultNote(records.eventCount == 0 ? .noEvents : .unsupported)] : [])
    }

    private func concordance(_ maximum: ConstrainedMaximum?) -> Concordance {
        let predictor = records.linearPredictor(
            maximum?.coefficients ?? [Double](repeating: 0, count: records.width))
        return records.concordance(of: predictor, level: level, clusters: nil)
    }
}
