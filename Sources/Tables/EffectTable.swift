import Results
import Styling

/// The effect of the treatment: a row for each population, with the groups' events and medians, the log-rank test and
/// the hazard ratios. Several endpoints stand below one another, each under its name.
func effectTable(
    _ content: EffectTable, id: String, caption: String, in results: StudyResults, style: HouseStyle
) -> Table {
    var layout = EffectLayout(content, in: results, writer: CellWriter(results, style: style))
    let (heads, columns) = layout.heads()
    let rows = layout.rows()
    return Table(
        id: id, caption: RichText(caption), columns: columns, spanningHeads: heads.isEmpty ? [] : [heads], rows: rows,
        footnotes: layout.writer.footnotes(layout.notes))
}

struct EffectLayout {
    /// What a block of columns shows of each contrast.
    enum Model: Equatable {
        case unadjusted, adjusted
    }

    let content: EffectTable
    let comparisons: [SurvivalComparison?]
    let endpoints: [EndpointDescription]
    let groups: GroupColumns
    let contrasts: [GroupColumns.Contrast]
    var writer: CellWriter

    init(_ content: EffectTable, in results: StudyResults, writer: CellWriter) {
        self.content = content
        self.writer = writer
        comparisons = content.rows.map { row in results.survival.first { $0.id == row.comparison } }
        let known = comparisons.compactMap(\.self)
        var endpoints: [EndpointDescription] = []
        for name in known.map(\.endpoint) where !endpoints.contains(where: { $0.id == name }) {
            endpoints += results.endpoints.filter { $0.id == name }.prefix(1)
        }
        self.endpoints = endpoints
        let groups = GroupColumns(known.flatMap(\.groups).map { .init(id: $0.id, label: $0.label) })
        self.groups = groups
        contrasts =
            known.compactMap(\.hazardRatio).map { groups.contrasts(of: $0.coefficients.map(\.column)) }
            .first { !$0.isEmpty } ?? []
    }

    var showsLogRank: Bool { comparisons.contains { $0?.logRank != nil } }
    var showsRobust: Bool { content.showsRobust && comparisons.contains { $0?.robustHazardRatio != nil } }
    var models: [Model] {
        contrasts.isEmpty
            ? [] : content.rows.contains { $0.adjusted != nil } ? [.unadjusted, .adjusted] : [.unadjusted]
    }
    /// Whether the p-values are of all groups at once: they then have a column behind those of the contrasts.
    var hasOverallPValue: Bool { contrasts.count > 1 && content.pValue != .wald }

    // MARK: Heads

    mutating func heads() -> (spanning: [Table.SpanningHead], columns: [Table.Column]) {
        let (words, letter, interval) = (writer.words, writer.style.pLetter, writer.intervalLabel())
        var (spanning, columns): ([Table.SpanningHead], [Table.Column]) = ([], [])
        let first = endpoints.count == 1 ? endpoints[0].label : words.population
        columns.append(Table.Column(RichText(first), alignment: .leading))
        func add(_ heads: [String], under head: String?) {
            if let head, !heads.isEmpty {
                spanning.append(
                    Table.SpanningHead(RichText(head), over: columns.count..<columns.count + heads.count))
            }
            columns += heads.map { Table.Column(RichText($0), alignment: .number) }
        }
        let median = words.medianHead(unit: commonUnit, interval: interval)
        for group in groups.groups { add([words.eventsOverPatients, median], under: group.label) }
        if showsLogRank {
            let method = comparisons.compactMap { $0?.logRank?.method }.first ?? .logRank
            add([words.testHead(method, letter: letter)], under: nil)
        }
        for model in models {
            let ratio = writer.hazardRatioHead()
            for contrast in contrasts {
                let name = contrast.label(words)
                let robust = model == .unadjusted && showsRobust ? [words.robustHead(interval: interval), letter] : []
                add(
                    [ratio] + (hasOverallPValue ? [] : [letter]) + robust,
                    under: model == .adjusted ? words.adjusted(name) : name)
            }
            if hasOverallPValue { add([words.overallPValueHead(letter: letter)], under: nil) }
        }
        return (spanning, columns)
    }

    /// The unit of the medians, where all endpoints have the same.
    private var commonUnit: TimeUnit? {
        endpoints.allSatisfy { $0.unit == endpoints.first?.unit } ? endpoints.first?.unit : nil
    }

    // MARK: Rows

