import Drawing
import Results
import Styling

/// What a figure of adverse events prints, every number written.
struct AdverseEventContent {
    /// One group, which has a side of its own.
    struct Side {
        var id: String
        var label: String
        /// For each term the share of patients in the outer and the inner range of grades.
        var shares: [(outer: Double, inner: Double)]
        /// For each term what stands at the bar's end.
        var numbers: [String]
    }

    var terms: [(id: String, label: String)]
    var sides: [Side]
    var severities: [String]
    /// The ticks from the middle outwards, in shares.
    var ticks: [Axis.Tick]
    var axisTitle: String
    var notes: PageNotes
    var alternativeText: String

    init(_ plot: AdverseEventPlot, isSynthetic: Bool, style: HouseStyle, words: any Vocabulary) {
        let table = plot.table
        terms = table.rows.map { ($0.id, $0.label) }
        severities = table.severities.map(\.label)
        func count(_ row: AdverseEventTable.Row, _ severity: Int, _ column: Int) -> Int {
            guard row.counts.indices.contains(severity), row.counts[severity].indices.contains(column)
            else { return 0 }
            return row.counts[severity][column]
        }
        sides = table.columns.prefix(2).enumerated().map { column, group in
            func share(_ row: AdverseEventTable.Row, _ severity: Int) -> Double {
                let n = count(row, severity, column)
                return group.n > 0 && !n.isWithheld ? Double(n) / Double(group.n) : 0
            }
            func percent(_ row: AdverseEventTable.Row, _ severity: Int) -> String {
                style.percent(count(row, severity, column), of: group.n)
            }
            return Side(
                id: group.id, label: words.groupSize(group.label, n: style.count(group.n)),
                shares: table.rows.map { (share($0, 0), share($0, 1)) },
                numbers: table.rows.map { "\(percent($0, 0)) (\(percent($0, 1)))" })
        }
        let largest = sides.flatMap(\.shares).map { max($0.outer, $0.inner) }.max() ?? 0
        let axis = roundAxis(from: 0, to: largest > 0 ? 100 * largest : 100, style: style, atMost: 6)
        ticks = axis.ticks.map { Axis.Tick(value: $0.value / 100, label: $0.label) }
        axisTitle = words.patientsAxis
        let marks = words.adverseEventMarks(severities.first ?? "", severities.last ?? "")
        notes = PageNotes(
            notes: [marks]
                + (table.termsLeftOut > 0 ? [words.termsLeftOut(style.count(table.termsLeftOut))] : [])
                + (table.incompleteRecords != 0 ? [words.incompleteEvents(table.incompleteRecords)] : []),
            remark: isSynthetic ? words.syntheticDataRemark : nil)
        let labels = table.columns.map(\.label)
        let spoken = table.rows.indices.map { row in
            words.spokenAdverseEvent(
                table.rows[row].label,
                table.columns.indices.map { column in
                    func percent(_ severity: Int) -> String {
                        style.percent(count(table.rows[row], severity, column), of: table.columns[column].n)
                    }
                    return (labels[column], percent(0), percent(1))
                })
        }
        alternativeText =
            ([
                words.adverseEventDescription(labels.first ?? "", labels.last ?? "", terms: terms.count),
                words.spokenSeverities(severities.first ?? "", severities.last ?? ""),
                spoken.joined(separator: "; ") + ".",
            ] + (isSynthetic ? [words.spokenSyntheticData] : [])).joined(separator: " ")
    }
}
