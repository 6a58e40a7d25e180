internal import Results
internal import SurvivalStatistics

extension ReferenceCase {
    /// Kind `logrank`.
    static let logRank: Comparison = { reference, file, agreement in
        let group = reference.arguments["group"].texts
        guard !group.isEmpty else { throw NotApplicable("the case has no argument 'group'") }
        let strata = reference.arguments["strata"].texts
        guard !reference.arguments["start"].isPresent else {
            throw NotApplicable("survdiff takes no start times, nor does the log-rank test here compare with R's then")
        }
        let (sample, table) = try reference.sample(file, also: group + strata)
        let labels = reference.result["groups"].elements
        let codes = try reference.codes(labels, of: group, in: table)
        let rho = reference.arguments["rho"].number ?? 0
        let gamma = reference.arguments["gamma"].number ?? 0
        let weights =
            rho == 0 && gamma == 0 ? LogRankWeights.equal : .flemingHarrington(rho: rho, gamma: gamma)
        let counts = labels.indices.map { label in Double(codes.count { $0 == label }) }
        agreement.compare("n", counts, reference.result["n"])
        guard !strata.isEmpty else {
            let comparison = logRankTest(sample.split(by: codes, into: labels.count), weights: weights)
            return compare(comparison, with: reference.result, &agreement)
        }
        let stratum = try reference.combinedCodes(strata, in: table)
        let divided = Set(stratum).sorted().map { value in
            sample.split(by: codes.indices.map { stratum[$0] == value ? codes[$0] : nil }, into: labels.count)
        }
        compare(stratifiedLogRankTest(divided, weights: weights), with: reference.result, &agreement)
    }

    private static func compare(
        _ comparison: LogRankComparison, with result: ReferenceValue, _ agreement: inout Agreement
    ) {
        let size = comparison.expected.max() ?? 0
        agreement.compare("obs", comparison.observed, result["obs"])
        agreement.compare("exp", comparison.expected, result["exp"])
        agreement.compare(
            "var", comparison.covariance.joined().map { $0 }, result["var"], scale: 1e-3 * size)
        // Where no group can differ there is no test, and R's statistic of 0 stands for none.
        let exists = comparison.test.pValue != nil
        agreement.compare("chisq", comparison.test.statistic, exists ? result["chisq"] : .null, scale: 0.1)
        agreement.compare("df", comparison.test.degreesOfFreedom.first, exists ? result["df"] : .null)
        agreement.compare(
            "p", comparison.test.pValue, exists ? result["p"] : noTest(result["p"]),
            tolerance: 1e-12 * max(1, comparison.test.statistic ?? 1))
    }

    /// R's p without a test: 1, or none.
    private static func noTest(_ value: ReferenceValue) -> ReferenceValue { value.number == 1 ? .null : value }
}
