#if canImport(Darwin)
    internal import Darwin
#else
    internal import Glibc
#endif
internal import Mathematics
public import Results

extension FittedLogisticModel {
    /// What the model says, as a plain value without patients.
    ///
    /// - Parameter level: The confidence level of the intervals, between 0 and 1.
    /// - Returns: The estimates with both kinds of interval, their tests, and the area under the curve.
    public func result(level: Double) -> LogisticModelFit {
        let deviance = deviance(of: maximum.value.logLikelihood)
        let logLikelihood = maximum.value.logLikelihood + records.binomialCoefficients
        return LogisticModelFit(
            n: records.count, outcomes: records.outcomes.reduce(0, +), trials: records.trials.reduce(0, +),
            coefficients: concurrentMap(coefficients.count) { coefficient($0, level: level) },
            terms: termTests, logLikelihood: logLikelihood, deviance: deviance,
            nullDeviance: self.deviance(of: records.logLikelihoodOfIntercept),
            akaike: -2 * logLikelihood + 2 * Double(kept.count),
            areaUnderCurve: areaUnderCurve(
                score: probabilities, outcomes: records.outcomes, trials: records.trials, level: level),
            level: level, notes: notes)
    }

    private var notes: [ResultNote] {
        var notes: [ResultNote] = []
        let missing = design.outcomes.count - records.count
        if missing > 0 { notes.append(ResultNote(.missingLeftOut, count: Double(missing))) }
        if records.count == 0 { notes.append(ResultNote(.noPatients)) }
        for column in coefficients.indices where coefficients[column] == nil { notes.append(note(column)) }
        if !converged, separated.isEmpty { notes.append(ResultNote(.notConverged)) }
        return notes
    }

    private func note(_ column: Int) -> ResultNote {
        ResultNote(separated.contains(column) ? .monotoneLikelihood : .collinear, subject: name(column))
    }

    private func name(_ column: Int) -> String {
        column == 0 ? "(Intercept)" : design.covariates.identities[column - 1].name
    }

    private func coefficient(_ column: Int, level: Double) -> LogisticCoefficient {
        let identity = column == 0 ? nil : design.covariates.identities[column - 1]
        let method = "glm(family = binomial)"
        let outcomes = Int(records.outcomes.reduce(0, +))
        let standardError = covariance[column, column].squareRoot()
        guard records.count > 0, let value = coefficients[column], standardError > 0, standardError.isFinite else {
            return LogisticCoefficient(
                column: identity, coefficient: nil, standardError: nil, z: nil, pValue: nil,
                oddsRatio: Estimate(
                    value: nil, interval: nil, level: level, method: method, n: records.count, events: outcomes,
                    notes: [note(column)]), profileInterval: nil, isSeparated: separated.contains(column))
        }
        let z = value / standardError
        return LogisticCoefficient(
            column: identity, coefficient: value, standardError: standardError, z: z,
            pValue: Normal.twoSided(z),
            oddsRatio: Estimate(
                value: finite(exp(value)),
                interval: ratioInterval(value, standardError: standardError, level: level), level: level,
                method: method, n: records.count, events: outcomes),
            profileInterval: profileInterval(column, level: level), isSeparated: false)
    }

    /// The odds ratios of a column whose likelihood-ratio statistic is below the χ² quantile.
    private func profileInterval(_ column: Int, level: Double) -> ConfidenceInterval? {
        guard separated.isEmpty, converged else { return nil }
        return records.profileInterval(
            column: kept.firstIndex(of: column) ?? 0, isPenalised: false, start: maximum.coefficients, level: level)
    }

    /// The drop-one likelihood-ratio and Wald tests of the terms.
    private var termTests: [TermTests] {
        design.covariates.terms.indices.map { index in
            let term = design.covariates.terms[index]
            let present = term.columns.map { $0 + 1 }.filter { coefficients[$0] != nil }
            let values = present.compactMap { coefficients[$0] }
            let isSeparated = term.columns.contains { separated.contains($0 + 1) }
            let wald =
                isSeparated || present.isEmpty
                ? nil : waldStatistic(values, covariance: covariance.submatrix(present))
            let remaining = kept.indices.filter { !term.columns.contains(kept[$0] - 1) }
            let reduced = LogisticRecords(records, columns: remaining).leastSquaresMaximum().maximum
            let statistic = max(0, 2 * (maximum.value.logLikelihood - reduced.value.logLikelihood))
            return TermTests(
                term: term.name, wald: test(.wald, wald, present.count, "Wald test of glm's coefficients"),
                likelihoodRatio: design.covariates.isMarginal(index)
                    ? nil
                    : test(
                        .likelihoodRatio, remaining.count < kept.count ? statistic : nil,
                        kept.count - remaining.count, "drop1(glm(...), test = 'Chisq')"),
                score: nil)
        }
    }

