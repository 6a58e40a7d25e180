internal import Diagnostics
internal import StudyFiles

/// Checks what tables and figures name in the data files other than the patients'.
struct LinkedFileChecks {
    let study: Study
    let reporter: FaultReporter

    private var adverseEventPlans: [AdverseEventPlan] {
        study.tables.compactMap { if case .adverseEvents(let plan) = $0.kind { plan } else { nil } }
            + study.figures.compactMap { if case .adverseEvents(let plan) = $0.kind { plan.events } else { nil } }
    }

    private var flowPlans: [FlowPlan] {
        study.figures.compactMap { if case .flow(let plan) = $0.kind { plan } else { nil } }
    }

    /// The columns that are named in a data file.
    func columns(of table: DataTable) -> [Located<String>] {
        let name = table.declaration.name.value
        let ofEvents = adverseEventPlans.filter { $0.source.value == name }.flatMap { [$0.term, $0.grade] }
        let ofFlow = flowPlans.filter { $0.source?.value == name }.flatMap { [$0.status, $0.reason] }
        return ofEvents + ofFlow.compactMap { $0 }
    }

    /// Checks the cells of a file's rows, given by their indices: grades are whole numbers, and the terms and statuses
    /// that the study names occur.
    func checkCells(of table: DataTable, rows: [Int]) {
        let name = table.declaration.name.value
        for plan in adverseEventPlans where plan.source.value == name {
            if let grade = table.column(plan.grade.value) {
                for row in rows { checkGrade(grade, row) }
            }
            if let term = table.column(plan.term.value) { warnOfAbsent(plan.terms, in: term, rows, "term") }
        }
        for plan in flowPlans where plan.source?.value == name {
            if let status = plan.status.flatMap({ table.column($0.value) }) {
                warnOfAbsent(plan.included, in: status, rows, "status")
            }
        }
    }

    private func checkGrade(_ column: DataColumn, _ row: Int) {
        guard let text = column[row] else { return }
        if let number = NumberCell(text)?.value, number >= 0, number == number.rounded() { return }
        reporter.report(
            Diagnostic(
                .unparsableNumber, at: column.location(row),
                "'\(column.name)' must be a whole number not below 0, found \(quoted(text))",
                help: [
                    "correct the cell, or add \(quoted(text)) to \(column.table.missingKey) if it stands for a missing value"
                ]))
    }

    private func warnOfAbsent(_ names: [Located<String>], in column: DataColumn, _ rows: [Int], _ noun: String) {
        guard !names.isEmpty else { return }
        let present = distinctLevels(of: rows.map { column[$0] })
        for name in names where !present.contains(name.value) {
            reporter.report(
                Diagnostic(
                    .absentLevel, severity: .warning, at: name.location,
                    "\(noun) '\(name.value)' doesn't occur in '\(column.name)' of '\(column.table.path)'",
                    notes: [.init("it is kept with a count of 0")],
                    help: nearNameHelp(for: name.value, among: present, kind: "texts")))
        }
    }
}
