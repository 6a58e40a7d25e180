internal import Results
internal import SurvivalStatistics

extension ReferenceCase {
    /// The arguments of `matchit` that a plan here can follow.
    private static let matchingArguments: Set = [
        "formula", "data", "filter", "factors", "note", "method", "distance", "link", "caliper", "std.caliper", "ratio",
        "replace", "m.order", "estimand", "exact", "discard",
    ]

    private func matchingPlan() throws(NotApplicable) -> MatchingPlan {
        for key in arguments.keys where arguments[key].isPresent && !Self.matchingArguments.contains(key) {
            throw NotApplicable("matching here has no '\(key)'")
        }
        func value(_ key: String, among known: [String]) throws(NotApplicable) -> String? {
            guard arguments[key].isPresent else { return nil }
            guard let text = arguments[key].text, known.contains(text) else {
                throw NotApplicable("matching here has no '\(key)' of '\(arguments[key].text ?? "several values")'")
            }
            return text
        }
        _ = try value("method", among: ["nearest"])
        _ = try value("distance", among: ["glm", "logit", "ps"])
        _ = try value("discard", among: ["none"])
        let estimand =
            try value("estimand", among: ["ATT", "ATC"]) == "ATC" ? MatchingPlan.Estimand.controls : .treated
        let order = try value("m.order", among: MatchingPlan.Order.allCases.map(\.rawValue))
        var caliper: MatchingPlan.Caliper?
        if arguments["caliper"].isPresent {
            guard let width = arguments["caliper"].number else {
                throw NotApplicable("matching here has no calipers of single covariates")
            }
            caliper = arguments["std.caliper"] == .bool(false) ? .absolute(width) : .standardDeviations(width)
        }
        return MatchingPlan(
            estimand: estimand, caliper: caliper, ratio: arguments["ratio"].integer ?? 1,
            withReplacement: arguments["replace"].isTrue,
            order: order.flatMap(MatchingPlan.Order.init) ?? (estimand == .treated ? .largest : .smallest),
            ties: .lowerScore)
    }

    /// Kind `match_nearest`.
    ///
    /// The propensity model is fitted here and compared with R's. Matching then takes R's own scores, whose rounding splits
    /// some scores that are equal, so that its choices can be compared row by row; where no scores are tied, those fitted
    /// here must lead to the same sets.
    static let nearestMatch: Comparison = { reference, file, agreement in
        let plan = try reference.matchingPlan()
        let result = reference.result
        let table = try reference.table(file)
        let formula = try reference.formula("formula")
        let isTreated = try reference.outcome(formula.response, in: table).map { $0 == true }
        let link = reference.arguments["link"].text ?? "logit"
        guard ["logit", "linear.logit"].contains(link) else {
            throw NotApplicable("matching here has no link '\(link)'")
        }
        let model = logisticModel(
            try LogisticDesign(hasOutcome: isTreated, covariates: try reference.matrix(formula, in: table)))
        let own = link == "linear.logit" ? model.linearPredictors : model.probabilities
        let theirs = result["propensity"].elements.map { $0.number ?? .nan }
        let score = theirs.count == own.count ? theirs : own
        let exact = reference.arguments["exact"].texts.flatMap {
            ReferenceFormula.split($0.filter { $0 != "~" }, at: "+")
        }
        let strata = exact.isEmpty ? nil : try reference.combinedCodes(exact, in: table)
        let matching = try nearestNeighbourMatch(score: score, isTreated: isTreated, plan: plan, strata: strata)
        let again = try nearestNeighbourMatch(score: own, isTreated: isTreated, plan: plan, strata: strata)
        agreement.compareEqual("rows by own score", again.rows.count, matching.rows.count)
        agreement.compareEqual("sets by own score", again.sets.map(sorted), matching.sets.map(sorted))
        agreement.compareTogether("score", model.probabilities, result["propensity_converged"], tolerance: 1e-9)
        agreement.compareTogether("logit", model.linearPredictors, result["logit_converged"], tolerance: 1e-9)
        agreement.compare("sd", matching.scoreDeviation, result["sd_distance"])
        if plan.caliper != nil {
            agreement.compare("caliper", matching.caliperWidth, result["caliper_used"])
        }
        let matched = matching.rows
        agreement.compareEqual(
            "treated", matched.filter { isTreated[$0] }.count, result["n_matched_treated"].integer)
        agreement.compareEqual(
            "controls", matched.filter { !isTreated[$0] }.count, result["n_matched_control"].integer)
        let distances = matching.distances.sorted()
        agreement.compareTogether(
            "distances", distances, result["pair_distance_sorted"], tolerance: Agreement.closedForm)
        agreement.compare("total", distances.reduce(0, +), result["total_pair_distance"])
        if theirs.count == own.count {
            reference.compareRows(matching, plan, &agreement)
            try reference.compareBalance(matching, table, formula, score, isTreated, plan, &agreement)
        }
    }

