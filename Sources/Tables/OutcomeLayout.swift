import Results
import Styling

/// Lays out tables whose rows are what is known of an endpoint and whose columns are groups: survival and incidence.
struct OutcomeLayout {
    let groups: GroupColumns
    /// The contrasts that have a column of differences.
    let contrasts: [GroupColumns.Contrast]
    let showsPValue: Bool
    var writer: CellWriter
    private(set) var rows: [Table.Row] = []
    /// Whether a p-value stands in a row that names no test.
    private(set) var hasEstimateTests = false

    /// Begins a table: columns for groups that are listed again for each endpoint, and for the contrasts of differences.
    init(
        of groups: [GroupColumns.Group], differences: [GroupContrast], showsPValue: Bool, writer: CellWriter
    ) {
        let columns = GroupColumns(groups)
        var contrasts: [GroupColumns.Contrast] = []
        for difference in differences {
            if let contrast = columns.contrast(difference.group, difference.reference), !contrasts.contains(contrast) {
                contrasts.append(contrast)
            }
        }
        self.groups = columns
        self.contrasts = contrasts
        self.showsPValue = showsPValue && columns.groups.count > 1
        self.writer = writer
    }

    // MARK: Heads

    /// One contrast has a column; several span a column of differences and one of their p-values each.
    mutating func heads() -> (spanning: [Table.SpanningHead], columns: [Table.Column]) {
        let (words, letter) = (writer.words, writer.style.pLetter)
        var spanning: [Table.SpanningHead] = []
        var heads = [words.outcome] + groups.groups.map(\.label)
        if !contrasts.isEmpty {
            let difference = words.differenceHead(interval: writer.intervalLabel())
            for contrast in contrasts {
                let own = contrasts.count > 1 && showsPValue ? [difference, letter] : [difference]
                spanning.append(
                    Table.SpanningHead(
                        RichText(contrast.label(words)), over: heads.count..<heads.count + own.count))
                heads += own
            }
        }
        if showsPValue { heads.append(words.pValueHead(letter: letter)) }
        let columns = heads.enumerated().map { index, head in
            Table.Column(RichText(head), alignment: index == 0 ? .leading : .number)
        }
        return (spanning, columns)
    }

    // MARK: Rows

    /// Begins the rows of one of several endpoints; what the results say of it.
    mutating func begin(_ id: String, isAlone: Bool, in results: StudyResults) -> EndpointDescription? {
        let endpoint = results.endpoints.first { $0.id == id }
        if !isAlone {
            rows.append(Table.Row(.section, head: Table.Cell(RichText(endpoint?.label ?? id)), cells: []))
        }
        return endpoint
    }

    /// Adds a row: a cell for each group, the differences where there are any, and a p-value.
    mutating func add(
        _ label: String, marks: [String] = [], group: (GroupColumns.Group, inout CellWriter) -> Table.Cell,
        differences: [GroupContrast] = [],
        difference: (Estimate, inout CellWriter) -> Table.Cell = { $1.percent($0) }, p: Table.Cell? = nil
    ) {
        var cells = groups.groups.map { group($0, &writer) }
        let shown = contrasts.map { contrast in
            differences.first { $0.group == contrast.group.id && $0.reference == contrast.reference.id }
        }
        for own in shown {
            cells.append(own.map { difference($0.contrast.estimate, &writer) } ?? .empty)
            if contrasts.count > 1, showsPValue { cells.append(own.map { estimatePValue($0) } ?? .empty) }
        }
        if showsPValue {
            let only = contrasts.count == 1 ? (shown[0] ?? nil) : nil
            cells.append(p ?? only.map { estimatePValue($0) } ?? .empty)
        }
        rows.append(Table.Row(.block, head: Table.Cell(RichText(label), marks: marks), cells: cells))
    }

    /// The p-value of a contrast, in a row that names no test.
    mutating func estimatePValue(_ contrast: GroupContrast) -> Table.Cell {
        hasEstimateTests = hasEstimateTests || showsPValue
        return writer.pValue(contrast.contrast.test)
    }

    /// Adds a row of a test.
    mutating func add(_ test: TestResult, isNamedTwice: Bool = false) {
        guard showsPValue else { return }
        let isMarked = isNamedTwice || test.method == .flemingHarrington
        let marks = isMarked ? [writer.marks.mark(writer.words.equalCall(test.equalsInR))] : []
        let p = writer.pValue(test)
        add(writer.words.testRow(test.method), marks: marks, group: { _, _ in .empty }, p: p)
    }

    /// Adds a row of hazard ratios against the reference group, with the test of all groups at once.
    mutating func add(
        ratios label: String, strata: [String] = [],
        _ ratios: [(column: ColumnIdentity, ratio: Estimate, monotone: MonotoneLikelihood?)],
        wald: TestResult
    ) {
        let contrasts = groups.contrasts(of: ratios.map(\.column))
        guard contrasts.count == ratios.count, !ratios.isEmpty else { return }
        hasEstimateTests = hasEstimateTests || showsPValue
        let marks = strata.isEmpty ? [] : [writer.marks.mark(writer.words.stratified(by: strata))]
        add(
            label, marks: marks,
            group: { group, writer in
                if contrasts.contains(where: { $0.reference == group }) {
                    return Table.Cell(RichText(writer.words.reference))
                }
                guard let index = contrasts.firstIndex(where: { $0.group == group }) else { return writer.emptyCell }
                return writer.ratio(
                    ratios[index].ratio, monotone: ratios[index].monotone, of: group.label,
                    reference: contrasts[index].reference.label)
            }, p: writer.pValue(wald.pValue, .wald))
    }

    /// Adds a row for each landmark of the groups.
    mutating func add(
        rates: [(group: String, rates: [LandmarkRate])], differences: [LandmarkDifference],
        label: (_ time: String, _ interval: String) -> String
    ) {
        var times: [Double] = []
        for time in rates.flatMap(\.rates).map(\.time) where !times.contains(time) { times.append(time) }
        for time in times {
            add(
                label(writer.style.namedTime(time), writer.intervalLabel()),
                group: { group, writer in
                    let rate = rates.first { $0.group == group.id }?.rates.first { $0.time == time }?.estimate
                    let isBeyond = rate?.notes.contains { $0.kind == .beyondLastObservation } == true
                    let note =
                        isBeyond ? writer.words.beyondLastObservation(isCarriedForward: rate?.value != nil) : nil
                    return writer.percent(rate, note: note)
                }, differences: differences.filter { $0.time == time }.map(\.comparison))
        }
    }

    // MARK: Table

    /// The table of the rows so far.
    mutating func table(id: String, caption: String) -> Table {
        let (heads, columns) = heads()
        let words = writer.words
        var notes: [String] = []
        if !contrasts.isEmpty { notes.append(words.differencesInPoints) }
        if hasEstimateTests { notes.append(words.estimateTest(letter: writer.style.pLetter)) }
        return Table(
            id: id, caption: RichText(caption), columns: columns, spanningHeads: heads.isEmpty ? [] : [heads],
            rows: rows, footnotes: writer.footnotes(notes))
    }
}
