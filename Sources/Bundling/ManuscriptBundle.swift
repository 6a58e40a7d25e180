internal import Dispatch
internal import Documents
public import Drawing
public import Prose
public import Results
public import Styling
internal import Synchronization
internal import Tables
public import Templating

/// What a bundle is made of, each part finished: numbers, pictures, and the text with its templates.
public struct ManuscriptBundle {
    /// The results.
    public var results: StudyResults
    /// How numbers are written.
    public var style: HouseStyle
    /// The figures, laid out.
    public var figures: [DrawnFigure]
    /// The text.
    public var text: ManuscriptText
    /// The comparison with published values; nil where the study lists none.
    public var reproduction: Reproduction?
    /// The templates that the text was made of.
    public var templates: [TemplateSource]

    /// Joins the parts of a bundle.
    public init(
        results: StudyResults, style: HouseStyle, figures: [DrawnFigure], text: ManuscriptText,
        reproduction: Reproduction? = nil, templates: [TemplateSource]
    ) {
        self.results = results
        self.style = style
        self.figures = figures
        self.text = text
        self.reproduction = reproduction
        self.templates = templates
    }

    /// Every file of the bundle, the manifest last.
    ///
    /// `renderer` turns pictures into files; `drawnWith` names its libraries and their versions for the manifest.
    public func files(drawnBy renderer: some SceneRendering, _ drawnWith: String) throws -> [BundleFile] {
        let tables = results.tables.map { table(of: $0, in: results, style: style) }
        let document = self.document(with: tables)
        var makings: [FileMaking] = [
            { [results] in BundleFile(path: "results.json", bytes: try results.encodedJSON()) },
            { [results, style] in
                let rows = ResultsData.rows(of: results, style: style)
                return BundleFile(path: "ard.csv", text: rows.csv)
            },
            { [results, style] in
                BundleFile(path: "ard.json", bytes: try ResultsData.rows(of: results, style: style).encodedJSON())
            },
            { BundleFile(path: "manuscript.md", text: MarkdownWriter().text(document)) },
            { BundleFile(path: "report.html", text: HTMLWriter().page(document)) },
        ]
        if let comparison = reproduction?.document(of: results) {
            makings.append { BundleFile(path: "reproduction.md", text: MarkdownWriter().text(comparison)) }
        }
        makings += companions(of: document)
        let language = results.study.language
        for table in tables {
            makings.append { BundleFile(path: "tables/\(table.id).md", text: MarkdownWriter().text(table)) }
            makings.append {
                BundleFile(path: "tables/\(table.id).html", text: HTMLWriter().page(table, language: language))
            }
        }
        let files = try made(makings + drawings(by: renderer))
        let manifest = Manifest(
            of: results, style: style, drawnWith: drawnWith,
            templates: templates.map { Manifest.Template(name: $0.name, sha256: sha256($0.bytes)) }, files: files)
        return files + [BundleFile(path: Manifest.fileName, bytes: try manifest.encodedJSON())]
    }

    /// Makes one file.
    private typealias FileMaking = @Sendable () throws -> BundleFile

    /// What goes beside the text: the checklist of reporting guidelines, and the numbers computed again in R.
    private func companions(of document: Document) -> [FileMaking] {
        let facts = ChecklistFacts(results, in: document, style: style)
        let checklist = Checklist(facts).document(of: results, style: style)
        let script = results.replication
        return [
            { BundleFile(path: "checklist.md", text: MarkdownWriter().text(checklist)) },
            { BundleFile(path: "checklist.html", text: HTMLWriter().page(checklist)) },
        ] + (script.map { script in [{ BundleFile(path: "appendix.R", text: script) }] } ?? [])
    }

    /// How the files of all figures are made.
    private func drawings(by renderer: some SceneRendering) -> [FileMaking] {
        let (preset, names) = (style.figures, figureFileNames)
        return figures.flatMap { figure -> [FileMaking] in
            let (scene, path) = (figure.scene, "figures/\(names[figure.id] ?? figure.id)")
            let drawings = preset.formats.map { format -> FileMaking in
                {
                    BundleFile(
                        path: "\(path).\(format.fileExtension)",
                        bytes: try figure.drawn(as: format, by: renderer, dotsPerInch: preset.resolution))
                }
            }
            return drawings + [{ BundleFile(path: "\(path).txt", text: scene.alternativeText + "\n") }]
        }
    }

    /// The files in order, made on all processors: each is the same whichever thread makes it.
    private func made(_ makings: [FileMaking]) throws -> [BundleFile] {
        let finished = Mutex<[Int: Result<BundleFile, any Error>]>([:])
        DispatchQueue.concurrentPerform(iterations: makings.count) { index in
            let result = Result { try makings[index]() }
            finished.withLock { $0[index] = result }
        }
        return try finished.withLock { results in try makings.indices.compactMap { try results[$0]?.get() } }
    }
}

extension ManuscriptBundle {
    /// The manuscript: the text, with each table and figure where the text places it, and the rest at the end.
    func document(with tables: [Table]) -> Document {
        let tablesByName = Dictionary(tables.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let figuresByName = Dictionary(figures.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        var placed: Set<String> = []
        var blocks: [Document.Block] = []
        for paragraph in text.paragraphs {
            switch paragraph {
            case .heading(let level, let text):
                // A template's `#` is the title's level, which a document has apart.
                blocks.append(.heading(level: max(1, level - 1), RichText(markdown: text)))
            case .paragraph(let text): blocks.append(.paragraph(RichText(markdown: text)))
            case .list(let items):
                blocks.append(.list(items.map { RichText(markdown: $0) }, isOrdered: false))
            case .table(let id):
                placed.insert("table \(id)")
                if let table = tablesByName[id] { blocks.append(.table(table)) }
            case .figure(let id):
                placed.insert("figure \(id)")
                if let figure = figuresByName[id] { blocks.append(.figure(documentFigure(figure))) }
            }
        }
        blocks += tables.filter { !placed.contains("table \($0.id)") }.map { .table($0) }
        blocks += figures.filter { !placed.contains("figure \($0.id)") }.map { .figure(documentFigure($0)) }
        let study = results.study
        let words = vocabulary(for: study.language)
        return Document(
            language: study.language, title: RichText(study.title),
            notice: study.synthetic ? RichText(words.syntheticData) : nil, blocks: blocks,
            colophon: [RichText(words.madeBy(results.provenance.program))])
    }

    private func documentFigure(_ figure: DrawnFigure) -> Documents.Figure {
        Documents.Figure(
            id: figure.id, caption: RichText(figure.caption), alternativeText: figure.scene.alternativeText,
            path: "figures/\(figureFileNames[figure.id] ?? figure.id).\(style.figures.formatToShow.fileExtension)",
            svg: SVGWriter.svg(of: figure.scene, idPrefix: figure.id), readings: figure.readings)
    }
}

extension RichText {
    /// Text with the emphasis that a template can give it.
    fileprivate init(markdown: String) {
        self.init(
            runs: TextRun.runs(of: markdown).map { run in
                switch run.emphasis {
                case .none: Run(run.text)
                case .emphasis: Run(run.text, .italic)
                case .strong: Run(run.text, .bold)
                }
            })
    }
}