    private static func sorted(_ set: Matching.MatchedSet) -> [Int] { [set.unit] + set.partners.sorted() }

    private func compareRows(_ matching: Matching, _ plan: MatchingPlan, _ agreement: inout Agreement) {
        var partners: [Int: [Int]] = [:]
        for set in matching.sets { partners[set.unit] = set.partners }
        let columns = result["matched_control_row"]
        if columns.isPresent {
            for (position, row) in result["treated_row"].elements.enumerated() {
                guard let unit = row.integer else { continue }
                // With replacement the order of partners at one distance means nothing.
                let wanted = (0..<plan.ratio).compactMap { columns[$0][position].integer }
                let own = (partners[unit - 1] ?? []).map { $0 + 1 }
                agreement.compareEqual(
                    "partners of row \(unit)", plan.withReplacement ? own.sorted() : own,
                    plan.withReplacement ? wanted.sorted() : wanted)
            }
        }
        agreement.compare("weights", matching.weights, result["weights"])
        if result["subclass"].isPresent {
            agreement.compare("subclass", matching.setOfRow.map { $0.map { Double($0 + 1) } }, result["subclass"])
        }
    }

    private func compareBalance(
        _ matching: Matching, _ table: ReferenceTable, _ formula: ReferenceFormula, _ score: [Double],
        _ isTreated: [Bool], _ plan: MatchingPlan, _ agreement: inout Agreement
    ) throws {
        var columns = [(name: "distance", values: score)]
        for term in formula.terms {
            switch try covariate(term, in: table).values {
            case .continuous(let values): columns.append((term, values))
            case .factor(let codes, let levels, _):
                for (position, level) in levels.enumerated() {
                    columns.append((term + level, codes.map { Int($0) == position ? 1 : 0 }))
                }
            }
        }
        let balance = try balance(
            of: columns, isTreated: isTreated, weights: matching.weights, estimand: plan.estimand,
            definition: .focalGroup, pairs: matching.pairs)
        for (name, rows) in [("balance_all", balance.before), ("balance_matched", balance.after)] {
            guard result[name].isPresent else { continue }
            let wanted = result[name]["rows"].texts
            compareBalanceRows(rows.filter { wanted.contains($0.name) }, result[name], name, &agreement)
        }
        let pooled = try SurvivalStatistics.balance(
            of: columns, isTreated: isTreated, weights: matching.weights, estimand: plan.estimand,
            definition: .pooledUnmatched)
        let cobalt = result["cobalt_pooled_smd"]
        for (index, name) in cobalt["rows"].texts.enumerated() {
            let own = name.filter { $0 != "_" }
            let before = pooled.before.first { $0.name.filter { $0 != "_" } == own }?.difference
            let after = pooled.after.first { $0.name.filter { $0 != "_" } == own }?.difference
            agreement.compare("cobalt \(name)", before, cobalt["unadjusted"][index], scale: 0.1)
            agreement.compare("cobalt \(name)", after, cobalt["adjusted"][index], scale: 0.1)
        }
    }

    private func compareBalanceRows(
        _ rows: [BalanceRow], _ expected: ReferenceValue, _ name: String, _ agreement: inout Agreement
    ) {
        agreement.compareEqual("\(name) rows", rows.map(\.name), expected["rows"].texts)
        for (row, values) in zip(rows, expected["value"].elements) {
            let found = [
                row.meanTreated, row.meanControl, row.difference, row.varianceRatio, row.distributionMean,
                row.distributionMaximum, row.pairDistance,
            ]
            // MatchIt does not divide the distance within pairs where the means are equal.
            let isEqual = abs(values[2].number ?? 1) < 1e-8
            for (index, column) in expected["columns"].texts.prefix(found.count).enumerated()
            where !(isEqual && index == 6) {
                agreement.compare(
                    "\(name) \(row.name) \(column)", found[index], values[index], scale: 0.1)
            }
        }
    }
}
