import Results
import SurvivalStatistics
import Testing

/// ModelAgreement with MatchIt 4.7 and cobalt on every case of `Tests/References/matching`.
///
/// The propensity model is fitted here and compared with R's. Matching then takes R's own scores, whose rounding splits
/// some scores that are equal, so that its choices can be compared row by row; on `lalonde`, where scores are not tied, the
/// scores fitted here must lead to the same sets.
@Suite struct MatchingReferenceTests {
    static let cases = ModelReference.cases(in: "matching", kinds: ["match_nearest"])

    @Test func `there are cases`() {
        #expect(Self.cases.count >= 31)
    }

    private func plan(_ arguments: ReferenceValue) -> MatchingPlan {
        let estimand: MatchingPlan.Estimand = arguments["estimand"].text == "ATC" ? .controls : .treated
        let width = arguments["caliper"].number
        let isRaw = !arguments["std.caliper"].isNull && !arguments["std.caliper"].isTrue
        let order = arguments["m.order"].text.flatMap(MatchingPlan.Order.init)
        return MatchingPlan(
            estimand: estimand, caliper: width.map { isRaw ? .absolute($0) : .standardDeviations($0) },
            ratio: arguments["ratio"].integer ?? 1, withReplacement: arguments["replace"].isTrue,
            order: order ?? (estimand == .treated ? .largest : .smallest), ties: .lowerScore)
    }

    @Test(arguments: cases) func `matchit`(_ reference: ModelReference) throws {
        let table = try reference.table()
        let formula = ReferenceFormula(
            reference.arguments["formula"].text ?? "", factors: reference.arguments["factors"])
        let matrix = try formula.matrix(in: table)
        let isTreated = formula.outcome(in: table).map { $0 == true }
        let model = logisticModel(try LogisticDesign(hasOutcome: isTreated, covariates: matrix))
        let isLinear = reference.arguments["link"].text == "linear.logit"
        let own = isLinear ? model.linearPredictors : model.probabilities
        let score = reference.result["propensity"].numbers.map { $0 ?? .nan }
        let exact = reference.arguments["exact"].text.map { String($0.dropFirst()) }
        let strata = exact.map { table.codes($0, levels: table.levels($0)).map(Int.init) }
        let plan = plan(reference.arguments)
        let matching = try nearestNeighbourMatch(score: score, isTreated: isTreated, plan: plan, strata: strata)

        let expected = reference.result
        var agreement = ModelAgreement()
        // The scores fitted here lead to the same sets where none are tied, and to as many rows where they are.
        let isTied = reference.id.hasPrefix("match_cohort")
        let again = try nearestNeighbourMatch(score: own, isTreated: isTreated, plan: plan, strata: strata)
        agreement.expectEqual("own score rows", again.rows.count, matching.rows.count)
        if !isTied { agreement.expectEqual("own score", again.sets.map(sorted), matching.sets.map(sorted)) }
        agreement.expect("score", model.probabilities, expected["propensity_converged"].numbers, tolerance: 1e-9)
        agreement.expect("logit", model.linearPredictors, expected["logit_converged"].numbers, tolerance: 1e-9)
        agreement.expect("sd", matching.scoreDeviation, expected["sd_distance"].number, tolerance: 1e-7)
        agreement.expect("caliper", matching.caliperWidth, expected["caliper_used"].number, tolerance: 1e-7)
        let matched = matching.rows
        agreement.expectEqual(
            "treated", matched.filter { isTreated[$0] }.count, expected["n_matched_treated"].integer ?? -1)
        agreement.expectEqual(
            "controls", matched.filter { !isTreated[$0] }.count, expected["n_matched_control"].integer ?? -1)
        agreement.expect(
            "distances", matching.distances.sorted(), expected["pair_distance_sorted"].numbers, tolerance: 1e-6)
        agreement.expect(
            "total", matching.distances.reduce(0, +), expected["total_pair_distance"].number, tolerance: 1e-6)
        compareRows(matching, plan, expected, &agreement)
        try compareBalance(matching, table: table, formula: formula, score: score, plan, expected, &agreement)
        agreement.check(reference.id)
    }

    private func sorted(_ set: Matching.MatchedSet) -> [Int] {
        [set.unit] + set.partners.sorted()
    }

    private func compareRows(
        _ matching: Matching, _ plan: MatchingPlan, _ expected: ReferenceValue, _ agreement: inout ModelAgreement
    ) {
        let partners = Dictionary(uniqueKeysWithValues: matching.sets.map { ($0.unit, $0.partners) })
        for (position, row) in expected["treated_row"].numbers.enumerated() {
            let unit = Int(row ?? 0) - 1
            // With replacement the order of partners at one distance means nothing.
            let wanted = (0..<plan.ratio).compactMap { expected["matched_control_row"][$0][position].integer }
            let own = (partners[unit] ?? []).map { $0 + 1 }
            agreement.expectEqual(
                "partners of \(unit)", plan.withReplacement ? own.sorted() : own,
                plan.withReplacement ? wanted.sorted() : wanted)
        }
        agreement.expect("weights", matching.weights, expected["weights"].numbers, tolerance: 1e-12)
        if !expected["subclass"].isNull {
            agreement.expect(
                "subclass", matching.setOfRow.map { $0.map { Double($0 + 1) } }, expected["subclass"].numbers,
                tolerance: 0)
        }
    }

