import CohortBuilding
import Diagnostics
import Results
import StudyFiles
import SurvivalStatistics

/// Works out what a Kaplan–Meier figure shows: axes, and the numbers under them.
struct KaplanMeierAnalysis {
    var study: Study
    var cohort: Cohort

    /// The plan of a figure, and the comparisons that it draws; panels that name no endpoint of the study are left out.
    func plan(
        for figure: KaplanMeierFigurePlan, reporting sink: DiagnosticSink
    ) -> (plan: KaplanMeierPlan, comparisons: [SurvivalComparison]) {
        let drawn = figure.panels.compactMap { panel -> DrawnPanel? in
            guard let endpoint = study.endpoints.first(where: { $0.name.value == panel.endpoint.value }),
                let grouped = cohort.grouped(
                    by: panel.by ?? figure.by, in: panel.population ?? figure.population, reporting: sink)
            else { return nil }
            let analysis = SurvivalAnalysis(
                of: endpoint, between: grouped, in: cohort, conventions: study.conventions)
            return DrawnPanel(
                title: panel.title ?? endpoint.label, endpoint: endpoint, grouped: grouped, analysis: analysis,
                comparison: analysis.comparison())
        }
        let panels = drawn.map { panel in
            let breaks = axis(of: panel, beside: drawn, asked: figure.breaks.map(\.value))
            return KaplanMeierPanel(
                title: panel.title, comparison: panel.comparison.id, breaks: breaks,
                riskRows: riskRows(of: panel, at: breaks, kind: figure.riskTable))
        }
        let plan = KaplanMeierPlan(
            panels: panels, riskTable: figure.riskTable, showsIntervals: figure.showsIntervals,
            showsCensoring: figure.showsCensoring, showsMedianLines: figure.showsMedianLines)
        return (plan, drawn.map(\.comparison))
    }

    private struct DrawnPanel {
        var title: String
        var endpoint: Endpoint
        var grouped: GroupedPatients
        var analysis: SurvivalAnalysis
        var comparison: SurvivalComparison
    }

    /// The ticks that the study asks for, else ticks up to the longest follow-up of all panels in the same unit, so
    /// that panels side by side can be compared.
    private func axis(of panel: DrawnPanel, beside panels: [DrawnPanel], asked: [Double]) -> [Double] {
        if !asked.isEmpty { return ([0] + asked.filter { $0 > 0 }).sorted() }
        let alike = panels.filter { $0.endpoint.unit == panel.endpoint.unit }
        let longest = alike.flatMap(\.comparison.groups).compactMap(\.longestTime).max() ?? 0
        return timeBreaks(until: longest, in: panel.endpoint.unit)
    }

    private func riskRows(
        of panel: DrawnPanel, at breaks: [Double], kind: KaplanMeierPlan.RiskTableKind
    ) -> [KaplanMeierPanel.RiskRow] {
        let times = breaks.map { $0 * panel.analysis.timesPerUnit }
        return zip(panel.grouped.groups, panel.analysis.samples).map { group, sample in
            let counts = riskCounts(of: sample, at: times, convention: kind == .kmunicate ? .after : .justBefore)
            return KaplanMeierPanel.RiskRow(
                group: group.id, atRisk: counts.atRisk, events: counts.events, censored: counts.censored)
        }
    }
}
