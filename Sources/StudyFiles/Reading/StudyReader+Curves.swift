import Results

/// Figures of curves over time.
extension StudyReader {
    func kaplanMeierPlan(from fields: Fields) -> KaplanMeierFigurePlan? {
        guard var plan = curvePlan(from: fields) else { return nil }
        for (index, panel) in fields.sections("panels").enumerated() where plan.panels.indices.contains(index) {
            plan.panels[index].curve = panel.optionalChoice("curve", as: KaplanMeierPanel.Curve.self)
        }
        plan.curve = fields.choice("curve", as: KaplanMeierPanel.Curve.self)
        plan.showsMedianLines = fields.truth("median_lines")
        plan.showsLandmarks = fields.truth("landmarks")
        plan.range = fields.numbers("range").map(\.number)
        return plan
    }

    func incidenceFigurePlan(from fields: Fields) -> KaplanMeierFigurePlan? {
        checkHaveCompetingEvents(fields.sections("panels").compactMap { $0.text("endpoint") })
        return curvePlan(from: fields)
    }

    /// What figures of survival and of incidence have in common.
    private func curvePlan(from fields: Fields) -> KaplanMeierFigurePlan? {
        let panels = fields.sections("panels").compactMap(panel)
        guard !panels.isEmpty, panels.count == fields.sections("panels").count else { return nil }
        return KaplanMeierFigurePlan(
            panels: panels, by: fields.text("by"), population: fields.text("population"),
            breaks: fields.numbers("breaks").map(\.number),
            riskTable: fields.choice("risk_table", as: KaplanMeierPlan.RiskTableKind.self),
            showsIntervals: fields.truth("intervals"), showsCensoring: fields.truth("censoring"),
            showsMedianLines: false, names: fields.choice("names", as: KaplanMeierPlan.NamePlace.self),
            inset: fields.section("inset").flatMap(inset))
    }

    private func inset(from fields: Fields) -> Located<CurveInset>? {
        let range = fields.numbers("range").map(\.number.value)
        guard range.count == 2 else { return nil }
        let times = fields.numbers("times").map(\.number.value)
        return Located(CurveInset(times: times, range: range), at: fields.location)
    }

    private func panel(from fields: Fields) -> KaplanMeierFigurePlan.Panel? {
        guard let endpoint = fields.text("endpoint") else { return nil }
        return KaplanMeierFigurePlan.Panel(
            endpoint: endpoint, by: fields.text("by"), population: fields.text("population"),
            title: fields.text("title")?.value)
    }
}
