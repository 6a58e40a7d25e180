internal import Mathematics
internal import Results

extension FittedCoxModel {
    /// Columns with an estimate in the iteration, monotone ones included: the degrees of freedom.
    private var rank: Int { isSingular.reduce(0) { $0 + ($1 ? 0 : 1) } }

    var likelihoodRatioTest: TestResult {
        chiSquaredTest(
            .likelihoodRatio, statistic: max(0, 2 * (logLikelihood - logLikelihoodNull)), degreesOfFreedom: rank,
            equalsInR: "summary(coxph(...))$logtest")
    }

    var scoreTest: TestResult {
        chiSquaredTest(
            .score, statistic: scoreStatistic, degreesOfFreedom: rank, equalsInR: "summary(coxph(...))$sctest")
    }

    var robustScoreTest: TestResult? {
        robustScoreStatistic.map {
            chiSquaredTest(
                .score, statistic: $0, degreesOfFreedom: rank, equalsInR: "summary(coxph(...))$robscore")
        }
    }

    var waldTest: TestResult {
        waldTest(of: Array(coefficients.indices), equalsInR: "summary(coxph(...))$waldtest")
    }

    /// Wald's test that some coefficients are zero.
    private func waldTest(of columns: [Int], equalsInR call: String) -> TestResult {
        if let finding = monotone.first(where: { finding in
            columns.contains { design.covariates.identities[$0] == finding.column }
        }) {
            return TestResult(
                method: .wald, statistic: nil, pValue: nil, n: n, events: events, equalsInR: call,
                notes: [ResultNote(.monotoneLikelihood, subject: finding.column.name)])
        }
        let present = columns.filter { coefficients[$0] != nil }
        let values = present.compactMap { coefficients[$0] }
        guard present.isEmpty || present.contains(where: { covariance[$0, $0] > 0 }) else {
            return TestResult(
                method: .wald, statistic: nil, pValue: nil, n: n, events: events, equalsInR: call,
                notes: [ResultNote(.zeroVariance)])
        }
        return chiSquaredTest(
            .wald, statistic: waldStatistic(values, covariance: covariance.submatrix(present)),
            degreesOfFreedom: present.count,
            equalsInR: call)
    }

    private func chiSquaredTest(
        _ method: TestResult.Method, statistic: Double, degreesOfFreedom: Int, equalsInR call: String
    ) -> TestResult {
        guard events > 0, degreesOfFreedom > 0, statistic.isFinite else {
            let reason: ResultNote.Kind = n == 0 ? .noPatients : (events == 0 ? .noEvents : .collinear)
            return TestResult(
                method: method, statistic: nil, degreesOfFreedom: [], pValue: nil, n: n, events: events,
                equalsInR: call, notes: [ResultNote(reason)])
        }
        return TestResult(
            method: method, statistic: statistic, degreesOfFreedom: [Double(degreesOfFreedom)],
            pValue: ChiSquared(degreesOfFreedom: Double(degreesOfFreedom)).upperTail(statistic), n: n,
            events: events, equalsInR: call)
    }

    /// The tests of every term; the model without the term is fitted to the same records.
    var termTests: [TermTests] {
        let likelihood = coxLikelihood(records, ties: ties)
        return design.covariates.terms.indices.map { index in
            let term = design.covariates.terms[index]
            let wald = waldTest(of: Array(term.columns), equalsInR: "b' solve(vcov, b) of the term's coefficients")
            guard !design.covariates.isMarginal(index), events > 0 else {
                return TermTests(term: term.name, wald: wald, likelihoodRatio: nil, score: nil)
            }
            let reduced = maximum(of: likelihood, without: term.columns)
            let degreesOfFreedom = rank - reduced.rank
            return TermTests(
                term: term.name, wald: wald,
                likelihoodRatio: chiSquaredTest(
                    .likelihoodRatio, statistic: max(0, 2 * (logLikelihood - reduced.logLikelihood)),
                    degreesOfFreedom: degreesOfFreedom, equalsInR: "drop1(coxph(...), test = 'Chisq')"),
                score: chiSquaredTest(
                    .score, statistic: reduced.score, degreesOfFreedom: degreesOfFreedom,
                    equalsInR: "anova(coxph(...), test = 'Rao')"))
        }
    }

    /// The maximum without some columns, and their score test there.
    private func maximum(
        of likelihood: any Likelihood, without columns: Range<Int>
    ) -> (logLikelihood: Double, rank: Int, score: Double) {
        if records.count >= ReducedCoxMaximum.fewestRecords, converged, monotone.isEmpty,
            let near = ReducedCoxMaximum(
                likelihood, without: columns, from: (at: storedCoefficients, inverse: storedCovariance))
        {
            return (near.logLikelihood, near.rank, near.scoreStatistic)
        }
        let kept = coefficients.indices.filter { !columns.contains($0) }
        let reduced = coxMaximum(CoxRecords(records, columns: kept), ties: ties)
        var embedded = [Double](repeating: 0, count: records.width)
        for (position, column) in kept.enumerated() { embedded[column] = reduced.coefficients[position] }
        let value = likelihood.value(at: embedded)
        let score = dotProduct(Cholesky(value.information).solve(value.score), value.score)
        return (reduced.value.logLikelihood, reduced.cholesky.rank, score)
    }
}
