import Results
import SurvivalStatistics

extension Validator {
    /// Kind `rmst`: the means, the time lost, and their contrasts.
    static func restrictedMean(_ reference: ReferenceCase, _ data: ReferenceData) -> CaseOutcome {
        guard let arm = reference.arguments["arm"]?.text, let horizon = reference.arguments["tau"]?.number,
            let armValue = reference.arguments["arm1_value"]?.text,
            let (sample, rows) = sample(reference, data, also: [arm])
        else { return .notApplicable("the case describes no arms") }
        let arms = sample.split(by: data.texts(arm, in: rows).map { $0 == armValue ? 1 : 0 }, into: 2)
        let comparison = compareRestrictedMeans(arms[0], arms[1], horizon: horizon, level: 0.95)
        var agreement = Agreement()
        for (name, mean) in [("arm0", comparison.first), ("arm1", comparison.second)] {
            let found = [mean.value, mean.standardError, mean.interval?.lower, mean.interval?.upper]
            agreement.compare("\(name).rmst", found, reference.result[name]?["rmst"])
            let lost = [mean.value, mean.interval?.upper, mean.interval?.lower].map { $0.map { horizon - $0 } }
            agreement.compare(
                "\(name).rmtl", [lost[0], mean.standardError, lost[1], lost[2]], reference.result[name]?["rmtl"],
                scale: horizon / 10)
        }
        let contrasts = reference.result["contrast"]?["value"]?.elements ?? []
        for (index, contrast) in [comparison.difference, comparison.ratio, comparison.timeLostRatio].enumerated()
        where index < contrasts.count {
            let estimate = contrast.estimate
            agreement.compare(
                "contrast[\(index)]", [estimate.value, estimate.interval?.lower, estimate.interval?.upper],
                .list(Array(contrasts[index].elements.prefix(3))), scale: index == 0 ? horizon / 10 : 0)
            agreement.compare(
                "contrast[\(index)].p", contrast.test.pValue, contrasts[index].elements.last, tolerance: 1e-10)
        }
        return .compared(agreement)
    }
}
