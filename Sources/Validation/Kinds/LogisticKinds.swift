internal import Foundation
internal import Results
internal import SurvivalStatistics

extension ReferenceCase {
    /// The design of a logistic model: one trial a row, or counts of outcomes and trials.
    private func logisticDesign(_ file: ReferenceTable) throws -> LogisticDesign {
        let table = try table(file)
        let formula = try formula(arguments["formula"].isPresent ? "formula" : "covariates")
        let covariates = try matrix(formula, in: table)
        if let pair = ReferenceFormula.argument(of: "cbind", in: formula.response) {
            let sides = ReferenceFormula.split(pair, at: ",")
            guard sides.count == 2 else { throw NotApplicable("'\(formula.response)' is not of two columns") }
            let (with, without) = (try table.numbers(sides[0]), try table.numbers(sides[1]))
            return try LogisticDesign(outcomes: with, trials: zip(with, without).map(+), covariates: covariates)
        }
        for (events, trials) in [("events", "trials"), ("events", "n"), ("x", "n"), ("successes", "trials")] {
            guard let events = arguments[events].text, let trials = arguments[trials].text else { continue }
            return try LogisticDesign(
                outcomes: table.numbers(events), trials: table.numbers(trials), covariates: covariates)
        }
        if let trials = arguments["weights"].text {
            // glm's form of shares with the number of trials as weights.
            let (shares, counts) = (try table.numbers(formula.response), try table.numbers(trials))
            return try LogisticDesign(
                outcomes: zip(shares, counts).map { ($0 * $1).rounded() }, trials: counts, covariates: covariates)
        }
        return try LogisticDesign(hasOutcome: outcome(formula.response, in: table), covariates: covariates)
    }

    /// The outcome as yes or no: 1, `TRUE` or the later of two levels; `dead` stands for the highest status where the data
    /// have no such column.
    func outcome(_ response: String, in table: ReferenceTable) throws(NotApplicable) -> [Bool?] {
        let isDerived = response == "dead" && !table.has(response) && table.has("status")
        let name = isDerived ? "status" : (arguments["response"].text ?? response)
        let column = try table.column(name)
        let levels = arguments["factors"][name].texts
        let known = levels.isEmpty ? try table.levels(name) : levels
        guard isDerived || known.count <= 2 else {
            throw NotApplicable("the outcome '\(name)' has more than two values")
        }
        let codes = try table.codes(name, levels: known)
        return column.texts.indices.map { row in
            if column.texts[row] == nil { return nil }
            if isDerived { return codes[row] == known.count - 1 }
            return column.isNumeric && levels.isEmpty ? column.numbers[row] == 1 : codes[row] == 1
        }
    }

    /// Kinds `logistic` and `logistic_grouped`: `glm`, its profile intervals, `drop1` and the area under the curve.
    static let logistic: Comparison = { reference, file, agreement in
        let model = logisticModel(try reference.logisticDesign(file))
        let fit = model.result(level: reference.level)
        let expected = reference.result
        agreement.compareEqual("n", fit.n, reference.kind == "logistic" ? expected["n"].integer : nil)
        if expected["terms"].isPresent {
            agreement.compareEqual("names", fit.coefficients.map(\.name), expected["terms"].texts)
        }
        // R's iteration towards an infinite coefficient ends with a warning that fitted probabilities are 0 or 1.
        let isSeparated = expected["warnings"].texts.contains { $0.contains("numerically 0 or 1") }
        agreement.compareEqual("separated", fit.coefficients.contains(where: \.isSeparated), isSeparated)
        // The deviance of separated outcomes falls towards its limit, which may be 0, until R stops.
        let scale = isSeparated ? 1.0 : 0
        for (name, found) in [
            ("deviance", fit.deviance), ("null_deviance", fit.nullDeviance), ("loglik", fit.logLikelihood),
            ("aic", fit.akaike),
        ] {
            agreement.compare(name, found, expected[name], tolerance: 1e-9, scale: scale)
        }
        // R holds probabilities 2·10⁻¹⁶ away from 0 and 1.
        agreement.compare(
            "fitted", model.probabilities, expected["fitted"], tolerance: 1e-9, scale: isSeparated ? 1 : 1e-3)
        reference.compareCoefficients(fit, isSeparated: isSeparated, &agreement)
        let drop = expected["drop1"]
        if drop.isPresent {
            // R leaves out a main effect that is in an interaction.
            let terms = fit.terms.filter { drop["term"].texts.contains($0.term) }
            let tests = terms.map(\.likelihoodRatio)
            agreement.compareEqual("drop1 terms", terms.map(\.term), drop["term"].texts)
            agreement.compareTogether("drop1", tests.map { $0?.statistic }, drop["lrt"], tolerance: 1e-9)
            agreement.compare("drop1 df", tests.map { $0?.degreesOfFreedom.first }, drop["df"])
            agreement.compareTogether("drop1 p", tests.map { $0?.pValue }, drop["p"], tolerance: 1e-8)
        }
        reference.compareArea(fit.areaUnderCurve, model, &agreement)
    }

