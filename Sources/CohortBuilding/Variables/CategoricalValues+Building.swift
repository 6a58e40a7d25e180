internal import Diagnostics
internal import StudyFiles

extension CategoricalValues {
    /// Codes a column's cells, with a message for each text that is not declared.
    init(
        _ column: DataColumn, of rows: PatientRows, by coding: LevelCoding, labels: [String: String] = [:],
        _ reporter: FaultReporter
    ) {
        /// Stands for a text that is not declared until it is reported, in the order of the rows.
        let undeclared: Int32 = -2
        var codes = rows.mapped(column) { $0.map { coding.code(of: $0).map { Int32($0) } ?? undeclared } ?? -1 }
        let isKnown = column.coded?.values.allSatisfy { $0.map { coding.code(of: $0) != nil } ?? true } ?? false
        for index in isKnown ? 0..<0 : codes.indices where codes[index] == undeclared {
            codes[index] = -1
            let row = rows.rows[index]
            reporter.report(coding.undeclared(column[row] ?? "", in: column, row: row))
        }
        self.init(
            levels: coding.levels.map { Level(id: $0, label: labels[$0] ?? $0) }, codes: LevelCodes(codes: codes),
            reference: 0)
    }

    /// Sets the reference level and warns of declared levels that no patient has.
    ///
    /// Messages name the column by its `title`. The `declared` levels tell where each is declared; there are none where
    /// the levels are those of the data.
    mutating func settle(
        reference wanted: Located<String>?, declared: [Located<String>], of title: String, in path: String,
        _ reporter: FaultReporter
    ) {
        let occurs = codes.occurring(among: levels.count)
        if let wanted {
            let position = levels.firstIndex { $0.id == wanted.value }
            reference = position ?? 0
            if !(position.map { occurs[$0] } ?? false) {
                let present = zip(levels, occurs).filter(\.1).map(\.0.id)
                let help = present.count > 20 ? [] : nearNameHelp(for: wanted.value, among: present, kind: "levels")
                reporter.report(
                    Diagnostic(
                        .absentReference, at: wanted.location,
                        "reference '\(wanted.value)' of \(title) doesn't occur in '\(path)'",
                        help: help))
            }
        }
        for (level, occurs) in zip(levels, occurs) where !occurs && level.id != wanted?.value {
            guard let place = declared.first(where: { $0.value == level.id })?.location else { continue }
            reporter.report(
                Diagnostic(
                    .absentLevel, severity: .warning, at: place,
                    "level '\(level.id)' of \(title) doesn't occur in '\(path)'",
                    notes: [.init("it is kept with a count of 0")]))
        }
    }
}
