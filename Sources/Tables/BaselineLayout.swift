import Results
import Styling

/// Lays out a table one: rows first, then the footnotes that they turned out to need.
struct BaselineLayout {
    let baseline: BaselineTable
    let conventions: Conventions
    let style: HouseStyle
    let words: any Vocabulary
    /// The test that most p-values are from, which no mark names; the first of equally many.
    let usualTest: TestResult.Method?
    var marks = FootnoteMarks()
    var printsNotEstimable = false

    init(baseline: BaselineTable, conventions: Conventions, style: HouseStyle, words: any Vocabulary) {
        self.baseline = baseline
        self.conventions = conventions
        self.style = style
        self.words = words
        self.usualTest = Self.mostFrequent(Self.methods(of: baseline))
    }

    /// The tests behind the p-values that are printed, in the order of the rows.
    static func methods(of baseline: BaselineTable) -> [TestResult.Method] {
        guard baseline.showsPValue else { return [] }
        return baseline.rows.compactMap { $0.test?.pValue == nil ? nil : $0.test?.method }
    }

    private static func mostFrequent(_ methods: [TestResult.Method]) -> TestResult.Method? {
        var best: (method: TestResult.Method, count: Int)?
        for method in methods {
            let count = methods.count { $0 == method }
            if count > best?.count ?? 0 { best = (method, count) }
        }
        return best?.method
    }

    var columns: [Table.Column] {
        let groups = baseline.columns.map {
            Table.Column(RichText(words.columnHead($0.label, n: style.count($0.n))), alignment: .number)
        }
        let pValue = Table.Column(RichText(words.pValueHead(letter: style.pLetter)), alignment: .number)
        return [Table.Column(RichText(words.characteristic), alignment: .leading)] + groups
            + (baseline.showsPValue ? [pValue] : [])
    }

    mutating func rows() -> [Table.Row] {
        var rows: [Table.Row] = []
        for variable in baseline.rows { rows += block(variable) }
        return rows
    }

    // MARK: One variable

    private mutating func block(_ variable: BaselineVariable) -> [Table.Row] {
        let head = head(variable)
        let own =
            switch variable.summary {
            case .levels, .responses: baseline.columns.map { _ in Table.Cell.empty }
            case .median, .range, .mean: descriptions(variable)
            }
        let first = Table.Row(.block, head: head, cells: own + pValueCell(variable))
        return [first] + levels(variable) + missingRow(variable)
    }

    private mutating func head(_ variable: BaselineVariable) -> Table.Cell {
        var text = RichText(style.label(variable.label, unit: variable.unit), .bold)
        if let summary = words.summary(variable.summary) { text = text + RichText(", \(summary)") }
        var cell = Table.Cell(text)
        if variable.summary == .responses { cell.marks.append(marks.mark(words.percentagesOfResponses)) }
        if baseline.missing == .footnote, variable.missing.contains(where: { $0 > 0 }) {
            cell.marks.append(marks.mark(missingValues(variable)))
        }
        return cell
    }

    private func levels(_ variable: BaselineVariable) -> [Table.Row] {
        variable.levels.map { level in
            let cells = baseline.columns.indices.map { column in
                count(level.counts.at(column), of: denominator(variable, column: column))
            }
            return Table.Row(.member, head: Table.Cell(RichText(level.label)), indent: 1, cells: cells + emptyPValue)
        }
    }

    private func missingRow(_ variable: BaselineVariable) -> [Table.Row] {
        guard baseline.missing == .row, variable.missing.contains(where: { $0 > 0 }) else { return [] }
        let cells = baseline.columns.indices.map { column in
            let total = baseline.denominator == .all ? baseline.columns[column].n : nil
            return count(variable.missing.at(column), of: total)
        }
        return [Table.Row(.member, head: Table.Cell(RichText(words.missing)), indent: 1, cells: cells + emptyPValue)]
    }

    private var emptyPValue: [Table.Cell] { baseline.showsPValue ? [.empty] : [] }

    private func count(_ n: Int?, of total: Int?) -> Table.Cell {
        guard let n else { return emptyCell }
        return Table.Cell(RichText(total.map { style.count(n, of: $0) } ?? style.count(n)))
    }

    private var emptyCell: Table.Cell { Table.Cell(RichText(style.numbers.emptyCell)) }

    private func denominator(_ variable: BaselineVariable, column: Int) -> Int? {
        switch (variable.summary, baseline.denominator) {
        case (.responses, _): variable.levels.compactMap { $0.counts.at(column) }.reduce(0, +)
        case (_, .known): variable.known.at(column)
        case (_, .all): baseline.columns[column].n
        }
    }

    // MARK: Continuous variables

    private mutating func descriptions(_ variable: BaselineVariable) -> [Table.Cell] {
        let decimals = style.decimals(of: variable)
        return baseline.columns.indices.map { column in
            guard let description = variable.descriptions.at(column), description.n > 0 else { return emptyCell }
            let numbers = description.printed(as: variable.summary)
            if numbers.contains(nil) { printsNotEstimable = true }
            let texts = numbers.map { style.number($0, decimals: decimals) }
            let spread = texts.count == 3 ? style.interval(texts[1], texts[2]) : texts[1]
            return Table.Cell(RichText("\(texts[0]) (\(spread))"))
        }
    }
}

extension Array {
    /// The element at a place, or nil beyond the end: a results file that was edited by hand must not stop the program.
    func at(_ index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}
