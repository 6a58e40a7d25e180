import CohortBuilding
import Diagnostics
import Results
import StudyFiles

/// Works out the bars of a waterfall plot.
struct WaterfallAnalysis {
    private let context: AnalysisContext

    init(_ context: AnalysisContext) {
        self.context = context
    }

    /// The bars; nil, with a message, where the change is no number, groups or responses cannot be formed or nobody has
    /// a change.
    func figure(for plan: WaterfallFigurePlan, reporting sink: DiagnosticSink) -> WaterfallPlot? {
        let name = plan.variable.value
        guard case .continuous(let changes, _)? = context.values(of: name) else {
            sink.emit(
                Diagnostic(
                    .wrongType, at: plan.variable.location, "change '\(name)' must be a number",
                    help: ["name a variable that holds the change in per cent of the baseline"]))
            return nil
        }
        guard let grouped = context.countable(by: plan.by, in: plan.population, reporting: sink) else {
            return nil
        }
        var response: CategoricalValues?
        if let name = plan.response {
            guard let levels = context.response(named: name, reporting: sink) else { return nil }
            response = levels
        }
        let limits = plan.thresholds.map(\.value)
        let groups = grouped.groups.map { group in
            let bars = group.patients.compactMap { patient in
                changes[patient].map { WaterfallPlot.Bar(change: $0, response: response?.codes[patient]) }
            }
            return WaterfallPlot.Group(
                id: group.id, label: group.label, bars: bars.sorted { $0.precedes($1) },
                decreased: bars.count { $0.change <= (limits.first ?? -.infinity) },
                increased: bars.count { $0.change >= (limits.last ?? .infinity) },
                missing: group.patients.count - bars.count)
        }
        guard groups.contains(where: { !$0.bars.isEmpty }) else {
            sink.emit(
                Diagnostic(
                    .nothingToDraw, severity: .warning, at: plan.variable.location,
                    "no changes of '\(name)' can be drawn: nobody has one",
                    help: ["choose another variable or population, or delete the figure"]))
            return nil
        }
        return WaterfallPlot(
            variable: name, label: context.label(of: name), thresholds: limits,
            responseLabel: plan.response.map { context.label(of: $0.value) },
            responses: response?.levels.map { PlotLevel(id: $0.id, label: $0.label) } ?? [],
            groups: groups,
            population: grouped.population.id)
    }
}

extension WaterfallPlot.Bar {
    /// Whether a bar stands before another: the greater change, then the earlier level of response.
    fileprivate func precedes(_ other: WaterfallPlot.Bar) -> Bool {
        change != other.change ? change > other.change : (response ?? .max) < (other.response ?? .max)
    }
}
