import Results
import Styling

/// Writes results into the cells of one table, and remembers what the notes under the table have to explain.
struct CellWriter {
    let style: HouseStyle
    let words: any Vocabulary
    let conventions: Conventions
    var marks = FootnoteMarks()
    private var abbreviations: Set<Abbreviation> = []
    private var endpoints: [EndpointDescription] = []
    private let isSynthetic: Bool

    init(_ results: StudyResults, style: HouseStyle) {
        self.style = style
        words = vocabulary(for: results.study.language)
        conventions = results.conventions
        isSynthetic = results.study.synthetic
    }

    // MARK: What the notes explain

    /// An abbreviation that the table prints.
    mutating func uses(_ abbreviation: Abbreviation) { abbreviations.insert(abbreviation) }

    /// An endpoint that the table calls by its abbreviation.
    mutating func uses(_ endpoint: EndpointDescription) {
        if endpoint.isAbbreviated, !endpoints.contains(endpoint) { endpoints.append(endpoint) }
    }

    /// What an interval of this level is called.
    mutating func intervalLabel(_ level: Double? = nil) -> String {
        uses(.confidenceInterval)
        return style.confidenceLabel(level ?? conventions.level)
    }

    /// The head of hazard ratios.
    mutating func hazardRatioHead() -> String {
        uses(.hazardRatio)
        return words.hazardRatioHead(interval: intervalLabel())
    }

    /// All notes: those to the whole table first, then the marked ones, then abbreviations and the warning that the
    /// data are synthetic. To be asked for after the rows.
    func footnotes(_ notes: [String]) -> [Table.Footnote] {
        var last: [String] = []
        let used = Abbreviation.allCases.filter { abbreviations.contains($0) }
        if !used.isEmpty || !endpoints.isEmpty { last.append(words.abbreviations(used, of: endpoints, in: style)) }
        if isSynthetic { last.append(words.syntheticData) }
        return notes.map { Table.Footnote(RichText($0)) } + marks.footnotes + last.map { Table.Footnote(RichText($0)) }
    }

    // MARK: Cells

    /// A cell that has nothing to say.
    var emptyCell: Table.Cell { Table.Cell(RichText(style.numbers.emptyCell)) }

    /// A count with its percentage of a total, or alone.
    func count(_ n: Int?, of total: Int?) -> Table.Cell {
        guard let n else { return emptyCell }
        return Table.Cell(RichText(total.map { style.count(n, of: $0) } ?? style.count(n)))
    }

    /// A text in which numbers may be missing or times not reached.
    mutating func cell(_ text: String, isEstimable: Bool = true, isReached: Bool = true, note: String? = nil)
        -> Table.Cell
    {
        if !isEstimable { uses(.notEstimable) }
        if !isReached { uses(.notReached) }
        return Table.Cell(RichText(text), marks: note.map { [marks.mark($0)] } ?? [])
    }

    /// A ratio with its interval.
    mutating func ratio(_ estimate: Estimate?, note: String? = nil) -> Table.Cell {
        guard let estimate else { return emptyCell }
        if estimate.isWithheld { return Table.Cell(RichText(PrivacyProtection.mark)) }
        return cell(style.ratio(estimate), isEstimable: estimate.isWhole, note: note ?? whyBeyond(estimate))
    }

    /// A hazard ratio of one group against another, or why it does not exist.
    mutating func ratio(
        _ estimate: Estimate, monotone: MonotoneLikelihood?, of group: String, reference: String
    ) -> Table.Cell {
        if estimate.isWithheld { return Table.Cell(RichText(PrivacyProtection.mark)) }
        guard estimate.value == nil else { return ratio(estimate, note: estimate.isPenalised ? words.firth : nil) }
        return missingRatio(
            of: group, reference: reference, because: monotone.map { .monotone($0.reason) } ?? .notes(estimate.notes))
    }

    /// A mark in place of a ratio that does not exist, with the reason.
    mutating func missingRatio(of subject: String, reference: String?, because reason: MissingRatioReason) -> Table.Cell
    {
        if case .notes(let notes) = reason, notes.contains(where: { $0.kind == .withheld }) {
            return Table.Cell(RichText(PrivacyProtection.mark))
        }
        let note = words.notEstimable(subject, reference: reference, because: reason)
        return cell(style.numbers.notEstimable, isEstimable: false, note: note)
    }

