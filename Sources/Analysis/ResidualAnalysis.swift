import CohortBuilding
import Diagnostics
import Results
import StudyFiles
import SurvivalStatistics

/// Works out a figure of scaled Schoenfeld residuals with the test of proportional hazards.
struct ResidualAnalysis {
    private let context: AnalysisContext

    init(_ context: AnalysisContext) {
        self.context = context
    }

    /// The figure's numbers, a panel for each coefficient that has an estimate; nil, with a message, where a covariate
    /// cannot be used or no coefficient has residuals.
    func figure(for plan: ResidualFigurePlan, reporting sink: DiagnosticSink) -> ResidualPlot? {
        guard let endpoint = context.endpoint(named: plan.endpoint.value),
            let covariates = context.covariates(plan.covariates, reporting: sink)
        else { return nil }
        let population = context.population(plan.population)
        let conventions = context.conventions
        guard let design = context.coxDesign(endpoint: endpoint, population: population, covariates: covariates) else {
            return nil
        }
        let model = coxModel(design, ties: conventions.ties, variance: context.variance(in: population))
        let transform = plan.transform.function
        let test = proportionalHazardsTest(of: model, transform: transform)
        let unit = context.cohort.endpoints[endpoint.name.value]?.timeUnit ?? .days
        let timesPerUnit = endpoint.unit.days / unit.days
        let panels = smoothedResiduals(of: model, transform: transform, level: conventions.level).compactMap { column in
            panel(column, timesPerUnit: timesPerUnit, covariates, test)
        }
        guard model.events > 0, !panels.isEmpty else {
            sink.emit(
                Diagnostic(
                    .nothingToDraw, severity: .warning, at: plan.endpoint.location,
                    "no residuals of '\(endpoint.name.value)' can be drawn: \(reason(model))",
                    help: ["choose another endpoint, population or transform, or delete the figure"]))
            return nil
        }
        return ResidualPlot(
            endpoint: endpoint.name.value, unit: endpoint.unit, panels: panels, test: test, population: population.id)
    }

    private func panel(
        _ column: SmoothedResiduals, timesPerUnit: Double, _ covariates: [StudyCovariate],
        _ test: ProportionalHazardsResult
    ) -> ResidualPlot.Panel? {
        guard let term = test.terms.first(where: { $0.name == column.column.term }) else { return nil }
        return ResidualPlot.Panel(
            label: label(of: column.column, covariates), time: column.time.map { $0 / timesPerUnit },
            residual: column.residual, smoothTime: column.smoothTime.map { $0 / timesPerUnit }, smooth: column.smooth,
            lower: column.lower, upper: column.upper, coefficient: column.coefficient, test: term.test)
    }

    /// `ECOG performance status: 1–2 vs 0`, or `Age (years)`.
    private func label(of column: ColumnIdentity, _ covariates: [StudyCovariate]) -> String {
        guard let part = column.parts.first, let covariate = covariates.first(where: { $0.name == part.covariate })
        else { return column.name }
        guard let level = part.level, let reference = part.reference else {
            return covariate.label + (covariate.unit.map { " (\($0))" } ?? "")
        }
        func printed(_ id: String) -> String { covariate.levels.first { $0.id == id }?.label ?? id }
        return "\(covariate.label): \(printed(level)) vs \(printed(reference))"
    }

    private func reason(_ model: FittedCoxModel) -> String {
        if model.events == 0 { return "there are no events" }
        if model.ties == .exact { return "exact ties have none" }
        if model.coefficients.allSatisfy({ $0 == nil }) { return "no coefficient has an estimate" }
        return "a time is not positive, so that it has no logarithm"
    }
}

extension ResidualFigurePlan.TimeTransformName {
    fileprivate var function: TimeTransform {
        switch self {
        case .km: .kaplanMeier
        case .identity: .identity
        case .rank: .rank
        case .log: .log
        }
    }
}
