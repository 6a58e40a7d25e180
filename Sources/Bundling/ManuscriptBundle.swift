internal import Dispatch
public import Documents
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
    /// The document whose styles the Word files take; nil: the program's own.
    public var reference: WordReference?

    /// Joins the parts of a bundle.
    public init(
        results: StudyResults, style: HouseStyle, figures: [DrawnFigure], text: ManuscriptText,
        reproduction: Reproduction? = nil, templates: [TemplateSource], reference: WordReference? = nil
    ) {
        self.results = results
        self.style = style
        self.figures = figures
        self.text = text
        self.reproduction = reproduction
        self.templates = templates
        self.reference = reference
    }

    /// Every file of the bundle, the manifest last.
    ///
    /// `renderer` turns pictures into files; `drawnWith` names its libraries and their versions for the manifest.
    public func files(drawnBy renderer: some SceneRendering, _ drawnWith: String) throws -> [BundleFile] {
        let tables = results.tables.map { table(of: $0, in: results, style: style) }
        var makings: [FileMaking] = [
            { [results] in BundleFile(path: "results.json", bytes: try results.encodedJSON()) }
        ]
        let documents = ManuscriptDocuments(self, tables: tables)
        for format in results.manuscript.formats { makings += documents.files(as: format) }
        if let comparison = reproduction?.document(of: results) {
            makings.append { BundleFile(path: "reproduction.md", text: MarkdownWriter().text(comparison)) }
        }
        let isForWord = results.manuscript.formats.contains(.docx)
        let previews = isForWord ? previews(by: renderer) : []
        let made = try made(makings + drawings(by: renderer) + previews)
        var files = Array(made.dropLast(previews.count))
        if isForWord {
            files += try self.made(documents.word(pictures: pictures(made.suffix(previews.count), drawn: files)))
        }
        let manifest = Manifest(
            of: results, style: style, drawnWith: drawnWith, templates: templateEntries, files: files)
        return files + [BundleFile(path: Manifest.fileName, bytes: try manifest.encodedJSON())]
    }

    /// Makes one file.
    typealias FileMaking = @Sendable () throws -> BundleFile

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

    /// The templates and the reference document.
    private var templateEntries: [Manifest.Template] {
        let texts = templates.map { Manifest.Template(name: $0.name, sha256: sha256($0.bytes)) }
        let document = results.manuscript.referenceDocument.flatMap { name in
            reference.map { Manifest.Template(name: name, sha256: sha256($0.bytes)) }
        }
        return texts + (document.map { [$0] } ?? [])
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
