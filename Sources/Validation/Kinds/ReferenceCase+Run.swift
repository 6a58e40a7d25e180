internal import Results

extension ReferenceCase {
    /// Runs the case through the estimators and compares each quantity that both have.
    ///
    /// - Parameter table: The data of the case's file.
    /// - Returns: The agreement, or why the case cannot be run.
    func run(on table: ReferenceTable) -> CaseOutcome {
        guard let compare = Self.kinds[kind] else { return .notApplicable("unknown kind '\(kind)'") }
        if let error = result["error"].text, result.keys.count == 1 {
            return .notApplicable("R itself stops: \(error.split(whereSeparator: \.isNewline).first ?? "")")
        }
        var agreement = Agreement()
        do {
            try compare(self, table, &agreement)
        } catch let obstacle as NotApplicable {
            return .notApplicable(obstacle.reason)
        } catch {
            // R has a result, so that a refusal is a miss.
            agreement.compareEqual("refusal", "\(error)", "none")
        }
        guard agreement.count > 0 else { return .notApplicable("the result holds nothing that the estimators give") }
        return .compared(agreement)
    }

    typealias Comparison = @Sendable (ReferenceCase, ReferenceTable, inout Agreement) throws -> Void

    /// What compares a case of each kind.
    static let kinds: [String: Comparison] = [
        "km": kaplanMeier, "km_weighted": weightedKaplanMeier, "error": permittedInput, "logrank": logRank,
        "status_coding": statusCoding, "rmst": restrictedMean, "rmst_adjusted": adjustedRestrictedMean,
        "cox": cox, "cox_curve": coxCurves, "cox_firth": firthCox, "subgroup": subgroups,
        "smooth": smoothedResidualCurves,
        "cuminc": incidence, "aalen_johansen": multistate, "fine_gray": fineGray,
        "fine_gray_weighted": weightedFineGray, "cause_specific": causeSpecific,
        "chisq": pearson, "fisher": fisher, "prop_diff": proportionDifference, "binom_ci": proportionInterval,
        "mantelhaen": mantelHaenszel, "mcnemar": mcNemar, "paired_difference": pairedDifference,
        "wilcox": mannWhitney, "wilcox_exact": exactMannWhitney, "wilcox_raw": byMethod, "paired": byMethod,
        "kruskal": kruskalWallis, "anova": variance, "t_test": tTests, "describe": description,
        "smd_continuous": standardisedDifference, "smd_categorical": multinomialDifference,
        "logistic": logistic, "logistic_grouped": logistic, "logistic_firth": firthLogistic,
        "match_nearest": nearestMatch,
    ]

    /// Compares a test by name with R's `statistic`, `df` and `p`.
    static func compare(
        _ test: TestResult, _ expected: ReferenceValue, _ name: String, _ agreement: inout Agreement
    ) {
        agreement.compare("\(name).statistic", test.statistic, expected["statistic"], scale: 1e-3)
        // R keeps the degrees of freedom of a test that is 0/0; here they go with it.
        if expected["df"].isPresent, expected["p"].number?.isFinite == true || !test.degreesOfFreedom.isEmpty {
            agreement.compare("\(name).df", test.degreesOfFreedom, expected["df"])
        }
        // In the tail p changes by as many times its relative change as the statistic is large.
        agreement.compare(
            "\(name).p", test.pValue, expected["p"], tolerance: Agreement.closedForm * max(1, test.statistic ?? 1))
    }

    /// The tests in a result: the result itself, or the objects in it, by name.
    var tests: [(name: String, result: ReferenceValue)] {
        if result["p"] != .absent { return [("result", result)] }
        return result.keys.filter { result[$0]["p"] != .absent }.map { ($0, result[$0]) }
    }

    /// The values of a variable, divided by the levels of a group.
    func groups(_ file: ReferenceTable) throws -> [[Double]] {
        let (variable, group) = (try name("y"), try name("group"))
        let rows = try table(file).complete([variable, group])
        let given = arguments["levels"].texts
        let levels = given.isEmpty ? try rows.levels(group) : given
        let codes = try rows.codes(group, levels: levels)
        let values = try rows.numbers(variable)
        return levels.indices.map { level in codes.indices.filter { codes[$0] == level }.map { values[$0] } }
    }

    /// The two groups of a test of two samples.
    func pair(_ file: ReferenceTable) throws -> ([Double], [Double]) {
        let groups = try groups(file)
        guard groups.count == 2 else {
            throw NotApplicable("the variable is divided into \(groups.count) groups, not 2")
        }
        return (groups[0], groups[1])
    }
}
