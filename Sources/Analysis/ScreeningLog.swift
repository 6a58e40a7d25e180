import CohortBuilding
import Diagnostics
import Results
import StudyFiles

/// What became of the patients of a screening log.
struct ScreeningLog {
    /// The log's data file.
    let file: DataFile
    /// Everyone in the log.
    private(set) var assessed = 0
    /// Those whose status means inclusion.
    private(set) var included = 0
    /// Why the others were left out, in the order of the reasons.
    private(set) var excluded: [FlowChart.Reason] = []
    /// The statuses that occur, in alphabetical order; empty where the log has no column of statuses.
    private(set) var statuses: [String] = []

    /// Counts the rows of the log that a plan names; nil, with messages, where it cannot be read as one.
    ///
    /// Without a column of statuses, a patient without a reason is included.
    init?(_ plan: FlowPlan, in context: AnalysisContext, reporting sink: DiagnosticSink) {
        guard let name = plan.source?.value, let linked = context.cohort.linked[name],
            let file = context.study.dataFiles.first(where: { $0.name.value == name })
        else {
            // The reading of the study has said so already.
            return nil
        }
        self.file = file
        if let patient = file.patient {
            sink.emit(
                Diagnostic(
                    .conflictingKeys, at: patient.location,
                    "screening log '\(name)' must not be linked to patients: most of its rows are of nobody in the study",
                    help: ["delete 'patient' here"]))
            return nil
        }
        let status = plan.status.flatMap { linked.position(of: $0, in: file, reporting: sink) }
        let reason = plan.reason.flatMap { linked.position(of: $0, in: file, reporting: sink) }
        guard (status == nil) == (plan.status == nil), (reason == nil) == (plan.reason == nil) else { return nil }
        count(
            linked.cells, status: status, reason: reason, included: Set(plan.included.map(\.value)),
            noReason: context.study.labels.noReason)
    }

    private mutating func count(
        _ rows: [[String?]], status: Int?, reason: Int?, included values: Set<String>, noReason: String
    ) {
        assessed = rows.count
        var counts: [String: Int] = [:]
        for cells in rows {
            let why = reason.flatMap { cells[$0] }
            let isIncluded = status.map { cells[$0].map(values.contains) ?? false } ?? (why == nil)
            if isIncluded { included += 1 } else { counts[why ?? noReason, default: 0] += 1 }
        }
        excluded = counts.keys.sorted().map { FlowChart.Reason(label: $0, n: counts[$0] ?? 0) }
        if let status { statuses = Set(rows.compactMap { $0[status] }).sorted() }
    }
}
