import CohortBuilding
import Diagnostics
import Results
import StudyFiles
import SurvivalStatistics

/// Works out a table of uni- and multivariable logistic models.
struct LogisticAnalysis {
    private let context: AnalysisContext

    init(_ context: AnalysisContext) {
        self.context = context
    }

    /// The table's models; nil, with messages, where the outcome has no levels or a row cannot be used.
    ///
    /// The outcome is one of the levels that the plan names; a patient without a known level is left out. Each model rests
    /// on the patients who have all of its own variables.
    func table(for plan: LogisticPlan, reporting sink: DiagnosticSink) -> LogisticTable? {
        guard let outcome = outcome(of: plan, reporting: sink),
            let covariates = context.covariates(plan.rows, reporting: sink),
            context.isCountable(plan.population, reporting: sink)
        else { return nil }
        let population = context.population(plan.population)
        let models = LogisticModels(
            hasOutcome: population.patients.map { outcome.has[$0] }, patients: population.patients, plan: plan,
            level: context.conventions.level)
        let univariable =
            plan.showsUnivariable || plan.multivariable.isByPValue ? covariates.compactMap { models.fit([$0]) } : []
        let entered = plan.multivariable.entering(covariates, pValues: univariable.map(models.pValue))
        return LogisticTable(
            outcome: plan.outcome.value, label: plan.label ?? outcome.label, levels: plan.levels.map(\.value),
            rows: covariates.map { context.row(of: $0, among: population.patients) },
            univariable: plan.showsUnivariable ? univariable : [],
            multivariable: entered.isEmpty ? nil : models.fit(entered), entered: entered.map(\.name),
            entry: plan.multivariable.result, univariablePValue: plan.univariablePValue,
            multivariablePValue: plan.multivariablePValue, population: population.id)
    }

    /// For each patient of the cohort whether the outcome is there, and what the levels are called together.
    private func outcome(
        of plan: LogisticPlan, reporting sink: DiagnosticSink
    ) -> (has: [Bool?], label: String)? {
        let name = plan.outcome.value
        guard
            let values = context.categorical(
                plan.outcome, as: "outcome", levels: #"["0", "1"]"#, reporting: sink)
        else { return nil }
        _ = values.absentLevels(
            among: plan.levels, of: name, note: "no patient has the outcome by it", reporting: sink)
        let codes = values.levels.indices.filter { index in
            plan.levels.contains { $0.value == values.levels[index].id }
        }
        let labels = codes.map { values.levels[$0].label }
        let names = labels.isEmpty ? plan.levels.map(\.value) : labels
        return (
            values.codes.map { $0.map(codes.contains) }, "\(context.label(of: name)): \(names.joined(separator: ", "))"
        )
    }
}

/// Fits the models of a table.
private struct LogisticModels {
    /// Whether each patient of the population has the outcome; nil where it is not known.
    let hasOutcome: [Bool?]
    let patients: [Int]
    let plan: LogisticPlan
    let level: Double

    /// Where the outcomes are separated, Firth's penalised fit, unless the study does without it, or there are so many
    /// coefficients that their profiles would take minutes.
    func fit(_ covariates: [StudyCovariate]) -> LogisticModelFit? {
        guard
            let matrix = try? DesignMatrix(covariates.map { $0.covariate(of: patients) }, rows: patients.count),
            let design = try? LogisticDesign(hasOutcome: hasOutcome, covariates: matrix)
        else { return nil }
        let ordinary = logisticModel(design).result(level: level)
        let isSeparated = ordinary.coefficients.contains(where: \.isSeparated)
        let isSmall = matrix.columns.count <= ShownCoxModel.mostPenalised
        guard plan.usesFirth, isSmall, isSeparated, ordinary.outcomes > 0, ordinary.outcomes < ordinary.trials else {
            return ordinary
        }
        return firthLogisticModel(design, level: level)
    }

    /// The unrounded p-value by which a covariate enters; nil where its test does not exist.
    func pValue(of fit: LogisticModelFit) -> Double? {
        plan.univariablePValue == .wald ? fit.terms.first?.wald.pValue : fit.terms.first?.likelihoodRatio?.pValue
    }
}
