internal import Mathematics
internal import Results
internal import SurvivalStatistics

extension ReferenceCase {
    /// The design of a Cox model in the arguments' terms.
    func coxDesign(_ formula: ReferenceFormula, in table: ReferenceTable) throws -> CoxDesign {
        let strata = arguments["strata"].texts + formula.strata
        let cluster = arguments["cluster"].text ?? formula.cluster
        let offset = arguments["offset"].text ?? formula.offset
        return try CoxDesign(
            time: table.numbers(try name("time")), status: status(in: table),
            covariates: matrix(formula, in: table), entry: arguments["start"].text.map(table.numbers),
            strata: strata.isEmpty ? nil : combinedCodes(strata, in: table),
            weights: arguments["weights"].text.map(table.numbers), offset: offset.map(table.numbers),
            clusters: cluster.map { try combinedCodes([$0], in: table) })
    }

    /// How tied times are handled: Efron's method where the case gives none, as in R.
    func ties() throws(NotApplicable) -> TiesMethod {
        let name = arguments["ties"].text ?? arguments["method"].text ?? "efron"
        guard let ties = TiesMethod(rawValue: name) else { throw NotApplicable("unknown method of ties '\(name)'") }
        return ties
    }

    /// Whether R's iteration ran towards an infinite coefficient.
    var diverges: Bool {
        result["warnings"].texts.contains {
            $0.contains("infinite") || $0.contains("Ran out") || $0.contains("did not converge")
        }
    }

    /// Kind `cox`: the fit, its tests, residuals, baseline hazard and the test of proportional hazards.
    static let cox: Comparison = { reference, file, agreement in
        let table = try reference.table(file)
        let design = try reference.coxDesign(try reference.formula(), in: table)
        let isRobust = reference.arguments["robust"].isTrue
        let variance: CoxVariance = design.clusters != nil ? .clustered : (isRobust ? .robust : .model)
        let model = coxModel(design, ties: try reference.ties(), variance: variance)
        let expected = reference.result
        agreement.compareEqual("n", model.n, expected["n"].integer)
        agreement.compareEqual("events", model.events, expected["nevent"].integer)
        if expected["terms"].isPresent {
            agreement.compareEqual("names", design.covariates.identities.map(\.name), expected["terms"].texts)
        }
        if !reference.diverges, !model.monotone.isEmpty, expected["coef"].elements.contains(.null) {
            throw NotApplicable(
                "R drops a column of a monotone likelihood as singular and does not warn; it is named here")
        }
        reference.compareFit(model, &agreement)
        if !reference.diverges {
            reference.compareResiduals(model, &agreement)
            try reference.compareBaseline(model, &agreement)
            reference.compareProportionality(model, &agreement)
        }
    }

    /// Coefficients and what follows from them: 10⁻⁹ where R iterated to a relative change of 3·10⁻¹², less where it ran
    /// with its default control.
    private func compareFit(_ model: FittedCoxModel, _ agreement: inout Agreement) {
        let fit = model.result(level: level)
        let expected = result
        let tolerance = isDefaultControl ? 1e-8 : 1e-9
        // A statistic that is a difference of log-likelihoods keeps their rounding error.
        let scale = 1e-5 * abs(model.logLikelihood)
        agreement.compare(
            "loglik null", fit.logLikelihoodNull, expected["loglik_null"], tolerance: tolerance, scale: 1e-3)
        agreement.compare(
            "loglik", fit.logLikelihood, expected["loglik"], tolerance: diverges ? 1e-7 : tolerance,
            scale: diverges ? 1 : 1e-3)
        compare(fit.score, expected["score"], "score", scale, tolerance, &agreement)
        if diverges {
            // The coefficients, and the concordance by them, are where R's iteration stopped: only the detection can be
            // compared.
            agreement.compareEqual("monotone", model.monotone.isEmpty, false)
            return
        }
        if expected["concordance"].isPresent { compareConcordance(fit.concordance, &agreement) }
        agreement.compareEqual("monotone", model.monotone.map(\.column.name), [])
        compare(fit.likelihoodRatio, expected["lrt"], "lrt", scale, tolerance, &agreement)
        compare(fit.wald, expected["wald"], "wald", scale, tolerance, &agreement)
        if let robust = fit.robustScore {
            compare(robust, expected["robust_score"], "robust score", scale, tolerance, &agreement)
        }
        compareCoefficients(fit.coefficients, tolerance: tolerance, &agreement)
        agreement.compareTogether("vcov", model.covariance.elements, expected["vcov"], tolerance: 2e-9)
        if expected["naive_vcov"].isPresent {
            agreement.compareTogether(
                "naive vcov", model.modelCovariance.elements, expected["naive_vcov"], tolerance: 2e-9)
        }
    }

