import Results
import Styling

/// Best responses by group: the levels, then, below a rule and in bold, the rates that are made of them.
func responseTable(
    _ content: ResponseTable, id: String, caption: String, in results: StudyResults, style: HouseStyle
) -> Table {
    var layout = ResponseLayout(content, writer: CellWriter(results, style: style))
    let (heads, columns) = layout.heads()
    let rows = content.rows.enumerated().map { index, row in
        layout.row(row, isFirstRate: !row.members.isEmpty && content.rows.at(index - 1)?.members.isEmpty == true)
    }
    return Table(
        id: id, caption: RichText(caption), columns: columns, spanningHeads: heads.isEmpty ? [] : [heads], rows: rows,
        footnotes: layout.writer.footnotes(layout.notes))
}

private struct ResponseLayout {
    let content: ResponseTable
    let columns: PatientColumns
    let usualTest: UsualTest
    /// The group and reference of each column of differences.
    let contrasts: [GroupContrast]
    /// The same of the columns of ratios.
    let ratios: [GroupContrast]
    var writer: CellWriter

    init(_ content: ResponseTable, writer: CellWriter) {
        self.content = content
        self.writer = writer
        columns = PatientColumns(columns: content.columns)
        usualTest = UsualTest(
            of: content.showsPValue ? content.rows.map(\.test) : [], rule: writer.conventions.categoricalTest)
        contrasts = content.rows.map(\.differences).first { !$0.isEmpty } ?? []
        ratios = content.rows.map(\.ratios).first { !$0.isEmpty } ?? []
    }

    // MARK: Heads

    /// With intervals each group spans its counts and its intervals, so that both stand under one another.
    mutating func heads() -> (spanning: [Table.SpanningHead], columns: [Table.Column]) {
        let (words, heads) = (writer.words, columns.heads(writer))
        var spanning: [Table.SpanningHead] = []
        var result = [Table.Column(RichText(content.label), alignment: .leading)]
        for head in heads {
            guard content.showsIntervals else {
                result.append(Table.Column(head, alignment: .number))
                continue
            }
            spanning.append(Table.SpanningHead(head, over: result.count..<result.count + 2))
            let interval = writer.intervalLabel()
            result += [words.countHead, interval].map { Table.Column(RichText($0), alignment: .number) }
        }
        if !contrasts.isEmpty { differenceHeads(&spanning, &result) }
        if let ratio = content.ratio, !ratios.isEmpty { ratioHeads(of: ratio, &spanning, &result) }
        if content.showsPValue {
            let head = words.pValueHead(letter: writer.style.pLetter)
            result.append(Table.Column(RichText(head), alignment: .number))
        }
        return (spanning, result)
    }

    private mutating func differenceHeads(_ spanning: inout [Table.SpanningHead], _ columns: inout [Table.Column]) {
        let head = writer.words.proportionDifferenceHead(interval: writer.intervalLabel())
        spanning.append(
            Table.SpanningHead(RichText(head), over: columns.count..<columns.count + contrasts.count))
        columns += contrasts.map(contrastHead)
    }

    private mutating func ratioHeads(
        of ratio: ResponseTable.Ratio, _ spanning: inout [Table.SpanningHead], _ columns: inout [Table.Column]
    ) {
        let head = writer.words.responseRatioHead(ratio, interval: writer.intervalLabel())
        spanning.append(Table.SpanningHead(RichText(head), over: columns.count..<columns.count + ratios.count))
        columns += ratios.map(contrastHead)
    }

    private func contrastHead(_ contrast: GroupContrast) -> Table.Column {
        let names = writer.words.contrast(columns.label(contrast.group), columns.label(contrast.reference))
        return Table.Column(RichText(names), alignment: .number)
    }

    // MARK: Rows

    mutating func row(_ row: ResponseTable.Row, isFirstRate: Bool) -> Table.Row {
        var cells: [Table.Cell] = []
        for column in content.columns.indices {
            cells.append(writer.count(row.counts.at(column), of: content.known.at(column)))
            guard content.showsIntervals else { continue }
            cells.append(interval(row.proportions.at(column)))
        }
        for contrast in contrasts {
            cells.append(writer.percent(row.differences.first { $0.group == contrast.group }?.contrast.estimate))
        }
        for ratio in ratios {
            cells.append(writer.ratio(row.ratios.first { $0.group == ratio.group }?.contrast.estimate))
        }
        if content.showsPValue { cells.append(writer.pValue(row.test, usual: usualTest)) }
        let isRate = !row.members.isEmpty
        return Table.Row(
            .block, head: Table.Cell(RichText(row.label, isRate ? .bold : [])), cells: cells,
            hasRuleAbove: isFirstRate)
    }

    private mutating func interval(_ proportion: Estimate?) -> Table.Cell {
        guard let proportion, let interval = proportion.interval else { return writer.emptyCell }
        return writer.cell(
            writer.style.percentInterval(interval), isEstimable: interval.lower != nil && interval.upper != nil)
    }

    // MARK: Notes

    var notes: [String] {
        let words = writer.words
        let someAreMissing = content.missing.contains { $0 != 0 }
        var notes = [words.cellContents(onlyCounts: true, percentagesOf: someAreMissing ? .known : nil)]
        if someAreMissing {
            let missing = columns.divided(content.missing)
            notes.append(words.missingValues(of: content.label, total: missing.total, byColumn: missing.byColumn))
        }
        if !content.emptyLevels.isEmpty { notes.append(words.emptyLevels(content.emptyLevels)) }
        notes += content.rows.filter { !$0.members.isEmpty }.map {
            words.rate($0.label, counting: $0.members.map(label))
        }
        let labels = content.rows.filter(\.members.isEmpty).map(\.label) + content.emptyLevels
        let members = content.rows.flatMap { $0.members.map(label) }
        notes += [words.responseAbbreviations(labels + members)].compactMap(\.self)
        let methods = words.proportionIntervals(
            ofProportions: content.showsIntervals, ofDifferences: !contrasts.isEmpty)
        let ratioMethod =
            ratios.isEmpty ? nil : content.ratio.map { words.responseRatioMethod($0, strata: content.strata) }
        let stratified =
            content.strata.isEmpty
            ? nil : words.comparedWithinStrata(content.strata, exceptDifferences: !contrasts.isEmpty)
        return notes + [methods, ratioMethod, stratified].compactMap(\.self) + usualTest.notes(writer)
    }

    /// How a level is printed.
    private func label(_ id: String) -> String {
        content.rows.first { $0.id == id && $0.members.isEmpty }?.label ?? id
    }
}
