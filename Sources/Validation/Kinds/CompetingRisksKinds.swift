internal import Results
internal import SurvivalStatistics

/// The follow-up that a case of competing risks describes.
private struct CompetingFollowUp {
    var sample: CompetingRisksSample
    /// Each row's group.
    var groups: [Int]
    /// The groups' values.
    var levels: [String]
    /// The causes' codes in the data; cause `k` of the sample is the one at `k − 1`.
    var causes: [String]
    var table: ReferenceTable

    init(_ reference: ReferenceCase, _ file: ReferenceTable) throws {
        let arguments = reference.arguments
        let time = try reference.name("time")
        let code = try reference.name(arguments["code"].isPresent ? "code" : "event")
        let covariates = try reference.formula().terms
        table = try reference.table(file).complete(
            [time, code] + covariates + arguments["group"].texts + arguments["entry"].texts)
        let censored = arguments["censored"].text ?? "0"
        let given = arguments["causes"].texts
        let causes = given.isEmpty ? try table.levels(code).filter { $0 != censored } : given
        self.causes = causes
        // A code that the case does not ask about is an event that competes all the same.
        let others = try table.levels(code).filter { $0 != censored && !causes.contains($0) }
        let entry = arguments["entry"].isPresent ? try table.numbers(reference.name("entry")) : nil
        let cause = try table.codes(code, levels: [censored] + causes + others).map { max(0, $0) }
        sample = try CompetingRisksSample(time: table.numbers(time), cause: cause, entry: entry)
        if let group = arguments["group"].text {
            levels = try table.levels(group)
            groups = try table.codes(group, levels: levels)
        } else {
            levels = ["1"]
            groups = [Int](repeating: 0, count: table.count)
        }
    }

    /// The rows of one group.
    func sample(of group: Int) -> CompetingRisksSample {
        sample.selecting(groups.indices.filter { groups[$0] == group })
    }
}

extension ReferenceCase {
    /// Kind `cuminc`: incidence, its variance at each step, and Gray's test.
    static let incidence: Comparison = { reference, file, agreement in
        let follow = try CompetingFollowUp(reference, file)
        let result = reference.result
        for (position, cause) in follow.causes.enumerated() {
            for (index, level) in follow.levels.enumerated() {
                let name = "\(level) \(cause)"
                let curve = cumulativeIncidence(
                    follow.sample(of: index), cause: position + 1, variance: .aalen, transform: .logLog,
                    level: reference.level)
                // R gives every step twice, and its variance just after each.
                let expected = result["curves"][name]
                for (row, time) in expected["time"].elements.enumerated() where row % 2 == 0 && row > 0 {
                    guard let time = time.number else { continue }
                    let found = curve.incidence(at: time)
                    agreement.compare(
                        "\(name) at \(time)", found?.estimate, expected["est"][row])
                    agreement.compare(
                        "\(name) at \(time) variance", found?.standardError.map { $0 * $0 }, expected["var"][row],
                        tolerance: 1e-11, scale: 1e-6)
                }
                guard let row = result["at"]["rows"].texts.firstIndex(of: name) else { continue }
                for (column, time) in result["at"]["times"].elements.enumerated() {
                    guard let time = time.number else { continue }
                    let estimate = curve.incidence(at: time)?.estimate
                    agreement.compare("\(name) at", estimate, result["at"]["est"][row][column])
                }
            }
            let gray = result["gray"]
            let named = gray["cause"].texts.firstIndex(of: cause) ?? position
            guard gray.isPresent else { continue }
            let rho = reference.arguments["rho"].number ?? 0
            let test = try grayTest(follow.sample, groups: follow.groups, cause: position + 1, rho: rho)
            agreement.compare("gray \(cause)", test.statistic, gray["stat"][named], tolerance: 1e-11)
            // R computes 1 − pchisq(…), which keeps 16 decimals.
            agreement.compare("gray \(cause) p", test.pValue, gray["p"][named], tolerance: 1e-10, scale: 1e-5)
            agreement.compare("gray \(cause) df", test.degreesOfFreedom.first, gray["df"][named])
        }
    }

