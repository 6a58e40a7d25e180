internal import DataReading
internal import Diagnostics
internal import StudyFiles

extension LinkedRows {
    /// Takes the rows of a file that belong to patients of the cohort, with a message for each row of nobody and for
    /// cells that the plans cannot use.
    ///
    /// The `positions` give each patient's index in the cohort by key, and nil for patients who were left out.
    init(_ table: DataTable, positions: [String: Int?], patientsPath: String, checks: LinkedFileChecks) {
        let reporter = checks.reporter
        let link = table.declaration.patient.flatMap { table.column($0.value) }
        var rows: [(row: Int, patient: Int?, cells: [String?])] = []
        for row in 0..<table.rowCount {
            guard let link else {
                rows.append((row, nil, table.cells(row: row)))
                continue
            }
            guard let key = link[row] else {
                reporter.report(table.missingKey(in: link, row: row, names: "patient"))
                continue
            }
            guard let position = positions[key] else {
                reporter.report(
                    Diagnostic(
                        .orphanRow, at: link.location(row), "patient \(quoted(key)) doesn't exist in '\(patientsPath)'",
                        help: ["correct the key, add the patient, or delete the row"]))
                continue
            }
            if let position { rows.append((row, position, table.cells(row: row))) }
        }
        checks.checkCells(of: table, rows: rows.map(\.row))
        rows.sort { left, right in
            left.patient == right.patient
                ? precedes(left.cells, right.cells) : (left.patient ?? -1) < (right.patient ?? -1)
        }
        self.init(columns: table.cells.header, patients: rows.map(\.patient), cells: rows.map(\.cells))
    }
}
