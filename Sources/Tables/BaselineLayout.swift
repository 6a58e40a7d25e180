import Results
import Styling

/// Lays out a table one, or several of the same variables side by side: rows first, then the footnotes that they turned
/// out to need.
struct BaselineLayout {
    /// The tables side by side, such as everyone and the matched patients.
    let parts: [BaselineTable]
    let usualTest: UsualTest
    var writer: CellWriter

    init(_ parts: [BaselineTable], writer: CellWriter) {
        self.parts = parts
        self.writer = writer
        let tested = parts.flatMap { part in part.showsPValue ? part.rows : [] }
        usualTest = UsualTest(
            of: tested.map(\.test), named: tested.map { $0.isTestNamed == true },
            rule: writer.conventions.categoricalTest)
    }

    /// The columns of a part without that of the variables.
    mutating func columns(of part: BaselineTable) -> [Table.Column] {
        var heads = PatientColumns(columns: part.columns).heads(writer)
        if part.showsDifference {
            writer.uses(.standardizedDifference)
            heads.append(RichText(writer.words.standardizedDifferenceHead))
        }
        if part.showsPValue { heads.append(RichText(writer.words.pValueHead(letter: writer.style.pLetter))) }
        return heads.map { Table.Column($0, alignment: .number) }
    }

    mutating func columns() -> [Table.Column] {
        var columns = [Table.Column(RichText(writer.words.characteristic), alignment: .leading)]
        for part in parts { columns += self.columns(of: part) }
        return columns
    }

    mutating func rows() -> [Table.Row] {
        var names: [String] = []
        for row in parts.flatMap(\.rows) where !names.contains(row.variable) { names.append(row.variable) }
        var rows: [Table.Row] = []
        for name in names {
            rows += block(
                parts.map { part in
                    Shown(part: part, variable: part.rows.first { $0.variable == name })
                })
        }
        return rows
    }

    // MARK: One variable

    /// A variable in one part; nil where that part lacks it.
    private struct Shown {
        var part: BaselineTable
        var variable: BaselineVariable?
    }

    private mutating func block(_ shown: [Shown]) -> [Table.Row] {
        guard let index = shown.firstIndex(where: { $0.variable != nil }), let variable = shown[index].variable else {
            return []
        }
        let head = head(variable, in: shown[index].part)
        let decimals = shown.compactMap(\.variable).map(style.decimals).max() ?? 0
        var cells: [Table.Cell] = []
        for one in shown {
            switch variable.summary {
            case .levels, .responses: cells += one.part.columns.map { _ in Table.Cell.empty }
            case .median, .range, .mean: cells += descriptions(one, decimals: decimals)
            }
            if one.part.showsDifference { cells.append(difference(one.variable)) }
            if one.part.showsPValue { cells.append(pValue(one.variable)) }
        }
        return [Table.Row(.block, head: head, cells: cells)] + levels(variable, shown) + missingRow(shown)
    }

    private mutating func head(_ variable: BaselineVariable, in part: BaselineTable) -> Table.Cell {
        var text = RichText(style.label(variable.label, unit: variable.unit), .bold)
        if let summary = words.summary(variable.summary) { text = text + RichText(", \(summary)") }
        var cell = Table.Cell(text)
        if variable.summary == .responses {
            let note = part.denominator == .responses ? responses(variable, in: part) : words.severalResponses
            cell.marks.append(writer.marks.mark(note))
        }
        if part.missing == .footnote, variable.missing.contains(where: { $0 != 0 }) {
            let missing = PatientColumns(columns: part.columns).divided(variable.missing)
            cell.marks.append(
                writer.marks.mark(words.missingValues(total: missing.total, byColumn: missing.byColumn)))
        }
        return cell
    }

    private func responses(_ variable: BaselineVariable, in part: BaselineTable) -> String {
        let counts = part.columns.indices.map { variable.allResponses(column: $0) }
        let divided = PatientColumns(columns: part.columns).divided(counts)
        return words.percentagesOfResponses(
            total: divided.total.map(style.count), byColumn: divided.byColumn.map { ($0.label, style.count($0.n)) })
    }

    private func levels(_ variable: BaselineVariable, _ shown: [Shown]) -> [Table.Row] {
        variable.levels.map { level in
            let cells = shown.flatMap { one in
                let own = one.variable?.levels.first { $0.id == level.id }
                return one.part.columns.indices.map { column in
                    share(own, one, column: column)
                        ?? writer.count(own?.counts.at(column), of: denominator(one, column: column))
                } + emptyComparisons(one.part)
            }
            return Table.Row(.member, head: Table.Cell(RichText(level.label)), indent: 1, cells: cells)
        }
    }

