import Results
import Styling

/// Uni- and multivariable Cox models: endpoints span their kinds of model, and those their hazard ratios and p-values.
///
/// A hazard ratio that does not exist says in a note why.
func coxTable(
    _ content: CoxTable, id: String, caption: String, in results: StudyResults, style: HouseStyle
) -> Table {
    var layout = CoxLayout(content, in: results, writer: CellWriter(results, style: style))
    let (heads, columns) = layout.heads()
    var rows: [Table.Row] = []
    for (index, row) in content.rows.enumerated() { rows += layout.block(row, index: index) }
    for pair in content.interactions ?? [] { rows += layout.interaction(pair) }
    return Table(
        id: id, caption: RichText(caption), columns: columns, spanningHeads: heads, rows: rows,
        footnotes: layout.writer.footnotes(layout.notes))
}

struct CoxLayout {
    /// One kind of model of one endpoint: two columns.
    struct Part {
        var models: CoxTable.EndpointModels
        var isMultivariable: Bool
    }

    let content: CoxTable
    let parts: [Part]
    /// The abbreviations of the endpoints, in the table's order.
    let endpointNames: [String]
    var writer: CellWriter

    init(_ content: CoxTable, in results: StudyResults, writer: CellWriter) {
        self.content = content
        self.writer = writer
        let showsUnivariable = content.endpoints.contains { !$0.univariable.isEmpty }
        let showsMultivariable = content.entry != .none
        parts = content.endpoints.flatMap { models in
            [false, true].filter { $0 ? showsMultivariable : showsUnivariable }
                .map { Part(models: models, isMultivariable: $0) }
        }
        let descriptions = content.endpoints.map { models in results.endpoints.first { $0.id == models.endpoint } }
        endpointNames = zip(content.endpoints, descriptions).map { $1?.short ?? $0.endpoint }
        for endpoint in descriptions.compactMap(\.self) { self.writer.uses(endpoint) }
    }

    var hasUnivariable: Bool { parts.contains { !$0.isMultivariable } }
    var hasMultivariable: Bool { parts.contains(where: \.isMultivariable) }

    // MARK: Heads

    mutating func heads() -> (spanning: [[Table.SpanningHead]], columns: [Table.Column]) {
        let words = writer.words
        var columns = [Table.Column(RichText(words.covariate), alignment: .leading)]
        guard !parts.isEmpty else { return ([], columns) }
        let ratio = writer.hazardRatioHead()
        var kinds: [Table.SpanningHead] = []
        for part in parts {
            let head = part.isMultivariable ? words.multivariable : words.univariable
            kinds.append(Table.SpanningHead(RichText(head), over: columns.count..<columns.count + 2))
            columns += [ratio, writer.style.pLetter].map { Table.Column(RichText($0), alignment: .number) }
        }
        let width = 2 * parts.count / max(content.endpoints.count, 1)
        let endpoints = endpointNames.enumerated().map { index, name in
            Table.SpanningHead(RichText(name), over: 1 + index * width..<1 + (index + 1) * width)
        }
        return ([endpoints, kinds], columns)
    }

    // MARK: Rows

    mutating func block(_ row: CoxTable.Row, index: Int) -> [Table.Row] {
        writer.covariateRows(row) { cells(row, index: index, level: $0, isJoint: $1) }
    }

    /// A hazard ratio and its p-value for each part, of a level or a number; of all levels where `isJoint`.
    private mutating func cells(_ row: CoxTable.Row, index: Int, level: CoxTable.Level?, isJoint: Bool) -> [Table.Cell]
    {
        var cells: [Table.Cell] = []
        for part in parts {
            let hasEntered = !part.isMultivariable || part.models.entered.contains(row.variable)
            let fit = part.isMultivariable ? part.models.multivariable : part.models.univariable.at(index)
            guard hasEntered, let fit else {
                // A dash would stand again in each row of a block, where the first says it already.
                let isBelow = level != nil && row.levels.count > 2
                cells += isBelow ? [.empty, .empty] : [writer.emptyCell, writer.emptyCell]
                continue
            }
            let method = part.isMultivariable ? content.multivariablePValue : content.univariablePValue
            if isJoint {
                cells += [.empty, jointPValue(fit, row, method)]
                continue
            }
            cells += [ratio(fit, row, level), ownPValue(fit, row, level, method)]
        }
        return cells
    }

    private mutating func ratio(_ fit: CoxModelFit, _ row: CoxTable.Row, _ level: CoxTable.Level?) -> Table.Cell {
        let coefficient = fit.coefficient(of: row.variable, level: level?.id)
        if let ratio = coefficient?.hazardRatio, ratio.value != nil {
            return writer.ratio(ratio, note: ratio.isPenalised ? writer.words.firth : nil)
        }
        let reference = row.levels.first { $0.id == row.reference }?.label
        return writer.missingRatio(
            of: level.map { "\(row.label) \($0.label)" } ?? row.label,
            reference: reference.map { "\(row.label) \($0)" },
            because: coefficient?.monotone.map { .monotone($0.reason) }
                ?? .notes(
                    coefficient?.hazardRatio.notes ?? [ResultNote(row.levels.count == 1 ? .constant : .noPatients)]))
    }

    private func jointPValue(
        _ fit: CoxModelFit, _ row: CoxTable.Row, _ method: CoxTable.PValueMethod
    ) -> Table.Cell {
        writer.pValue(fit.test(of: row.variable, method)?.pValue, method.test)
    }

    /// The p-value beside a hazard ratio: Wald's is of the coefficient, the others are of the covariate and therefore
    /// stand only where it has one coefficient.
    private func ownPValue(
        _ fit: CoxModelFit, _ row: CoxTable.Row, _ level: CoxTable.Level?, _ method: CoxTable.PValueMethod
    ) -> Table.Cell {
        if method == .wald {
            return writer.pValue(fit.coefficient(of: row.variable, level: level?.id)?.pValue, method.test)
        }
        return row.levels.count > 2 ? .empty : jointPValue(fit, row, method)
    }
}

extension CoxTable.PValueMethod {
    /// The test that it stands for.
    var test: TestResult.Method {
        switch self {
        case .likelihoodRatio: .likelihoodRatio
        case .wald: .wald
        case .score: .score
        }
    }
}

extension CoxModelFit {
    /// The coefficient of a level, or of a number where there is no level; not of a product.
    func coefficient(of covariate: String, level: String?) -> CoxCoefficient? {
        coefficients.first {
            $0.column.parts.count == 1 && $0.column.parts[0].covariate == covariate && $0.column.parts[0].level == level
        }
    }

    /// The test of all columns of a term.
    func test(of term: String, _ method: CoxTable.PValueMethod) -> TestResult? {
        guard let tests = terms.first(where: { $0.term == term }) else { return nil }
        return switch method {
        case .likelihoodRatio: tests.likelihoodRatio
        case .wald: tests.wald
        case .score: tests.score
        }
    }
}
