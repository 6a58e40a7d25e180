import CohortBuilding
import Diagnostics
import StudyFiles

/// The rows of a file of adverse events: whose, what, and how severe.
struct AdverseEventRecords {
    /// One row.
    struct Row {
        /// The patient as an index into the cohort.
        var patient: Int
        /// The term; nil where the cell is missing.
        var term: String?
        /// The grade; nil where the cell is missing.
        var grade: Int?
    }

    private(set) var rows: [Row] = []

    /// Reads the rows of the file that a plan names; nil, with messages, where it cannot be read as adverse events.
    init?(_ plan: AdverseEventPlan, in context: AnalysisContext, reporting sink: DiagnosticSink) {
        let name = plan.source.value
        guard let file = context.study.dataFiles.first(where: { $0.name.value == name }),
            let linked = context.cohort.linked[name]
        else {
            // The reading of the study has said so already.
            return nil
        }
        guard file.patient != nil else {
            sink.emit(
                Diagnostic(
                    .missingKey, at: plan.source.location, "data file '\(name)' needs 'patient'",
                    help: ["add 'patient: id', its column that holds the patient's key"]))
            return nil
        }
        guard let term = linked.position(of: plan.term, in: file, reporting: sink),
            let grade = linked.position(of: plan.grade, in: file, reporting: sink)
        else { return nil }
        var isSound = true
        for (patient, cells) in zip(linked.patients, linked.cells) {
            guard let patient else { continue }
            let value = cells[grade].flatMap(wholeNumber)
            if let text = cells[grade], value.map({ !(0...5).contains($0) }) ?? true {
                isSound = false
                sink.emit(
                    Diagnostic(
                        .unparsableNumber, at: plan.grade.location,
                        "'\(plan.grade.value)' must be a grade from 0 to 5, found '\(text)' in '\(file.path.value)'",
                        help: ["correct the cell; leave it empty where the grade is not known"]))
            }
            rows.append(Row(patient: patient, term: cells[term], grade: value))
        }
        guard isSound else { return nil }
    }
}

/// A whole number, which may be written with zeros after its point.
private func wholeNumber(_ text: String) -> Int? {
    Int(text) ?? Double(text).flatMap { Int(exactly: $0) }
}
