internal import Diagnostics
internal import StudyFiles

extension CategoricalValues {
    /// Warns of levels of a column that differ only in case, blanks or a hyphen between letters: as a rule one level that
    /// was written in several ways.
    ///
    /// - Parameters:
    ///   - column: The column.
    ///   - rows: The rows of which these are the values.
    ///   - variable: The variable; nil for the arms.
    ///   - reporter: Where the warning goes.
    func warnOfSimilarLevels(_ column: DataColumn, of rows: PatientRows, variable: String?, _ reporter: FaultReporter) {
        let occurs = codes.occurring(among: levels.count)
        let present = levels.indices.filter { occurs[$0] }
        // Among very many levels there is a message of another kind.
        guard present.count <= 200 else { return }
        let groups = Dictionary(grouping: present) { folded(levels[$0].id) }.values.filter { $0.count > 1 }
        for group in groups.sorted(by: { $0[0] < $1[0] }) {
            guard let index = codes.indices.first(where: { codes[$0] == group[1] }) else { continue }
            let names = group.map { levels[$0].id }
            let best = names.max { (count(of: $0), $1) < (count(of: $1), $0) } ?? names[0]
            let join = names.map { "\(quoted($0)): \(quoted(best))" }.joined(separator: ", ")
            reporter.report(
                Diagnostic(
                    .similarLevels, severity: .warning, at: column.location(rows.rows[index]),
                    "'\(column.name)' has levels that differ only in how they are written: \(listed(names))",
                    help: [
                        variable.map { "if they are one level, join them by variables.\($0).codes, as in { \(join) }" }
                            ?? "if they are one arm, write them alike in the file"
                    ]))
        }
    }

    private func count(of level: String) -> Int {
        guard let position = levels.firstIndex(where: { $0.id == level }) else { return 0 }
        return codes.count { $0 == position }
    }
}

/// A text without case, blanks, and hyphens between letters: that of `ER-` is its meaning.
private func folded(_ text: String) -> String {
    let letters = Array(text.lowercased())
    let kept = letters.indices.filter { index in
        if letters[index].isWhitespace || letters[index] == "_" { return false }
        guard letters[index] == "-" else { return true }
        return index == 0 || index == letters.count - 1 || !letters[index - 1].isLetter || !letters[index + 1].isLetter
    }
    return String(kept.map { letters[$0] })
}
