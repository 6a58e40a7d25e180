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
}
