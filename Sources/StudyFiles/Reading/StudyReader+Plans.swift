import Diagnostics
import Results

extension StudyReader {
    func tablePlans(_ sections: [Fields]) -> [TablePlan] {
        reportRepeatedIDs(of: sections)
        return sections.compactMap { fields in
            guard let id = fields.text("id"), let plan = baselinePlan(from: fields) else { return nil }
            return TablePlan(name: id, caption: caption(of: id, from: fields), kind: .baseline(plan))
        }
    }

    func figurePlans(_ sections: [Fields]) -> [FigurePlan] {
        reportRepeatedIDs(of: sections)
        return sections.compactMap { fields in
            guard let id = fields.text("id"), let plan = kaplanMeierPlan(from: fields) else { return nil }
            return FigurePlan(name: id, caption: caption(of: id, from: fields), kind: .kaplanMeier(plan))
        }
    }

    /// Names that differ only in case would be one file on some systems.
    private func reportRepeatedIDs(of sections: [Fields]) {
        let ids = sections.compactMap { $0.text("id")?.map { $0.lowercased() } }
        let noun = sections.first?.section.noun ?? ""
        _ = reportRepeated(ids) { "\(noun) '\($0)' is declared twice" }
    }

    private func caption(of id: Located<String>, from fields: Fields) -> String {
        fields.text("caption")?.value ?? "\(inWords(id.value))."
    }

    private func baselinePlan(from fields: Fields) -> BaselinePlan? {
        let rows = fields.texts("rows")
        guard !rows.isEmpty else { return nil }
        return BaselinePlan(
            rows: rows, by: fields.text("by"), population: fields.text("population"),
            showsTotal: fields.truth("total"), showsPValue: fields.truth("p"),
            continuous: fields.choice("continuous", as: BaselinePlan.ContinuousSummary.self),
            missing: fields.choice("missing", as: BaselineTable.MissingDisplay.self),
            denominator: fields.choice("percent_of", as: BaselineTable.Denominator.self))
    }

    private func kaplanMeierPlan(from fields: Fields) -> KaplanMeierFigurePlan? {
        let panels = fields.sections("panels").compactMap(panel)
        guard !panels.isEmpty else { return nil }
        return KaplanMeierFigurePlan(
            panels: panels, by: fields.text("by"), population: fields.text("population"),
            breaks: fields.numbers("breaks").map(\.number),
            riskTable: fields.choice("risk_table", as: KaplanMeierPlan.RiskTableKind.self),
            showsIntervals: fields.truth("intervals"), showsCensoring: fields.truth("censoring"),
            showsMedianLines: fields.truth("median_lines"))
    }

    private func panel(from fields: Fields) -> KaplanMeierFigurePlan.Panel? {
        guard let endpoint = fields.text("endpoint") else { return nil }
        return KaplanMeierFigurePlan.Panel(
            endpoint: endpoint, by: fields.text("by"), population: fields.text("population"),
            title: fields.text("title")?.value)
    }

    func presentation(from fields: Fields) -> ManuscriptPresentation {
        let numbers = fields.section("numbers")
        return ManuscriptPresentation(
            template: fields.defaultedText("template").value, style: fields.defaultedText("style").value,
            numbers: NumberPreferences(
                pValue: numbers?.text("p_value")?.value, logRankPValue: numbers?.text("log_rank_p_value")?.value,
                percentDecimals: numbers?.wholeNumber("percent_decimals"),
                trailingZeros: numbers?.optionalTruth("trailing_zeros")))
    }
}
