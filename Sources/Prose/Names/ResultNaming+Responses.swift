import Results
import Styling
import Templating

/// Responses (`table.response.ORR.IO+T.full`) and adverse events (`table.safety.Anaemia."Grade 3–4".IO+T.full`).
extension ResultNaming {
    private static let responseWords: Set<String> = [
        "reference", "caption", "kind", "rows", "label", "known", "missing", "empty-levels", "shows-intervals",
    ]

    func add(_ table: ResponseTable, to place: inout TemplateContext, from pointer: String) {
        place.add("label", .text(table.label), from: pointer + "/label")
        place.add("shows-intervals", .flag(table.showsIntervals), from: pointer + "/showsIntervals")
        let rows = located(table.rows, in: pointer + "/rows").map { row($1, of: table, from: $0, in: place) }
        for row in rows { place.insert(row) }
        place.add(
            "rows", listing: rows,
            shapedLike: row(ResponseTable.Row.shape, of: ResponseTable.shape, from: "", in: place),
            from: pointer + "/rows")
        let empty = table.emptyLevels.enumerated().map { index, label in
            var item = self.place("empty-levels", String(index + 1), in: place)
            item.add("label", .text(label), from: "\(pointer)/emptyLevels/\(index)")
            return item
        }
        var shape = self.place("empty-levels", "1", in: place)
        shape.add("label", .text(""))
        place.add("empty-levels", listing: empty, shapedLike: shape, from: pointer + "/emptyLevels")
    }

    private func row(
        _ row: ResponseTable.Row, of table: ResponseTable, from pointer: String, in parent: TemplateContext
    ) -> TemplateContext {
        let tablePointer = tablePlace(of: pointer)
        return self.place(row.id, in: parent, besides: Self.responseWords).filledLater { [self] place in
            place.add("label", .text(row.label), from: pointer + "/label")
            place.add("is-rate", .flag(!row.members.isEmpty), from: pointer + "/members")
            place.add("definition", .text(row.members.joined(separator: " + ")), from: pointer + "/members")
            add(row.test, to: &place, from: pointer + "/test")
            let cells = table.columns.enumerated().map { index, column in
                var cell = self.place(column.id, in: place, besides: Self.rowWords)
                add(
                    row.counts.at(index), of: table.known.at(index), group: column.label, to: &cell,
                    from: "\(pointer)/counts/\(index)", totalFrom: "\(tablePointer)/known/\(index)")
                var share = self.place("proportion", in: cell)
                add(row.proportions.at(index), as: .percent, to: &share, from: "\(pointer)/proportions/\(index)")
                addStatement(of: row.proportions.at(index), to: &share, from: "\(pointer)/proportions/\(index)")
                cell.add(share)
                var difference = self.place("difference", in: cell)
                let position = row.differences.firstIndex { $0.group == column.id }
                add(
                    position.map { row.differences[$0].contrast }, as: .percent, to: &difference,
                    from: "\(pointer)/differences/\(position ?? 0)/contrast")
                cell.add(difference)
                var ratio = self.place("ratio", in: cell)
                let over = row.ratios.firstIndex { $0.group == column.id }
                add(
                    over.map { row.ratios[$0].contrast }, as: .ratio, to: &ratio,
                    from: "\(pointer)/ratios/\(over ?? 0)/contrast")
                cell.add(ratio)
                return cell
            }
            for cell in cells { place.insert(cell) }
            place.add("groups", listing: groups(cells, of: table.columns, table.grouping), from: pointer + "/counts")
        }
    }

    /// The interval with its level, as it stands after a number: `95% CI 36.1–65.9%`.
    private func addStatement(of estimate: Estimate?, to share: inout TemplateContext, from pointer: String) {
        let interval = share["interval"]?.value ?? .absent(reason: words.notEstimable)
        let isTold = interval.exists && !interval.isWithheld
        let statement = style.confidenceStatement(estimate?.level ?? 0.95, interval.printed ?? "")
        share.add("statement", isTold ? .text(statement) : interval, from: pointer + "/interval")
    }

    static let rowWords: Set<String> = [
        "label", "is-rate", "definition", "p", "p-statement", "test", "statistic", "degrees-of-freedom", "groups",
    ]

    /// The cells of the groups; where the table has only the total, that.
    func groups(
        _ cells: [TemplateContext], of columns: [BaselineTable.Column], _ grouping: String?
    ) -> [TemplateContext] {
        grouping == nil ? cells : zip(columns, cells).filter { $0.0.id != "total" }.map(\.1)
    }

