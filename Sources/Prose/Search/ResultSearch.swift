public import Diagnostics
internal import Templating

/// Finds results by words instead of their names: `hr pfs arm`, `median os`, `log-rank pfs`.
public struct ResultSearch {
    /// What people call results, beside the names that these have.
    static let meanings: [String: [String]] = [
        "adjusted": ["multivariable"], "ae": ["safety"], "auc": ["area-under-curve"], "c-index": ["concordance"],
        "cause-specific": ["cause-specific-hazard-ratio"], "ci": ["interval"], "cif": ["incidence"],
        "confidence": ["interval"], "crude": ["univariable"], "csh": ["cause-specific-hazard-ratio"],
        "cuminc": ["incidence"], "df": ["degrees-of-freedom"], "event": ["events"], "followup": ["follow-up"],
        "fu": ["follow-up"], "hr": ["hazard-ratio"], "iqr": ["lower-quartile", "upper-quartile"],
        "logrank": ["log-rank"], "max": ["maximum"], "min": ["minimum"], "multivariate": ["multivariable"],
        "number": ["n"], "or": ["odds-ratio"], "orr": ["response", "objective"], "patients": ["n"],
        "ph": ["proportional-hazards"], "pval": ["p"], "pvalue": ["p"], "p-value": ["p"], "rd": ["difference"],
        "rmst": ["restricted-mean"], "rr": ["ratio"], "schoenfeld": ["proportional-hazards"],
        "sd": ["standard-deviation"], "shr": ["subdistribution-hazard-ratio"], "smd": ["difference", "differences"],
        "unadjusted": ["univariable"], "univariate": ["univariable"], "zph": ["proportional-hazards"],
    ]

    private let places: [TemplateContext]
    private let search: WordSearch

    /// Prepares the search of a phrasebook's names.
    public init(_ phrasebook: Phrasebook) {
        let found = Self.targets(in: phrasebook.context, above: [], ratio: nil)
        places = found.map(\.place)
        search = WordSearch(among: found.map(\.target), meanings: Self.meanings)
    }

    /// The results that have the words of a question. A result with several names is found under the best.
    public func answer(to question: String) -> WordSearch.Answer {
        var sources = Set<String>()
        var answer = search.answer(to: Self.joined(question))
        answer.matches = answer.matches.filter { match in
            let source = places[match.place].source
            return source.isEmpty || sources.insert(source).inserted
        }
        return answer
    }

    /// What is one thing in two words.
    private static func joined(_ question: String) -> String {
        ["p value": "p", "log rank": "log-rank", "hazard ratio": "hazard-ratio", "odds ratio": "odds-ratio"].reduce(
            question.lowercased()
        ) { $0.replacing($1.key, with: $1.value) }
    }

    /// Every place below one that has a result, or the facts of one; `ratio` is what the models of a table give.
    private static func targets(
        in place: TemplateContext, above: [WordSearch.Target.Part], ratio: String?
    ) -> [(target: WordSearch.Target, place: TemplateContext)] {
        let ratio = place["kind"]?.value?.printed.map { ratios[$0] } ?? ratio
        return place.segments.flatMap { segment -> [(target: WordSearch.Target, place: TemplateContext)] in
            guard let child = place[segment] else { return [] }
            let isModel = segment == "univariable" || segment == "multivariable"
            let part = WordSearch.Target.Part(
                segment, labels: words(about: child) + (isModel ? [ratio].compactMap(\.self) : []))
            let inside = targets(in: child, above: above + [part], ratio: ratio)
            guard isResult(child) else { return inside }
            // What has no value in this study is seldom what is looked for.
            let handicap = child.value?.exists == false ? 15 : 0
            return [(WordSearch.Target("\(child.name)", parts: above + [part], handicap: handicap), child)] + inside
        }
    }

    private static let ratios = ["cox": "hazard-ratio", "logistic": "odds-ratio"]

    /// What the results call a place, or say of it; such words are no results of their own.
    private static let descriptions = [
        "label", "title", "short", "group", "level", "grouping", "population", "when", "kind",
    ]

    private static func words(about place: TemplateContext) -> [String] {
        descriptions.compactMap { segment in
            guard let value = place[segment]?.value, value.exists else { return nil }
            return value.printed
        }
    }

    /// Whether a place is a result that can be explained, or holds the facts of one test.
    private static func isResult(_ place: TemplateContext) -> Bool {
        guard let last = place.name.segments.last, !descriptions.contains(last), last != "count" else { return false }
        switch place.value {
        case .flag: return false
        case nil: return place["p"] != nil
        case .text, .number, .absent, .withheld: return true
        }
    }
}
