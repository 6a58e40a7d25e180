import Diagnostics
import Results

extension StudyReader {
    func predictedSurvivalPlan(from fields: Fields) -> PredictedSurvivalFigurePlan? {
        let (covariates, strata) = (fields.texts("covariates"), fields.texts("strata"))
        for stratum in strata {
            guard let covariate = covariates.first(where: { $0.value == stratum.value }) else { continue }
            report(
                Diagnostic(
                    .conflictingKeys, at: stratum.location,
                    "'\(stratum.value)' can't be in 'covariates' and in 'strata'",
                    notes: [.init("it is a covariate here", at: covariate.location)], help: ["delete one or the other"])
            )
        }
        let interactions = fields.lists("interactions")
        for name in interactions.joined() where !covariates.isEmpty {
            checkMember(name, of: covariates, "variable", listedIn: "covariates")
        }
        let patterns = fields.entryLists("at").map { pattern($0, of: covariates + strata) }
        guard let endpoint = fields.text("endpoint"), !covariates.isEmpty else { return nil }
        return PredictedSurvivalFigurePlan(
            endpoint: endpoint, covariates: covariates, strata: strata, interactions: interactions, patterns: patterns,
            population: fields.text("population"), breaks: fields.numbers("breaks").map(\.number),
            range: fields.numbers("range").map(\.number), showsIntervals: fields.truth("intervals"),
            showsMedianLines: fields.truth("median_lines"), showsLandmarks: fields.truth("landmarks"),
            names: fields.choice("names", as: KaplanMeierPlan.NamePlace.self))
    }

    private func pattern(
        _ entries: [(name: Located<String>, text: Located<String>)], of variables: [Located<String>]
    ) -> PredictedSurvivalFigurePlan.Pattern {
        let values = entries.filter { $0.name.value != "label" }
        for (name, _) in values where !variables.isEmpty {
            checkMember(name, of: variables, "variable", listedIn: "covariates")
        }
        return PredictedSurvivalFigurePlan.Pattern(
            label: entries.first { $0.name.value == "label" }?.text.value,
            values: values.map { .init(variable: $0.name, value: $0.text) })
    }
}
