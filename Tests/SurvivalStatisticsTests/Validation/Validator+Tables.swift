import Results
import SurvivalStatistics

extension Validator {
    static func table(_ reference: ReferenceCase) -> ContingencyTable? {
        let counts = (reference.arguments["table"]?.elements ?? []).map { $0.elements.compactMap(\.integer) }
        return try? ContingencyTable(counts)
    }

    /// Kind `chisq`.
    static func pearson(_ reference: ReferenceCase) -> CaseOutcome {
        guard let table = table(reference) else { return .notApplicable("the case describes no table") }
        guard table == table.withoutEmptyMargins else {
            return .notApplicable("R returns NaN for an empty row or column, which are left out here")
        }
        let test = pearsonTest(table, corrected: reference.arguments["correct"] == .bool(true))
        var agreement = Agreement()
        agreement.compare("statistic", test.statistic, reference.result["statistic"], scale: 1e-3)
        agreement.compare("df", test.degreesOfFreedom.first, reference.result["df"]?.elements.first)
        agreement.compare(
            "p", test.pValue, reference.result["p"], tolerance: 1e-12 * max(1, test.statistic ?? 1))
        agreement.compare(
            "expected", table.expected.joined().map { $0 },
            reference.result["expected"].map { .list($0.elements.flatMap(\.elements)) })
        return .compared(agreement)
    }

    /// Kind `fisher`. R finds the odds ratio and its limits between 0 and 1, or their reciprocals, to 1.2·10⁻⁴.
    static func fisher(_ reference: ReferenceCase) -> CaseOutcome {
        guard let table = table(reference) else { return .notApplicable("the case describes no table") }
        if reference.result["error"] != nil { return .notApplicable("R's own workspace ends here") }
        let alternative = reference.arguments["alternative"]?.text.flatMap { Alternative(rawValue: $0) } ?? .twoSided
        let test = fisherExactTest(table, alternative: alternative)
        var agreement = Agreement()
        agreement.compare("p", test.pValue, reference.result["p"], tolerance: 1e-7)
        guard reference.result["estimate"] != nil, table == table.withoutEmptyMargins else {
            return .compared(agreement)
        }
        let ratio = conditionalOddsRatio(table, alternative: alternative, level: 0.95)
        func compare(_ quantity: String, _ found: Double?, _ expected: JSONValue?) {
            let size = found.map { $0 > 0 ? max($0, 1 / $0) : 1 } ?? 1
            agreement.compare(quantity, found, expected, tolerance: 1.3e-4 * size)
        }
        compare("estimate", ratio.value, reference.result["estimate"]?.elements.first)
        compare("ci lower", ratio.interval?.lower, reference.result["ci"]?.elements.first)
        compare("ci upper", ratio.interval?.upper, reference.result["ci"]?.elements.last)
        return .compared(agreement)
    }

    /// Kind `prop_diff`: the first row of the table are the events, its columns the groups.
    static func proportionDifference(_ reference: ReferenceCase) -> CaseOutcome {
        guard let table = table(reference), table.isPair,
            let first = try? Proportion(events: table.counts[0][0], total: table.columnTotals[0]),
            let second = try? Proportion(events: table.counts[0][1], total: table.columnTotals[1])
        else { return .notApplicable("the case describes no two groups") }
        var agreement = Agreement()
        for (name, method, corrected) in [
            ("plain", ProportionDifferenceMethod.wald, false), ("corrected", .waldCorrected, true),
        ] {
            guard let expected = reference.result[name] else { continue }
            agreement.compare("\(name).estimate", [first.value, second.value], expected["estimate"])
            let difference = differenceOfProportions(first, second, method: method, level: 0.95)
            agreement.compare(
                "\(name).ci", [difference.interval?.lower, difference.interval?.upper], expected["ci"], scale: 0.1)
            guard table == table.withoutEmptyMargins else { continue }
            compare(pearsonTest(table, corrected: corrected), expected, name, &agreement)
        }
        return .compared(agreement)
    }

