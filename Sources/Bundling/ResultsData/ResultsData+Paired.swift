internal import Results
internal import Styling

/// Variables measured twice in the same patients.
extension ResultsData {
    func add(_ table: PairedTable, of id: String) {
        for row in table.rows {
            var place = Place(
                analysis: id, population: table.population, grouping: table.grouping, variable: row.before,
                context: "paired", secondGrouping: "after")
            for (column, cell) in zip(table.columns, row.cells) {
                place.group = column.id
                place.secondGroup = row.after
                place.level = nil
                place.context = "paired"
                add("N_obs", "Known both times", count: cell.known, at: place)
                add("N_miss", "Missing", count: cell.missing, at: place)
                for change in cell.changes {
                    place.level = change.level
                    for (name, label, n) in [
                        ("n.before", "n, before", change.before), ("n.after", "n, after", change.after),
                        ("n.only.before", "Only before", change.onlyBefore),
                        ("n.only.after", "Only after", change.onlyAfter),
                    ] {
                        add(name, label, count: n, at: place)
                    }
                    for (name, label, n) in [
                        ("p.before", "%, before", change.before), ("p.after", "%, after", change.after),
                    ] {
                        add(
                            name, label, Self.share(n, of: cell.known), style.percent(n, of: cell.known), at: place)
                    }
                    add(change.difference, "Difference", at: place) { style.percent($0) }
                }
                place.level = nil
                add(cell.test, at: place)
            }
        }
    }
}
