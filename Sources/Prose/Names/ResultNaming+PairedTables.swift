import Results
import Styling
import Templating

/// Variables measured twice: `table.symptoms.pain_0.IO.after.full`, of more than two levels
/// `table.symptoms.pain_0.IO.severe.after.full`, and the lists `table.symptoms.pairs`, `.pairs.groups`, `.pairs.groups.levels`.
extension ResultNaming {
    private static let pairedWords: Set<String> = ["reference", "caption", "kind", "first", "second", "test", "pairs"]
    private static let pairWords: Set<String> = ["label", "level", "groups"]
    private static let pairCellWords: Set<String> = [
        "group", "known", "missing", "p", "p-statement", "test", "statistic", "degrees-of-freedom", "levels", "before",
        "after", "only-before", "only-after", "difference",
    ]

    func add(_ table: PairedTable, to place: inout TemplateContext, from pointer: String) {
        let names = table.names.count == 2 ? table.names : vocabulary(for: results.study.language).beforeAndAfter
        place.add("first", .text(names[0]), from: pointer + "/names/0")
        place.add("second", .text(names[1]), from: pointer + "/names/1")
        place.add("test", .text(words.pairedTest(table.rule, exactBelow: table.exactBelow)), from: pointer + "/rule")
        let rows = located(table.rows, in: pointer + "/rows").map { row($1, of: table, from: $0, in: place) }
        for row in rows { place.insert(row) }
        place.add(
            "pairs", listing: rows, shapedLike: row(PairedTable.Row.shape, of: .shape, from: "", in: place),
            from: pointer + "/rows")
    }

    private func row(
        _ row: PairedTable.Row, of table: PairedTable, from pointer: String, in parent: TemplateContext
    ) -> TemplateContext {
        self.place(row.before, in: parent, besides: Self.pairedWords).filledLater { [self] place in
            place.add("label", .text(row.label), from: pointer + "/label")
            let level = row.levels.count == 2 ? row.levels[1].label : nil
            place.add("level", text(level, or: words.notApplicable), from: pointer + "/levels/1/label")
            let cells = zip(table.columns, row.cells).enumerated().map { index, pair in
                cell(pair.1, named: pair.0, of: row, from: "\(pointer)/cells/\(index)", in: place)
            }
            for cell in cells { place.insert(cell) }
            let shape = cell(.shape, named: BaselineTable.shape.columns[0], of: .shape, from: "", in: place)
            place.add(
                "groups", listing: groups(cells, of: table.columns, table.grouping), shapedLike: shape,
                from: pointer + "/cells")
        }
    }

    /// A group: how many pairs there are, the test, and the changes of each printed level.
    private func cell(
        _ cell: PairedTable.Cell, named column: BaselineTable.Column, of row: PairedTable.Row, from pointer: String,
        in parent: TemplateContext
    ) -> TemplateContext {
        self.place(column.id, in: parent, besides: Self.pairWords).filledLater { [self] place in
            place.add("group", .text(column.label), from: pointer)
            place.add("known", count(cell.known), from: pointer + "/known")
            place.add("missing", count(cell.missing), from: pointer + "/missing")
            add(cell.test, to: &place, from: pointer + "/test")
            let isBinary = row.levels.count == 2
            add(
                isBinary ? row.shownChanges(of: cell).first : nil, of: cell, to: &place,
                from: "\(pointer)/changes/\(isBinary ? 1 : 0)")
            let levels = located(isBinary ? [] : cell.changes, in: pointer + "/changes").map { source, change in
                self.level(change, of: cell, in: row, from: source, in: place)
            }
            for level in levels { place.insert(level) }
            place.add(
                "levels", listing: levels, shapedLike: level(.shape, of: .shape, in: .shape, from: "", in: place),
                from: pointer + "/changes")
        }
    }

    private func level(
        _ change: PairedTable.Change, of cell: PairedTable.Cell, in row: PairedTable.Row, from pointer: String,
        in parent: TemplateContext
    ) -> TemplateContext {
        self.place(change.level, in: parent, besides: Self.pairCellWords).filledLater { [self] place in
            let label = row.levels.first { $0.id == change.level }?.label ?? change.level
            place.add("label", .text(label), from: pointer + "/level")
            add(change, of: cell, to: &place, from: pointer)
        }
    }

    private func add(
        _ change: PairedTable.Change?, of cell: PairedTable.Cell, to place: inout TemplateContext, from pointer: String
    ) {
        let total = String(pointer.split(separator: "/").dropLast(2).map { "/\($0)" }.joined()) + "/known"
        for (name, key, n) in [("before", "before", change?.before), ("after", "after", change?.after)] {
            var part = self.place(name, in: place)
            add(n, of: cell.known, group: name, to: &part, from: "\(pointer)/\(key)", totalFrom: total)
            place.add(part)
        }
        let none = TemplateValue.absent(reason: words.notApplicable)
        place.add("only-before", change.map { count($0.onlyBefore) } ?? none, from: pointer + "/onlyBefore")
        place.add("only-after", change.map { count($0.onlyAfter) } ?? none, from: pointer + "/onlyAfter")
        var difference = self.place("difference", in: place)
        add(change?.difference, as: .percent, to: &difference, from: pointer + "/difference")
        place.add(difference)
    }
}

extension PairedTable {
    static let shape = PairedTable(
        columns: [.init(id: "?", label: "", n: 0)], rows: [.shape], names: [], rule: .exact, exactBelow: 25,
        showsPValue: false, showsDifferences: false, population: "all", grouping: nil)
}

extension PairedTable.Row {
    static let shape = PairedTable.Row(
        before: "?", after: "?", label: "", levels: [.init(id: "?", label: "", members: [])], cells: [.shape])
}

extension PairedTable.Cell {
    static let shape = PairedTable.Cell(known: 0, missing: 0, counts: [[0]], changes: [.shape], test: .shape)
}

extension PairedTable.Change {
    static let shape = PairedTable.Change(
        level: "?", before: 0, after: 0, onlyBefore: 0, onlyAfter: 0, difference: .shape)
}
