import Results
import Styling
import Tables

/// Builds results that hold one table one and nothing else.
struct BaselineFixture {
    var columns: [BaselineTable.Column] = [
        .init(id: "total", label: "Total", n: 71), .init(id: "IO+T", label: "IO+T", n: 42),
        .init(id: "RT+IO+T", label: "RT+IO+T", n: 29),
    ]
    var rows: [BaselineVariable]
    var missing: BaselineTable.MissingDisplay = .row
    var denominator: BaselineTable.Denominator = .known
    var showsPValue = true
    var showsDifference = false
    var rule: CategoricalTestRule = .pearsonOrFisher
    var isSynthetic = false
    var language = "en"

    var results: StudyResults {
        .with(
            .baseline(
                BaselineTable(
                    columns: columns, rows: rows, missing: missing, denominator: denominator,
                    showsPValue: showsPValue, showsDifference: showsDifference, population: "all", grouping: "arm")),
            caption: "Baseline characteristics of the treatment groups.", rule: rule, isSynthetic: isSynthetic,
            language: language)
    }

    func table(style: HouseStyle = .plain) -> Table { results.table(style: style) }
}

extension BaselineVariable {
    /// A categorical variable by its counts in the two arms, the total before them.
    static func levels(
        _ label: String, _ levels: [(String, Int, Int)], test: TestResult? = nil, missing: [Int] = [0, 0, 0],
        summary: Summary = .levels, notes: [ResultNote] = []
    ) -> BaselineVariable {
        let counts = levels.map { [$0.1 + $0.2, $0.1, $0.2] }
        let known = (0..<3).map { column in counts.map { $0[column] }.reduce(0, +) }
        return BaselineVariable(
            variable: label.lowercased(), label: label, unit: nil, summary: summary,
            levels: zip(levels, counts).map { .init(id: $0.0, label: $0.0, counts: $1) }, descriptions: [],
            known: known, missing: missing, test: test, notes: notes)
    }

    /// A continuous variable by its descriptions.
    static func continuous(
        _ label: String, unit: String?, _ summary: Summary, _ descriptions: [Description], test: TestResult? = nil,
        missing: [Int] = [0, 0, 0], notes: [ResultNote] = []
    ) -> BaselineVariable {
        BaselineVariable(
            variable: label.lowercased(), label: label, unit: unit, summary: summary, levels: [],
            descriptions: descriptions, known: descriptions.map(\.n), missing: missing, test: test, notes: notes)
    }
}

extension TestResult {
    static func of(_ method: Method, p: Double?, notes: [ResultNote] = []) -> TestResult {
        TestResult(method: method, statistic: nil, pValue: p, n: 71, equalsInR: "", notes: notes)
    }
}

extension Description {
    static func of(
        n: Int, mean: Double? = nil, sd: Double? = nil, median: Double? = nil, quartiles: (Double, Double)? = nil,
        range: (Double, Double)? = nil, decimals: Int = 0
    ) -> Description {
        Description(
            n: n, mean: mean, standardDeviation: sd, minimum: range?.0, lowerQuartile: quartiles?.0, median: median,
            upperQuartile: quartiles?.1, maximum: range?.1, decimals: decimals)
    }
}

extension Table {
    /// A row's cells as text, marks after a caret: `["Age", "35 (49.3)", "0.209^a"]`.
    func texts(_ row: Int) -> [String] {
        guard rows.indices.contains(row) else { return [] }
        return ([rows[row].head] + rows[row].cells).map { cell in
            cell.text.plain + (cell.marks.isEmpty ? "" : "^" + cell.marks.joined(separator: ","))
        }
    }

    /// The notes as text, `a: …` for a marked one.
    var notes: [String] { footnotes.map { ($0.mark.map { "\($0): " } ?? "") + $0.text.plain } }

    /// The whole table as a person can read it in a golden.
    var asText: String {
        let heads = self.heads.joined(separator: " | ")
        let lines = rows.indices.map { row in
            let isBlock = rows[row].kind == .block
            return (rows[row].hasRuleAbove ? "---\n" : "")
                + (isBlock ? "* " : String(repeating: "  ", count: rows[row].indent + 1))
                + texts(row).joined(separator: " | ")
        }
        return ([caption.plain, heads] + lines + notes).joined(separator: "\n") + "\n"
    }
}