    /// A proportion with its interval as percentages.
    mutating func percent(_ estimate: Estimate?, note: String? = nil) -> Table.Cell {
        guard let estimate else { return emptyCell }
        if estimate.isWithheld { return Table.Cell(RichText(PrivacyProtection.mark)) }
        return cell(
            style.percent(estimate), isEstimable: estimate.isWhole,
            note: note ?? whyBeyond(estimate) ?? whyNoInterval(estimate))
    }

    /// A length of time with its interval.
    mutating func time(_ estimate: Estimate?) -> Table.Cell {
        guard let estimate else { return emptyCell }
        if estimate.isWithheld { return Table.Cell(RichText(PrivacyProtection.mark)) }
        return cell(
            style.time(estimate), isEstimable: estimate.isWhole, note: whyBeyond(estimate) ?? whyNoInterval(estimate))
    }

    /// Why an estimate that exists has no interval; nil where it has one.
    private func whyNoInterval(_ estimate: Estimate) -> String? {
        guard estimate.value != nil, !estimate.isWhole else { return nil }
        return words.noInterval(because: estimate.notes)
    }

    /// That an estimate does not exist because nobody was observed for so long; nil where it exists.
    private func whyBeyond(_ estimate: Estimate) -> String? {
        let isBeyond = estimate.value == nil && estimate.notes.contains { $0.kind == .beyondLastObservation }
        return isBeyond ? words.beyondLastObservation(isCarriedForward: false) : nil
    }

    /// A quantile of a survival curve with its interval; of nobody there is none, which is not one that was not reached.
    mutating func quantile(_ quantile: SurvivalQuantile?, of patients: Int?) -> Table.Cell {
        guard let quantile, patients != 0 else { return emptyCell }
        let times = [quantile.value, quantile.lower, quantile.upper]
        return cell(style.time(quantile), isReached: !times.contains(.notReached))
    }

    /// A p-value that the table's notes or heads say the test of; a dash where there is none.
    func pValue(_ p: Double?, _ method: TestResult.Method) -> Table.Cell {
        Table.Cell(RichText(style.pValue(p, kind: PValueKind(method))))
    }

    /// A p-value that the table's notes or heads say the test of; a marked dash where it does not exist.
    mutating func pValue(_ test: TestResult?) -> Table.Cell {
        guard let test else { return emptyCell }
        guard test.pValue == nil else { return pValue(test.pValue, test.method) }
        return notTested(test.notes, summary: .levels)
    }

    /// A p-value marked where it is not from the usual test, where its approximation is poor, or where there is none.
    mutating func pValue(
        _ test: TestResult?, usual: UsualTest, isNamed: Bool = false, notes: [ResultNote] = [],
        summary: BaselineVariable.Summary = .levels
    ) -> Table.Cell {
        guard let test, let p = test.pValue else { return notTested((test?.notes ?? []) + notes, summary: summary) }
        let text = RichText(style.pValue(p, kind: PValueKind(test.method)))
        let name = UsualTest.Name(test.method, isNamed: isNamed, rule: conventions.categoricalTest)
        let remarks = remarks(on: test)
        guard !remarks.isEmpty || name != usual.name else { return Table.Cell(text) }
        let note = ([words.markedTest(name.method, rule: name.rule)] + remarks).joined(separator: " ")
        return Table.Cell(text, marks: [marks.mark(note)])
    }

    /// What a reader must know of a test's p-value.
    private func remarks(on test: TestResult) -> [String] {
        test.notes.compactMap { note in
            switch note.kind {
            case .smallExpectedCounts: words.smallExpectedCounts
            case .simulated: words.simulated(tables: style.count(Int(note.count ?? 0)), from: note.subject ?? "")
            default: nil
            }
        }
    }

    private mutating func notTested(_ notes: [ResultNote], summary: BaselineVariable.Summary) -> Table.Cell {
        if notes.contains(where: { $0.kind == .withheld }) { return Table.Cell(RichText(PrivacyProtection.mark)) }
        let why = words.noPValue(because: notes, summary: summary)
        return Table.Cell(RichText(style.numbers.emptyCell), marks: [marks.mark(why)])
    }
}

extension Estimate {
    /// Whether the value and both limits exist.
    fileprivate var isWhole: Bool { value != nil && interval?.lower != nil && interval?.upper != nil }
}

extension Array {
    /// The element at a place, or nil beyond the end: a results file that was edited by hand must not stop the program.
    func at(_ index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}
