import Foundation
import Results
import SurvivalStatistics
import Testing

/// ModelAgreement with R's `glm`, `confint`, `pROC` and `logistf` on every case of `Tests/References/logistic`.
@Suite struct LogisticReferenceTests {
    static let ordinary = ModelReference.cases(in: "logistic", kinds: ["logistic"])
    static let penalised = ModelReference.cases(in: "logistic", kinds: ["logistic_firth"])

    @Test func `there are cases`() {
        #expect(Self.ordinary.count >= 4)
        #expect(Self.penalised.count >= 2)
    }

    private func design(_ reference: ModelReference) throws -> LogisticDesign {
        let table = try reference.table()
        let formula = ReferenceFormula(
            reference.arguments["formula"].text ?? "", factors: reference.arguments["factors"])
        return try LogisticDesign(hasOutcome: formula.outcome(in: table), covariates: formula.matrix(in: table))
    }

    @Test(arguments: ordinary) func `glm`(_ reference: ModelReference) throws {
        let design = try design(reference)
        let model = logisticModel(design)
        let fit = model.result(level: 0.95)
        let expected = reference.result
        var agreement = ModelAgreement()
        agreement.expectEqual("n", fit.n, expected["n"].integer ?? -1)
        agreement.expectEqual("names", fit.coefficients.map(\.name), expected["terms"].texts)
        // R's iteration towards an infinite coefficient ends with a warning that fitted probabilities are 0 or 1.
        let isSeparated = expected["warnings"].texts.contains { $0.contains("numerically 0 or 1") }
        agreement.expectEqual("separated", fit.coefficients.contains(where: \.isSeparated), isSeparated)
        agreement.expect("deviance", fit.deviance, expected["deviance"].number, tolerance: 1e-9)
        agreement.expect("null deviance", fit.nullDeviance, expected["null_deviance"].number, tolerance: 1e-9)
        agreement.expect("loglik", fit.logLikelihood, expected["loglik"].number, tolerance: 1e-9)
        agreement.expect("aic", fit.akaike, expected["aic"].number, tolerance: 1e-9)
        agreement.expect("fitted", model.probabilities, expected["fitted"].numbers, tolerance: 1e-9)
        for (index, coefficient) in fit.coefficients.enumerated() where !coefficient.isSeparated {
            let error = expected["se"].numbers[index] ?? 1
            func compare(_ name: String, _ value: Double?, tolerance: Double = 1e-9, scale: Double = 0) {
                agreement.expect(
                    "\(name)[\(index)]", value, expected[name].numbers[index], tolerance: tolerance, scale: scale)
            }
            compare("coef", coefficient.coefficient, scale: error)
            compare("se", coefficient.standardError)
            compare("z", coefficient.z, scale: 1)
            compare("p", coefficient.pValue, tolerance: 1e-8)
            compare("or", coefficient.oddsRatio.value)
            compare("wald_ci_lower", coefficient.oddsRatio.interval?.lower.map { log($0) }, scale: error)
            compare("wald_ci_upper", coefficient.oddsRatio.interval?.upper.map { log($0) }, scale: error)
            if !isSeparated {
                // R reads the profile off a spline through a few points.
                let profile = coefficient.profileInterval
                compare("profile_ci_lower", profile?.lower.map { log($0) }, tolerance: 1e-3, scale: error)
                compare("profile_ci_upper", profile?.upper.map { log($0) }, tolerance: 1e-3, scale: error)
            }
        }
        let drop = expected["drop1"]
        let tests = fit.terms.map(\.likelihoodRatio)
        agreement.expectEqual("drop1 terms", fit.terms.map(\.term), drop["term"].texts)
        agreement.expect("drop1", tests.map { $0?.statistic }, drop["lrt"].numbers, tolerance: 1e-8)
        agreement.expect("drop1 df", tests.map { $0?.degreesOfFreedom.first }, drop["df"].numbers, tolerance: 0)
        agreement.expect("drop1 p", tests.map { $0?.pValue }, drop["p"].numbers, tolerance: 1e-8)
        let area = fit.areaUnderCurve
        agreement.expect("auc", area.value, expected["auc"]["auc"].number, tolerance: 1e-9)
        agreement.expect("auc lower", area.interval?.lower, expected["auc"]["delong_ci"][0].number, tolerance: 1e-9)
        agreement.expect("auc upper", area.interval?.upper, expected["auc"]["delong_ci"][2].number, tolerance: 1e-9)
        agreement.expect(
            "auc variance", area.standardError.map { $0 * $0 }, expected["auc"]["delong_var"].number, tolerance: 1e-9)
        agreement.check(reference.id)
    }

    /// `logistf` stops its profile search at 1e−4 or so, and its iteration at 1e−5.
    @Test(arguments: penalised) func `logistf`(_ reference: ModelReference) throws {
        let fit = firthLogisticModel(try design(reference), level: 0.95)
        let expected = reference.result
        var agreement = ModelAgreement()
        for (index, coefficient) in fit.coefficients.enumerated() {
            let error = expected["se"].numbers[index] ?? 1
            func compare(_ name: String, _ value: Double?, tolerance: Double, scale: Double = 0) {
                agreement.expect(
                    "\(name)[\(index)]", value, expected[name].numbers[index], tolerance: tolerance, scale: scale)
            }
            compare("coef", coefficient.coefficient, tolerance: 2e-5, scale: error)
            compare("se", coefficient.standardError, tolerance: 1e-5)
            let interval = coefficient.profileInterval
            compare("ci_lower", interval?.lower.map { log($0) }, tolerance: 5e-4, scale: error)
            compare("ci_upper", interval?.upper.map { log($0) }, tolerance: 5e-4, scale: error)
            compare("p", coefficient.pValue, tolerance: 1e-4)
        }
        agreement.expect("loglik", fit.logLikelihood, expected["loglik"][0].number, tolerance: 1e-7)
        agreement.check(reference.id)
    }
}
