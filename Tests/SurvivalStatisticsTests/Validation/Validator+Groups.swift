import Results
import SurvivalStatistics

extension Validator {
    static func compare(
        _ test: TestResult, _ expected: JSONValue?, _ name: String, _ agreement: inout Agreement
    ) {
        agreement.compare("\(name).statistic", test.statistic, expected?["statistic"], scale: 1e-3)
        if let degrees = expected?["df"] {
            agreement.compare("\(name).df", test.degreesOfFreedom, degrees)
        }
        agreement.compare("\(name).p", test.pValue, expected?["p"], tolerance: 1e-11 * max(1, test.statistic ?? 1))
    }

    /// Kind `wilcox`: the normal approximations.
    static func mannWhitney(_ reference: ReferenceCase, _ data: ReferenceData) -> CaseOutcome {
        let groups = values(reference, data)
        guard groups.count == 2 else { return .notApplicable("not two groups") }
        var agreement = Agreement()
        compare(
            mannWhitneyTest(groups[0], groups[1], method: .corrected), reference.result["normal_cc"], "normal_cc",
            &agreement)
        compare(
            mannWhitneyTest(groups[0], groups[1], method: .uncorrected), reference.result["normal"], "normal",
            &agreement)
        var expected = reference.result["with_ci"]
        let shift = locationShift(groups[0], groups[1], method: .corrected, level: 0.95)
        if let theirs = expected?["estimate"]?.elements.first?.number,
            mannWhitneyTest(groups[0].map { $0 - theirs }, groups[1], method: .corrected).statistic
                == Double(groups[0].count * groups[1].count) / 2,
            case .object(var object)? = expected
        {
            // Where z is 0 on a stretch every point of it is a root; here it is the middle, in R where the search ended.
            object["estimate"] = shift.value.map { .number($0) }
            expected = .object(object)
        }
        compareShift(shift, expected, isExact: false, "with_ci", &agreement)
        return .compared(agreement)
    }

    /// Compares a shift. R's approximate ones are found to 10⁻⁴.
    static func compareShift(
        _ shift: Estimate, _ expected: JSONValue?, isExact: Bool, _ name: String, _ agreement: inout Agreement
    ) {
        let (tolerance, scale) = isExact ? (Agreement.closedForm, 0.0) : (1.1e-4, 1.0)
        let limits = expected?["ci"]?.elements ?? []
        let found = [shift.interval?.lower, shift.interval?.upper]
        for (index, limit) in limits.enumerated() where index < 2 {
            agreement.compare("\(name).ci[\(index)]", found[index], limit, tolerance: tolerance, scale: scale)
        }
        agreement.compare(
            "\(name).estimate", shift.value, expected?["estimate"]?.elements.first, tolerance: tolerance, scale: scale)
    }

    /// Kind `wilcox_exact`.
    static func exactMannWhitney(_ reference: ReferenceCase, _ data: ReferenceData) -> CaseOutcome {
        let groups = values(reference, data)
        guard groups.count == 2 else { return .notApplicable("not two groups") }
        var agreement = Agreement()
        for alternative in Alternative.allCases {
            let test = mannWhitneyTest(groups[0], groups[1], method: .exact, alternative: alternative)
            let expected = reference.result[alternative.rawValue]
            guard expected?["method"]?.text?.contains("exact") == true else { continue }
            compare(test, expected, alternative.rawValue, &agreement)
            let shift = locationShift(
                groups[0], groups[1], method: .exact, alternative: alternative, level: 0.95)
            compareShift(shift, expected, isExact: true, alternative.rawValue, &agreement)
        }
        return .compared(agreement)
    }

    /// Kind `kruskal`.
    static func kruskalWallis(_ reference: ReferenceCase, _ data: ReferenceData) -> CaseOutcome {
        var agreement = Agreement()
        compare(kruskalWallisTest(values(reference, data)), reference.result, "kruskal", &agreement)
        return .compared(agreement)
    }

    /// Kind `t_test`.
    static func tTests(_ reference: ReferenceCase, _ data: ReferenceData) -> CaseOutcome {
        let groups = values(reference, data)
        guard groups.count == 2 else { return .notApplicable("not two groups") }
        var agreement = Agreement()
        for (name, variances) in [("welch", Variances.unequal), ("pooled", .equal)] {
            let expected = reference.result[name]
            compare(tTest(groups[0], groups[1], variances: variances), expected, name, &agreement)
            let difference = meanDifference(groups[0], groups[1], variances: variances, level: 0.95)
            agreement.compare(
                "\(name).ci", [difference.interval?.lower, difference.interval?.upper], expected?["ci"],
                scale: difference.standardError ?? 0)
        }
        return .compared(agreement)
    }

