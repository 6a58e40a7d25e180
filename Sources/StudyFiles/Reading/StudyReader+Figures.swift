import Diagnostics
import Results

extension StudyReader {
    func forestPlan(from fields: Fields) -> ForestPlan? {
        let (subgroups, adjustFor) = (fields.texts("subgroups"), fields.texts("adjust_for"))
        checkTwoArms(for: "a forest plot", at: fields.place(of: "kind"))
        let models = fields.sections("models").compactMap(forestModel)
        checkNotArm(
            subgroups + adjustFor + models.flatMap { $0.adjustFor ?? [] }, "the arms are what is compared")
        guard let endpoint = fields.text("endpoint"), !subgroups.isEmpty else { return nil }
        return ForestPlan(
            endpoint: endpoint, subgroups: subgroups, population: fields.text("population"),
            showsOverall: fields.truth("overall"), showsInteraction: fields.truth("interaction"),
            favours: fields.texts("favours").map(\.value), axis: fields.numbers("axis").map(\.number),
            adjustFor: adjustFor, models: models,
            columns: fields.texts("columns").compactMap { ForestPlot.TextColumn(rawValue: $0.value) })
    }

    private func forestModel(from fields: Fields) -> ForestPlan.Model? {
        fields.text("label").map { label in
            ForestPlan.Model(
                label: label.value, adjustFor: fields.gives("adjust_for") ? fields.texts("adjust_for") : nil,
                population: fields.text("population"))
        }
    }

    func flowPlan(from fields: Fields) -> FlowPlan {
        checkScreening(fields)
        checkIsNotPatients(fields.text("from"), "screening log")
        return FlowPlan(
            source: fields.text("from"), status: fields.text("status"), included: fields.texts("included"),
            reason: fields.text("reason"), assessedLabel: fields.defaultedText("assessed").value,
            includedLabel: fields.defaultedText("analysed").value, populations: fields.texts("populations"),
            reasons: fields.texts("reasons"), poolBelow: fields.defaultedWholeNumber("pool_below"))
    }

    /// Reports that the keys of a screening log are not all given where one of them is.
    private func checkScreening(_ fields: Fields) {
        let examples = ["from": "screening", "status": "status", "included": "included"]
        let needed = ["from", "status", "included"]
        let missing = needed.filter { !fields.gives($0) }
        guard let given = (needed + ["reason"]).first(where: fields.gives), !missing.isEmpty else { return }
        let names = missing.map { "'\($0)'" }.joined(separator: " and ")
        report(
            Diagnostic(
                .missingKey, at: fields.place(of: given), "'\(given)' of \(fields.owner) needs \(names) too",
                help: missing.map { "add '\($0): \(examples[$0] ?? "")'" }))
    }

    func balancePlan(from fields: Fields) -> BalanceFigurePlan? {
        checkIsScored(fields.text("population"))
        return fields.text("population").map {
            BalanceFigurePlan(population: $0, thresholds: fields.numbers("thresholds").map(\.number))
        }
    }

    func overlapPlan(from fields: Fields) -> OverlapFigurePlan? {
        checkIsScored(fields.text("population"))
        return fields.text("population").map { OverlapFigurePlan(population: $0) }
    }

    func residualPlan(from fields: Fields) -> ResidualFigurePlan? {
        let covariates = fields.texts("covariates")
        guard let endpoint = fields.text("endpoint"), !covariates.isEmpty else { return nil }
        return ResidualFigurePlan(
            endpoint: endpoint, covariates: covariates, population: fields.text("population"),
            transform: fields.choice("transform", as: ResidualFigurePlan.TimeTransformName.self))
    }
}