    /// Kind `aalen_johansen`: the curves of `survfit` with several causes.
    static let multistate: Comparison = { reference, file, agreement in
        let follow = try CompetingFollowUp(reference, file)
        let result = reference.result
        for position in follow.causes.indices {
            for (index, level) in follow.levels.enumerated() {
                let curve = cumulativeIncidence(
                    follow.sample(of: index), cause: position + 1, variance: .greenwood, transform: .log,
                    level: reference.level)
                let expected = result["curve"][index]
                let name = "\(level) \(follow.causes[position])"
                func compare(_ key: String, _ values: [Double?], tolerance: Double) {
                    guard expected[key].isPresent else { return }
                    let column = expected[key].elements.map { $0[position] }
                    agreement.compareTogether("\(name) \(key)", values, .list(column), tolerance: tolerance)
                }
                agreement.compareTogether("\(name) time", curve.time, expected["time"], tolerance: 1e-12)
                agreement.compare("\(name) n.risk", curve.atRisk, expected["n.risk"])
                compare("pstate", curve.incidence, tolerance: 1e-12)
                compare("std.err", curve.standardError, tolerance: 1e-12)
                compare("lower", curve.lower, tolerance: 1e-12)
                compare("upper", curve.upper, tolerance: 1e-12)
                guard let horizon = result["rmean"]["tau"].number else { continue }
                let lost = result["rmean"]["rmean"][(position + 1) * follow.levels.count + index]
                agreement.compare("\(name) time lost", curve.timeLost(to: horizon), lost)
            }
        }
    }

    /// The cause that a regression is about, as the sample numbers it.
    private func cause(in follow: CompetingFollowUp) throws(NotApplicable) -> Int {
        let wanted = arguments["cause"].text ?? arguments["failcode"].text ?? follow.causes.first ?? ""
        guard let position = follow.causes.firstIndex(of: wanted) else {
            throw NotApplicable("the data have no cause '\(wanted)'")
        }
        return position + 1
    }

    private func subdistributionFit(
        _ file: ReferenceTable, method: SubdistributionMethod
    ) throws -> SubdistributionFit {
        let follow = try CompetingFollowUp(self, file)
        return try subdistributionModel(
            follow.sample, covariates: matrix(formula(), in: follow.table), cause: cause(in: follow), method: method,
            level: level)
    }

    /// Kind `fine_gray`: `cmprsk::crr`, run to a gradient of 10⁻¹¹.
    static let fineGray: Comparison = { reference, file, agreement in
        let fit = try reference.subdistributionFit(file, method: .cmprsk)
        let expected = reference.result
        let all = fit.coefficients
        agreement.compareEqual("n", fit.n, expected["n"].integer)
        agreement.compare("loglik", fit.logLikelihood, expected["loglik"], tolerance: 1e-9)
        agreement.compare("loglik null", fit.logLikelihoodNull, expected["loglik_null"], tolerance: 1e-9)
        let lower = all.map { $0.hazardRatio.interval?.lower }
        let upper = all.map { $0.hazardRatio.interval?.upper }
        for (name, found) in [
            ("coef", all.map(\.coefficient)), ("se", all.map(\.standardError)),
            ("shr", all.map(\.hazardRatio.value)), ("ci_lower", lower), ("ci_upper", upper),
        ] {
            agreement.compareTogether(name, found, expected[name], tolerance: 1e-7)
        }
        // R's summary keeps 12 digits of p.
        agreement.compareTogether("p", all.map(\.pValue), expected["p"], tolerance: 1e-7)
    }

    /// Kind `fine_gray_weighted`: `finegray` and `coxph`.
    static let weightedFineGray: Comparison = { reference, file, agreement in
        let fit = try reference.subdistributionFit(file, method: .weighted)
        let all = fit.coefficients
        for (name, found) in [
            ("coef", all.map(\.coefficient)), ("se_naive", all.map(\.modelStandardError)),
            ("se_robust", all.map(\.standardError)),
        ] {
            agreement.compareTogether(name, found, reference.result[name], tolerance: 1e-9)
        }
    }

    /// Kind `cause_specific`.
    static let causeSpecific: Comparison = { reference, file, agreement in
        let follow = try CompetingFollowUp(reference, file)
        let design = try follow.sample.causeSpecificDesign(
            of: try reference.cause(in: follow),
            covariates: try reference.matrix(try reference.formula(), in: follow.table))
        let fit = coxModel(design, ties: try reference.ties(), variance: .model).result(level: reference.level)
        let expected = reference.result
        agreement.compareTogether("coef", fit.coefficients.map(\.coefficient), expected["coef"], tolerance: 1e-9)
        agreement.compareTogether("se", fit.coefficients.map(\.standardError), expected["se"], tolerance: 1e-9)
        agreement.compare("loglik", fit.logLikelihood, expected["loglik"], tolerance: 1e-9)
    }
}