    private func compareCoefficients(
        _ coefficients: [CoxCoefficient], tolerance: Double, _ agreement: inout Agreement
    ) {
        for (index, coefficient) in coefficients.enumerated() {
            let error = result["se"][index].number ?? 1
            func compare(_ name: String, _ found: Double?, _ scale: Double = 0, tolerance own: Double? = nil) {
                agreement.compare(
                    "\(name)[\(index)]", found, result[name][index], tolerance: own ?? tolerance, scale: scale)
            }
            compare("coef", coefficient.coefficient, error)
            if coefficient.coefficient != nil, result["robust_se"].isPresent {
                compare("robust_se", coefficient.standardError)
                compare("se", coefficient.modelStandardError)
            } else if coefficient.coefficient != nil {
                compare("se", coefficient.standardError)
            }
            compare("z", coefficient.z, 1)
            compare("hr", coefficient.hazardRatio.value, tolerance: tolerance * max(1, error))
            // Limits are far from 1 where the standard error is large, and so are their rounding errors.
            let span = tolerance * max(1, 2 * error)
            compare("ci_lower", coefficient.hazardRatio.interval?.lower, tolerance: span)
            compare("ci_upper", coefficient.hazardRatio.interval?.upper, tolerance: span)
            compare("p", coefficient.pValue, tolerance: 1e-7)
        }
    }

    /// R multiplies the covariates by the coefficients in BLAS, whose rounding may split predictors that are equal. Then
    /// some pairs that are tied here are concordant or discordant there, and nothing else may differ.
    private func compareConcordance(_ concordance: Concordance, _ agreement: inout Agreement) {
        let expected = result["concordance"]
        let count = expected["count"]
        let comparable = concordance.concordant + concordance.discordant + concordance.tiedPrediction
        let comparableInR = ["concordant", "discordant", "tied.x"].compactMap { count[$0].number }.reduce(0, +)
        let split = max(0, concordance.tiedPrediction - (count["tied.x"].number ?? 0))
        let tolerance = 1e-9 + split / max(1, comparableInR)
        if count.isPresent {
            agreement.compareEqual("few split ties", split <= 0.01 * comparableInR, true)
            agreement.compare("comparable pairs", comparable, .number(comparableInR))
        }
        agreement.compare("tied y", concordance.tiedTime, count["tied.y"])
        agreement.compare("tied xy", concordance.tiedBoth, count["tied.xy"])
        agreement.compare("concordance", concordance.estimate.value, expected["value"], tolerance: tolerance, scale: 1)
        agreement.compare(
            "concordance se", concordance.estimate.standardError, expected["se"], tolerance: tolerance, scale: 1)
    }

    private func compare(
        _ test: TestResult, _ expected: ReferenceValue, _ name: String, _ scale: Double, _ tolerance: Double,
        _ agreement: inout Agreement
    ) {
        guard expected.isPresent else { return }
        guard expected["stat"].number?.isFinite == true, (expected["df"].number ?? 0) > 0 else {
            agreement.compareEqual("\(name) absent", test.statistic == nil, true)
            return
        }
        // Where nothing can differ there is no test here; R's statistic is then 0.
        if test.statistic == nil, expected["stat"].number == 0 { return }
        agreement.compare("\(name) statistic", test.statistic, expected["stat"], tolerance: tolerance, scale: scale)
        agreement.compare("\(name) df", test.degreesOfFreedom.first, expected["df"])
        let size = max(1, test.statistic ?? 1)
        agreement.compare(
            "\(name) p", test.pValue, expected["p"], tolerance: max(1e-7, 10 * tolerance * max(size, scale)))
    }
}
