import Results
import SurvivalStatistics

extension Validator {
    private static let transforms: [(name: String, transform: ConfidenceTransform)] = [
        ("log", .log), ("log-log", .logLog), ("plain", .plain), ("logit", .logit), ("arcsin", .arcsin),
    ]

    /// Kind `km`: curves, intervals, quantiles and survival at times.
    static func kaplanMeier(_ reference: ReferenceCase, _ data: ReferenceData) -> CaseOutcome {
        let group = reference.arguments["group"]?.text
        guard let (sample, rows) = sample(reference, data, also: [group].compactMap { $0 }) else {
            return .notApplicable("the case describes no sample")
        }
        let labels = reference.result["strata"]?.elements ?? []
        let codes = group.map { Self.codes(labels, of: $0, data, rows) } ?? rows.map { _ in 0 }
        let groups = sample.split(by: codes, into: labels.count)
        var agreement = Agreement()
        agreement.compare("n", groups.map { Double($0.count) }, reference.result["n"])
        for (index, group) in groups.enumerated() {
            compareCurve(group, reference.result["curve"]?.elements[index], "\(index)", &agreement)
            compareRestrictedMeans(group, reference.result, index, &agreement)
            for (name, transform) in transforms {
                guard let expected = reference.result["ci"]?[name] else { continue }
                let curve = SurvivalStatistics.kaplanMeier(group, transform: transform, level: 0.95)
                compareIntervals(curve, expected, index, "\(index).\(name)", &agreement)
                compareQuantiles(
                    curve, reference.result["probs"]?.elements ?? [], expected, index, "\(index).\(name)", &agreement)
                compareRates(
                    curve, reference.result["at"]?[name], label: labels[index], "\(index).\(name).at", &agreement)
            }
        }
        return .compared(agreement)
    }

    private static func compareCurve(
        _ sample: SurvivalSample, _ expected: JSONValue?, _ name: String, _ agreement: inout Agreement
    ) {
        let curve = SurvivalStatistics.kaplanMeier(sample, transform: .log, level: 0.95)
        agreement.compare("\(name).time", curve.time, expected?["time"])
        agreement.compare("\(name).n.risk", curve.atRisk, expected?["n.risk"])
        agreement.compare("\(name).n.event", curve.events, expected?["n.event"])
        agreement.compare("\(name).n.censor", curve.censored, expected?["n.censor"])
        agreement.compare("\(name).surv", curve.survival, expected?["surv"])
        agreement.compare("\(name).std.err", curve.standardErrorOfLog, expected?["std.err"])
        let hazard = nelsonAalen(sample, transform: .log, level: 0.95)
        agreement.compare("\(name).cumhaz", hazard.hazard, expected?["cumhaz"])
        agreement.compare("\(name).std.chaz", hazard.standardError, expected?["std.chaz"])
    }

    /// R's restricted means of one curve carry it forward beyond its end.
    private static func compareRestrictedMeans(
        _ sample: SurvivalSample, _ result: JSONValue, _ group: Int, _ agreement: inout Agreement
    ) {
        for (name, horizon) in [
            ("rmean_tau", result["rmean_tau"]?["tau"]?.number), ("rmean_individual", sample.time.max()),
        ] {
            guard let horizon, let expected = result[name], sample.time.allSatisfy({ $0 >= 0 }) else { continue }
            let mean = SurvivalStatistics.restrictedMean(
                sample, horizon: horizon, beyond: .carryForward, level: 0.95)
            agreement.compare("\(group).\(name)", mean.value, expected["rmean"]?.elements[group])
            agreement.compare("\(group).\(name).se", mean.standardError, expected["se"]?.elements[group])
        }
    }

    private static func compareIntervals(
        _ curve: SurvivalCurve, _ expected: JSONValue, _ group: Int, _ name: String, _ agreement: inout Agreement
    ) {
        for (side, limits) in [("lower", curve.lower), ("upper", curve.upper)] {
            let theirs = expected[side]?.elements[group].elements ?? []
            for (index, limit) in limits.enumerated() where index < theirs.count {
                // Before the first event the interval is [1, 1], as in survival from version 3.6 on.
                if curve.survival[index] == 1, theirs[index].number == nil {
                    agreement.compare("\(name).\(side)[\(index)]", limit, .number(1))
                } else {
                    agreement.compare("\(name).\(side)[\(index)]", limit, theirs[index])
                }
            }
        }
    }

    private static func compareQuantiles(
        _ curve: SurvivalCurve, _ probabilities: [JSONValue], _ expected: JSONValue, _ group: Int, _ name: String,
        _ agreement: inout Agreement
    ) {
        let quantiles = probabilities.compactMap(\.number).map {
            survivalQuantile($0, of: curve, rule: .rQuantile)
        }
        for (key, values) in [
            ("quantile", quantiles.map(\.value)), ("quantile_lower", quantiles.map(\.lower)),
            ("quantile_upper", quantiles.map(\.upper)),
        ] {
            agreement.compare("\(name).\(key)", values.map(\.time), expected[key]?.elements[group])
        }
    }

