internal import Results
internal import SurvivalStatistics

extension ReferenceCase {
    /// Kind `wilcox`: the normal approximations.
    static let mannWhitney: Comparison = { reference, file, agreement in
        let (first, second) = try reference.pair(file)
        let result = reference.result
        compare(mannWhitneyTest(first, second, method: .corrected), result["normal_cc"], "normal_cc", &agreement)
        compare(mannWhitneyTest(first, second, method: .uncorrected), result["normal"], "normal", &agreement)
        let expected = result["with_ci"]
        compare(mannWhitneyTest(first, second, method: .corrected), expected, "with_ci", &agreement)
        let shift = locationShift(first, second, method: .corrected, level: reference.level)
        // Where z is 0 on a stretch every point of it is a root; here it is the middle, in R where the search ended.
        let isOnStretch =
            expected["estimate"][0].number.map { theirs in
                mannWhitneyTest(first.map { $0 - theirs }, second, method: .corrected).statistic
                    == Double(first.count * second.count) / 2
            } ?? false
        compareShift(shift, expected, isExact: false, comparesEstimate: !isOnStretch, "with_ci", &agreement)
    }

    /// Compares a shift. R's approximate ones are found to 10⁻⁴.
    private static func compareShift(
        _ shift: Estimate, _ expected: ReferenceValue, isExact: Bool, comparesEstimate: Bool, _ name: String,
        _ agreement: inout Agreement
    ) {
        func compare(_ quantity: String, _ found: Double?, _ expected: ReferenceValue) {
            // 10⁻⁴ is absolute: it is divided by the size that the tolerance is multiplied by.
            let size = max(abs(expected[0].number ?? 1), 1e-3)
            agreement.compare(
                "\(name).\(quantity)", found, expected, tolerance: isExact ? Agreement.closedForm : 1.1e-4 / size,
                scale: 1e-3)
        }
        compare("ci[0]", shift.interval?.lower, expected["ci"][0])
        compare("ci[1]", shift.interval?.upper, expected["ci"][1])
        if comparesEstimate { compare("estimate", shift.value, expected["estimate"]) }
    }

    /// Kind `wilcox_exact`.
    static let exactMannWhitney: Comparison = { reference, file, agreement in
        let (first, second) = try reference.pair(file)
        var isTied = false
        for alternative in Alternative.allCases {
            let expected = reference.result[alternative.rawValue]
            guard let method = expected["method"].text else { continue }
            guard method.contains("exact") else {
                isTied = true
                continue
            }
            let test = mannWhitneyTest(first, second, method: .exact, alternative: alternative)
            compare(test, expected, alternative.rawValue, &agreement)
            let shift = locationShift(
                first, second, method: .exact, alternative: alternative, level: reference.level)
            compareShift(
                shift, expected, isExact: true, comparesEstimate: true, alternative.rawValue, &agreement)
        }
        if isTied, agreement.count == 0 {
            throw NotApplicable(
                "R gives a normal approximation where values are tied; the exact test here has the ties")
        }
    }

    /// Kind `kruskal`.
    static let kruskalWallis: Comparison = { reference, file, agreement in
        compare(kruskalWallisTest(try reference.groups(file)), reference.result, "kruskal", &agreement)
    }

    /// Kinds `wilcox_raw` and `paired`: two lists of values, and tests that are told by R's name of their method.
    static let byMethod: Comparison = { reference, file, agreement in
        let (first, second) = try reference.lists(file)
        let differences = zip(first, second).map { $0 - $1 }.filter { !$0.isNaN }
        var unknown: String?
        for (name, expected) in reference.tests {
            let method = (expected["method"].text ?? "").trimmed
            guard let test = test(named: method, first, second, differences) else {
                unknown = method
                continue
            }
            compare(test, expected, name, &agreement)
            guard expected["ci"].isPresent else { continue }
            let interval: ConfidenceInterval?
            switch method {
            case "Paired t-test": interval = pairedTTest(differences, level: reference.level).estimate.interval
            case "Wilcoxon rank sum exact test":
                interval = locationShift(first, second, method: .exact, level: reference.level).interval
            default: continue
            }
            agreement.compare("\(name).ci", [interval?.lower, interval?.upper], expected["ci"], scale: 1e-3)
        }
        if agreement.count == 0 { throw NotApplicable("no test here is R's '\(unknown ?? "")'") }
    }

    /// Two lists of values, in the arguments or in the columns that they name.
    private func lists(_ file: ReferenceTable) throws -> ([Double], [Double]) {
        for (one, other) in [("x", "y"), ("a", "b"), ("before", "after"), ("first", "second")] {
            let source = arguments["data"].isPresent ? ReferenceTable(arguments["data"]) : file
            func values(_ value: ReferenceValue) throws -> [Double] {
                guard case .text(let name) = value else { return value.elements.map { $0.number ?? .nan } }
                return try source.numbers(name)
            }
            if arguments[one].isPresent, arguments[other].isPresent {
                return (try values(arguments[one]), try values(arguments[other]))
            }
        }
        throw NotApplicable("the case has no two lists of values")
    }

    private static func test(
        named method: String, _ first: [Double], _ second: [Double], _ differences: [Double]
    ) -> TestResult? {
        switch method {
        case "Wilcoxon rank sum exact test": mannWhitneyTest(first, second, method: .exact)
        case "Wilcoxon rank sum test with continuity correction": mannWhitneyTest(first, second, method: .corrected)
        case "Wilcoxon rank sum test": mannWhitneyTest(first, second, method: .uncorrected)
        case "Wilcoxon signed rank exact test": signedRankTest(differences, method: .exact)
        case "Wilcoxon signed rank test with continuity correction": signedRankTest(differences, method: .corrected)
        case "Wilcoxon signed rank test": signedRankTest(differences, method: .uncorrected)
        case "Paired t-test": pairedTTest(differences, level: 0.95).test
        case "Welch Two Sample t-test": tTest(first, second, variances: .unequal)
        case "Two Sample t-test": tTest(first, second, variances: .equal)
        default: nil
        }
    }
}

extension String {
    /// The text without space at its ends.
    fileprivate var trimmed: String {
        String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
}
