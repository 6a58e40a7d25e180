internal import DataReading
import StudyFiles

/// What became of each patient between two states of the data.
struct PatientProgress {
    let columns: FollowUpColumns
    /// The rows of the old and new patients' files by key.
    let oldRows: [String: Int]
    let newRows: [String: Int]
    /// Patients who were observed for longer.
    private(set) var withFollowUp: Set<String> = []

    var newPatients: Set<String> { Set(newRows.keys).subtracting(oldRows.keys) }
    var gone: Set<String> { Set(oldRows.keys).subtracting(newRows.keys) }

    init?(old: DataTable, new: DataTable, columns: FollowUpColumns) {
        guard let before = old.rowsByKey, let after = new.rowsByKey else { return nil }
        self.columns = columns
        (oldRows, newRows) = (before, after)
        let shared = new.cells.header.filter { columns.contains($0) && old.column($0) != nil }
        for (key, row) in after {
            guard let earlier = before[key] else { continue }
            let changed = shared.filter { old.column($0)?[earlier] != new.column($0)?[row] }
            let isForward = changed.allSatisfy {
                columns.movesForward($0, from: old.column($0)?[earlier], to: new.column($0)?[row])
            }
            if !changed.isEmpty, isForward { withFollowUp.insert(key) }
        }
    }
}

extension DataTable {
    /// The rows by their keys; nil without a column of keys.
    var rowsByKey: [String: Int]? {
        guard let key = declaration.key.flatMap({ column($0.value) }) else { return nil }
        return Dictionary(
            (0..<rowCount).compactMap { row in key[row].map { ($0, row) } }, uniquingKeysWith: { first, _ in first })
    }
}
