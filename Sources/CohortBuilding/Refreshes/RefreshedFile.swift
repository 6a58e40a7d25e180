internal import DataReading
import StudyFiles

/// A data file before and after a refresh, and its states in between.
struct RefreshedFile {
    let old: DataTable
    let new: DataTable
    let progress: PatientProgress

    private var isPatients: Bool { new.declaration.name.value == CohortBuilder.patientsName }

    /// The file after a step, as CSV with the new file's columns.
    func bytes(after step: DataRefresh.Step) -> [UInt8] {
        var text = CSVText(delimiter: UInt8(ascii: ","))
        text.add(new.cells.header)
        for row in rows(after: step) { text.add(row) }
        return Array(text.text.utf8)
    }

    private func rows(after step: DataRefresh.Step) -> [[String]] {
        if step == .newPatients { return new.allRows }
        if isPatients { return patients(after: step) }
        guard let link = new.declaration.patient?.value, let before = old.column(link), let after = new.column(link)
        else { return oldRows { _ in true } }
        // The rows of a patient are the new ones as soon as the patient's follow-up is.
        func isNew(_ key: String?) -> Bool {
            key.map { step == .followUp || !progress.withFollowUp.contains($0) } ?? false
        }
        func stays(_ key: String?) -> Bool {
            key.map { progress.newRows[$0] != nil && progress.oldRows[$0] != nil } ?? false
        }
        return oldRows { stays(before[$0]) && !isNew(before[$0]) }
            + (0..<new.rowCount).filter { stays(after[$0]) && isNew(after[$0]) }.map { new.texts(row: $0) }
    }

    /// The patients who were there already: with corrected cells, or also with their new follow-up.
    private func patients(after step: DataRefresh.Step) -> [[String]] {
        guard let key = new.declaration.key.flatMap({ new.column($0.value) }) else { return [] }
        return (0..<new.rowCount).compactMap { row in
            guard let id = key[row], let earlier = progress.oldRows[id] else { return nil }
            let keepsOldFollowUp = step == .corrections && progress.withFollowUp.contains(id)
            return new.cells.header.enumerated().map { index, name in
                if keepsOldFollowUp, progress.columns.contains(name), let column = old.column(name) {
                    return old.text(row: earlier, column: column.index)
                }
                return new.text(row: row, column: index)
            }
        }
    }

    /// Rows of the old file under the columns of the new one.
    private func oldRows(where belongs: (Int) -> Bool) -> [[String]] {
        let places = new.cells.header.map { old.column($0)?.index }
        return (0..<old.rowCount).filter(belongs).map { row in
            places.map { $0.map { old.text(row: row, column: $0) } ?? "" }
        }
    }

    // MARK: Corrections

    /// The cells that differ and are no new follow-up, by key and column.
    var corrections: [DataRefresh.CorrectedCell] {
        guard let before = old.rowsByKey, let after = new.rowsByKey else { return [] }
        let keys = Set(before.keys).sorted { precedesByBytes($0, $1) }
        return keys.flatMap { key -> [DataRefresh.CorrectedCell] in
            guard let earlier = before[key] else { return [] }
            guard let later = after[key] else {
                return [DataRefresh.CorrectedCell(file: new.path, key: key, column: nil, old: nil, new: nil)]
            }
            return new.cells.header.compactMap { name in
                guard let from = old.column(name), let to = new.column(name), from[earlier] != to[later] else {
                    return nil
                }
                if isPatients, progress.columns.contains(name), progress.withFollowUp.contains(key) { return nil }
                return DataRefresh.CorrectedCell(
                    file: new.path, key: key, column: name, old: from[earlier], new: to[later])
            }
        }
    }
}

extension DataTable {
    fileprivate func texts(row: Int) -> [String] { cells.header.indices.map { text(row: row, column: $0) } }
    fileprivate var allRows: [[String]] { (0..<rowCount).map { texts(row: $0) } }
}

/// Cells written as CSV that reads as it was.
struct CSVText {
    let delimiter: UInt8
    private(set) var text = ""

    init(delimiter: UInt8) { self.delimiter = delimiter }

    mutating func add(_ cells: [String]) {
        let separator = String(Unicode.Scalar(delimiter))
        text += cells.map { quoted($0, separator) }.joined(separator: separator) + "\n"
    }

    private func quoted(_ cell: String, _ separator: String) -> String {
        let needsQuotes =
            cell.unicodeScalars.contains { $0 == "\"" || $0 == "\n" || $0 == "\r" } || cell.contains(separator)
        return needsQuotes ? "\"\(cell.replacing("\"", with: "\"\""))\"" : cell
    }
}