    private func compareBalance(
        _ matching: Matching, table: ModelTable, formula: ReferenceFormula, score: [Double], _ plan: MatchingPlan,
        _ expected: ReferenceValue, _ agreement: inout ModelAgreement
    ) throws {
        let isTreated = formula.outcome(in: table).map { $0 == true }
        var columns = [(name: "distance", values: score)]
        for term in formula.terms {
            if table.isNumeric(term) {
                columns.append((term, table.numbers(term)))
            } else {
                for level in table.levels(term) {
                    columns.append((term + level, table.texts(term).map { $0 == level ? 1 : 0 }))
                }
            }
        }
        let balance = try balance(
            of: columns, isTreated: isTreated, weights: matching.weights, estimand: plan.estimand,
            definition: .focalGroup, pairs: matching.pairs)
        for (name, rows) in [("balance_all", balance.before), ("balance_matched", balance.after)] {
            agreement.expectEqual("\(name) rows", rows.map(\.name), expected[name]["rows"].texts)
            for (row, values) in zip(rows, expected[name]["value"].list) {
                let found = [
                    row.meanTreated, row.meanControl, row.difference, row.varianceRatio, row.distributionMean,
                    row.distributionMaximum, row.pairDistance,
                ]
                // MatchIt does not divide the distance within pairs where the means are equal.
                let isEqual = abs(values[2].number ?? 1) < 1e-8
                for (index, column) in expected[name]["columns"].texts.enumerated() where !(isEqual && index == 6) {
                    agreement.expect(
                        "\(name) \(row.name) \(column)", found[index], values[index].number, tolerance: 1e-7,
                        scale: 1e-3)
                }
            }
        }
        let pooled = try SurvivalStatistics.balance(
            of: columns, isTreated: isTreated, weights: matching.weights, estimand: plan.estimand,
            definition: .pooledUnmatched)
        let cobalt = expected["cobalt_pooled_smd"]
        guard !cobalt.isNull else { return }
        for (index, name) in cobalt["rows"].texts.enumerated() {
            let own = name.split(separator: "_").joined()
            let before = pooled.before.first { $0.name == own }?.difference
            let after = pooled.after.first { $0.name == own }?.difference
            agreement.expect("cobalt \(name)", before, cobalt["unadjusted"][index].number, tolerance: 1e-7, scale: 1e-3)
            agreement.expect("cobalt \(name)", after, cobalt["adjusted"][index].number, tolerance: 1e-7, scale: 1e-3)
        }
    }

    static let differences = ModelReference.cases(in: "matching", kinds: ["smd_continuous"])
    static let categorical = ModelReference.cases(in: "matching", kinds: ["smd_categorical"])

    /// The treated are the second group.
    @Test(arguments: differences) func `standardised differences`(_ reference: ModelReference) throws {
        let table = try reference.table()
        let group = table.texts(reference.arguments["group"].text ?? "")
        let levels = reference.arguments["levels"].texts
        let y = table.numbers(reference.arguments["y"].text ?? "")
        let rows = y.indices.filter { !y[$0].isNaN && group[$0].map(levels.contains) == true }
        func row(_ definition: DifferenceDefinition, _ estimand: MatchingPlan.Estimand) throws -> BalanceRow {
            try SurvivalStatistics.balance(
                of: [("y", rows.map { y[$0] })], isTreated: rows.map { group[$0] == levels[1] },
                weights: rows.map { _ in 1 }, estimand: estimand, definition: definition
            ).before[0]
        }
        var agreement = ModelAgreement()
        let pooled = try row(.pooledDisplayed, .treated)
        let expected = reference.result
        agreement.expect("mean", [pooled.meanControl, pooled.meanTreated], expected["mean"].numbers, tolerance: 1e-12)
        // A column of 0 and 1 has variance p (1 − p) here.
        if !rows.allSatisfy({ y[$0] == 0 || y[$0] == 1 }) {
            agreement.expect("pooled", pooled.difference, expected["smd_pooled"].number, tolerance: 1e-12, scale: 0.01)
            let first = try row(.focalGroup, .controls).difference
            let second = try row(.focalGroup, .treated).difference
            agreement.expect("group 1", first, expected["smd_group1_sd"].number, tolerance: 1e-12, scale: 0.01)
            agreement.expect("group 2", second, expected["smd_group2_sd"].number, tolerance: 1e-12, scale: 0.01)
        }
        agreement.check(reference.id)
    }

    @Test(arguments: categorical) func `differences of several levels`(_ reference: ModelReference) {
        let shares = reference.result["prop"].list
        let found = multilevelDifference(
            treated: shares.map { $0[1].number ?? 0 }, control: shares.map { $0[0].number ?? 0 })
        var agreement = ModelAgreement()
        agreement.expect("smd", found, reference.result["smd"].number, tolerance: 1e-10)
        agreement.check(reference.id)
    }
}
