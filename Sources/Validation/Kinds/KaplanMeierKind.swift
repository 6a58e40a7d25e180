internal import Results
internal import SurvivalStatistics

extension ReferenceCase {
    private static let transforms: [(name: String, transform: ConfidenceTransform)] = [
        ("log", .log), ("log-log", .logLog), ("plain", .plain), ("logit", .logit), ("arcsin", .arcsin),
    ]

    /// Kind `km`: curves, intervals, quantiles, restricted means and survival at times.
    static let kaplanMeier: Comparison = { reference, file, agreement in
        let names = reference.arguments["group"].texts
        let (sample, table) = try reference.sample(file, also: names)
        let result = reference.result
        let labels = result["strata"].elements
        let groups = sample.split(by: try reference.codes(labels, of: names, in: table), into: max(labels.count, 1))
        agreement.compare("n", groups.map { Double($0.count) }, result["n"])
        for (index, group) in groups.enumerated() {
            compareCurve(group, result["curve"][index], "\(index)", &agreement)
            compareRestrictedMeans(group, of: sample, result, index, &agreement)
            for (name, transform) in transforms {
                let curve = SurvivalStatistics.kaplanMeier(group, transform: transform, level: reference.level)
                let expected = result["ci"][name]
                compareIntervals(curve, expected, index, "\(index).\(name)", &agreement)
                compareQuantiles(curve, result["probs"].elements, expected, index, "\(index).\(name)", &agreement)
                compareRates(
                    curve, result["at"][name], label: index < labels.count ? labels[index] : .absent,
                    "\(index).\(name).at", &agreement)
            }
        }
    }

    private static func compareCurve(
        _ sample: SurvivalSample, _ expected: ReferenceValue, _ name: String, _ agreement: inout Agreement
    ) {
        let curve = SurvivalStatistics.kaplanMeier(sample, transform: .log, level: 0.95)
        agreement.compare("\(name).time", curve.time, expected["time"])
        agreement.compare("\(name).n.risk", curve.atRisk, expected["n.risk"])
        agreement.compare("\(name).n.event", curve.events, expected["n.event"])
        agreement.compare("\(name).n.censor", curve.censored, expected["n.censor"])
        agreement.compare("\(name).surv", curve.survival, expected["surv"])
        agreement.compare("\(name).std.err", curve.standardErrorOfLog, expected["std.err"])
        let hazard = nelsonAalen(sample, transform: .log, level: 0.95)
        agreement.compare("\(name).cumhaz", hazard.hazard, expected["cumhaz"])
        agreement.compare("\(name).std.chaz", hazard.standardError, expected["std.chaz"])
    }

    /// R's restricted means of one curve carry it forward beyond its end; `rmean_common` goes to the last time of all.
    private static func compareRestrictedMeans(
        _ sample: SurvivalSample, of all: SurvivalSample, _ result: ReferenceValue, _ group: Int,
        _ agreement: inout Agreement
    ) {
        // R begins the area at the smallest time where that is negative.
        guard all.time.allSatisfy({ $0 >= 0 }) else { return }
        for (name, horizon) in [
            ("rmean_tau", result["rmean_tau"]["tau"].number), ("rmean_individual", sample.time.max()),
            ("rmean_common", all.time.max()),
        ] {
            guard let horizon else { continue }
            let mean = SurvivalStatistics.restrictedMean(sample, horizon: horizon, beyond: .carryForward, level: 0.95)
            let expected = result[name]
            agreement.compare("\(group).\(name)", mean.value, expected["rmean"][group])
            agreement.compare("\(group).\(name).se", mean.standardError, expected["se"][group])
        }
    }

    private static func compareIntervals(
        _ curve: SurvivalCurve, _ expected: ReferenceValue, _ group: Int, _ name: String, _ agreement: inout Agreement
    ) {
        for (side, limits) in [("lower", curve.lower), ("upper", curve.upper)] {
            let theirs = expected[side].elements
            // R writes the limits of a single curve with or without a list around them.
            let isNested = theirs.contains { if case .list = $0 { true } else { false } }
            let own = isNested || group > 0 ? expected[side][group].elements : theirs
            guard own.count == limits.count else {
                if expected[side].isPresent { agreement.compareEqual("\(name).\(side)", limits.count, own.count) }
                continue
            }
            for (index, limit) in limits.enumerated() {
                // Before the first event the interval is [1, 1], as in survival from version 3.6 on.
                let isBefore = curve.survival[index] == 1 && own[index].number?.isFinite != true
                agreement.compare("\(name).\(side)[\(index)]", limit, isBefore ? .number(1) : own[index])
            }
        }
    }

