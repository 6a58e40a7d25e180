import Results
import SurvivalStatistics
import Testing

/// ModelAgreement with R on predicted curves, Firth's penalty and subgroups: every case of `Tests/References/cox`.
@Suite struct CoxVariantReferenceTests {
    static let curves = ModelReference.cases(in: "cox", kinds: ["cox_curve"])
    static let penalised = ModelReference.cases(in: "cox", kinds: ["cox_firth"])
    static let subgroups = ModelReference.cases(in: "cox", kinds: ["subgroup"])

    @Test func `there are cases`() {
        #expect(Self.curves.count >= 3)
        #expect(Self.penalised.count >= 7)
        #expect(Self.subgroups.count >= 6)
    }

    @Test(arguments: curves) func `survfit of coxph`(_ reference: ModelReference) throws {
        let table = try reference.table()
        let design = try reference.coxDesign(in: table)
        let model = coxModel(design, ties: .efron, variance: .model)
        var agreement = ModelAgreement()
        for transform in [ConfidenceTransform.log, .logLog] {
            let expected = reference.result[transform.rawValue]
            for patient in 0..<2 {
                let columns = design.covariates.identities.map { identity -> Double in
                    let part = identity.parts[0]
                    let value = reference.arguments["newdata"][part.covariate][patient]
                    return part.level.map { value.text == $0 ? 1 : 0 } ?? value.number ?? .nan
                }
                let curve = try model.survivalCurves(for: columns, level: 0.95, transform: transform)[0]
                func compare(_ name: String, _ values: [Double?], tolerance: Double) {
                    let column = expected[name].list.map { $0[patient].number }
                    agreement.expect("\(transform) \(name)", values, column, tolerance: tolerance)
                }
                agreement.expect("time", curve.time, expected["time"].numbers, tolerance: 1e-12)
                compare("surv", curve.survival, tolerance: 1e-9)
                compare("std.err", curve.standardError, tolerance: 1e-8)
                // R leaves log-log limits absent before the first event, where they are 1 here as in survival 3.6.
                let before = curve.survival.map { $0 == 1 && transform == .logLog }
                compare("lower", zip(curve.lower, before).map { $1 ? nil : $0 }, tolerance: 1e-8)
                compare("upper", zip(curve.upper, before).map { $1 ? nil : $0 }, tolerance: 1e-8)
            }
        }
        agreement.check(reference.id)
    }

    /// `coxphf` stops its iteration at 1e−4 or so of the profile limits, and has Breslow's ties.
    @Test(arguments: penalised) func `coxphf`(_ reference: ModelReference) throws {
        let design = try reference.coxDesign(in: try reference.table())
        let fit = firthCoxModel(design, ties: .breslow, level: 0.95)
        var agreement = ModelAgreement()
        for (index, coefficient) in fit.coefficients.enumerated() {
            let error = reference.result["se"].numbers[index] ?? 1
            func compare(_ name: String, _ value: Double?, tolerance: Double, scale: Double = 0) {
                let expected = reference.result[name].numbers[index]
                agreement.expect("\(name)[\(index)]", value, expected, tolerance: tolerance, scale: scale)
            }
            compare("coef", coefficient.coefficient, tolerance: 1e-6, scale: error)
            compare("se", coefficient.standardError, tolerance: 1e-6)
            compare("ci_lower", coefficient.hazardRatio.interval?.lower, tolerance: 5e-4)
            compare("ci_upper", coefficient.hazardRatio.interval?.upper, tolerance: 5e-4)
            // It computes 1 − pchisq(…), which keeps 16 decimals.
            compare("p", coefficient.pValue, tolerance: 1e-5, scale: 1e-6)
        }
        agreement.check(reference.id)
    }

    @Test(arguments: subgroups) func `interaction and subgroups`(_ reference: ModelReference) throws {
        let table = try reference.table()
        let design = try reference.coxDesign(covariates: [], in: table)
        let treatment = reference.covariate(reference.arguments["treatment"].text ?? "", in: table)
        let by = reference.covariate(reference.arguments["by"].text ?? "", in: table)
        let analysis = try subgroupAnalysis(
            design, treatment: treatment, by: by, ties: .efron, variance: .model, level: 0.95)
        let expected = reference.result
        var agreement = ModelAgreement()
        agreement.expect(
            "main", analysis.logLikelihoodMain, expected["loglik_main"].number, tolerance: 1e-9)
        agreement.expect(
            "interaction", analysis.logLikelihoodInteraction, expected["loglik_interaction"].number, tolerance: 1e-9)
        agreement.expect("lrt", analysis.interaction.statistic, expected["lrt"].number, tolerance: 1e-8)
        agreement.expectEqual("df", analysis.interaction.degreesOfFreedom.first, expected["df"].number)
        agreement.expect("p", analysis.interaction.pValue, expected["p"].number, tolerance: 1e-8)
        agreement.expect("wald", analysis.interactionWald.statistic, expected["wald"].number, tolerance: 1e-8)
        agreement.expect("wald p", analysis.interactionWald.pValue, expected["wald_p"].number, tolerance: 1e-8)
        agreement.expectEqual("subgroups", analysis.subgroups.count, expected["subgroups"].list.count)
        for (subgroup, group) in zip(analysis.subgroups, expected["subgroups"].list) {
            agreement.expectEqual("level", subgroup.level, group["level"].texts.first ?? "")
            agreement.expectEqual("n", subgroup.n, group["n"].integer ?? -1)
            agreement.expectEqual("events", subgroup.events, group["events"].integer ?? -1)
            let ratios = subgroup.coefficients.map(\.hazardRatio)
            agreement.expect("hr", ratios.map(\.value), group["hr"].numbers, tolerance: 1e-8)
            agreement.expect("lower", ratios.map { $0.interval?.lower }, group["ci_lower"].numbers, tolerance: 1e-8)
            agreement.expect("upper", ratios.map { $0.interval?.upper }, group["ci_upper"].numbers, tolerance: 1e-8)
            agreement.expect("p", subgroup.coefficients.map(\.pValue), group["p"].numbers, tolerance: 1e-7)
        }
        agreement.check(reference.id)
    }
}
