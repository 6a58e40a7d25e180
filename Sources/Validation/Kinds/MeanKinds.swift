internal import Results
internal import SurvivalStatistics

extension ReferenceCase {
    /// Kind `t_test`.
    static let tTests: Comparison = { reference, file, agreement in
        let (first, second) = try reference.pair(file)
        for (name, variances) in [("welch", Variances.unequal), ("pooled", .equal)] {
            let expected = reference.result[name]
            compare(tTest(first, second, variances: variances), expected, name, &agreement)
            let difference = meanDifference(first, second, variances: variances, level: reference.level)
            agreement.compare(
                "\(name).ci", [difference.interval?.lower, difference.interval?.upper], expected["ci"],
                scale: difference.standardError ?? 0)
        }
    }

    /// Kind `anova`.
    static let variance: Comparison = { reference, file, agreement in
        let groups = try reference.groups(file)
        let result = reference.result
        let equal = analysisOfVariance(groups, variances: .equal)
        // R's `lm` goes by a QR decomposition, whose rounding is larger than that of the sums.
        // Without any variation within the groups R's F is a quotient of rounding errors.
        guard !(result["F"].number ?? 0 > 1e20 && equal.statistic == nil) else { return }
        agreement.compare("F", equal.statistic, result["F"], tolerance: 1e-11, scale: 1e-9)
        agreement.compare("p", equal.pValue, result["p"], tolerance: 1e-11 * max(1, equal.statistic ?? 1))
        // R keeps the degrees of freedom of an F that is 0/0; here they go with it.
        if result["p"].number?.isFinite == true || !equal.degreesOfFreedom.isEmpty {
            agreement.compare("df1", equal.degreesOfFreedom.first, result["df1"])
            agreement.compare("df2", equal.degreesOfFreedom.last, result["df2"])
        }
        if result["welch"]["error"] == .absent {
            compare(analysisOfVariance(groups, variances: .unequal), result["welch"], "welch", &agreement)
        }
    }

    /// Kind `describe`: every `q_type` that the result has.
    static let description: Comparison = { reference, file, agreement in
        let result = reference.result
        for (index, values) in try reference.groups(file).enumerated() {
            let expected = result["shapiro"][index]
            if expected["W"].isPresent {
                let test = shapiroWilkTest(values)
                agreement.compare("\(index).shapiro.W", test.statistic, expected["W"])
                // log(1 − W) loses as many digits as W has nines.
                agreement.compare("\(index).shapiro.p", test.pValue, expected["p"], tolerance: 1e-9, scale: 1e-4)
            }
            for type in 1...9 {
                let own = describe(values, quantileType: type, decimals: 0)
                agreement.compare(
                    "\(index).q_type\(type)", [own.lowerQuartile, own.median, own.upperQuartile],
                    quartiles(result["q_type\(type)"], of: index),
                    scale: max(abs(own.minimum ?? 0), abs(own.maximum ?? 0)) * 1e-2)
            }
            let own = describe(values, quantileType: 7, decimals: 0)
            let scale = own.standardDeviation ?? 0
            for (key, found) in [
                ("n", Double(own.n)), ("mean", own.mean), ("sd", own.standardDeviation), ("min", own.minimum),
                ("max", own.maximum),
            ] {
                agreement.compare("\(index).\(key)", found, result[key][index], scale: key == "mean" ? scale : 0)
            }
        }
    }

    /// The quartiles of a group; of a single group they may stand without a list around them.
    private static func quartiles(_ value: ReferenceValue, of group: Int) -> ReferenceValue {
        if case .list = value[group] { return value[group] }
        return group == 0 ? value : .absent
    }

    /// Kind `smd_continuous`: second less first.
    static let standardisedDifference: Comparison = { reference, file, agreement in
        let (first, second) = try reference.pair(file)
        for (name, scale) in [
            ("smd_pooled", StandardisedDifferenceScale.pooled), ("smd_group1_sd", .firstGroup),
            ("smd_group2_sd", .secondGroup),
        ] {
            let difference = SurvivalStatistics.standardisedDifference(
                WeightedValues(first), WeightedValues(second), scale: scale)
            agreement.compare(name, difference.value, reference.result[name], scale: 0.1)
        }
        let means = [first, second].map { describe($0, quantileType: 7, decimals: 0) }
        agreement.compare(
            "mean", means.map(\.mean), reference.result["mean"], scale: means.compactMap(\.standardDeviation).max() ?? 0
        )
        agreement.compare("sd", means.map(\.standardDeviation), reference.result["sd"])
        try compareBalance(first, second, reference.result, &agreement)
    }

    /// The same by the balance of a matching, whose treated are the second group. A column of 0 and 1 has variance
    /// p (1 − p) there.
    private static func compareBalance(
        _ first: [Double], _ second: [Double], _ result: ReferenceValue, _ agreement: inout Agreement
    ) throws {
        let values = (first + second).filter { !$0.isNaN }
        guard values.count == first.count + second.count, !values.allSatisfy({ $0 == 0 || $0 == 1 }) else { return }
        for (name, definition, estimand) in [
            ("smd_pooled", DifferenceDefinition.pooledDisplayed, MatchingPlan.Estimand.treated),
            ("smd_group1_sd", .focalGroup, .controls), ("smd_group2_sd", .focalGroup, .treated),
        ] {
            let rows = try balance(
                of: [("y", values)], isTreated: values.indices.map { $0 >= first.count },
                weights: values.map { _ in 1 }, estimand: estimand, definition: definition)
            // Equal means differ by nothing there, also where nothing varies.
            guard result[name].number?.isFinite == true else { continue }
            agreement.compare("balance \(name)", rows.before.first?.difference, result[name], scale: 0.1)
        }
    }

    /// Kind `smd_categorical`: one distance over all levels, and one of each.
    static let multinomialDifference: Comparison = { reference, file, agreement in
        let (variable, group) = (try reference.name("variable"), try reference.name("group"))
        let rows = try reference.table(file).complete([variable, group])
        func levels(_ key: String, _ name: String) throws -> [String] {
            let given = reference.arguments[key].texts
            return given.isEmpty ? try rows.levels(name) : given
        }
        let values = try levels("levels", variable)
        let groups = try levels("groups", group)
        guard groups.count == 2 else { throw NotApplicable("there are \(groups.count) groups, not 2") }
        func codes(_ name: String, _ levels: [String]) throws -> [Int?] {
            try rows.codes(name, levels: levels).map { $0 < 0 ? nil : $0 }
        }
        let table = ContingencyTable(
            rows: try codes(variable, values), columns: try codes(group, groups), rowCount: values.count,
            columnCount: 2)
        let distance = SurvivalStatistics.multinomialDifference(
            table.counts.map { $0[0] }, table.counts.map { $0[1] })
        agreement.compare("smd", distance.value, reference.result["smd"])
        let shares = (0..<2).map { group in
            table.counts.map { Double($0[group]) / Double(max(1, table.columnTotals[group])) }
        }
        let balance = multilevelDifference(treated: shares[1], control: shares[0])
        agreement.compare("balance smd", balance, reference.result["smd"])
        for (index, counts) in table.counts.enumerated() {
            let first = try Proportion(events: counts[0], total: table.columnTotals[0])
            let second = try Proportion(events: counts[1], total: table.columnTotals[1])
            agreement.compare(
                "smd_by_level[\(index)]",
                SurvivalStatistics.standardisedDifference(first, second, scale: .pooled).value,
                reference.result["smd_by_level"][index], scale: 0.1)
            agreement.compare("prop[\(index)]", [first.value, second.value], reference.result["prop"][index])
        }
    }
}
