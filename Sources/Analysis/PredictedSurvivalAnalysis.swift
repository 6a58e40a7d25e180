import Diagnostics
import Results
import StudyFiles
import SurvivalStatistics

/// Works out a figure of survival curves that a Cox model predicts.
struct PredictedSurvivalAnalysis {
    private let context: AnalysisContext

    init(_ context: AnalysisContext) {
        self.context = context
    }

    /// The figure's numbers; nil, with messages, where a covariate or value cannot be used, the model has no estimate, or no
    /// curve is left.
    ///
    /// The model rests on the patients who have all of its variables. Where its likelihood has no maximum nothing is drawn:
    /// the curves of an infinite coefficient would be lines at 0 and 1.
    func figure(for plan: PredictedSurvivalFigurePlan, reporting sink: DiagnosticSink) -> PredictedSurvivalPlot? {
        let covariates = context.covariates(plan.covariates, reporting: sink)
        let strata = context.factors(plan.strata, as: "stratifying", reporting: sink)
        guard let endpoint = context.endpoint(named: plan.endpoint.value), let covariates, let strata else {
            return nil
        }
        let population = context.population(plan.population)
        let conventions = context.conventions
        guard
            let design = context.coxDesign(
                endpoint: endpoint, population: population, covariates: covariates,
                interactions: plan.interactions.map { $0.map(\.value) }, strata: strata)
        else { return nil }
        let model = coxModel(design, ties: conventions.ties, variance: context.variance(in: population))
        if let reason = reasonAgainst(model, endpoint) {
            report("no curve of '\(endpoint.name.value)' can be predicted: \(reason)", at: plan.endpoint, sink)
            return nil
        }
        let prediction = CoxPrediction(
            model: model, covariates: covariates, strata: strata, patients: population.patients, context: context,
            endpoint: endpoint)
        guard let patterns = prediction.patterns(of: plan, reporting: sink) else { return nil }
        var curves: [PredictedSurvivalPlot.Curve] = []
        for pattern in patterns {
            if let reason = prediction.reasonAgainst(pattern) {
                report(
                    "curve '\(pattern.label)' cannot be predicted: \(reason)", at: pattern.place ?? plan.endpoint, sink)
                continue
            }
            curves += prediction.curves(for: pattern, besides: curves.map(\.id))
        }
        guard !curves.isEmpty else {
            report("no curve of '\(endpoint.name.value)' is left to be drawn", at: plan.endpoint, sink)
            return nil
        }
        let longest = curves.compactMap(\.curve.time.last).max() ?? 0
        return PredictedSurvivalPlot(
            endpoint: endpoint.name.value,
            covariates: covariates.map { context.row(of: $0, among: population.patients) },
            strata: strata.map(\.label), model: model.result(level: conventions.level), curves: curves,
            breaks: plan.breaks.isEmpty
                ? timeBreaks(until: longest / prediction.timesPerUnit, in: endpoint.unit)
                : ([0] + plan.breaks.map(\.value).filter { $0 > 0 }).sorted(),
            showsIntervals: plan.showsIntervals, showsMedianLines: plan.showsMedianLines,
            showsLandmarks: plan.showsLandmarks, range: plan.range.map { $0.value / 100 }, names: plan.names,
            population: population.id)
    }

    private func report(_ summary: String, at place: Located<String>, _ sink: DiagnosticSink) {
        sink.emit(
            Diagnostic(
                .nothingToDraw, severity: .warning, at: place.location, summary,
                help: ["choose other covariates, values or patients, or delete what cannot be drawn"]))
    }

    private func reasonAgainst(_ model: FittedCoxModel, _ endpoint: Endpoint) -> String? {
        if model.n == 0 { return "no patient has the endpoint and all variables of the model" }
        if model.events == 0 { return "there are no events" }
        if let monotone = model.monotone.first {
            return "the likelihood has no maximum in '\(monotone.column.name)', whose estimate is infinite"
        }
        if model.notes.contains(where: { $0.kind == .notConverged }) { return "the iteration did not converge" }
        return nil
    }
}
