internal import Checksums
public import Documents
public import Drawing
internal import Mathematics
public import Prose
public import Results
public import Styling
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

    /// Makes every file of the bundle, the manifest last, and describes them.
    ///
    /// `renderer` turns pictures into files; `drawnWith` names its libraries and their versions for the manifest. `write` is
    /// called with each file by the thread that made it; none is kept here.
    public func makeFiles(
        drawnBy renderer: some SceneRendering, _ drawnWith: String, numbers: NumberFiles,
        writing write: @Sendable (BundleFile) -> Void
    ) throws -> [Manifest.Output] {
        let tables = concurrentMap(results.tables.count) { table(of: results.tables[$0], in: results, style: style) }
        let documents = ManuscriptDocuments(self, tables: tables)
        var makings = [FileMaking(parts: .infinity) { Made(files: numbers.files) }]
        for format in results.manuscript.formats { makings += documents.files(as: format) }
        if let reproduction {
            makings.append(
                FileMaking { [results] in
                    let comparison = reproduction.document(of: results)
                    return BundleFile(path: "reproduction.md", text: MarkdownWriter().text(comparison))
                })
        }
        makings += companions(of: documents) + drawings(by: renderer)
        if hasWord { makings += documents.wordDrafts }
        let made = try made(makings, writing: write)
        let files = made.files + made.word.files(writing: write)
        let manifest = Manifest(
            of: results, style: style, drawnWith: drawnWith, templates: templateEntries, files: files)
        let manifestFile = BundleFile(path: Manifest.fileName, bytes: try manifest.encodedJSON())
        write(manifestFile)
        return files + [Manifest.Output(manifestFile)]
    }

    /// Whether there are Word files.
    var hasWord: Bool { results.manuscript.formats.contains(.docx) }

    /// The report alone, `report.html`: what a reader looks at first, long before every file is drawn.
    public func report() -> BundleFile {
        let tables = results.tables.map { table(of: $0, in: results, style: style) }
        return ManuscriptDocuments(self, tables: tables).report
    }

    /// Files, and parts of Word files, which are put together when all of them are there.
    struct Made {
        var files: [BundleFile] = []
        var word = WordParts()
    }

    /// How a file is made, or some that have their work in common, and about how long it takes, in any unit: of what takes
    /// long, the area of a picture says it.
    struct FileMaking {
        var cost: Double
        /// Whether pixels are drawn; else lines or no picture at all.
        var isOfPixels: Bool
        var make: @Sendable () throws -> Made

        init(cost: Double = 0, isOfPixels: Bool = false, _ make: @escaping @Sendable () throws -> BundleFile) {
            self.init(parts: cost, isOfPixels: isOfPixels) { Made(files: [try make()]) }
        }

        init(parts cost: Double, isOfPixels: Bool = false, _ make: @escaping @Sendable () throws -> Made) {
            (self.cost, self.isOfPixels, self.make) = (cost, isOfPixels, make)
        }
    }

    /// What goes beside the text: the checklist of reporting guidelines.
    private func companions(of documents: ManuscriptDocuments) -> [FileMaking] {
        let facts = ChecklistFacts(results, in: documents.whole, style: style)
        let checklist = Checklist(facts).document(of: results, style: style)
        return [
            FileMaking { BundleFile(path: "checklist.md", text: MarkdownWriter().text(checklist)) },
            FileMaking { BundleFile(path: "checklist.html", bytes: HTMLWriter().file(checklist)) },
        ]
            // For journals that ask for it as a file to upload.
            + (hasWord ? [documents.word(checklist, named: "checklist")] : [])
    }

    /// The templates and the reference document.
    private var templateEntries: [Manifest.Template] {
        let texts = templates.map { Manifest.Template(name: $0.name, sha256: SHA256Digest(of: $0.bytes).hexadecimal) }
        let document = results.manuscript.referenceDocument.flatMap { name in
            reference.map { Manifest.Template(name: name, sha256: SHA256Digest(of: $0.bytes).hexadecimal) }
        }
        return texts + (document.map { [$0] } ?? [])
    }

    /// The files in order, made on all processors: each is the same whichever thread makes it.
    ///
    /// Pictures of pixels stand at one end and the rest at the other, since the drawing library lets two of a kind wait for
    /// each other. Those that take longest are begun first, so that no processor is left with one of them at the end.
    private func made(
        _ makings: [FileMaking], writing write: @Sendable (BundleFile) -> Void
    ) throws -> (files: [Manifest.Output], word: WordParts) {
        let longestFirst = makings.indices.sorted { (makings[$1].cost, $0) < (makings[$0].cost, $1) }
        let isOfPixels = { makings[$0].isOfPixels }
        let order = longestFirst.filter(isOfPixels) + longestFirst.reversed().filter { !isOfPixels($0) }
        let results = concurrentMap(fromBothEnds: order.count) { place in
            Result { () throws -> (files: [Manifest.Output], word: WordParts) in
                let made = try makings[order[place]].make()
                made.files.forEach(write)
                return (made.files.map(Manifest.Output.init), made.word)
            }
        }
        var files = [[Manifest.Output]](repeating: [], count: makings.count)
        var word = WordParts()
        for (index, result) in zip(order, results) {
            let made = try result.get()
            files[index] = made.files
            word.add(made.word)
        }
        return (files.flatMap(\.self), word)
    }
}