    private func test(
        _ method: TestResult.Method, _ statistic: Double?, _ degreesOfFreedom: Int, _ call: String
    ) -> TestResult {
        TestResult(
            method: method, statistic: statistic,
            degreesOfFreedom: statistic == nil ? [] : [Double(degreesOfFreedom)],
            pValue: statistic.map {
                ChiSquared(degreesOfFreedom: Double(degreesOfFreedom)).upperTail($0)
            }, n: records.count, events: Int(records.outcomes.reduce(0, +)), equalsInR: call,
            notes: statistic == nil ? [ResultNote(separated.isEmpty ? .collinear : .monotoneLikelihood)] : [])
    }

    private func deviance(of logLikelihood: Double) -> Double {
        max(0, 2 * (records.saturatedLogLikelihood - logLikelihood))
    }
}

extension LogisticRecords {
    /// The profile interval of a column's odds ratio; for the intercept that of the original columns' intercept.
    func profileInterval(
        column: Int, isPenalised: Bool, start: [Double], level: Double
    ) -> ConfidenceInterval {
        let threshold = ChiSquared(degreesOfFreedom: 1).quantile(level)
        // The intercept of the columns as they were given is no stored coefficient.
        let shown = column == 0 ? showingIntercept() : (records: self, column: column, factor: scales[column - 1])
        let likelihood = LogisticLikelihood(records: shown.records, isPenalised: isPenalised)
        var point = start
        if column == 0 { point[shown.column] = original(start)[0] / shown.factor }
        let maximum = constrainedMaximum(of: likelihood, from: point)
        let standardError = Cholesky(maximum.value.information).inverse()[shown.column, shown.column].squareRoot()
        let profile = ProfileLikelihood(likelihood: likelihood, maximum: maximum, column: shown.column)
        let limits = [shown.factor > 0, shown.factor < 0].map { below in
            profile.limit(below: below, threshold: threshold, standardError: standardError)
                .flatMap { finite(exp($0 * shown.factor)) }
        }
        return ConfidenceInterval(lower: limits[0], upper: limits[1])
    }

    /// The same model in other columns: one coefficient, times a factor, is the intercept of the columns as they were given.
    ///
    /// That intercept is `c'β` with `c = (1, −m)`, `m` being the stored columns' means before they were centred. Where `p` is the
    /// place of the largest `|c|`, `β_p = b − Σ (c_k/c_p) β_k` over the others: `b c_p` is the intercept, `x_p` stays `b`'s
    /// column, and `x_k − (c_k/c_p) x_p` are the others'. No column grows by more than a factor of two, however far from zero the
    /// given ones lie, and the determinant is one, so that a penalty stays what it is.
    func showingIntercept() -> (records: LogisticRecords, column: Int, factor: Double) {
        let shares = [1] + zip(means, scales).map { -$0 * $1 }
        let place = shares.indices.max { abs(shares[$0]) < abs(shares[$1]) } ?? 0
        let records = LogisticRecords(self, taking: shares.map { $0 / shares[place] }, ofColumn: place)
        return (records, place, shares[place])
    }

    /// The columns, from each other one some of one column taken.
    private init(_ other: LogisticRecords, taking shares: [Double], ofColumn place: Int) {
        rows = other.rows
        outcomes = other.outcomes
        trials = other.trials
        means = other.means
        scales = other.scales
        let source = other.columns
        columns = CovariateRows(count: source.count, width: source.width, padsSingle: true) { target, stride in
            for record in 0..<source.count {
                let taken = source[record, place]
                for column in 0..<source.width {
                    let share = column == place ? 0 : shares[column]
                    target[record * stride + column] = source[record, column] - share * taken
                }
            }
        }
    }

    /// `Σ log C(trials, outcomes)`: zero for single trials.
    var binomialCoefficients: Double {
        var sum = 0.0
        for record in 0..<count where trials[record] != 1 {
            sum +=
                lgamma(trials[record] + 1) - lgamma(outcomes[record] + 1)
                - lgamma(trials[record] - outcomes[record] + 1)
        }
        return sum
    }

    /// The log-likelihood of a model with a probability for every record; zero for single trials.
    var saturatedLogLikelihood: Double {
        (0..<count).reduce(0) { $0 + Self.logLikelihood(outcomes[$1], of: trials[$1]) }
    }

    /// The log-likelihood of the model with the intercept only.
    var logLikelihoodOfIntercept: Double {
        Self.logLikelihood(outcomes.reduce(0, +), of: trials.reduce(0, +))
    }

    private static func logLikelihood(_ outcomes: Double, of trials: Double) -> Double {
        let others = trials - outcomes
        return (outcomes > 0 ? outcomes * log(outcomes / trials) : 0) + (others > 0 ? others * log(others / trials) : 0)
    }
}
