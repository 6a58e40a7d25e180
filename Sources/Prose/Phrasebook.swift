public import Results
public import Styling
public import Templating

/// A name for every result that a sentence can use.
///
/// Names are dotted: `pfs.RT+IO+T.median.full`, `table.baseline.sex.Male.total.percent`. What a name prints is written
/// by the house style, as tables and figures write it; what a condition compares is the unrounded number (a percentage
/// compares as a proportion). Names that the study gives (arms, levels, variables) stand beside fixed words; where one
/// of them is such a word it is found under `named`: a group called `overall` is `pfs.named.overall`.
public struct Phrasebook: Sendable {
    /// The names as a template uses them.
    public let context: TemplateContext

    private let results: StudyResults
    private let style: HouseStyle
    /// Tables, then figures, each in the order of their numbers.
    let placements: [Placement]

    /// Names the results, written in a house style. Tables and figures are numbered in the study's order.
    public init(_ results: StudyResults, style: HouseStyle) {
        self.init(results, style: style, placements: [])
    }

    private init(_ results: StudyResults, style: HouseStyle, placements: [Placement]) {
        self.results = results
        self.style = style
        self.placements = Self.order(of: results, placements: placements)
        context = ResultNaming(results: results, style: style, placements: self.placements).context
    }

    /// The same names where tables and figures are numbered in the order in which a text places them; those that it
    /// doesn't place come after, in the study's order.
    public func numbered(by placements: [Placement]) -> Phrasebook {
        let order = Self.order(of: results, placements: placements)
        return order == self.placements ? self : Phrasebook(results, style: style, placements: placements)
    }

    private static func order(of results: StudyResults, placements: [Placement]) -> [Placement] {
        let tables = results.tables.map { Placement(.table, $0.id) }
        let figures = results.figures.map { Placement(.figure, $0.id) }
        return [tables, figures].flatMap { items in
            placements.filter(items.contains) + items.filter { !placements.contains($0) }
        }
    }

    /// The tables and figures by the JSON pointer of each: a value from there is a reference to it.
    var places: [String: Placement] {
        let tables = results.tables.enumerated().map { ("/tables/\($0.offset)", Placement(.table, $0.element.id)) }
        let figures = results.figures.enumerated().map { ("/figures/\($0.offset)", Placement(.figure, $0.element.id)) }
        return Dictionary(tables + figures) { first, _ in first }
    }

    /// What parts the items of lists in the study's language.
    var separators: ListSeparators {
        let separators = vocabulary(for: results.study.language).prose.listSeparators
        return ListSeparators(between: separators.between, last: separators.last)
    }

    /// Says at the end of a text what stands where a number is withheld, if any is.
    func explainWithheld(in text: inout FilledTemplate) {
        let words = vocabulary(for: results.study.language).prose
        guard let privacy = results.privacy, let last = text.pieces.last?.location else { return }
        let isPrinted = text.pieces.contains { piece in
            if case .value(let printed, _, _) = piece.content { printed.contains(words.withheld) } else { false }
        }
        guard isPrinted else { return }
        let note = words.withheldNote
        let name = ResultName(["privacy", "minimum-cell"])
        text.pieces += [
            .literal("\n\n" + note.before),
            .value(style.count(privacy.minimumCell), name: name, source: "/privacy/minimumCell"),
            .literal(note.after + "\n"),
        ].map { FilledTemplate.Piece($0, at: last) }
    }

    /// All names with their values, in the order of the results.
    public var entries: [PhrasebookEntry] {
        context.valued.compactMap { place in
            place.value.map { PhrasebookEntry(name: place.name, value: $0, source: place.source) }
        }
    }
}

/// One name of a phrasebook.
public struct PhrasebookEntry: Equatable, Sendable {
    /// The name, as a template writes it in its description.
    public var name: ResultName
    /// The value, at full precision, or the reason why there is none.
    public var value: TemplateValue
    /// Where the result stands in `results.json`: a JSON pointer (RFC 6901) such as `/survival/0/logRank/pValue`.
    public var source: String

    /// Creates an entry.
    public init(name: ResultName, value: TemplateValue, source: String) {
        self.name = name
        self.value = value
        self.source = source
    }

    /// What a sentence prints; a flag as `yes` or `no`, which only this listing shows.
    public var formatted: String {
        if case .flag(let flag) = value { flag ? "yes" : "no" } else { value.printed ?? "" }
    }
}