    /// A count with its percentage of a total, and both in one: `20 (69.0%)`.
    func add(
        _ n: Int?, of total: Int?, group: String, to cell: inout TemplateContext, from source: String,
        totalFrom totalSource: String
    ) {
        let share = n.map { percent($0, of: total ?? 0) } ?? .absent(reason: words.notApplicable)
        cell.add("group", .text(group), from: source)
        cell.add("n", n.map(count) ?? .absent(reason: words.notApplicable), from: source)
        cell.add("total", total.map(count) ?? .absent(reason: words.notApplicable), from: totalSource)
        cell.add("percent", share, from: source)
        let full = n.map { style.count($0) + (share.exists ? " (\(share.printed ?? ""))" : "") }
        cell.add(
            "full", n?.isWithheld == true ? withheld : text(full, or: words.notApplicable), from: source)
    }

    /// Where the table of a row, or of an endpoint's models, is: two steps up.
    func tablePlace(of row: String) -> String {
        row.split(separator: "/").dropLast(2).map { "/\($0)" }.joined()
    }

    // MARK: Adverse events

    private static let eventWords: Set<String> = ["reference", "caption", "kind", "rows", "severities", "all"]

    func add(_ table: AdverseEventTable, to place: inout TemplateContext, from pointer: String) {
        let rows = located(table.rows, in: pointer + "/rows").map { row($1, of: table, from: $0, in: place) }
        for row in rows { place.insert(row) }
        let shape = row(AdverseEventTable.Row.shape, of: AdverseEventTable.shape, from: "", in: place)
        place.add("rows", listing: rows, shapedLike: shape, from: pointer + "/rows")
        var severities: [TemplateContext] = []
        for (index, severity) in table.severities.enumerated() {
            var item = self.place("severities", severity.label, in: place)
            item.add("label", .text(severity.label), from: "\(pointer)/severities/\(index)/label")
            // Terms whose groups differ at this severity, in the table's order; the row of all events is not a term.
            let different = zip(table.rows, rows).filter { row, _ in
                !row.isAll && (row.tests.at(index)??.pValue).map { $0 < 0.05 } ?? false
            }
            let cells = different.compactMap { $0.1[severity.label] ?? $0.1[Self.detour]?[severity.label] }
            let isOpen = table.rows.contains { !$0.isAll && $0.tests.at(index)??.isWithheld == true }
            item.add(
                "different", listing: cells, shapedLike: shape[AdverseEventTable.shape.severities[0].label],
                from: pointer + "/rows", withheld: isOpen ? words.withheld : nil)
            severities.append(item)
        }
        var list = self.place("severities", in: place)
        var severityShape = self.place("severities", "?", in: place)
        severityShape.add("label", .text(""))
        severityShape.add("different", listing: [], shapedLike: shape[AdverseEventTable.shape.severities[0].label])
        for item in severities { list.add(item) }
        list.list(severities, shapedLike: severityShape, from: pointer + "/severities")
        place.add(list)
    }

    private func row(
        _ row: AdverseEventTable.Row, of table: AdverseEventTable, from pointer: String, in parent: TemplateContext
    ) -> TemplateContext {
        let tablePointer = tablePlace(of: pointer)
        let place = row.isAll ? self.place("all", in: parent) : self.place(row.id, in: parent, besides: Self.eventWords)
        return place.filledLater { [self] place in
            place.add("label", .text(row.label), from: pointer + "/label")
            place.add("is-all", .flag(row.isAll), from: pointer + "/isAll")
            let severities = table.severities.enumerated().map { index, severity in
                var cell = self.place(severity.label, in: place, besides: ["label", "is-all", "severities"])
                cell.add("label", .text(row.label), from: pointer + "/label")
                cell.add("severity", .text(severity.label), from: pointer)
                add(row.tests.at(index) ?? nil, to: &cell, from: "\(pointer)/tests/\(index)")
                let counts = row.counts.at(index) ?? []
                let cells = table.columns.enumerated().map { column, group in
                    var item = self.place(group.id, in: cell, besides: Self.rowWords.union(["severity"]))
                    add(
                        counts.at(column), of: group.n, group: group.label, to: &item,
                        from: "\(pointer)/counts/\(index)/\(column)", totalFrom: "\(tablePointer)/columns/\(column)/n")
                    return item
                }
                for item in cells { cell.insert(item) }
                cell.add("groups", listing: groups(cells, of: table.columns, table.grouping), from: "\(pointer)/counts")
                return cell
            }
            for cell in severities { place.insert(cell) }
            place.add("severities", listing: severities, from: pointer + "/counts")
        }
    }
}
