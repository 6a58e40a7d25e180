internal import Diagnostics
internal import StudyFiles

extension VariableBuilder {
    /// The levels whose boxes are checked. A patient of whom no box is known has no value; beside known ones an empty box
    /// is not checked.
    func checked(among boxes: [Variable.Checkbox]) -> VariableValues? {
        let columns = boxes.compactMap { rows.table.column($0.column.value) }
        guard columns.count == boxes.count else { return nil }
        let responses = rows.rows.map { row -> [Int]? in
            let states = columns.map { isChecked($0, row) }
            guard states.contains(where: { $0 != nil }) else { return nil }
            return states.indices.filter { states[$0] == true }
        }
        return .multiResponse(levels: boxes.map { .init(id: $0.level, label: $0.level) }, responses: responses)
    }

    /// Whether a box is checked; nil where that is missing, or, with a message, where the cell says neither.
    private func isChecked(_ column: DataColumn, _ row: Int) -> Bool? {
        guard let text = column[row] else { return nil }
        switch text.lowercased() {
        case "checked", "true", "yes", "y": return true
        case "unchecked", "false", "no", "n": return false
        default: break
        }
        if let number = NumberCell(text)?.value, number == 0 || number == 1 { return number == 1 }
        reporter.report(
            Diagnostic(
                .undeclaredLevel, at: column.location(row),
                "'\(column.name)' must be checked (1) or not (0), found \(quoted(text))",
                help: [
                    "correct the cell, or add \(quoted(text)) to \(column.table.missingKey) if it stands for a missing value"
                ]))
        return nil
    }
}