    private static func compareRates(
        _ curve: SurvivalCurve, _ expected: JSONValue?, label: JSONValue, _ name: String, _ agreement: inout Agreement
    ) {
        guard let expected else { return }
        let strata = expected["strata"]?.elements ?? []
        for (index, time) in (expected["time"]?.elements ?? []).enumerated()
        where strata.isEmpty || strata[index] == label {
            guard let time = time.number else { continue }
            let rate = survivalRate(at: time, of: curve, beyond: .carryForward)
            func compare(_ key: String, _ found: Double?) {
                agreement.compare("\(name) \(time) \(key)", found, expected[key]?.elements[index])
            }
            compare("n.risk", rate.atRisk)
            compare("surv", rate.estimate.value)
            compare("std.err", rate.estimate.standardError)
            if rate.estimate.value != 1 {
                compare("lower", rate.estimate.interval?.lower)
                compare("upper", rate.estimate.interval?.upper)
            }
        }
    }

    /// Kind `km_weighted`: `std.err` is that of S, by the jackknife.
    static func weightedKaplanMeier(_ reference: ReferenceCase, _ data: ReferenceData) -> CaseOutcome {
        guard let (sample, _) = sample(reference, data) else { return .notApplicable("the case describes no sample") }
        let curve = SurvivalStatistics.kaplanMeier(sample, transform: .log, level: 0.95)
        var agreement = Agreement()
        agreement.compare("time", curve.time, reference.result["time"])
        agreement.compare("n.risk", curve.atRisk, reference.result["n.risk"])
        agreement.compare("n.event", curve.events, reference.result["n.event"])
        agreement.compare("surv", curve.survival, reference.result["surv"])
        // Where S is 0 R's error of S is 0 too; that of log S does not exist.
        agreement.compare(
            "std.err", zip(curve.survival, curve.standardErrorOfLog).map { $0 * ($1 ?? 0) },
            reference.result["std.err"])
        return .compared(agreement)
    }

    /// Kind `error`: a negative time is permitted.
    static func negativeTime(_ reference: ReferenceCase, _ data: ReferenceData) -> CaseOutcome {
        let rows = data.rows(with: ["t", "e"])
        guard
            let sample = try? SurvivalSample(
                time: data.numbers("t", in: rows),
                status: data.numbers("e", in: rows).map { $0 == 1 ? .event : .censored }, unit: .days)
        else { return .notApplicable("the case describes no sample") }
        let curve = SurvivalStatistics.kaplanMeier(sample, transform: .log, level: 0.95)
        var agreement = Agreement()
        agreement.compare("time", curve.time, reference.result["time"])
        agreement.compare("surv", curve.survival, reference.result["surv"])
        return .compared(agreement)
    }

    /// Kind `logrank`.
    static func logRank(_ reference: ReferenceCase, _ data: ReferenceData) -> CaseOutcome {
        guard let group = reference.arguments["group"]?.text else { return .notApplicable("no group") }
        let stratum = reference.arguments["strata"]?.text
        guard let (sample, rows) = sample(reference, data, also: [group, stratum].compactMap { $0 }) else {
            return .notApplicable("the case describes no sample")
        }
        let labels = reference.result["groups"]?.elements ?? []
        let codes = Self.codes(labels, of: group, data, rows)
        let rho = reference.arguments["rho"]?.number ?? 0
        let weights = rho == 0 ? LogRankWeights.equal : .flemingHarrington(rho: rho, gamma: 0)
        let comparison: LogRankComparison
        if let stratum {
            let values = data.texts(stratum, in: rows)
            let strata = Set(values).sorted().map { value in
                sample.split(
                    by: codes.indices.map { values[$0] == value ? codes[$0] : nil }, into: labels.count)
            }
            comparison = stratifiedLogRankTest(strata, weights: weights)
        } else {
            comparison = logRankTest(sample.split(by: codes, into: labels.count), weights: weights)
        }
        return .compared(agreement(of: comparison, with: reference.result))
    }

    private static func agreement(of comparison: LogRankComparison, with result: JSONValue) -> Agreement {
        var agreement = Agreement()
        agreement.compare("obs", comparison.observed, result["obs"])
        agreement.compare("exp", comparison.expected, result["exp"])
        agreement.compare(
            "var", comparison.covariance.joined().map { $0 },
            result["var"].map {
                .list($0.elements.flatMap(\.elements))
            })
        let exists = comparison.test.pValue != nil
        agreement.compare("chisq", comparison.test.statistic, exists ? result["chisq"] : nil, scale: 0.1)
        agreement.compare("df", comparison.test.degreesOfFreedom.first, exists ? result["df"] : nil)
        agreement.compare(
            "p", comparison.test.pValue, result["p"], tolerance: 1e-12 * max(1, comparison.test.statistic ?? 1))
        return agreement
    }
}
