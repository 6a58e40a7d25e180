public import Diagnostics
public import Results
import Templating

/// A place of the bundle that prints a result.
public enum ResultUse: Hashable, Sendable {
    /// The text, by the tag of the template that put it there.
    case manuscript(SourceLocation)
    /// A table, by its name in the study file.
    case table(String)
    /// A figure, by its name in the study file.
    case figure(String)
}

/// Where the results of a study are printed.
public struct ResultUses: Sendable {
    private let results: StudyResults
    private var inText: [String: [SourceLocation]] = [:]

    /// Goes through a text. Without one, only tables and figures are known.
    public init(of results: StudyResults, in text: ManuscriptText?) {
        self.results = results
        for piece in text?.filled.pieces ?? [] {
            guard case .value(_, let name, _) = piece.content else { continue }
            let key = name.description
            if inText[key]?.contains(piece.location) != true { inText[key, default: []].append(piece.location) }
        }
    }

    /// The places that print an entry of the phrasebook: the text's in its order, then tables, then figures.
    public func places(of entry: PhrasebookEntry) -> [ResultUse] {
        (inText[entry.name.description] ?? []).map(ResultUse.manuscript) + tables(printing: entry.source)
            + figures(printing: entry.source)
    }

    private func tables(printing source: String) -> [ResultUse] {
        if let index = Self.index(in: source, of: "tables"), results.tables.indices.contains(index) {
            return source.contains("/content") ? [.table(results.tables[index].id)] : []
        }
        guard let index = Self.index(in: source, of: "survival"), results.survival.indices.contains(index),
            Self.tableParts.contains(where: source.contains)
        else { return [] }
        let comparison = results.survival[index].id
        return results.tables.filter { table in
            if case .survival(let content) = table.content { content.comparisons.contains(comparison) } else { false }
        }.map { .table($0.id) }
    }

    private func figures(printing source: String) -> [ResultUse] {
        if let index = Self.index(in: source, of: "figures"), results.figures.indices.contains(index) {
            return source.contains("/content") ? [.figure(results.figures[index].id)] : []
        }
        func drawing(_ comparison: String) -> [ResultUse] {
            results.figures.filter { figure in
                switch figure.content {
                case .kaplanMeier(let plan): plan.panels.contains { $0.comparison == comparison }
                case .incidence(let plot): plot.panels.contains { $0.comparison == comparison }
                default: false
                }
            }.map { .figure($0.id) }
        }
        if let index = Self.index(in: source, of: "survival"), results.survival.indices.contains(index),
            Self.figureParts.contains(where: source.contains)
        {
            return drawing(results.survival[index].id)
        }
        if let index = Self.index(in: source, of: "incidences"), results.incidences.indices.contains(index),
            source.contains("/gray/pValue")
        {
            return drawing(results.incidences[index].id)
        }
        return []
    }

    /// The parts of a comparison that a table of survival prints, and those that a figure does.
    private static let tableParts = [
        "/median", "/rates/", "/logRank", "/hazardRatio", "/restrictedMeans", "/rateDifferences", "/n", "/events",
    ]
    private static let figureParts = ["/median", "/logRank/pValue", "/hazardRatio/coefficients"]

    /// 3 of `/tables/3/content/…` in `tables`.
    private static func index(in pointer: String, of list: String) -> Int? {
        let parts = pointer.split(separator: "/")
        return parts.count > 1 && parts[0] == list ? Int(parts[1]) : nil
    }
}
