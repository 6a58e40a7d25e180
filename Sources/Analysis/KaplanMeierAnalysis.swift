import Diagnostics
import Results
import StudyFiles
import SurvivalStatistics

/// Works out what a Kaplan–Meier figure shows: axes, and the numbers under them.
struct KaplanMeierAnalysis {
    private let context: AnalysisContext

    init(_ context: AnalysisContext) {
        self.context = context
    }

    /// The plan of a figure; panels that name no endpoint of the study are left out.
    func plan(
        for figure: KaplanMeierFigurePlan, adding findings: inout Findings, reporting sink: DiagnosticSink
    ) -> KaplanMeierPlan {
        let drawn = drawnPanels(of: figure, in: &findings, reporting: sink)
        for panel in drawn { findings.add(comparing: panel.endpoint, between: panel.grouped, in: context) }
        let panels = panels(drawn, of: figure)
        return KaplanMeierPlan(
            panels: panels, riskTable: figure.riskTable, showsIntervals: figure.showsIntervals,
            showsCensoring: figure.showsCensoring, showsMedianLines: figure.showsMedianLines,
            showsLandmarks: figure.showsLandmarks, range: figure.range.map { $0.value / 100 }, names: figure.names,
            inset: inset(of: figure, in: panels, reporting: sink))
    }

    /// The part that is magnified, as far as a panel has it.
    private func inset(
        of figure: KaplanMeierFigurePlan, in panels: [KaplanMeierPanel], reporting sink: DiagnosticSink
    ) -> CurveInset? {
        guard let inset = figure.inset, !panels.isEmpty else { return nil }
        func report(_ reason: String, help: String) -> CurveInset? {
            sink.emit(Diagnostic(.nothingToDraw, at: inset.location, reason, help: [help]))
            return nil
        }
        guard panels.contains(where: { $0.curve == .survival || $0.curve == .failure }) else {
            return report(
                "an inset magnifies curves of probabilities, and no panel has such",
                help: "delete 'inset', or draw survival or failure")
        }
        let end = panels.compactMap(\.breaks.last).min() ?? 0
        if let start = inset.value.times.first, start >= end {
            return report(
                "the inset begins where an axis of time has ended", help: "let it begin before \(Int(end))")
        }
        return CurveInset(times: inset.value.times, range: inset.value.range.map { $0 / 100 })
    }

    /// The same for cumulative incidences. Under the axis competing events are counted by themselves.
    func incidencePlot(
        for figure: KaplanMeierFigurePlan, adding findings: inout Findings, reporting sink: DiagnosticSink
    ) -> IncidencePlot {
        let drawn = drawnPanels(of: figure, in: &findings, reporting: sink)
        for panel in drawn { findings.add(incidenceOf: panel.endpoint, between: panel.grouped, in: context) }
        let panels = panels(drawn, of: figure, hasCompetingEvents: true)
        return IncidencePlot(
            panels: panels, riskTable: figure.riskTable,
            showsIntervals: figure.showsIntervals, showsCensoring: figure.showsCensoring, names: figure.names,
            inset: inset(of: figure, in: panels, reporting: sink))
    }

    private func drawnPanels(
        of figure: KaplanMeierFigurePlan, in findings: inout Findings, reporting sink: DiagnosticSink
    ) -> [DrawnPanel] {
        figure.panels.compactMap { panel in
            guard let endpoint = context.endpoint(named: panel.endpoint.value),
                let grouped = context.grouped(
                    by: panel.by ?? figure.by, in: panel.population ?? figure.population, reporting: sink)
            else { return nil }
            let curve = panel.curve ?? figure.curve
            guard curve != .difference || grouped.groups.count > 1 else {
                sink.emit(
                    Diagnostic(
                        .nothingToDraw, at: panel.endpoint.location,
                        "no difference of '\(panel.endpoint.value)' can be drawn: there is one group",
                        help: ["name a variable of two or more levels with 'by', or delete 'curve: difference'"]))
                return nil
            }
            return DrawnPanel(
                title: panel.title ?? endpoint.label, endpoint: endpoint, grouped: grouped,
                curve: curve,
                analysis: findings.analysis(of: endpoint, between: grouped, in: context))
        }
    }

    private func panels(
        _ drawn: [DrawnPanel], of figure: KaplanMeierFigurePlan, hasCompetingEvents: Bool = false
    ) -> [KaplanMeierPanel] {
        drawn.map { panel in
            let breaks = axis(of: panel, beside: drawn, asked: figure.breaks.map(\.value))
            return KaplanMeierPanel(
                title: panel.title, comparison: comparisonName(endpoint: panel.endpoint.name.value, panel.grouped),
                breaks: breaks,
                riskRows: riskRows(
                    of: panel, at: breaks, kind: figure.riskTable, hasCompetingEvents: hasCompetingEvents),
                curve: panel.curve, isWeighted: panel.grouped.population.weights != nil,
                hazards: panel.curve == .cumulativeHazard ? panel.analysis.cumulativeHazards() : [],
                differences: panel.curve == .difference ? panel.analysis.differencesOverTime() : [])
        }
    }

    private struct DrawnPanel {
        var title: String
        var endpoint: Endpoint
        var grouped: GroupedPatients
        var curve: KaplanMeierPanel.Curve
        var analysis: SurvivalAnalysis

        /// The longest follow-up in the endpoint's unit.
        var longestTime: Double? { analysis.everyone.time.max().map { $0 / analysis.timesPerUnit } }
    }

    /// The ticks that the study asks for, else ticks up to the longest follow-up of all panels in the same unit, so
    /// that panels side by side can be compared.
    private func axis(of panel: DrawnPanel, beside panels: [DrawnPanel], asked: [Double]) -> [Double] {
        if !asked.isEmpty { return ([0] + asked.filter { $0 > 0 }).sorted() }
        let alike = panels.filter { $0.endpoint.unit == panel.endpoint.unit }
        let longest = alike.compactMap(\.longestTime).max() ?? 0
        return timeBreaks(until: longest, in: panel.endpoint.unit)
    }

    private func riskRows(
        of panel: DrawnPanel, at breaks: [Double], kind: KaplanMeierPlan.RiskTableKind, hasCompetingEvents: Bool
    ) -> [KaplanMeierPanel.RiskRow] {
        let times = breaks.map { $0 * panel.analysis.timesPerUnit }
        let convention = kind == .kmunicate ? RiskCountConvention.after : .justBefore
        let competing = hasCompetingEvents ? panel.analysis.samplesOfCompetingEvents : nil
        return zip(panel.grouped.groups, panel.analysis.samples).enumerated().map { index, pair in
            let counts = riskCounts(of: pair.1, at: times, convention: convention)
            var row = KaplanMeierPanel.RiskRow(
                group: pair.0.id, atRisk: counts.atRisk, events: counts.events, censored: counts.censored)
            if pair.1.weights != nil, !pair.1.isCounted {
                let heads = riskCounts(of: pair.1.countingHeads, at: times, convention: convention)
                row.unweighted = KaplanMeierPanel.Heads(atRisk: heads.atRisk, events: heads.events)
            }
            if let competing {
                // To the survival curve a competing event is a censoring; here it is counted as what it is.
                let others = riskCounts(of: competing[index], at: times, convention: convention).events
                row.censored = zip(row.censored, others).map { $0 - $1 }
                row.competing = others
            }
            return row
        }
    }
}
