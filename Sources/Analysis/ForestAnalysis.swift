import CohortBuilding
import Diagnostics
import Results
import StudyFiles

/// Works out a forest plot of the treatment's effect in subgroups.
struct ForestAnalysis {
    private let context: AnalysisContext

    init(_ context: AnalysisContext) {
        self.context = context
    }

    /// The plot's numbers; nil, with a message, where there are not two arms, or a variable cannot be used.
    ///
    /// In a weighted population variances are robust, and the interaction is tested by Wald's test with them, because a
    /// weighted likelihood has no likelihood-ratio test.
    func figure(for plan: ForestPlan, reporting sink: DiagnosticSink) -> ForestPlot? {
        let population = context.population(plan.population)
        let treatment = treatment(plan, among: population.patients, reporting: sink)
        let subgroups = context.factors(plan.subgroups, as: "subgroup", reporting: sink)
        let asked =
            plan.models.isEmpty
            ? [ForestPlan.Model(label: "", adjustFor: nil, population: nil)] : plan.models
        let covariates = asked.map { context.covariates($0.adjustFor ?? plan.adjustFor, reporting: sink) }
        guard let endpoint = context.endpoint(named: plan.endpoint.value), let treatment, let subgroups,
            !covariates.contains(where: { $0 == nil }), areNoArms(plan, reporting: sink)
        else { return nil }
        let models = zip(asked, covariates).map { model, covariates in
            Effects(
                context: context, endpoint: endpoint,
                population: context.population(model.population ?? plan.population),
                treatment: treatment, adjusting: (covariates ?? []).filter { $0.name != armsName },
                hasMedians: plan.columns.contains(.medians)
            ).model(label: model.label, of: subgroups, showsOverall: plan.showsOverall)
        }
        guard let first = models.first else { return nil }
        let reference = treatment.reference ?? 0
        let treated = 1 - reference
        let labels = treatment.levels.map(\.label)
        return ForestPlot(
            endpoint: plan.endpoint.value, treatment: labels[treated], reference: labels[reference],
            overall: first.overall, overallCounts: first.overallCounts, variables: first.variables,
            favours: plan.favours.isEmpty ? [labels[treated], labels[reference]] : plan.favours,
            axis: plan.axis.map(\.value), showsInteraction: plan.showsInteraction, population: first.population,
            columns: plan.columns, modelLabel: plan.models.isEmpty ? nil : first.label,
            furtherModels: Array(models.dropFirst()))
    }

    /// The arms as a covariate of two levels. Where the study has more, those without patients in the population are
    /// left out.
    private func treatment(
        _ plan: ForestPlan, among patients: [Int], reporting sink: DiagnosticSink
    ) -> StudyCovariate? {
        guard var arms = context.cohort.arms else {
            sink.emit(
                Diagnostic(
                    .missingKey, at: plan.endpoint.location, "a forest plot compares two arms; the study needs 'arms'",
                    help: ["add 'arms: { column: … }', the column that holds each patient's arm"]))
            return nil
        }
        arms.reference = context.cohort.referenceArm
        if arms.levels.count > 2 { arms = arms.keepingLevels(of: patients) }
        guard arms.levels.count == 2 else {
            let names = arms.levels.map { "'\($0.id)'" }.joined(separator: ", ")
            sink.emit(
                Diagnostic(
                    .notTwoArms, at: (plan.population ?? plan.endpoint).location,
                    "a forest plot compares two arms; here there are \(arms.levels.count): \(names)",
                    help: ["name a population of the patients of two arms: 'where: arm in [\"A\", \"B\"]'"]))
            return nil
        }
        return StudyCovariate(
            name: armsName, label: context.label(of: armsName), unit: nil,
            values: .factor(codes: arms.codes, levels: arms.levels, reference: arms.reference))
    }

    private func areNoArms(_ plan: ForestPlan, reporting sink: DiagnosticSink) -> Bool {
        let arms = plan.subgroups.filter { $0.value == armsName }
        for name in arms {
            sink.emit(
                Diagnostic(
                    .wrongType, at: name.location, "subgroup variable 'arm' is the treatment itself",
                    help: ["delete it from 'subgroups'"]))
        }
        return arms.isEmpty
    }
}

extension CategoricalValues {
    /// The same without the levels that none of these patients has; the reference is the first level where it is gone.
    fileprivate func keepingLevels(of patients: [Int]) -> CategoricalValues {
        let present = Set(patients.compactMap { codes[$0] })
        let kept = levels.indices.filter(present.contains)
        return CategoricalValues(
            levels: kept.map { levels[$0] },
            codes: LevelCodes(codes.map { code in code.flatMap(kept.firstIndex(of:)) }),
            reference: kept.firstIndex(of: reference) ?? 0)
    }
}