    mutating func rows() -> [Table.Row] {
        var rows: [Table.Row] = []
        var endpoint: String?
        for (row, comparison) in zip(content.rows, comparisons) {
            if endpoints.count > 1, let comparison, comparison.endpoint != endpoint,
                let description = endpoints.first(where: { $0.id == comparison.endpoint })
            {
                let unit = commonUnit == nil ? writer.words.unit(description.unit) : nil
                let label = writer.style.label(description.label, unit: unit)
                rows.append(Table.Row(.section, head: Table.Cell(RichText(label)), cells: []))
                endpoint = comparison.endpoint
            }
            rows.append(self.row(row, comparison))
        }
        return rows
    }

    private mutating func row(_ row: EffectTable.Row, _ comparison: SurvivalComparison?) -> Table.Row {
        var head = Table.Cell(RichText(row.label))
        if let sensitivity = row.sensitivity {
            head.marks.append(writer.marks.mark(writer.words.tieOrders(sensitivity, in: writer.style)))
        }
        var cells: [Table.Cell] = []
        for group in groups.groups {
            let survival = comparison?.groups.first { $0.id == group.id }
            let events = survival.map { "\(writer.style.count($0.events))/\(writer.style.count($0.n))" }
            cells.append(events.map { Table.Cell(RichText($0)) } ?? writer.emptyCell)
            cells.append(writer.quantile(survival?.median, of: survival?.n))
        }
        if showsLogRank { cells.append(writer.pValue(comparison?.logRank)) }
        let covariate = comparison?.hazardRatio?.coefficients.first?.column.parts.first?.covariate ?? ""
        for model in models {
            let fit = model == .adjusted ? row.adjusted : comparison?.hazardRatio
            for contrast in contrasts {
                cells += ratio(fit, of: contrast, covariate: covariate)
                guard model == .unadjusted, showsRobust else { continue }
                cells += robust(comparison?.robustHazardRatio, of: contrast, covariate: covariate)
            }
            if hasOverallPValue {
                cells.append(writer.pValue(fit?.test(of: covariate, content.pValue)?.pValue, content.pValue.test))
            }
        }
        return Table.Row(.block, head: head, cells: cells)
    }

    private mutating func ratio(
        _ fit: CoxModelFit?, of contrast: GroupColumns.Contrast, covariate: String
    ) -> [Table.Cell] {
        let coefficient = fit?.coefficient(of: covariate, level: contrast.group.id)
        let ratio =
            coefficient.map {
                writer.ratio(
                    $0.hazardRatio, monotone: $0.monotone, of: contrast.group.label,
                    reference: contrast.reference.label)
            } ?? writer.emptyCell
        if hasOverallPValue { return [ratio] }
        let p =
            content.pValue == .wald ? coefficient?.pValue : fit?.test(of: covariate, content.pValue)?.pValue
        return [ratio, writer.pValue(p, content.pValue.test)]
    }

    private mutating func robust(
        _ fit: CoxModelFit?, of contrast: GroupColumns.Contrast, covariate: String
    ) -> [Table.Cell] {
        let coefficient = fit?.coefficient(of: covariate, level: contrast.group.id)
        guard let ratio = coefficient?.hazardRatio, let interval = ratio.interval else {
            return [writer.emptyCell, writer.emptyCell]
        }
        let isEstimable = interval.lower != nil && interval.upper != nil
        return [
            writer.cell(writer.style.ratioInterval(of: ratio), isEstimable: isEstimable),
            writer.pValue(coefficient?.pValue, .wald),
        ]
    }

    // MARK: Notes

    var notes: [String] {
        guard !models.isEmpty else { return [] }
        let (words, letter) = (writer.words, writer.style.pLetter)
        var notes: [String] = []
        if contrasts.count == 1 {
            notes.append(words.direction(contrasts[0].group.label, contrasts[0].reference.label))
        }
        notes.append(words.ratioTest(content.pValue.test, letter: letter))
        if models.contains(.adjusted), !content.adjustedFor.isEmpty {
            notes.append(words.adjustedFor(content.adjustedFor))
        }
        if showsRobust { notes.append(words.robustVariance(letter: letter)) }
        let ties = comparisons.compactMap { $0?.hazardRatio?.ties }.first ?? writer.conventions.ties
        let strata = endpoints.first?.strata ?? []
        guard endpoints.contains(where: { ($0.strata ?? []) != strata }) else {
            return notes + [words.coxMethod(ties: ties, strata: strata)]
        }
        let stratified = endpoints.compactMap { endpoint in
            endpoint.strata.map { "\(endpoint.label): \(words.stratified(by: $0))" }
        }
        return notes + [words.coxMethod(ties: ties, strata: [])] + stratified
    }
}