    /// Kind `anova`.
    static func variance(_ reference: ReferenceCase, _ data: ReferenceData) -> CaseOutcome {
        let groups = values(reference, data)
        var agreement = Agreement()
        let equal = analysisOfVariance(groups, variances: .equal)
        // R's `lm` goes by a QR decomposition, whose rounding is larger than that of the sums.
        agreement.compare("F", equal.statistic, reference.result["F"], tolerance: 1e-10)
        agreement.compare("df1", equal.degreesOfFreedom.first, reference.result["df1"])
        agreement.compare("df2", equal.degreesOfFreedom.last, reference.result["df2"])
        agreement.compare("p", equal.pValue, reference.result["p"], tolerance: 1e-9)
        if let welch = reference.result["welch"], welch["error"] == nil {
            compare(analysisOfVariance(groups, variances: .unequal), welch, "welch", &agreement)
        }
        return .compared(agreement)
    }

    /// Kind `describe`.
    static func description(_ reference: ReferenceCase, _ data: ReferenceData) -> CaseOutcome {
        var agreement = Agreement()
        for (index, values) in values(reference, data).enumerated() {
            if let expected = reference.result["shapiro"]?.elements[index], expected["W"] != nil {
                let test = shapiroWilkTest(values)
                agreement.compare("\(index).shapiro.W", test.statistic, expected["W"])
                // log(1 − W) loses as many digits as W has nines.
                agreement.compare("\(index).shapiro.p", test.pValue, expected["p"], tolerance: 1e-9)
            }
            for type in [7, 6, 2] {
                let description = describe(values, quantileType: type, decimals: 0)
                agreement.compare(
                    "\(index).q_type\(type)",
                    [description.lowerQuartile, description.median, description.upperQuartile],
                    reference.result["q_type\(type)"]?.elements[index])
                func compare(_ key: String, _ found: Double?) {
                    agreement.compare("\(index).\(key)", found, reference.result[key]?.elements[index])
                }
                compare("n", Double(description.n))
                compare("mean", description.mean)
                compare("sd", description.standardDeviation)
                compare("min", description.minimum)
                compare("max", description.maximum)
            }
        }
        return .compared(agreement)
    }

    /// Kind `smd_continuous`: second less first.
    static func standardisedDifference(_ reference: ReferenceCase, _ data: ReferenceData) -> CaseOutcome {
        let groups = values(reference, data)
        guard groups.count == 2 else { return .notApplicable("not two groups") }
        var agreement = Agreement()
        for (name, scale) in [
            ("smd_pooled", StandardisedDifferenceScale.pooled), ("smd_group1_sd", .firstGroup),
            ("smd_group2_sd", .secondGroup),
        ] {
            let difference = SurvivalStatistics.standardisedDifference(
                WeightedValues(groups[0]), WeightedValues(groups[1]), scale: scale)
            agreement.compare(name, difference.value, reference.result[name], scale: 0.1)
        }
        return .compared(agreement)
    }

    /// Kind `smd_categorical`.
    static func multinomialDifference(_ reference: ReferenceCase, _ data: ReferenceData) -> CaseOutcome {
        guard let variable = reference.arguments["variable"]?.text, let group = reference.arguments["group"]?.text,
            let levels = reference.arguments["levels"]?.elements.map(\.text),
            let groups = reference.arguments["groups"]?.elements.map(\.text), groups.count == 2
        else { return .notApplicable("the case describes no groups") }
        let rows = data.rows(with: [variable, group])
        let table = ContingencyTable(
            rows: data.texts(variable, in: rows).map { levels.firstIndex(of: $0) },
            columns: data.texts(group, in: rows).map { groups.firstIndex(of: $0) }, rowCount: levels.count,
            columnCount: 2)
        var agreement = Agreement()
        let distance = SurvivalStatistics.multinomialDifference(
            table.counts.map { $0[0] }, table.counts.map { $0[1] })
        agreement.compare("smd", distance.value, reference.result["smd"], tolerance: 1e-11)
        for (index, counts) in table.counts.enumerated() {
            guard let first = try? Proportion(events: counts[0], total: table.columnTotals[0]),
                let second = try? Proportion(events: counts[1], total: table.columnTotals[1])
            else { continue }
            agreement.compare(
                "smd_by_level[\(index)]",
                SurvivalStatistics.standardisedDifference(first, second, scale: .pooled).value,
                reference.result["smd_by_level"]?.elements[index], scale: 0.1)
        }
        return .compared(agreement)
    }
}
