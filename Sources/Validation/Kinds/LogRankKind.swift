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
        // Covariances are sums of both signs, and their rounding error is that of the variances.
        agreement.compare(
            "var", comparison.covariance.joined().map { $0 }, result["var"], scale: 1e-3 * size)
        // Where no group can differ there is no test here, for which R's statistic of exactly 0 stands.
        if comparison.test.pValue == nil, result["chisq"].number == 0 {
            return agreement.compareEqual(
                "p without a test", result["p"].number.map { $0 == 1 || $0.isNaN } ?? true, true)
        }
        // Differences of large sums, of the size of the expected events, keep their rounding errors.
        agreement.compare("chisq", comparison.test.statistic, result["chisq"], scale: 0.1)
        agreement.compare("df", comparison.test.degreesOfFreedom.first, result["df"])
        agreement.compare(
            "p", comparison.test.pValue, result["p"],
            tolerance: Agreement.closedForm * max(1, comparison.test.statistic ?? 1))
    }
}
