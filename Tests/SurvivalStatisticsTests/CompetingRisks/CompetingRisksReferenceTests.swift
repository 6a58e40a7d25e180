import Results
import SurvivalStatistics
import Testing

/// ModelAgreement with `cmprsk` and `survival` on every case of `Tests/References/competing-risks`.
@Suite struct CompetingRisksReferenceTests {
    private static func cases(_ kind: String) -> [ModelReference] {
        ModelReference.cases(in: "competing-risks", kinds: [kind])
    }

    static let incidences = cases("cuminc")
    static let multistate = cases("aalen_johansen")
    static let subdistribution = cases("fine_gray")
    static let weighted = cases("fine_gray_weighted")
    static let causeSpecific = cases("cause_specific")

    @Test func `there are cases of every kind`() {
        for cases in [Self.incidences, Self.multistate, Self.subdistribution, Self.weighted, Self.causeSpecific] {
            #expect(cases.count >= 2)
        }
    }

    /// The complete rows with their times, causes and, where the case has groups, the groups' codes.
    private func follow(
        _ reference: ModelReference
    ) throws -> (sample: CompetingRisksSample, groups: [Int], levels: [String], table: ModelTable) {
        let table = try reference.table()
        let time = reference.arguments["time"].text ?? ""
        let code = reference.arguments["code"].text ?? ""
        let names = [time, code] + reference.arguments["covariates"].texts + reference.arguments["group"].texts
        let complete = table.filtered { row in names.allSatisfy { table.texts($0)[row] != nil } }
        let levels = reference.arguments["group"].text.map(complete.levels) ?? ["All"]
        let groups =
            reference.arguments["group"].text.map { complete.codes($0, levels: levels).map(Int.init) }
            ?? [Int](repeating: 0, count: complete.count)
        let sample = try CompetingRisksSample(
            time: complete.numbers(time), cause: complete.numbers(code).map { Int($0) })
        return (sample, groups, levels, complete)
    }

    private func sample(_ sample: CompetingRisksSample, group: Int, of groups: [Int]) throws -> CompetingRisksSample {
        let rows = groups.indices.filter { groups[$0] == group }
        return try CompetingRisksSample(time: rows.map { sample.time[$0] }, cause: rows.map { sample.cause[$0] })
    }

    @Test(arguments: incidences) func `cuminc`(_ reference: ModelReference) throws {
        let (all, groups, levels, _) = try follow(reference)
        var agreement = ModelAgreement()
        for cause in [1, 2] {
            for (index, level) in levels.enumerated() {
                let name = "\(level == "All" ? "1" : level) \(cause)"
                let curve = cumulativeIncidence(
                    try sample(all, group: index, of: groups), cause: cause, variance: .aalen, transform: .logLog,
                    level: 0.95)
                // R gives every step twice, and its variance just after each.
                let expected = reference.result["curves"][name]
                for (position, time) in expected["time"].numbers.enumerated() where position % 2 == 0 && position > 0 {
                    let found = curve.incidence(at: time ?? 0)
                    let label = "\(name) at \(time ?? 0)"
                    agreement.expect(
                        label, found?.estimate, expected["est"].numbers[position], tolerance: 1e-10, scale: 1e-3)
                    agreement.expect(
                        "\(label) variance", found?.standardError.map { $0 * $0 }, expected["var"].numbers[position],
                        tolerance: 1e-7)
                }
                let row = reference.result["at"]["rows"].texts.firstIndex(of: name) ?? -1
                for (position, time) in reference.result["at"]["times"].numbers.enumerated() {
                    let estimate = reference.result["at"]["est"][row][position].number
                    let found = curve.incidence(at: time ?? 0)
                    agreement.expect("\(name) at", found?.estimate, estimate, tolerance: 1e-10)
                }
            }
            let gray = reference.result["gray"]
            if !gray.isNull {
                let test = try grayTest(all, groups: groups, cause: cause, rho: 0)
                agreement.expect("gray \(cause)", test.statistic, gray["stat"][cause - 1].number, tolerance: 1e-9)
                // R computes 1 − pchisq(…), which keeps 16 decimals.
                agreement.expect("gray p", test.pValue, gray["p"][cause - 1].number, tolerance: 1e-7, scale: 1e-8)
                agreement.expectEqual("gray df", test.degreesOfFreedom.first, gray["df"][cause - 1].number)
            }
        }
        agreement.check(reference.id)
    }

