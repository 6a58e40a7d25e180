import Diagnostics

extension StudyReader {
    func population(named name: Located<String>, from fields: Fields) -> Population? {
        if name.value == "all" {
            report(
                Diagnostic(
                    .duplicateName, at: name.location, "population 'all' is everyone already",
                    help: ["give it another name"]))
        }
        for (key, action) in [("match", "matching"), ("weigh", "weighting")] where fields.gives(key) {
            checkTwoArms(for: action, at: fields.place(of: key))
        }
        let condition = fields.expression("where")
        let propensity = fields.section("match").flatMap(matching) ?? fields.section("weigh").flatMap(weighting)
        guard condition != nil || propensity != nil else { return nil }
        return Population(
            name: name, label: fields.text("label")?.value ?? inWords(name.value), condition: condition,
            propensity: propensity)
    }

    private func matching(from fields: Fields) -> PropensityPlan? {
        let covariates = scoreCovariates(from: fields)
        let exact = fields.texts("exact")
        checkNotArm(exact, "the two of a pair are of different arms")
        guard !covariates.isEmpty else { return nil }
        return PropensityPlan(
            covariates: covariates, usesFirth: fields.truth("firth"),
            use: .matching(
                .init(
                    method: fields.choice("method", as: PropensityPlan.Method.self),
                    ratio: fields.defaultedWholeNumber("ratio"), caliper: fields.locatedNumber("caliper"),
                    scale: fields.choice("scale", as: PropensityPlan.Scale.self),
                    order: fields.choice("order", as: PropensityPlan.Order.self), exact: exact,
                    withReplacement: fields.truth("replace"),
                    sensitivityOrders: fields.defaultedWholeNumber("sensitivity"),
                    seed: fields.defaultedWholeNumber("seed"))))
    }

    private func weighting(from fields: Fields) -> PropensityPlan? {
        let covariates = scoreCovariates(from: fields)
        guard !covariates.isEmpty else { return nil }
        return PropensityPlan(
            covariates: covariates, usesFirth: fields.truth("firth"),
            use: .weighting(fields.choice("for", as: PropensityPlan.Target.self)))
    }

    private func scoreCovariates(from fields: Fields) -> [Located<String>] {
        let covariates = fields.texts("on")
        checkNotArm(covariates, "the score is the probability of the arm")
        return covariates
    }
}