    private static func compareQuantiles(
        _ curve: SurvivalCurve, _ probabilities: [ReferenceValue], _ expected: ReferenceValue, _ group: Int,
        _ name: String, _ agreement: inout Agreement
    ) {
        let quantiles = probabilities.compactMap(\.number).map { survivalQuantile($0, of: curve, rule: .rQuantile) }
        // R has no quantile of a curve with a single time.
        guard curve.time.count > 1 else { return }
        for (key, values) in [
            ("quantile", quantiles.map(\.value)), ("quantile_lower", quantiles.map(\.lower)),
            ("quantile_upper", quantiles.map(\.upper)),
        ] {
            agreement.compare("\(name).\(key)", values.map(\.time), expected[key][group])
        }
    }

    private static func compareRates(
        _ curve: SurvivalCurve, _ expected: ReferenceValue, label: ReferenceValue, _ name: String,
        _ agreement: inout Agreement
    ) {
        let strata = expected["strata"].elements
        var before = -Double.infinity
        for (index, time) in expected["time"].elements.enumerated()
        where strata.isEmpty || index >= strata.count || strata[index] == label {
            guard let time = time.number else { continue }
            let rate = survivalRate(at: time, of: curve, beyond: .carryForward)
            func compare(_ key: String, _ found: Double?) {
                agreement.compare("\(name) \(time) \(key)", found, expected[key][index])
            }
            compare("n.risk", rate.atRisk)
            // Events since the time before.
            compare(
                "n.event",
                curve.time.indices.filter { curve.time[$0] > before && curve.time[$0] <= time }
                    .reduce(0) { $0 + curve.events[$1] })
            before = time
            compare("surv", rate.estimate.value)
            compare("std.err", rate.estimate.standardError)
            // Before the first event the interval is [1, 1], as in survival from version 3.6 on.
            let isBefore = rate.estimate.value == 1
            for (key, limit) in [("lower", rate.estimate.interval?.lower), ("upper", rate.estimate.interval?.upper)]
            where !isBefore || expected[key][index].number?.isFinite == true {
                compare(key, limit)
            }
        }
    }

    /// Kind `km_weighted`: `std.err` is that of S, by the jackknife.
    static let weightedKaplanMeier: Comparison = { reference, file, agreement in
        let (sample, _) = try reference.sample(file)
        let curve = SurvivalStatistics.kaplanMeier(sample, transform: .log, level: reference.level)
        let result = reference.result
        agreement.compare("time", curve.time, result["time"])
        agreement.compare("n.risk", curve.atRisk, result["n.risk"])
        agreement.compare("n.event", curve.events, result["n.event"])
        agreement.compare("surv", curve.survival, result["surv"])
        // Where S is 0 R's error of S is 0 too; that of log S does not exist.
        let errors = zip(curve.survival, curve.standardErrorOfLog).map { $0 * ($1 ?? 0) }
        agreement.compare("std.err", errors, result["std.err"])
    }

    /// Kind `error`: input that looks like a fault and that R accepts, such as a negative time.
    static let permittedInput: Comparison = { reference, file, agreement in
        guard reference.result["time"].isPresent, reference.result["surv"].isPresent else {
            throw NotApplicable("the case holds no survival curve")
        }
        let table = try reference.table(file)
        let (time, event) = (reference.arguments["time"].text ?? "t", reference.arguments["event"].text ?? "e")
        let rows = try table.complete([time, event])
        let status = try rows.numbers(event).map { $0 == 1 ? Status.event : .censored }
        let sample = try SurvivalSample(time: rows.numbers(time), status: status, unit: .days)
        let curve = SurvivalStatistics.kaplanMeier(sample, transform: .log, level: reference.level)
        agreement.compare("time", curve.time, reference.result["time"])
        agreement.compare("surv", curve.survival, reference.result["surv"])
    }

    /// Kind `status_coding`: how R guesses which code is the event.
    static let statusCoding: Comparison = { _, _, _ in
        throw NotApplicable("which code is an event is never guessed here: the study file says it")
    }
}
