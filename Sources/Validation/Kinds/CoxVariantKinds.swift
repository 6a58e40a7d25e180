internal import Results
internal import SurvivalStatistics

extension ReferenceCase {
    /// Kind `cox_curve`: the curves that a model predicts for new patients; those of several strata follow one another.
    static let coxCurves: Comparison = { reference, file, agreement in
        let table = try reference.table(file)
        let formula = try reference.formula()
        let model = coxModel(
            try reference.coxDesign(formula, in: table), ties: try reference.ties(), variance: .model)
        let patients = ReferenceTable(reference.arguments["newdata"])
        let columns = try reference.matrix(formula, in: patients, levelsOf: table).columns
        for transform in [ConfidenceTransform.log, .logLog, .plain] {
            let expected = reference.result[transform.rawValue]
            guard expected.isPresent else { continue }
            for patient in 0..<patients.count {
                let curves = try model.survivalCurves(
                    for: columns.map { $0[patient] }, level: reference.level, transform: transform)
                func compare(_ name: String, _ values: [Double?], tolerance: Double) {
                    guard expected[name].isPresent else { return }
                    let column = expected[name].elements.map { $0[patient] }
                    agreement.compareTogether(
                        "\(transform.rawValue) \(patient) \(name)", values, .list(column), tolerance: tolerance)
                }
                agreement.compareTogether("time", curves.flatMap(\.time), expected["time"], tolerance: 1e-12)
                let survival = curves.flatMap(\.survival)
                compare("surv", survival, tolerance: 1e-9)
                compare("std.err", curves.flatMap(\.standardError), tolerance: 1e-9)
                // R leaves log-log limits absent before the first event, where they are 1 here as in survival 3.6.
                let isBefore = survival.map { $0 == 1 && transform == .logLog }
                compare("lower", zip(curves.flatMap(\.lower), isBefore).map { $1 ? nil : $0 }, tolerance: 1e-9)
                compare("upper", zip(curves.flatMap(\.upper), isBefore).map { $1 ? nil : $0 }, tolerance: 1e-9)
            }
        }
    }

    /// Kind `cox_firth`. `coxphf`, which has Breslow's ties, stops when a step is below 10⁻⁴, of which the next would leave
    /// 10⁻⁸; in a likelihood without a maximum, whose penalised one is skew, it leaves more (the page on validation has the derivation).
    static let firthCox: Comparison = { reference, file, agreement in
        let table = try reference.table(file)
        let fit = firthCoxModel(
            try reference.coxDesign(try reference.formula(), in: table), ties: .breslow, level: reference.level)
        agreement.compareEqual("coefficients", fit.coefficients.count, reference.result["coef"].elements.count)
        let ordinary = coxModel(
            try reference.coxDesign(try reference.formula(), in: table), ties: .breslow, variance: .model)
        let tolerance = ordinary.monotone.isEmpty ? 1e-8 : 1e-6
        for (index, coefficient) in fit.coefficients.enumerated() {
            let error = reference.result["se"][index].number ?? 1
            func compare(_ name: String, _ value: Double?, tolerance: Double, scale: Double = 0) {
                agreement.compare(
                    "\(name)[\(index)]", value, reference.result[name][index], tolerance: tolerance, scale: scale)
            }
            compare("coef", coefficient.coefficient, tolerance: tolerance, scale: error)
            compare("se", coefficient.standardError, tolerance: tolerance)
            compare("ci_lower", coefficient.hazardRatio.interval?.lower, tolerance: 1e-6 * max(1, error))
            compare("ci_upper", coefficient.hazardRatio.interval?.upper, tolerance: 1e-6 * max(1, error))
            // It computes 1 − pchisq(…), which keeps 16 decimals.
            compare("p", coefficient.pValue, tolerance: 1e-6, scale: 1e-6)
        }
    }