    /// R's fitted values go by BLAS, whose rounding may split scores that are equal. Then some pairs that are tied here are
    /// ordered there, and the area may differ by as many halves.
    private func compareArea(_ area: Estimate, _ model: FittedLogisticModel, _ agreement: inout Agreement) {
        let expected = result["auc"]
        let theirs = result["fitted"].elements.compactMap(\.number)
        let own = model.probabilities
        var split = 0.0
        if theirs.count == own.count {
            let order = own.indices.sorted { own[$0] < own[$1] }
            for (left, right) in zip(order, order.dropFirst())
            where own[right] - own[left] <= 1e-13 * own[right] && theirs[left] != theirs[right] {
                split += 1
            }
        }
        // A run of k equal scores holds at most k²/4 pairs, of which the neighbours were counted.
        let share = split / Double(max(1, own.count))
        let tolerance = Agreement.closedForm + share / 10
        let variance = area.standardError.map { $0 * $0 }
        agreement.compare("auc", area.value, expected["auc"], tolerance: tolerance)
        agreement.compare("auc lower", area.interval?.lower, expected["delong_ci"][0], tolerance: tolerance)
        agreement.compare("auc upper", area.interval?.upper, expected["delong_ci"][2], tolerance: tolerance)
        agreement.compare("auc variance", variance, expected["delong_var"], tolerance: tolerance * 10)
    }

    private func compareCoefficients(
        _ fit: LogisticModelFit, isSeparated: Bool, _ agreement: inout Agreement
    ) {
        for (index, coefficient) in fit.coefficients.enumerated() where !coefficient.isSeparated {
            let error = result["se"][index].number ?? 1
            func compare(_ name: String, _ value: Double?, tolerance: Double = 1e-9, scale: Double = 0) {
                agreement.compare(
                    "\(name)[\(index)]", value, result[name][index], tolerance: tolerance, scale: scale)
            }
            compare("coef", coefficient.coefficient, scale: error)
            compare("se", coefficient.standardError)
            compare("z", coefficient.z, scale: 1)
            compare("p", coefficient.pValue, tolerance: 1e-9 * max(1, (coefficient.z ?? 0) * (coefficient.z ?? 0)))
            compare("or", coefficient.oddsRatio.value, tolerance: 1e-9 * max(1, error))
            let limits = coefficient.oddsRatio.interval
            for (name, limit) in [("wald_ci_lower", limits?.lower), ("wald_ci_upper", limits?.upper)] {
                // R's limits are logarithms; beyond ±700 an odds ratio is 0 or no number.
                let isBeyond = abs(result[name][index].number ?? 0) > 700
                if isBeyond, limit == nil || limit == 0 { continue }
                compare(name, limit.map { log($0) }, scale: error)
            }
            if !isSeparated {
                // R reads the profile off a spline through a few points, which errs by 5·10⁻⁴ standard errors at n = 26.
                let profile = coefficient.profileInterval
                for (name, limit) in [("profile_ci_lower", profile?.lower), ("profile_ci_upper", profile?.upper)]
                where result[name][index].number?.isFinite == true {
                    compare(name, limit.map { log($0) }, tolerance: 2e-3, scale: error)
                }
            }
        }
    }

    /// Kind `logistic_firth`. With default control `logistf` stops its profile search near 10⁻⁵ of a standard error.
    static let firthLogistic: Comparison = { reference, file, agreement in
        let fit = firthLogisticModel(try reference.logisticDesign(file), level: reference.level)
        let expected = reference.result
        agreement.compareEqual("coefficients", fit.coefficients.count, expected["coef"].elements.count)
        for (index, coefficient) in fit.coefficients.enumerated() {
            let error = expected["se"][index].number ?? 1
            func compare(_ name: String, _ value: Double?, tolerance: Double, scale: Double = 0) {
                agreement.compare(
                    "\(name)[\(index)]", value, expected[name][index], tolerance: tolerance, scale: scale)
            }
            compare("coef", coefficient.coefficient, tolerance: 1e-9, scale: error)
            compare("se", coefficient.standardError, tolerance: 1e-9)
            let interval = coefficient.profileInterval
            compare("ci_lower", interval?.lower.map { log($0) }, tolerance: 1e-6, scale: error)
            compare("ci_upper", interval?.upper.map { log($0) }, tolerance: 1e-6, scale: error)
            compare("p", coefficient.pValue, tolerance: 1e-8, scale: 1e-6)
        }
        agreement.compare("loglik", fit.logLikelihood, expected["loglik"], tolerance: 1e-9)
    }
}
