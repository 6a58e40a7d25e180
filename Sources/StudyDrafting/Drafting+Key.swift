import CohortBuilding

extension Drafting {
    /// Names of columns that hold nothing but what tells patients apart.
    private static let identities: Set = ["id", "key", "subjid", "usubjid", "pid", "mrn"]
    /// Names that also stand before what is measured of a patient.
    private static let patients: Set = ["subject", "patient", "case"]

    mutating func findKey(_ known: String?) {
        let unique = profiles.filter { $0.isUnique && $0.form != .dates }
        let named = unique.first { $0.says(Self.identities.union(Self.patients)) }
        let ending = unique.first { $0.words.words.last?.hasSuffix("id") == true }
        if let known = known.flatMap(profile) {
            take(key: known)
        } else if let named = named ?? ending {
            take(key: named)
        } else if let almost = profiles.first(where: isAlmostKey) {
            // The study's own check then names every row; without the key nobody would look for them.
            take(key: almost)
            draft.checks.append("'\(almost.name)' would identify patients, but \(faults(of: almost)).")
        } else if let first = unique.first(where: isCount) {
            take(key: first)
        } else if !columns.isEmpty {
            draft.checks.append(
                "No column identifies a patient: add one, so that results can be traced and files joined.")
        }
    }

    private mutating func take(key: ColumnProfile) {
        draft.key = key.name
        taken.insert(key.name)
        if key.isUnique { draft.guesses.append("'\(key.name)' identifies a patient.") }
    }

    /// Whether a column is the first, and can't be a measurement.
    private func isCount(_ column: ColumnProfile) -> Bool {
        guard column.name == profiles.first?.name else { return false }
        // Numbers without a gap count the rows.
        if case .numbers(let lowest, let highest, let areWhole) = column.form {
            return areWhole && highest - lowest == Double(column.rows - 1)
        }
        return true
    }

    /// Whether a column is named as a key is, and nine rows of ten are told apart by it.
    private func isAlmostKey(_ column: ColumnProfile) -> Bool {
        let isNamed =
            column.says(Self.identities) || (!column.isNumeric && column.says(Self.patients))
            || column.words.words.last?.hasSuffix("id") == true
        return isNamed && column.form != .dates && column.distinct.count > 1
            && column.distinct.count * 10 >= column.rows * 9
    }

    /// The values that stand in several rows, and the rows without any, with their lines.
    private func faults(of column: ColumnProfile) -> String {
        let values = columns.first { $0.name == column.name }?.values ?? []
        var rows: [String: [Int]] = [:]
        for (row, value) in values.enumerated() { if let value { rows[value, default: []].append(row) } }
        let repeated = rows.filter { $0.value.count > 1 }.sorted { $0.value[0] < $1.value[0] }
        let empty = values.indices.filter { values[$0] == nil }
        func lines(_ rows: [Int]) -> String {
            "\(rows.count > 1 ? "lines" : "line") \(list(rows.map { String(line($0)) }, atMost: 5))"
        }
        let examples = repeated.prefix(3).map { "'\($0.key)' in \(lines($0.value))" }
        let more = repeated.count > examples.count ? ", …" : ""
        let twice = "\(repeated.count) \(repeated.count == 1 ? "value repeats" : "values repeat")"
        return
            [
                repeated.isEmpty ? nil : "\(twice) (\(examples.joined(separator: "; "))\(more))",
                empty.isEmpty ? nil : "is empty in \(lines(empty))",
            ].compactMap(\.self).joined(separator: ", and it ")
    }

    private func list(_ texts: [String], atMost most: Int) -> String {
        let shown = texts.prefix(most)
        guard shown.count == texts.count, texts.count > 1 else {
            return shown.joined(separator: ", ") + (shown.count < texts.count ? ", …" : "")
        }
        return "\(texts.dropLast().joined(separator: ", ")) and \(texts[texts.count - 1])"
    }
}
