import Mathematics
import Results
import SurvivalStatistics
import Testing

/// ModelAgreement with R's `coxph`, its residuals, `basehaz` and `cox.zph` on every case of `Tests/References/cox`.
@Suite struct CoxReferenceTests {
    static let cases = ModelReference.cases(in: "cox", kinds: ["cox"])

    /// Coefficients and what follows from them; R iterated to a relative change of 3e−12.
    static let tolerance = 1e-9
    static let residualTolerance = 1e-8

    @Test func `there are cases`() {
        #expect(Self.cases.count >= 170)
    }

    @Test(arguments: cases) func `coxph`(_ reference: ModelReference) throws {
        let design = try reference.coxDesign(in: try reference.table())
        let variance: CoxVariance =
            reference.arguments["robust"].isTrue ? .robust : (design.clusters == nil ? .model : .clustered)
        let model = coxModel(design, ties: reference.ties, variance: variance)
        let expected = reference.result
        var agreement = ModelAgreement()
        agreement.expectEqual("n", model.n, expected["n"].integer ?? -1)
        agreement.expectEqual("events", model.events, expected["nevent"].integer ?? -1)
        agreement.expectEqual("names", design.covariates.identities.map(\.name), expected["terms"].texts)
        let diverges = expected["warnings"].texts.contains { $0.contains("infinite") || $0.contains("Ran out") }
        compareFit(
            model, expected, diverges: diverges, isDefaultControl: reference.id.hasPrefix("degenerate"), &agreement)
        if !diverges {
            compareResiduals(model, expected, &agreement)
            try compareCurves(model, expected, &agreement)
            compareProportionality(model, expected, &agreement)
        }
        agreement.check(reference.id)
    }

    private func compareFit(
        _ model: FittedCoxModel, _ expected: ReferenceValue, diverges: Bool, isDefaultControl: Bool,
        _ agreement: inout ModelAgreement
    ) {
        let fit = model.result(level: 0.95)
        // The degenerate cases were run with R's default control, which stops a little earlier.
        let tolerance = isDefaultControl ? 1e-8 : Self.tolerance
        // A statistic that is a difference of log-likelihoods keeps their rounding error.
        let scale = 1e-5 * abs(model.logLikelihood)
        agreement.expect(
            "loglik null", fit.logLikelihoodNull, expected["loglik_null"].number, tolerance: tolerance, scale: 1e-9)
        agreement.expect(
            "loglik", fit.logLikelihood, expected["loglik"].number, tolerance: diverges ? 1e-7 : tolerance, scale: 1e-9)
        compareTest("score", fit.score, expected["score"], scale: scale, tolerance: tolerance, &agreement)
        compareConcordance(fit.concordance, expected["concordance"], &agreement)
        if diverges {
            agreement.expectEqual("monotone", model.monotone.isEmpty, false)
            agreement.expectEqual("estimates", model.coefficients.compactMap { $0 }, [])
            return
        }
        agreement.expectEqual("monotone", model.monotone, [])
        compareTest("lrt", fit.likelihoodRatio, expected["lrt"], scale: scale, tolerance: tolerance, &agreement)
        compareTest("wald", fit.wald, expected["wald"], scale: scale, tolerance: tolerance, &agreement)
        if let robust = fit.robustScore {
            compareTest(
                "robust score", robust, expected["robust_score"], scale: scale, tolerance: tolerance, &agreement)
        }
        for (index, coefficient) in fit.coefficients.enumerated() {
            let error = expected["se"].numbers[index] ?? 1
            func compare(_ name: String, _ actual: Double?, _ scale: Double = 0) {
                agreement.expect(
                    "\(name)[\(index)]", actual, expected[name].numbers[index], tolerance: tolerance, scale: scale)
            }
            compare("coef", coefficient.coefficient, error)
            if coefficient.coefficient != nil, !expected["robust_se"].isNull {
                compare("robust_se", coefficient.standardError)
                agreement.expect("se[\(index)]", coefficient.modelStandardError, error, tolerance: tolerance)
            } else if coefficient.coefficient != nil {
                compare("se", coefficient.standardError)
            }
            compare("z", coefficient.z, 1)
            compare("hr", coefficient.hazardRatio.value)
            compare("ci_lower", coefficient.hazardRatio.interval?.lower)
            compare("ci_upper", coefficient.hazardRatio.interval?.upper)
            agreement.expect("p[\(index)]", coefficient.pValue, expected["p"].numbers[index], tolerance: 1e-7)
        }
        agreement.expect("vcov", model.covariance.elements, expected["vcov"].list.flatMap(\.numbers), tolerance: 2e-9)
        if !expected["naive_vcov"].isNull {
            agreement.expect(
                "naive vcov", model.modelCovariance.elements,
                expected["naive_vcov"].list.flatMap(\.numbers), tolerance: 2e-9)
        }
    }

