internal import Documents
internal import Results
internal import Styling

/// What the guidelines' items are answered from: the results, and where the document has what.
struct ChecklistFacts {
    let results: StudyResults
    let style: HouseStyle
    let words: any ChecklistVocabulary
    /// The numbers that the document gives tables and figures, with their links; by kind and name.
    let tables: [String: ChecklistPlace]
    let figures: [String: ChecklistPlace]
    /// The section of statistical methods; empty where the text has none.
    let methods: [ChecklistPlace]

    init(_ results: StudyResults, in document: Document, style: HouseStyle) {
        self.results = results
        self.style = style
        words = vocabulary(for: results.study.language).checklist
        var (tables, figures): ([String: ChecklistPlace], [String: ChecklistPlace]) = ([:], [:])
        let places = document.places
        for place in places {
            let link = "report.html#\(place.anchor)"
            switch place.kind {
            case .table(let id): tables[id] = ChecklistPlace(label: place.label, link: link)
            case .figure(let id): figures[id] = ChecklistPlace(label: place.label, link: link)
            case .heading: break
            }
        }
        (self.tables, self.figures) = (tables, figures)
        let heading = words.methods
        methods = places.filter { $0.kind == .heading && $0.label == heading }.prefix(1).map {
            ChecklistPlace(label: $0.label, link: "report.html#\($0.anchor)")
        }
    }

    // MARK: What the study has

    func tables(where belongs: (TableResult.Content) -> Bool) -> [ChecklistPlace] {
        results.tables.filter { belongs($0.content) }.compactMap { tables[$0.id] }
    }

    func figures(where belongs: (FigureResult.Content) -> Bool) -> [ChecklistPlace] {
        results.figures.filter { belongs($0.content) }.compactMap { figures[$0.id] }
    }

    var curves: [KaplanMeierPlan] {
        results.figures.compactMap { if case .kaplanMeier(let plan) = $0.content { plan } else { nil } }
    }
    var predictedPlots: [PredictedSurvivalPlot] {
        results.figures.compactMap { if case .predictedSurvival(let plot) = $0.content { plot } else { nil } }
    }
    var coxTables: [CoxTable] {
        results.tables.compactMap { if case .cox(let table) = $0.content { table } else { nil } }
    }

    var baseline: [ChecklistPlace] { tables { if case .baseline = $0 { true } else { false } } }
    var models: [ChecklistPlace] {
        tables { content in
            switch content {
            case .cox, .logistic: true
            default: false
            }
        }
    }
    var effects: [ChecklistPlace] { tables { if case .effect = $0 { true } else { false } } }
    var flow: [ChecklistPlace] { figures { if case .flow = $0 { true } else { false } } }
    var forests: [ChecklistPlace] { figures { if case .forest = $0 { true } else { false } } }
    var residuals: [ChecklistPlace] { figures { if case .residuals = $0 { true } else { false } } }
    var survivalFigures: [ChecklistPlace] {
        figures { content in
            switch content {
            case .kaplanMeier, .incidence: true
            default: false
            }
        }
    }
    /// Curves that a model predicts: results of a model, not of a follow-up.
    var predicted: [ChecklistPlace] { figures { if case .predictedSurvival = $0 { true } else { false } } }
    /// Variables measured before and after.
    var paired: [ChecklistPlace] { tables { if case .paired = $0 { true } else { false } } }
    var hasRates: Bool { results.survival.contains { $0.overall.rates.contains { $0.estimate.value != nil } } }

    func remarks(_ kinds: DesignNote.Kind...) -> [String] {
        (results.design ?? []).filter { kinds.contains($0.kind) }.map { words.remark($0, in: style) }
    }

    var dates: String {
        let prose = vocabulary(for: results.study.language).prose
        return words.dates(
            first: results.cohort.firstStart.map(prose.day), last: results.cohort.lastStart.map(prose.day),
            cutoff: results.study.cutoff.map(prose.day))
    }

    // MARK: Entries

    func entry(for item: ChecklistItem) -> ChecklistEntry {
        switch item.guideline {
        case .strobe: strobe(item)
        case .kmunicate: kmunicate(item)
        case .sampl: sampl(item)
        case .remark: remark(item)
        }
    }

    /// Done at these places; to be looked at where there is something to say; else the author's.
    func filled(_ item: ChecklistItem, _ places: [ChecklistPlace], _ words: [String] = []) -> ChecklistEntry {
        places.isEmpty
            ? author(item) : ChecklistEntry(item: item, status: .filled, places: places, words: words)
    }

    func check(_ item: ChecklistItem, _ places: [ChecklistPlace] = [], _ words: [String] = []) -> ChecklistEntry {
        ChecklistEntry(
            item: item, status: .check, places: places, words: words + [self.words.hint(item)].compactMap(\.self))
    }

    func author(_ item: ChecklistItem) -> ChecklistEntry {
        ChecklistEntry(item: item, status: .author, words: [words.hint(item)].compactMap(\.self))
    }

    func inapplicable(_ item: ChecklistItem) -> ChecklistEntry {
        ChecklistEntry(item: item, status: .notApplicable)
    }
}