    /// Kind `subgroup`: the interaction, and the effect within each subgroup.
    static let subgroups: Comparison = { reference, file, agreement in
        let table = try reference.table(file)
        let design = try reference.coxDesign(try reference.formula(), in: table)
        let analysis = try subgroupAnalysis(
            design, treatment: try reference.covariate(try reference.name("treatment"), in: table),
            by: try reference.covariate(try reference.name("by"), in: table), ties: try reference.ties(),
            variance: .model,
            level: reference.level)
        let expected = reference.result
        // A difference of log-likelihoods keeps their rounding error.
        let scale = max(1e-3, 1e-4 * abs(expected["loglik_main"].number ?? 0))
        // Where a subgroup's likelihood is monotone, so is that of the interaction, and R's iteration stops on its way.
        let isMonotone = analysis.subgroups.contains { $0.coefficients.contains { $0.monotone != nil } }
        let (tolerance, size) = isMonotone ? (1e-8, 1.0) : (1e-9, 1e-3)
        agreement.compare(
            "main", analysis.logLikelihoodMain, expected["loglik_main"], tolerance: tolerance, scale: size)
        agreement.compare(
            "interaction", analysis.logLikelihoodInteraction, expected["loglik_interaction"], tolerance: tolerance,
            scale: size)
        guard !isMonotone else { return compare(analysis.subgroups, reference, &agreement) }
        // Where the interaction adds nothing there is no test here, for which R's statistic of 0 stands.
        if analysis.interaction.statistic == nil, abs(expected["lrt"].number ?? 0) < 1e-9 {
            return compare(analysis.subgroups, reference, &agreement)
        }
        agreement.compare("lrt", analysis.interaction.statistic, expected["lrt"], tolerance: 1e-9, scale: scale)
        agreement.compare("df", analysis.interaction.degreesOfFreedom.first, expected["df"])
        func tail(_ key: String) -> Double { 1e-9 * max(1, expected[key].number ?? 1) }
        agreement.compare("p", analysis.interaction.pValue, expected["p"], tolerance: tail("lrt"))
        agreement.compare("wald", analysis.interactionWald.statistic, expected["wald"], tolerance: 1e-9, scale: 1e-3)
        agreement.compare("wald p", analysis.interactionWald.pValue, expected["wald_p"], tolerance: tail("wald"))
        compare(analysis.subgroups, reference, &agreement)
    }

    private static func compare(
        _ subgroups: [SubgroupEffect], _ reference: ReferenceCase, _ agreement: inout Agreement
    ) {
        let groups = reference.result["subgroups"].elements
        if reference.result["subgroups"].isPresent {
            agreement.compareEqual("subgroups", subgroups.map(\.level), groups.map { $0["level"].text ?? "" })
        }
        for (subgroup, group) in zip(subgroups, groups) {
            let name = subgroup.level
            agreement.compareEqual("\(name) n", subgroup.n, group["n"].integer)
            agreement.compareEqual("\(name) events", subgroup.events, group["events"].integer)
            let ratios = subgroup.coefficients.map(\.hazardRatio)
            for (index, ratio) in ratios.enumerated() {
                // A ratio of a diverging fit is where R's iteration stopped, far from 1; one that does not exist is where it
                // began.
                let theirs = group["hr"][index].number ?? 1
                if subgroup.coefficients[index].monotone != nil, !(theirs > 1e-3 && theirs < 1e3) { continue }
                if ratio.value == nil, theirs == 1 { continue }
                agreement.compare("\(name) hr", ratio.value, group["hr"][index], tolerance: 1e-9)
                agreement.compare("\(name) lower", ratio.interval?.lower, group["ci_lower"][index], tolerance: 2e-9)
                agreement.compare("\(name) upper", ratio.interval?.upper, group["ci_upper"][index], tolerance: 2e-9)
                agreement.compare("\(name) p", subgroup.coefficients[index].pValue, group["p"][index], tolerance: 1e-8)
            }
        }
    }
}