    @Test(arguments: multistate) func `survfit of several causes`(_ reference: ModelReference) throws {
        let (all, groups, levels, _) = try follow(reference)
        var agreement = ModelAgreement()
        let horizon = reference.result["rmean"]["tau"].number ?? 0
        for cause in [1, 2] {
            for index in levels.indices {
                let curve = cumulativeIncidence(
                    try sample(all, group: index, of: groups), cause: cause, variance: .greenwood, transform: .log,
                    level: 0.95)
                let expected = reference.result["curve"][index]
                func compare(_ name: String, _ values: [Double?], tolerance: Double) {
                    let column = expected[name].list.map { $0[cause - 1].number }
                    agreement.expect("\(levels[index]) \(cause) \(name)", values, column, tolerance: tolerance)
                }
                agreement.expect("time", curve.time, expected["time"].numbers, tolerance: 1e-12)
                agreement.expect("n.risk", curve.atRisk, expected["n.risk"].numbers, tolerance: 0)
                compare("pstate", curve.incidence, tolerance: 1e-12)
                compare("std.err", curve.standardError, tolerance: 1e-9)
                compare("lower", curve.lower, tolerance: 1e-9)
                compare("upper", curve.upper, tolerance: 1e-9)
                let lost = reference.result["rmean"]["rmean"].numbers[cause * levels.count + index]
                agreement.expect("time lost", curve.timeLost(to: horizon), lost, tolerance: 1e-9)
            }
        }
        agreement.check(reference.id)
    }

    private func fit(_ reference: ModelReference, method: SubdistributionMethod) throws -> SubdistributionFit {
        let (sample, _, _, table) = try follow(reference)
        let names = reference.arguments["covariates"].texts
        let matrix = try DesignMatrix(names.map { reference.covariate($0, in: table) }, rows: table.count)
        return try subdistributionModel(
            sample, covariates: matrix, cause: reference.arguments["cause"].integer ?? 1, method: method, level: 0.95)
    }

    @Test(arguments: subdistribution) func `crr`(_ reference: ModelReference) throws {
        let fit = try fit(reference, method: .cmprsk)
        let expected = reference.result
        var agreement = ModelAgreement()
        agreement.expectEqual("n", fit.n, expected["n"].integer ?? -1)
        agreement.expect("loglik", fit.logLikelihood, expected["loglik"].number, tolerance: 1e-9)
        agreement.expect("loglik null", fit.logLikelihoodNull, expected["loglik_null"].number, tolerance: 1e-9)
        let all = fit.coefficients
        agreement.expect("coef", all.map(\.coefficient), expected["coef"].numbers, tolerance: 1e-7)
        agreement.expect("se", all.map(\.standardError), expected["se"].numbers, tolerance: 1e-7)
        agreement.expect("shr", all.map(\.hazardRatio.value), expected["shr"].numbers, tolerance: 1e-7)
        agreement.expect(
            "lower", all.map { $0.hazardRatio.interval?.lower }, expected["ci_lower"].numbers, tolerance: 1e-7)
        agreement.expect(
            "upper", all.map { $0.hazardRatio.interval?.upper }, expected["ci_upper"].numbers, tolerance: 1e-7)
        // R's summary keeps a few digits of p.
        agreement.expect("p", all.map(\.pValue), expected["p"].numbers, tolerance: 1e-7)
        agreement.check(reference.id)
    }

    @Test(arguments: weighted) func `finegray and coxph`(_ reference: ModelReference) throws {
        let fit = try fit(reference, method: .weighted)
        var agreement = ModelAgreement()
        agreement.expect(
            "coef", fit.coefficients.map(\.coefficient), reference.result["coef"].numbers, tolerance: 1e-8)
        agreement.expect(
            "se", fit.coefficients.map(\.modelStandardError), reference.result["se_naive"].numbers, tolerance: 1e-8)
        agreement.expect(
            "robust se", fit.coefficients.map(\.standardError), reference.result["se_robust"].numbers, tolerance: 1e-8)
        agreement.check(reference.id)
    }

    @Test(arguments: causeSpecific) func `cause-specific coxph`(_ reference: ModelReference) throws {
        let (sample, _, _, table) = try follow(reference)
        let names = reference.arguments["covariates"].texts
        let matrix = try DesignMatrix(names.map { reference.covariate($0, in: table) }, rows: table.count)
        let design = try sample.causeSpecificDesign(
            of: reference.arguments["cause"].integer ?? 1, covariates: matrix)
        let fit = coxModel(design, ties: .efron, variance: .model).result(level: 0.95)
        var agreement = ModelAgreement()
        agreement.expect(
            "coef", fit.coefficients.map(\.coefficient), reference.result["coef"].numbers, tolerance: 1e-8)
        agreement.expect("se", fit.coefficients.map(\.standardError), reference.result["se"].numbers, tolerance: 1e-8)
        agreement.expect("loglik", fit.logLikelihood, reference.result["loglik"].number, tolerance: 1e-9)
        agreement.check(reference.id)
    }
}
