import Results
import SurvivalStatistics

extension Validator {
    /// Kinds `wilcox_raw` and `paired`: two lists of values, and tests that are told by R's name of their method.
    static func byMethod(_ reference: ReferenceCase, _ data: ReferenceData) -> CaseOutcome {
        guard let (first, second) = pair(reference.arguments, data) else {
            return .notApplicable("the case describes no two lists of values")
        }
        var agreement = Agreement()
        for (name, expected) in results(reference.result) {
            guard let method = expected["method"]?.text else { continue }
            if let test = test(named: method, first, second) { compare(test, expected, name, &agreement) }
            if method == "Paired t-test", expected["ci"] != nil {
                let interval = pairedTTest(differences(first, second), level: 0.95).estimate.interval
                agreement.compare("\(name).ci", [interval?.lower, interval?.upper], expected["ci"], scale: 1e-3)
            }
        }
        return agreement.count > 0 ? .compared(agreement) : .notApplicable("no result names a method that is known")
    }

    private static func pair(_ arguments: JSONValue, _ data: ReferenceData) -> ([Double], [Double])? {
        for (one, other) in [("x", "y"), ("a", "b"), ("before", "after"), ("first", "second")] {
            guard let first = arguments[one], let second = arguments[other] else { continue }
            func values(_ value: JSONValue) -> [Double] {
                guard let name = value.text, let column = data.columns[name] else {
                    return value.elements.map { $0.number ?? .nan }
                }
                return column.map { $0.flatMap(Double.init) ?? .nan }
            }
            return (values(first), values(second))
        }
        return nil
    }

    private static func differences(_ first: [Double], _ second: [Double]) -> [Double] {
        zip(first, second).map { $0 - $1 }.filter { !$0.isNaN }
    }

    private static func test(named method: String, _ first: [Double], _ second: [Double]) -> TestResult? {
        switch method {
        case "Wilcoxon rank sum exact test": mannWhitneyTest(first, second, method: .exact)
        case "Wilcoxon rank sum test with continuity correction": mannWhitneyTest(first, second, method: .corrected)
        case "Wilcoxon rank sum test": mannWhitneyTest(first, second, method: .uncorrected)
        case "Wilcoxon signed rank exact test": signedRankTest(differences(first, second), method: .exact)
        case "Wilcoxon signed rank test with continuity correction":
            signedRankTest(differences(first, second), method: .corrected)
        case "Wilcoxon signed rank test": signedRankTest(differences(first, second), method: .uncorrected)
        case "Paired t-test": pairedTTest(differences(first, second), level: 0.95).test
        default: nil
        }
    }
}
