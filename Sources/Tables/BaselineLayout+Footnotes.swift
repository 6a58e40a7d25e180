import Results
import Styling

extension BaselineLayout {
    /// The p-value of a variable as the row's last cell, marked where it is not from the usual test, where its
    /// approximation is poor, or where there is none.
    mutating func pValueCell(_ variable: BaselineVariable) -> [Table.Cell] {
        guard baseline.showsPValue else { return [] }
        guard let test = variable.test, let p = test.pValue else {
            let why = words.noPValue(because: (variable.test?.notes ?? []) + variable.notes, summary: variable.summary)
            return [Table.Cell(RichText(style.numbers.emptyCell), marks: [marks.mark(why)])]
        }
        let text = RichText(style.pValue(p, kind: PValueKind(test.method)))
        let isPoor = test.notes.contains { $0.kind == .smallExpectedCounts }
        guard isPoor || test.method != usualTest else { return [Table.Cell(text)] }
        let name = words.markedTest(test.method, rule: conventions.categoricalTest)
        let note = isPoor ? "\(name) \(words.smallExpectedCounts)" : name
        return [Table.Cell(text, marks: [marks.mark(note)])]
    }

    /// Where values of a variable are missing, and how many.
    func missingValues(_ variable: BaselineVariable) -> String {
        let columns = baseline.columns.enumerated().map { ($1, variable.missing.at($0) ?? 0) }
        let total = columns.first { $0.0.id == Self.totalColumn }?.1
        let groups = columns.filter { $0.0.id != Self.totalColumn }.map { (label: $0.0.label, n: $0.1) }
        return words.missingValues(total: total, byColumn: groups)
    }

    private static var totalColumn: String { "total" }

    /// All notes: those to the whole table first, then the marked ones, then abbreviations and the warning that the
    /// data are synthetic. To be asked for after the rows.
    func footnotes(isSynthetic: Bool) -> [Table.Footnote] {
        var last: [String] = []
        if !abbreviations.isEmpty { last.append(words.abbreviations(abbreviations, in: style)) }
        if isSynthetic { last.append(words.syntheticData) }
        return (contents + tests).map { Table.Footnote(RichText($0)) } + marks.footnotes
            + last.map { Table.Footnote(RichText($0)) }
    }

    private var contents: [String] {
        let categorical = baseline.rows.filter { $0.summary == .levels || $0.summary == .responses }
        var notes: [String] = []
        if !categorical.isEmpty {
            let someAreMissing = categorical.contains { $0.summary == .levels && $0.missing.contains { $0 > 0 } }
            notes.append(
                words.cellContents(
                    onlyCounts: categorical.count == baseline.rows.count,
                    percentagesOf: someAreMissing ? baseline.denominator : nil))
        }
        if baseline.rows.contains(where: { $0.summary == .median }) {
            notes.append(words.quartiles(type: conventions.quantileType))
        }
        return notes
    }

    private var tests: [String] {
        guard let usualTest else { return [] }
        let isOnly = Self.methods(of: baseline).allSatisfy { $0 == usualTest }
        let rule = conventions.categoricalTest
        return [
            isOnly
                ? words.onlyTest(usualTest, rule: rule, letter: style.pLetter)
                : words.usualTest(usualTest, rule: rule, letter: style.pLetter)
        ]
    }

    private var abbreviations: [Abbreviation] {
        Abbreviation.allCases.filter {
            switch $0 {
            case .confidenceInterval, .hazardRatio, .notReached: false
            case .standardDeviation: baseline.rows.contains { $0.summary == .mean }
            case .notEstimable: printsNotEstimable
            }
        }
    }
}