    private func missingRow(_ shown: [Shown]) -> [Table.Row] {
        let isShown = shown.contains { one in
            one.part.missing == .row && one.variable?.missing.contains { $0 != 0 } == true
        }
        guard isShown else { return [] }
        let cells = shown.flatMap { one in
            one.part.columns.enumerated().map { index, column in
                writer.count(one.variable?.missing.at(index), of: one.part.denominator == .all ? column.n : nil)
            } + emptyComparisons(one.part)
        }
        return [Table.Row(.member, head: Table.Cell(RichText(words.missing)), indent: 1, cells: cells)]
    }

    /// The share of a level among weighted patients, of whom a count would say nothing; nil where all count the same.
    private func share(_ level: BaselineVariable.Level?, _ shown: Shown, column: Int) -> Table.Cell? {
        guard let weight = level?.weights?.at(column) else { return nil }
        if weight.isWithheld { return Table.Cell(RichText(PrivacyProtection.mark)) }
        let total: Double? =
            switch (shown.variable?.summary, shown.part.denominator) {
            case (.responses, .responses): shown.variable?.allWeights(column: column)
            case (_, .known), (_, .responses): shown.variable?.knownWeights?.at(column)
            case (_, .all): shown.part.columns[column].weight
            }
        guard let total, total > 0 else { return writer.emptyCell }
        return Table.Cell(RichText("\(style.percent(weight / total))%"))
    }

    private func emptyComparisons(_ part: BaselineTable) -> [Table.Cell] {
        [part.showsDifference, part.showsPValue].filter(\.self).map { _ in .empty }
    }

    private func denominator(_ shown: Shown, column: Int) -> Int? {
        switch (shown.variable?.summary, shown.part.denominator) {
        case (.responses, .responses): shown.variable?.allResponses(column: column)
        case (_, .known), (_, .responses): shown.variable?.known.at(column)
        case (_, .all): shown.part.columns[column].n
        }
    }

    // MARK: Comparisons

    private mutating func difference(_ variable: BaselineVariable?) -> Table.Cell {
        guard let variable, variable.summary != .responses else { return writer.emptyCell }
        if let difference = variable.difference {
            return Table.Cell(RichText(style.standardizedDifference(difference)))
        }
        let note = words.noStandardizedDifference(variable.notes + (variable.test?.notes ?? []))
        return Table.Cell(RichText(style.numbers.emptyCell), marks: [writer.marks.mark(note)])
    }

    private mutating func pValue(_ variable: BaselineVariable?) -> Table.Cell {
        guard let variable else { return writer.emptyCell }
        return writer.pValue(
            variable.test, usual: usualTest, isNamed: variable.isTestNamed == true, notes: variable.notes,
            summary: variable.summary)
    }

    // MARK: Continuous variables

    private mutating func descriptions(_ shown: Shown, decimals: Int) -> [Table.Cell] {
        var cells: [Table.Cell] = []
        for column in shown.part.columns.indices {
            guard let variable = shown.variable, let description = variable.descriptions.at(column), description.n != 0
            else {
                cells.append(writer.emptyCell)
                continue
            }
            if description.n.isWithheld, description.median == nil, description.mean == nil {
                cells.append(Table.Cell(RichText(PrivacyProtection.mark)))
                continue
            }
            let numbers = description.printed(as: variable.summary)
            let texts = numbers.map { style.number($0, decimals: decimals) }
            let spread = texts.count == 3 ? style.interval(texts[1], texts[2]) : texts[1]
            cells.append(writer.cell("\(texts[0]) (\(spread))", isEstimable: !numbers.contains(nil)))
        }
        return cells
    }

    var style: HouseStyle { writer.style }
    var words: any Vocabulary { writer.words }
}

extension BaselineVariable {
    /// The weights of all responses of a column.
    fileprivate func allWeights(column: Int) -> Double {
        levels.compactMap { $0.weights?.at(column) }.reduce(0, +)
    }

    /// All responses of a column.
    fileprivate func allResponses(column: Int) -> Int {
        responses.at(column) ?? levels.compactMap { $0.counts.at(column) }.reduce(0, +)
    }
}
