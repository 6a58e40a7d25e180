internal import Results
internal import SurvivalStatistics

extension ReferenceCase {
    /// Kind `rmst`: the means, the time lost, and their contrasts.
    static let restrictedMean: Comparison = { reference, file, agreement in
        let result = reference.result
        let arm = try reference.name("arm")
        guard let horizon = reference.arguments["tau"].number ?? result["tau"].number else {
            throw NotApplicable("the case has no argument 'tau'")
        }
        let (sample, table) = try reference.sample(file, also: [arm])
        let treated = try reference.treatedLevel()
        let arms = sample.split(by: try table.codes(arm, levels: [treated]).map { $0 == 0 ? 1 : 0 }, into: 2)
        let comparison = compareRestrictedMeans(arms[0], arms[1], horizon: horizon, level: reference.level)
        for (name, mean) in [("arm0", comparison.first), ("arm1", comparison.second)] {
            let found = [mean.value, mean.standardError, mean.interval?.lower, mean.interval?.upper]
            agreement.compare("\(name).rmst", found, result[name]["rmst"])
            let lost = [mean.value, mean.interval?.upper, mean.interval?.lower].map { $0.map { horizon - $0 } }
            agreement.compare(
                "\(name).rmtl", [lost[0], mean.standardError, lost[1], lost[2]], result[name]["rmtl"],
                scale: horizon / 10)
        }
        let contrasts = [comparison.difference, comparison.ratio, comparison.timeLostRatio]
        for (index, contrast) in contrasts.enumerated() {
            let expected = result["contrast"]["value"][index]
            let estimate = contrast.estimate
            for (column, found) in [estimate.value, estimate.interval?.lower, estimate.interval?.upper].enumerated() {
                agreement.compare(
                    "contrast[\(index)][\(column)]", found, expected[column], scale: index == 0 ? horizon / 10 : 0)
            }
            // R computes 2 (1 − pnorm(…)), which keeps 16 decimals.
            agreement.compare(
                "contrast[\(index)].p", contrast.test.pValue, expected[3], tolerance: 1e-10, scale: 1e-5)
        }
    }

    /// The value of the arm that is compared with the rest; 1 where the case gives none, as `rmst2` demands it.
    func treatedLevel() throws(NotApplicable) -> String { arguments["arm1_value"].text ?? "1" }

    /// Kind `rmst_adjusted`: `rmst2` with covariates, whose ratios come from `glm` with its default tolerance.
    static let adjustedRestrictedMean: Comparison = { reference, file, agreement in
        let result = reference.result
        guard let horizon = reference.arguments["tau"].number ?? result["tau"].number else {
            throw NotApplicable("the case has no argument 'tau'")
        }
        let table = try reference.table(file)
        let treated = try reference.treatedLevel()
        let arm = try table.column(try reference.name("arm"))
        let codes = try table.codes(try reference.name("arm"), levels: [treated])
        let adjusted = try SurvivalStatistics.adjustedRestrictedMean(
            time: table.numbers(try reference.name("time")), status: try reference.status(in: table),
            isTreated: codes.indices.map { arm.texts[$0] == nil ? nil : codes[$0] == 0 },
            covariates: try reference.matrix(try reference.formula(), in: table), horizon: horizon,
            level: reference.level)
        func compare(
            _ name: String, _ found: AdjustedRestrictedMean.Coefficient, _ row: ReferenceValue, _ at: [Int]
        ) {
            agreement.compare(name, found.estimate.value, row[at[0]], tolerance: 5e-8)
            agreement.compare("\(name) lower", found.estimate.interval?.lower, row[at[1]], tolerance: 5e-8)
            agreement.compare("\(name) upper", found.estimate.interval?.upper, row[at[2]], tolerance: 5e-8)
            agreement.compare("\(name) p", found.pValue, row[at[3]], tolerance: 1e-7, scale: 1e-7)
        }
        let rows = result["adjusted"]["value"]
        compare("difference", adjusted.difference, rows[0], [0, 1, 2, 3])
        compare("ratio", adjusted.ratio, rows[1], [0, 1, 2, 3])
        compare("lost", adjusted.lostTimeRatio, rows[2], [0, 1, 2, 3])
        for (index, coefficient) in adjusted.differenceModel.enumerated() {
            let row = result["difference_model"]["value"][index]
            compare(coefficient.name, coefficient, row, [0, 4, 5, 3])
            agreement.compare("\(coefficient.name) se", coefficient.estimate.standardError, row[1], tolerance: 1e-9)
        }
    }
}
