#if canImport(Darwin)
    internal import Darwin
#else
    internal import Glibc
#endif
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
        reference.compareFit(model, &agreement)
        if !reference.diverges, model.monotone.isEmpty {
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
        // R does not always warn; its standard error has run away all the same.
        for (index, coefficient) in fit.coefficients.enumerated() where !diverges && coefficient.monotone != nil {
            let z = abs(expected["z"][index].number ?? 0)
            let hasRunAway = !(z > 0.05) || abs(expected["coef"][index].number ?? .infinity) > 15
            agreement.compareEqual("runaway coefficient \(index)", hasRunAway, true)
        }
        let diverges = diverges || !model.monotone.isEmpty
        // Log-likelihoods of a few patients are sums of logarithms of size 1 that may cancel.
        agreement.compare(
            "loglik null", fit.logLikelihoodNull, expected["loglik_null"], tolerance: tolerance, scale: 1e-3)
        // Each step towards an infinite coefficient leaves 1/e of the way to the limit, of which 10⁻⁹ counts as nothing.
        agreement.compare(
            "loglik", fit.logLikelihood, expected["loglik"], tolerance: diverges ? 1e-8 : tolerance,
            scale: diverges ? 1 : 1e-3)
        compareConcordance(fit.concordance, model, &agreement)
        // R has no coefficient in a column that its diverging iteration found singular, and counts it out of the tests.
        let isDropped = zip(fit.coefficients, expected["coef"].elements).contains { $0.monotone != nil && $1 == .null }
        if isDropped || diverges {
            // Where no column carries information there is no test here, for which R's statistic of exactly 0 stands.
            let isNone = fit.score.statistic == nil && expected["score"]["stat"].number == 0
            if !isNone {
                agreement.compare(
                    "score statistic", fit.score.statistic, expected["score"]["stat"], tolerance: tolerance)
            }
        } else {
            compare(fit.score, expected["score"], "score", 1e-3, tolerance, &agreement)
        }
        guard !diverges, !isDropped else { return compareDivergence(fit, model, &agreement) }
        agreement.compareEqual("monotone", model.monotone.map(\.column.name), [])
        // A difference of log-likelihoods keeps their rounding error.
        let scale = max(1e-3, 1e-5 * abs(model.logLikelihood))
        compare(fit.likelihoodRatio, expected["lrt"], "lrt", scale, tolerance, &agreement)
        // Robust errors that are only rounding, as where everything is tied, are none here; all else is compared.
        let robust = expected["robust_se"].elements.compactMap(\.number)
        let naive = expected["se"].elements.compactMap(\.number)
        if !robust.isEmpty, zip(robust, naive).allSatisfy({ $0 <= 1e-10 * $1 }) {
            for (index, coefficient) in fit.coefficients.enumerated() {
                agreement.compare(
                    "coef[\(index)]", coefficient.coefficient, expected["coef"][index], tolerance: tolerance,
                    scale: expected["se"][index].number ?? 1)
                let error = model.modelCovariance[index, index].squareRoot()
                agreement.compare("se[\(index)]", error, expected["se"][index], tolerance: tolerance)
            }
            return compareCovariance("naive vcov", model.modelCovariance, expected["naive_vcov"], tolerance, &agreement)
        }
        compare(fit.wald, expected["wald"], "wald", 1e-3, tolerance, &agreement)
        if expected["robust_score"].isPresent {
            let robust = fit.robustScore ?? TestResult(method: .score, statistic: nil, pValue: nil, n: 0, equalsInR: "")
            compare(robust, expected["robust_score"], "robust score", 1e-3, tolerance, &agreement)
        }
        compareCoefficients(fit.coefficients, tolerance: tolerance, &agreement)
        compareCovariance("vcov", model.covariance, expected["vcov"], tolerance, &agreement)
        compareCovariance("naive vcov", model.modelCovariance, expected["naive_vcov"], tolerance, &agreement)
    }

    /// Where R's iteration ran away, its coefficients are where it stopped. What can be compared is that the coefficients are
    /// absent here, all that R's warning names among them; of a likelihood that is flat none may be given.
    private func compareDivergence(_ fit: CoxModelFit, _ model: FittedCoxModel, _ agreement: inout Agreement) {
        let isFlat = result["loglik"].number == result["loglik_null"].number
        if isFlat {
            agreement.compareEqual("coefficients of a flat likelihood", fit.coefficients.compactMap(\.coefficient), [])
        } else {
            agreement.compareEqual("monotone", model.monotone.isEmpty, false)
        }
        for column in divergingColumns where fit.coefficients.indices.contains(column) {
            agreement.compareEqual("coef[\(column)]", fit.coefficients[column].coefficient, Double?.none)
        }
    }

    /// The columns that R's warning names: `… converged before variable 1,3 ; …`.
    private var divergingColumns: [Int] {
        result["warnings"].texts.filter { $0.contains("variable") }.flatMap { warning in
            warning.split { !$0.isNumber }.compactMap { Int($0).map { $0 - 1 } }
        }
    }

    /// Covariances are compared as correlations are: on the scale of the two standard errors.
    private func compareCovariance(
        _ name: String, _ own: SquareMatrix, _ expected: ReferenceValue, _ tolerance: Double,
        _ agreement: inout Agreement
    ) {
        guard expected.isPresent else { return }
        let theirs = expected.flattened
        guard theirs.count == own.elements.count else {
            return agreement.compare(name, own.elements.map { $0 }, expected)
        }
        for row in 0..<own.size {
            for column in 0..<own.size {
                let scale = (own[row, row] * own[column, column]).squareRoot()
                agreement.compare(
                    "\(name)[\(row)][\(column)]", own[row, column], theirs[row * own.size + column],
                    tolerance: 2 * tolerance, scale: scale)
            }
        }
    }

    private func compareCoefficients(
        _ coefficients: [CoxCoefficient], tolerance: Double, _ agreement: inout Agreement
    ) {
        for (index, coefficient) in coefficients.enumerated() {
            // R writes a standard error of 0 for a coefficient that does not exist.
            if result["coef"][index] == .null, coefficient.coefficient == nil, coefficient.standardError == nil {
                continue
            }
            let error = result["se"][index].number ?? 1
            func compare(_ name: String, _ found: Double?, _ scale: Double = 0, tolerance own: Double? = nil) {
                agreement.compare(
                    "\(name)[\(index)]", found, result[name][index], tolerance: own ?? tolerance, scale: scale)
            }
            // The logarithm of a ratio has the ratio's relative error.
            func compareRatio(_ name: String, _ found: Double?) {
                let size = result[name][index].number.map { $0 > 0 && $0.isFinite ? abs(log($0)) : 1 } ?? 1
                compare(name, found, tolerance: tolerance * max(1, size))
            }
            // A coefficient near 0 is known relative to its standard error.
            compare("coef", coefficient.coefficient, error)
            if result["robust_se"].isPresent {
                compare("robust_se", coefficient.standardError)
                compare("se", coefficient.coefficient == nil ? nil : coefficient.modelStandardError)
            } else {
                compare("se", coefficient.standardError)
            }
            compare("z", coefficient.z, 1)
            compareRatio("hr", coefficient.hazardRatio.value)
            compareRatio("ci_lower", coefficient.hazardRatio.interval?.lower)
            compareRatio("ci_upper", coefficient.hazardRatio.interval?.upper)
            let z = coefficient.z ?? 0
            compare("p", coefficient.pValue, tolerance: tolerance * max(1, z * z))
        }
    }

    /// The concordance of R's own linear predictors, where the result has them, must be R's to the last digits: also that of
    /// a diverged fit, whose predictors are where R's iteration stopped.
    ///
    /// R multiplies the covariates by the coefficients in BLAS, whose rounding may split predictors that are equal. Pairs that
    /// are tied here may then be concordant or discordant there, and nothing else may differ.
    private func compareConcordance(
        _ concordance: Concordance, _ model: FittedCoxModel, _ agreement: inout Agreement
    ) {
        let expected = result["concordance"]
        let theirs = result["linear_predictor"].elements.compactMap(\.number)
        if let same = theirs.isEmpty ? nil : model.concordance(of: theirs, level: level) {
            compareCounts(same, expected, "of R's predictors", &agreement)
            agreement.compare("concordance of R's predictors", same.estimate.value, expected["value"], scale: 1)
            if expected["value"].number?.isFinite == true {
                agreement.compare("its standard error", same.estimate.standardError, expected["se"], scale: 1)
            }
        }
        let count = expected["count"]
        guard !diverges, model.monotone.isEmpty, expected["value"].isPresent else { return }
        guard let concordant = count["concordant"].number, let discordant = count["discordant"].number,
            let tied = count["tied.x"].number
        else {
            agreement.compare("concordance", concordance.estimate.value, expected["value"], tolerance: 1e-9)
            return
        }
        let all = concordant + discordant + tied
        let (gained, lost) = (concordant - concordance.concordant, discordant - concordance.discordant)
        let split = gained + lost
        guard split > 1e-9 * all else {
            compareCounts(concordance, expected, "concordance", &agreement)
            agreement.compare("concordance", concordance.estimate.value, expected["value"])
            guard expected["value"].number?.isFinite == true else { return }
            agreement.compare(
                "concordance se", concordance.estimate.standardError, expected["se"], scale: 1e-3)
            return
        }
        agreement.compareEqual("pairs are only split", min(gained, lost) >= -1e-9 * all, true)
        agreement.compare("split pairs", concordance.tiedPrediction - split, count["tied.x"], scale: all)
        let value = concordance.estimate.value.map { $0 + (gained - lost) / 2 / all }
        agreement.compare("concordance", value, expected["value"])
        // A record's influence changes by at most the split pairs' share of all.
        agreement.compare(
            "concordance se", concordance.estimate.standardError, expected["se"], tolerance: 1e-9 + split / all,
            scale: 1)
    }

    private func compareCounts(
        _ own: Concordance, _ expected: ReferenceValue, _ name: String, _ agreement: inout Agreement
    ) {
        let count = expected["count"]
        // Equal predictors that BLAS split are pairs of tied times alone there.
        let (times, both) = (count["tied.y"].number ?? 0, count["tied.xy"].number ?? 0)
        let isSplit =
            name == "concordance" && times > own.tiedTime && abs(times + both - own.tiedTime - own.tiedBoth) < 1e-6
        for (key, found) in [
            ("concordant", own.concordant), ("discordant", own.discordant), ("tied.x", own.tiedPrediction),
            ("tied.y", own.tiedTime), ("tied.xy", own.tiedBoth),
        ] where !(isSplit && key.hasPrefix("tied.") && key != "tied.x") {
            // Sums of products of weights; whole numbers without weights.
            agreement.compare("\(name): \(key)", found, count[key], scale: 1)
        }
    }

    private func compare(
        _ test: TestResult, _ expected: ReferenceValue, _ name: String, _ scale: Double, _ tolerance: Double,
        _ agreement: inout Agreement
    ) {
        guard expected.isPresent else { return }
        guard let statistic = expected["stat"].number, statistic.isFinite, (expected["df"].number ?? 0) > 0 else {
            agreement.compareEqual("\(name) absent", test.statistic == nil, true)
            return
        }
        // Where no column carries information there is no test here, for which R's statistic of exactly 0 stands.
        if test.statistic == nil, statistic == 0 { return }
        agreement.compare("\(name) statistic", test.statistic, expected["stat"], tolerance: tolerance, scale: scale)
        agreement.compare("\(name) df", test.degreesOfFreedom.first, expected["df"])
        // The upper tail's relative change is at most the statistic's change, times 1/√s where the statistic s is small.
        let change = tolerance * max(statistic, scale)
        agreement.compare(
            "\(name) p", test.pValue, expected["p"],
            tolerance: max(tolerance, change, change / max(statistic, change).squareRoot()))
    }
}
