internal import Documents
internal import Prose
internal import Results
internal import Styling
internal import Tables
internal import Templating

/// The documents of a bundle, which share their tables and figures and the numbers of these.
struct ManuscriptDocuments {
    let bundle: ManuscriptBundle
    let tables: [Table]
    private let figures: [Documents.Figure]
    /// The text with the tables and figures that are not in the supplement.
    private var text: [Document.Block] = []
    private var words: any Vocabulary { vocabulary(for: bundle.results.study.language) }

    init(_ bundle: ManuscriptBundle, tables: [Table]) {
        self.bundle = bundle
        self.tables = tables
        let (names, ending) = (bundle.figureFileNames, bundle.style.figures.formatToShow.fileExtension)
        figures = bundle.figures.map { figure in
            Documents.Figure(
                id: figure.id, caption: RichText(figure.caption), isSupplementary: figure.isSupplementary,
                path: "figures/\(names[figure.id] ?? figure.id).\(ending)", scene: figure.scene,
                readings: figure.readings)
        }
        text = blocks(of: bundle.text)
    }

    /// The text with each table and figure where it places them and the rest at the end, then the supplement: for formats
    /// that hold everything in one file.
    var whole: Document {
        let supplement = items(areSupplementary: true)
        let heading: [Document.Block] = supplement.isEmpty ? [] : [.heading(level: 1, RichText(words.supplement))]
        return document(RichText(bundle.results.study.title), blocks: text + heading + supplement)
    }

    /// The text without the supplement.
    var manuscript: Document { document(RichText(bundle.results.study.title), blocks: text) }

    /// The tables of the text alone; nil where there are none.
    var tablesAlone: Document? {
        let blocks = items(areSupplementary: false).filter { if case .table = $0 { true } else { false } }
        return blocks.isEmpty ? nil : document(RichText(bundle.results.study.title), blocks: blocks)
    }

    /// The supplement alone; nil where there is none.
    var supplement: Document? {
        let blocks = items(areSupplementary: true)
        guard !blocks.isEmpty else { return nil }
        return document(RichText(words.supplement), blocks: [.paragraph(RichText(bundle.results.study.title))] + blocks)
    }

    private func document(_ title: RichText, blocks: [Document.Block]) -> Document {
        let study = bundle.results.study
        return Document(
            language: study.language, title: title,
            notice: study.synthetic ? RichText(words.syntheticData) : nil, blocks: blocks,
            colophon: [RichText(words.madeBy(bundle.results.provenance.program))])
    }

    /// A text with the tables and figures that are not in the supplement.
    private func blocks(of text: ManuscriptText) -> [Document.Block] {
        var blocks: [Document.Block] = []
        for paragraph in text.paragraphs {
            switch paragraph {
            case .heading(let level, let text):
                // A template's `#` is the title's level, which a document has apart.
                blocks.append(.heading(level: max(1, level - 1), RichText(markdown: text)))
            case .paragraph(let text): blocks.append(.paragraph(RichText(markdown: text)))
            case .list(let items):
                blocks.append(.list(items.map { RichText(markdown: $0) }, isOrdered: false))
            case .table(let id): blocks += item(Placement(.table, id), isSupplementary: false)
            case .figure(let id): blocks += item(Placement(.figure, id), isSupplementary: false)
            }
        }
        let placed = text.filled.placements
        return blocks + ordered.filter { !placed.contains($0) }.flatMap { item($0, isSupplementary: false) }
    }

    /// The tables, then the figures, of the text or of the supplement, each in the order of their numbers.
    private func items(areSupplementary: Bool) -> [Document.Block] {
        ordered.flatMap { item($0, isSupplementary: areSupplementary) }
    }

    /// All tables, then all figures: first those that the text places, in its order.
    private var ordered: [Placement] {
        let placed = bundle.text.filled.placements
        let all = [tables.map { Placement(.table, $0.id) }, figures.map { Placement(.figure, $0.id) }]
        return all.flatMap { items in
            var seen: Set<Placement> = []
            return placed.filter { items.contains($0) && seen.insert($0).inserted }
                + items.filter { !placed.contains($0) }
        }
    }

    private func item(_ placement: Placement, isSupplementary: Bool) -> [Document.Block] {
        switch placement.kind {
        case .table:
            tables.filter { $0.id == placement.id && $0.isSupplementary == isSupplementary }.map { .table($0) }
        case .figure:
            figures.filter { $0.id == placement.id && $0.isSupplementary == isSupplementary }.map { .figure($0) }
        }
    }
}

extension RichText.Reference {
    /// A reference as a template makes it.
    init(_ placement: Placement) {
        switch placement.kind {
        case .table: self = .table(placement.id)
        case .figure: self = .figure(placement.id)
        }
    }
}

extension RichText {
    /// Text with the emphasis and the references that a template can give it.
    init(markdown: String) {
        self.init(
            runs: TextRun.runs(of: markdown).map { run in
                switch run.emphasis {
                case .none: Run(run.text, reference: run.reference.map(RichText.Reference.init))
                case .emphasis: Run(run.text, .italic)
                case .strong: Run(run.text, .bold)
                }
            })
    }
}