    /// R multiplies the covariates by the coefficients in BLAS, whose rounding may split predictors that are equal. Then
    /// some pairs that are tied here are concordant or discordant there, and nothing else may differ.
    private func compareConcordance(
        _ concordance: Concordance, _ expected: ReferenceValue, _ agreement: inout ModelAgreement
    ) {
        let count = expected["count"]
        let comparable = concordance.concordant + concordance.discordant + concordance.tiedPrediction
        let comparableInR = ["concordant", "discordant", "tied.x"].compactMap { count[$0].number }.reduce(0, +)
        let split = max(0, concordance.tiedPrediction - (count["tied.x"].number ?? 0))
        let tolerance = 1e-9 + split / max(1, comparableInR)
        agreement.expectEqual("few split ties", split <= 0.01 * comparableInR, true)
        agreement.expect("comparable pairs", comparable, comparableInR, tolerance: 1e-12)
        agreement.expect("tied y", concordance.tiedTime, count["tied.y"].number, tolerance: 1e-12)
        agreement.expect("tied xy", concordance.tiedBoth, count["tied.xy"].number, tolerance: 1e-12)
        agreement.expect(
            "concordance", concordance.estimate.value, expected["value"].number, tolerance: tolerance, scale: 1)
        agreement.expect(
            "concordance se", concordance.estimate.standardError, expected["se"].number, tolerance: tolerance, scale: 1)
    }

    private func compareTest(
        _ name: String, _ test: TestResult, _ expected: ReferenceValue, scale: Double,
        tolerance: Double, _ agreement: inout ModelAgreement
    ) {
        guard let statistic = expected["stat"].number, (expected["df"].number ?? 0) > 0 else {
            agreement.expectEqual("\(name) absent", test.statistic, nil)
            return
        }
        agreement.expect("\(name) statistic", test.statistic, statistic, tolerance: tolerance, scale: scale)
        agreement.expectEqual("\(name) df", test.degreesOfFreedom.first, expected["df"].number)
        agreement.expect("\(name) p", test.pValue, expected["p"].number, tolerance: 1e-7)
    }

    private func compareResiduals(
        _ model: FittedCoxModel, _ expected: ReferenceValue, _ agreement: inout ModelAgreement
    ) {
        func compare(_ name: String, _ values: [Double]) {
            guard !expected[name].isNull else { return }
            agreement.expect(name, values, expected[name].numbers, tolerance: Self.residualTolerance)
        }
        compare("martingale", model.martingaleResiduals)
        compare("deviance", model.devianceResiduals)
        compare("linear_predictor", model.linearPredictors)
        func compare(_ name: String, _ matrix: ResidualMatrix?) {
            guard !expected[name].isNull else { return }
            agreement.expect(
                name, rows: matrix?.values ?? [], expected[name].list, tolerance: Self.residualTolerance)
        }
        compare("score_resid", model.scoreResiduals)
        compare("dfbeta", model.dfbetaResiduals)
        compare("schoenfeld", model.schoenfeldResiduals)
        compare("schoenfeld_time", model.schoenfeldResiduals?.times ?? [])
        compare("scaledsch", model.scaledSchoenfeldResiduals)
    }

    private func compareCurves(_ model: FittedCoxModel, _ expected: ReferenceValue, _ agreement: inout ModelAgreement)
        throws
    {
        guard !expected["basehaz"].isNull else { return }
        // The references are `basehaz(fit, centered = FALSE)`: all covariates zero, the offset at its mean.
        let zeros = model.coefficients.map { _ in 0.0 }
        let curves = try model.survivalCurves(for: zeros, level: 0.95, transform: .log)
        agreement.expect(
            "basehaz", curves.flatMap(\.cumulativeHazard), expected["basehaz"]["hazard"].numbers,
            tolerance: Self.residualTolerance)
        agreement.expect(
            "basehaz time", curves.flatMap(\.time), expected["basehaz"]["time"].numbers,
            tolerance: 1e-12)
    }

    private func compareProportionality(
        _ model: FittedCoxModel, _ expected: ReferenceValue, _ agreement: inout ModelAgreement
    ) {
        for transform in TimeTransform.allCases {
            let table = expected["zph"][transform.rawValue]
            guard !table.isNull else { continue }
            let test = proportionalHazardsTest(of: model, transform: transform)
            compare("zph \(transform.rawValue)", test, table, &agreement)
        }
        if !expected["zph_by_coef"].isNull {
            let test = proportionalHazardsTest(of: model, transform: .kaplanMeier, byCoefficient: true)
            compare("zph by coefficient", test, expected["zph_by_coef"], &agreement)
        }
    }

    private func compare(
        _ name: String, _ test: ProportionalHazardsResult, _ table: ReferenceValue, _ agreement: inout ModelAgreement
    ) {
        let all = test.terms.map(\.test) + [test.global]
        guard table["error"].isNull else {
            agreement.expectEqual("\(name) absent", all.compactMap(\.statistic), [])
            return
        }
        agreement.expectEqual("\(name) rows", test.terms.map(\.name) + ["GLOBAL"], table["rows"].texts)
        agreement.expect("\(name) statistic", all.map(\.statistic), table["chisq"].numbers, tolerance: 1e-7)
        agreement.expect("\(name) p", all.map(\.pValue), table["p"].numbers, tolerance: 1e-6)
        if !table["df"].isNull {
            agreement.expect("\(name) df", all.map { $0.degreesOfFreedom.first }, table["df"].numbers, tolerance: 0)
        }
    }
}
