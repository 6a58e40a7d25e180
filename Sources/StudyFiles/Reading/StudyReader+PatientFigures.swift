import Diagnostics

extension StudyReader {
    func adverseEventFigurePlan(from fields: Fields) -> AdverseEventFigurePlan? {
        let (source, by) = (fields.text("from"), fields.text("by"))
        checkIsNotPatients(source, "file of adverse events")
        checkIsLinked(source)
        if by == nil { checkTwoArms(for: "a figure of adverse events", at: fields.place(of: "kind")) }
        let severities = fields.sections("severities").compactMap(severity)
        guard let source, let term = fields.text("term"), let grade = fields.text("grade") else {
            return nil
        }
        return AdverseEventFigurePlan(
            events: AdverseEventPlan(
                source: source, term: term, grade: grade,
                severities: fields.gives("severities") ? severities : StudyLanguage.defaultSeverities,
                all: nil,
                terms: fields.texts("terms"), minimumPercent: fields.number("minimum_percent"), by: by,
                population: fields.text("population"), showsTotal: false, showsPValue: false),
            order: fields.choice("order", as: AdverseEventFigurePlan.Order.self))
    }

    func swimmerPlan(from fields: Fields) -> SwimmerFigurePlan? {
        checkSameStart(fields.texts("events"), as: fields.text("endpoint"))
        return fields.text("endpoint").map {
            SwimmerFigurePlan(
                endpoint: $0, events: fields.texts("events"), response: fields.text("response"),
                by: fields.text("by"),
                population: fields.text("population"))
        }
    }

    func waterfallPlan(from fields: Fields) -> WaterfallFigurePlan? {
        let thresholds = fields.numbers("thresholds").map(\.number)
        return fields.text("variable").map {
            WaterfallFigurePlan(
                variable: $0, response: fields.text("response"),
                thresholds: thresholds.count == 2
                    ? thresholds : [-30, 20].map { Located($0, at: fields.location) },
                by: fields.text("by"), population: fields.text("population"))
        }
    }

    /// Reports endpoints that are counted from another day than the bars.
    private func checkSameStart(_ events: [Located<String>], as endpoint: Located<String>?) {
        guard let endpoint, let start = declaration(of: endpoint, as: .endpoint)?.text("from") else {
            return
        }
        for event in events {
            guard let other = declaration(of: event, as: .endpoint)?.text("from"),
                other.value != start.value
            else {
                continue
            }
            report(
                Diagnostic(
                    .unsuitableName, at: event.location,
                    "'\(event.value)' is counted from '\(other.value)', and the bars from '\(start.value)'",
                    notes: [.init("the bars end with '\(endpoint.value)'", at: endpoint.location)],
                    help: ["name endpoints with the same 'from'"]))
        }
    }
}
