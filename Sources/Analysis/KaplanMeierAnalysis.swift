import CohortBuilding
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
        let drawn = drawnPanels(of: figure, reporting: sink)
        for panel in drawn { findings.add(comparing: panel.endpoint, between: panel.grouped, in: context) }
        return KaplanMeierPlan(
            panels: panels(drawn, of: figure), riskTable: figure.riskTable, showsIntervals: figure.showsIntervals,
            showsCensoring: figure.showsCensoring, showsMedianLines: figure.showsMedianLines)
    }

    /// The same for cumulative incidences; under the axis competing events have numbers of their own.
    func incidencePlot(
        for figure: KaplanMeierFigurePlan, adding findings: inout Findings, reporting sink: DiagnosticSink
    ) -> IncidencePlot {
        let drawn = drawnPanels(of: figure, reporting: sink)
        for panel in drawn { findings.add(incidenceOf: panel.endpoint, between: panel.grouped, in: context) }
        return IncidencePlot(
            panels: panels(drawn, of: figure, countsCompeting: true), riskTable: figure.riskTable,
            showsIntervals: figure.showsIntervals, showsCensoring: figure.showsCensoring)
    }

    private func drawnPanels(
        of figure: KaplanMeierFigurePlan, reporting sink: DiagnosticSink
    ) -> [DrawnPanel] {
        figure.panels.compactMap { panel in
            guard let endpoint = context.endpoint(named: panel.endpoint.value),
                let grouped = context.grouped(
                    by: panel.by ?? figure.by, in: panel.population ?? figure.population, reporting: sink)
            else { return nil }
            return DrawnPanel(
                title: panel.title ?? endpoint.label, endpoint: endpoint, grouped: grouped,
                analysis: SurvivalAnalysis(of: endpoint, between: grouped, in: context))
        }
    }

    private func panels(
        _ drawn: [DrawnPanel], of figure: KaplanMeierFigurePlan, countsCompeting: Bool = false
    ) -> [KaplanMeierPanel] {
        drawn.map { panel in
            let breaks = axis(of: panel, beside: drawn, asked: figure.breaks.map(\.value))
            return KaplanMeierPanel(
                title: panel.title, comparison: comparisonName(endpoint: panel.endpoint.name.value, panel.grouped),
                breaks: breaks,
                riskRows: riskRows(
                    of: panel, at: breaks, kind: figure.riskTable, countsCompeting: countsCompeting))
        }
    }

    private struct DrawnPanel {
        var title: String
        var endpoint: Endpoint
        var grouped: GroupedPatients
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
        of panel: DrawnPanel, at breaks: [Double], kind: KaplanMeierPlan.RiskTableKind, countsCompeting: Bool
    ) -> [KaplanMeierPanel.RiskRow] {
        let times = breaks.map { $0 * panel.analysis.timesPerUnit }
        let competing = countsCompeting ? panel.analysis.competingSamples : []
        return zip(panel.grouped.groups, panel.analysis.samples).enumerated().map { index, pair in
            let convention = kind == .kmunicate ? RiskCountConvention.after : .justBefore
            let counts = riskCounts(of: pair.1, at: times, convention: convention)
            var row = KaplanMeierPanel.RiskRow(
                group: pair.0.id, atRisk: counts.atRisk, events: counts.events, censored: counts.censored)
            if competing.indices.contains(index) {
                let others = riskCounts(of: competing[index], at: times, convention: convention).events
                row.competing = others
                row.censored = zip(counts.censored, others).map { $0 - $1 }
            }
            return row
        }
    }
}
