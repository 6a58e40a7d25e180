internal import Databases
internal import StudyFiles

/// What `greenwood explain data` says of one study: what its database counts, what is read as rows and why.
struct DataExplanation {
    let file: DataFile
    let plan: CountingPlan

    /// The explanation as it is printed.
    var text: String {
        var lines = ["patients: \(file.path.value)"]
        lines.append("  \(estimated(plan.rows, "row"))")
        let counted = plan.tables + [plan.days].compactMap(\.self)
        if plan.tables.contains(where: { !$0.planParts.isEmpty }) || plan.refusals.isEmpty {
            lines += ["", "The database can count:"]
            for table in counted { lines += [""] + text(of: table) }
        }
        if !plan.refusals.isEmpty {
            lines += ["", "Rows are needed for:"]
            lines += plan.refusals.map { "  \($0.part), because \($0.reason)" }
        }
        lines.append("")
        lines.append(
            plan.reasonForRows.map { "So all rows are read: \($0)." }
                ?? "So the database counts, and no row is read; remarks about single rows are not made.")
        return lines.joined(separator: "\n")
    }

    private func text(of table: CountingTable) -> [String] {
        let keys = table.keys.isEmpty ? "all together" : "by \(table.keys.joined(separator: ", "))"
        return [
            "  for \(table.parts.joined(separator: ", "))",
            "  \(estimated(table.estimate, "kind")) of patients, \(keys)",
        ]
            + table.statement.split(separator: "\n").map { "    \($0)" }
    }

    private func estimated(_ count: Int?, _ noun: String) -> String {
        count.map { "about \($0) \(noun)\($0 == 1 ? "" : "s")" } ?? "no estimate of \(noun)s"
    }
}
