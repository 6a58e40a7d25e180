import CohortBuilding
import Results
import StudyFiles

/// Variables measured twice, in R.
extension RReplication {
    mutating func write(_ table: PairedTable, of id: String) {
        let grouping = column(of: table.grouping)
        guard table.grouping == nil || grouping != nil else { return }
        add("# Table \(id)")
        add("s <- populations[[\(rText(table.population))]]")
        for row in table.rows {
            guard levels(of: row.before) != nil, levels(of: row.after) != nil else { continue }
            for (column, cell) in zip(table.columns, row.cells) {
                let isTotal = grouping == nil || column.id == "total"
                let rows = isTotal ? "s" : "s[s[[\(rText(grouping ?? ""))]] %in% \(rText(column.id)), ]"
                add("x <- paired_table(\(rows), \(rText(row.before)), \(rText(row.after)), \(rMembers(row)))")
                let title = "\(id) \(row.label)\(isTotal ? "" : " \(column.label)")"
                compare("\(title): known", "sum(x)", Double(cell.known))
                for change in cell.changes {
                    guard let place = row.levels.firstIndex(where: { $0.id == change.level }) else { continue }
                    let level = "\(title) \(row.levels[place].label)"
                    compare("\(level): before", "sum(x[\(place + 1), ])", Double(change.before))
                    compare("\(level): after", "sum(x[, \(place + 1)])", Double(change.after))
                    compare(
                        "\(level): difference", "(sum(x[, \(place + 1)]) - sum(x[\(place + 1), ])) / sum(x)",
                        change.difference.value)
                }
                if let code = rMcNemar(cell.test.method) {
                    compare("\(title): p, \(cell.test.method.rawValue)", code, cell.test.pValue)
                }
            }
        }
    }

    /// The row's levels with the values that each stands for: `list(c("no"), c("yes"))`.
    private func rMembers(_ row: PairedTable.Row) -> String {
        "list(\(row.levels.map { rTexts($0.members) }.joined(separator: ", ")))"
    }

    private func rMcNemar(_ method: TestResult.Method) -> String? {
        switch method {
        case .mcNemar, .mcNemarBowker: "mcnemar.test(x, correct = FALSE)$p.value"
        case .mcNemarCorrected: "mcnemar.test(x)$p.value"
        case .mcNemarExact: "binom.test(x[1, 2], x[1, 2] + x[2, 1])$p.value"
        default: nil
        }
    }
}
