import Results
import Styling
import Templating

/// Builds the tree of names of a study's results. Each group of results has a file of its own.
///
/// It is kept by the places that are filled when they are looked at.
final class ResultNaming: Sendable {
    /// Where a name that the study gives goes when it is one of the fixed words beside it.
    static let detour = "named"

    let results: StudyResults
    let style: HouseStyle
    /// Tables and figures, each in the order of their numbers.
    let placements: [Placement]
    let words: any ProseVocabulary
    /// The tables and figures of the supplement.
    private let supplement: Set<Placement>

    init(results: StudyResults, style: HouseStyle, placements: [Placement]) {
        self.results = results
        self.style = style
        self.placements = placements
        words = vocabulary(for: results.study.language).prose
        let tables = results.tables.filter(\.isSupplementary).map { Placement(.table, $0.id) }
        let figures = results.figures.filter(\.isSupplementary).map { Placement(.figure, $0.id) }
        supplement = Set(tables + figures)
    }

    var context: TemplateContext {
        var root = TemplateContext()
        root.add(study)
        root.add(provenance)
        root.add(conventions)
        root.add(methods)
        root.add(privacy)
        root.add(cohort)
        root.add(arms)
        addSurvival(to: &root)
        addIncidences(to: &root)
        addMatchings(to: &root)
        addTables(to: &root)
        addFigures(to: &root)
        return root
    }

    // MARK: Places

    /// An empty place under another.
    func place(_ segments: String..., in parent: TemplateContext) -> TemplateContext {
        TemplateContext(ResultName(parent.name.segments + segments))
    }

    /// An empty place for something that the study names, aside where a fixed word has its name.
    func place(_ id: String, in parent: TemplateContext, besides words: Set<String>) -> TemplateContext {
        words.contains(id) || id == Self.detour ? place(Self.detour, id, in: parent) : place(id, in: parent)
    }

    // MARK: Values

    /// A result that is not told, for it would tell of too few patients.
    var withheld: TemplateValue { .withheld(mark: words.withheld) }

    /// What a number is that the results do not have: withheld, where that is why.
    func missing(_ isWithheld: Bool) -> TemplateValue {
        isWithheld ? withheld : .absent(reason: words.notEstimable)
    }

    func count(_ n: Int) -> TemplateValue {
        n.isWithheld ? withheld : .number(Double(n), printed: style.count(n))
    }

    func number(_ x: Double?, decimals: Int) -> TemplateValue {
        guard let x, x.isFinite, !x.isWithheld else { return missing(x?.isWithheld ?? false) }
        return .number(x, printed: style.number(x, decimals: decimals))
    }

    /// A number with as many decimals as it has, at most six.
    func number(_ x: Double) -> TemplateValue { number(x, decimals: min(style.decimalsNeeded(by: x), 6)) }

    func text(_ text: String?, or reason: String) -> TemplateValue {
        text.map { .text($0) } ?? .absent(reason: reason)
    }

    /// A proportion as a percentage with its sign: 0.724 is `72.4%`.
    func percent(_ proportion: Double?) -> TemplateValue {
        guard let proportion, proportion.isFinite else { return .absent(reason: words.notEstimable) }
        return .number(proportion, printed: style.percent(proportion) + "%")
    }

    /// A count's percentage of a total.
    func percent(_ n: Int, of total: Int) -> TemplateValue {
        if n.isWithheld || total.isWithheld { return withheld }
        guard total > 0 else { return .absent(reason: words.notEstimable) }
        return .number(Double(n) / Double(total), printed: style.percent(n, of: total) + "%")
    }

    /// The p-value of a test, its statement, its statistic and its name.
    func add(_ test: TestResult?, to place: inout TemplateContext, from pointer: String) {
        let p = test?.pValue.flatMap { $0.isFinite ? $0 : nil }
        let none = test == nil ? .absent(reason: words.notCompared) : missing(test?.isWithheld ?? false)
        let kind = test.map { PValueKind($0.method) } ?? .other
        func value(_ text: (Double) -> String) -> TemplateValue {
            p.map { .number($0, printed: text($0)) } ?? none
        }
        place.add("p", value { style.pValue($0, kind: kind) }, from: pointer + "/pValue")
        place.add("p-statement", value { style.pStatement($0, kind: kind) }, from: pointer + "/pValue")
        place.add(
            "test", text(test.map { vocabulary(for: results.study.language).test($0.method) }, or: words.notCompared),
            from: pointer + "/method")
        let statistic = test?.statistic.map { number($0, decimals: 2) } ?? none
        place.add("statistic", statistic, from: pointer + "/statistic")
        let degrees = test?.degreesOfFreedom.first.map { number($0) } ?? none
        place.add("degrees-of-freedom", degrees, from: pointer + "/degreesOfFreedom/0")
    }

    // MARK: Numbers of tables and figures

    /// How the text refers to a table or figure, with the letter of a panel where it has several: `Figure 1A`.
    func reference(to placement: Placement, panel: Int? = nil) -> String {
        let isSupplementary = supplement.contains(placement)
        let alike = placements.filter {
            $0.kind == placement.kind && supplement.contains($0) == isSupplementary
        }
        let number = (alike.firstIndex(of: placement) ?? alike.count) + 1
        let vocabulary = vocabulary(for: results.study.language)
        let name =
            switch placement.kind {
            case .table: isSupplementary ? vocabulary.supplementaryTable : vocabulary.table
            case .figure: isSupplementary ? vocabulary.supplementaryFigure : vocabulary.figure
            }
        let letter = panel.map { String(decoding: [UInt8(ascii: "A") + UInt8(min($0, 25))], as: UTF8.self) }
        return "\(name) \(number)\(letter ?? "")"
    }
}

extension Array {
    /// The element at a place, or nil beyond the end: a results file that was edited by hand must not stop the program.
    func at(_ index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}

/// The items of a list, each with its JSON pointer.
func located<Value>(_ values: [Value], in pointer: String) -> [(pointer: String, value: Value)] {
    values.enumerated().map { ("\(pointer)/\($0.offset)", $0.element) }
}
