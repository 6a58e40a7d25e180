import Results
import SurvivalStatistics

extension Validator {
    private static func compare(
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
        return .compared(agreement)
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
}
