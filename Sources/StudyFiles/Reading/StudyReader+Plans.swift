extension StudyReader {
    func tablePlans(_ sections: [Fields]) -> [TablePlan] {
        reportRepeatedIDs(of: sections)
        return sections.compactMap { fields in
            let kind = tableKind(from: fields)
            guard let id = fields.text("id"), let kind else { return nil }
            return TablePlan(
                name: id, caption: caption(of: id, from: fields), isSupplementary: fields.truth("supplement"),
                kind: kind)
        }
    }

    private func tableKind(from fields: Fields) -> TablePlan.Kind? {
        switch fields.choice("kind", as: StudyLanguage.TableKind.self) {
        case .baseline: baselinePlan(from: fields).map { .baseline($0) }
        case .matchedBaseline: matchedBaselinePlan(from: fields).map { .matchedBaseline($0) }
        case .response: responsePlan(from: fields).map { .response($0) }
        case .adverseEvents: adverseEventPlan(from: fields).map { .adverseEvents($0) }
        case .paired: pairedPlan(from: fields).map { .paired($0) }
        case .survival: survivalTablePlan(from: fields).map { .survival($0) }
        case .incidence: incidenceTablePlan(from: fields).map { .incidence($0) }
        case .cox: coxPlan(from: fields).map { .cox($0) }
        case .logistic: logisticPlan(from: fields).map { .logistic($0) }
        case .effect: effectPlan(from: fields).map { .effect($0) }
        }
    }

    func figurePlans(_ sections: [Fields]) -> [FigurePlan] {
        reportRepeatedIDs(of: sections)
        return sections.compactMap { fields in
            let kind = figureKind(from: fields)
            guard let id = fields.text("id"), let kind else { return nil }
            return FigurePlan(
                name: id, caption: caption(of: id, from: fields), isSupplementary: fields.truth("supplement"),
                kind: kind)
        }
    }

    private func figureKind(from fields: Fields) -> FigurePlan.Kind? {
        switch fields.choice("kind", as: StudyLanguage.FigureKind.self) {
        case .kaplanMeier: kaplanMeierPlan(from: fields).map { .kaplanMeier($0) }
        case .incidence: incidenceFigurePlan(from: fields).map { .incidence($0) }
        case .predictedSurvival: predictedSurvivalPlan(from: fields).map { .predictedSurvival($0) }
        case .forest: forestPlan(from: fields).map { .forest($0) }
        case .flow: .flow(flowPlan(from: fields))
        case .balance: balancePlan(from: fields).map { .balance($0) }
        case .overlap: overlapPlan(from: fields).map { .overlap($0) }
        case .residuals: residualPlan(from: fields).map { .residuals($0) }
        case .adverseEvents: adverseEventFigurePlan(from: fields).map { .adverseEvents($0) }
        case .swimmer: swimmerPlan(from: fields).map { .swimmer($0) }
        case .waterfall: waterfallPlan(from: fields).map { .waterfall($0) }
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
}
