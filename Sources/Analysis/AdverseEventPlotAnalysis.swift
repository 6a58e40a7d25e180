import Diagnostics
import Results
import StudyFiles

extension AdverseEventAnalysis {
    /// The counts behind bars that mirror each other: two groups, two severities, no row of all terms.
    ///
    /// Nil, with a message, where there are not two groups or nothing occurred.
    func plot(for plan: AdverseEventFigurePlan, reporting sink: DiagnosticSink) -> AdverseEventPlot? {
        let source = plan.events.source
        guard var table = table(for: plan.events, reporting: sink) else { return nil }
        guard table.grouping != nil, table.columns.count == 2 else {
            sink.emit(
                Diagnostic(
                    .notTwoArms, at: plan.events.by?.location ?? source.location,
                    "a figure of adverse events needs two groups, and there \(Self.are(table.columns.count))",
                    help: ["name a variable of two levels with 'by'"]))
            return nil
        }
        guard !table.rows.isEmpty else {
            sink.emit(
                Diagnostic(
                    .nothingToDraw, severity: .warning, at: source.location,
                    "no adverse events of '\(source.value)' can be drawn: no term occurs often enough",
                    help: ["lower 'minimum_percent', name other terms or grades, or delete the figure"]))
            return nil
        }
        if plan.order == .frequency {
            // As the table orders terms that are not listed: by patients of both groups, then by the alphabet.
            table.rows.sort { ($1.total, $0.id) < ($0.total, $1.id) }
        }
        return AdverseEventPlot(table: table)
    }

    private static func are(_ count: Int) -> String { count == 1 ? "is one" : "are \(count)" }
}

extension AdverseEventTable.Row {
    /// Patients of both groups in the first severity.
    fileprivate var total: Int { counts.first?.reduce(0, +) ?? 0 }
}