    /// Kind `binom_ci`.
    static func proportionInterval(_ reference: ReferenceCase) -> CaseOutcome {
        guard let events = reference.arguments["x"]?.integer, let total = reference.arguments["n"]?.integer,
            let proportion = try? Proportion(events: events, total: total)
        else { return .notApplicable("the case describes no proportion") }
        var agreement = Agreement()
        for (name, method) in [
            ("clopper_pearson", ProportionMethod.clopperPearson), ("wilson", .wilson),
            ("wilson_cc", .wilsonCorrected),
        ] {
            let interval = estimateProportion(proportion, method: method, level: 0.95).interval
            agreement.compare(name, [interval?.lower, interval?.upper], reference.result[name], scale: 1e-2)
        }
        agreement.compare(
            "p_half", binomialTest(proportion, hypothesis: 0.5).pValue, reference.result["p_half"], tolerance: 1e-11)
        return .compared(agreement)
    }

    /// Kind `mantelhaen`: counts in long form, a table of the first two columns in each stratum.
    static func mantelHaenszel(_ reference: ReferenceCase, _ data: ReferenceData) -> CaseOutcome {
        guard let stratum = reference.arguments["strata"]?.text, let counts = data.columns["Freq"],
            data.columns[stratum] != nil
        else { return .notApplicable("the case describes no strata") }
        let rows = data.rows(with: ["Freq", stratum])
        let strata = data.texts(stratum, in: rows)
        let tables = Set(strata).sorted().compactMap { name -> ContingencyTable? in
            let cells = rows.indices.filter { strata[$0] == name }.compactMap { counts[rows[$0]].flatMap(Int.init) }
            // R's data frame of a table runs down its columns.
            return cells.count == 4 ? try? ContingencyTable([[cells[0], cells[2]], [cells[1], cells[3]]]) : nil
        }
        var agreement = Agreement()
        for (name, method) in [("corrected", CochranMantelHaenszelMethod.corrected), ("plain", .plain)] {
            let expected = reference.result[name]
            compare(cochranMantelHaenszelTest(tables, method: method), expected, name, &agreement)
            let ratio = commonOddsRatio(tables, level: 0.95)
            agreement.compare("\(name).estimate", ratio.value, expected?["estimate"]?.elements.first)
            agreement.compare("\(name).ci", [ratio.interval?.lower, ratio.interval?.upper], expected?["ci"])
        }
        let expected = reference.result["exact"]
        compare(cochranMantelHaenszelTest(tables, method: .exact), expected, "exact", &agreement)
        let ratio = conditionalCommonOddsRatio(tables, level: 0.95)
        agreement.compare("exact.estimate", ratio.value, expected?["estimate"]?.elements.first, tolerance: 2e-4)
        agreement.compare(
            "exact.ci", [ratio.interval?.lower, ratio.interval?.upper], expected?["ci"], tolerance: 2e-4)
        return .compared(agreement)
    }

    /// Kind `mcnemar`: each result is done by the test that its `method` names.
    static func mcNemar(_ reference: ReferenceCase) -> CaseOutcome {
        guard let table = table(reference) else { return .notApplicable("the case describes no table") }
        var agreement = Agreement()
        for (name, expected) in results(reference.result) {
            let method = McNemarMethod(named: expected["method"]?.text ?? "", key: name)
            compare(mcNemarTest(table, method: method), expected, name, &agreement)
        }
        return agreement.count > 0 ? .compared(agreement) : .notApplicable("no result names its method")
    }

    /// The tests in a result: the result itself, or the objects in it, by name.
    static func results(_ result: JSONValue) -> [(name: String, result: JSONValue)] {
        if result["p"] != nil { return [("result", result)] }
        guard case .object(let object) = result else { return [] }
        return object.sorted { $0.key < $1.key }.filter { $0.value["p"] != nil }.map { ($0.key, $0.value) }
    }
}

extension ContingencyTable {
    fileprivate var isPair: Bool { counts.count == 2 && counts[0].count == 2 }
}

extension McNemarMethod {
    fileprivate init(named method: String, key: String) {
        if method.contains("continuity") || key == "corrected" {
            self = .corrected
        } else {
            self = method.contains("binomial") || key == "exact" ? .exact : .plain
        }
    }
}
