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

    /// Every file of the bundle, the manifest last.
    ///
    /// `renderer` turns pictures into files; `drawnWith` names its libraries and their versions for the manifest. `finish` is
    /// called with each file by the thread that made it.
    public func files(
        drawnBy renderer: some SceneRendering, _ drawnWith: String,
        finishing finish: @escaping @Sendable (BundleFile) -> Void = { _ in }
    ) throws -> [BundleFile] {
        let tables = concurrentMap(results.tables.count) { table(of: results.tables[$0], in: results, style: style) }
        var makings: [FileMaking] = [
            // This holds everything, at one go: it comes first of all.
            FileMaking(cost: .infinity) { [results] in
                BundleFile(path: "results.json", bytes: try results.encodedJSON())
            },
            FileMaking(several: .infinity) { [results, style] in
                let rows = ResultsData.rows(of: results, style: style)
                return [
                    BundleFile(path: "ard.csv", bytes: rows.csv),
                    BundleFile(path: "ard.json", bytes: try rows.encodedJSON()),
                ]
            },
        ]
        let documents = ManuscriptDocuments(self, tables: tables)
        for format in results.manuscript.formats { makings += documents.files(as: format) }
        if let reproduction {
            makings.append(
                FileMaking { [results] in
                    let comparison = reproduction.document(of: results)
                    return BundleFile(path: "reproduction.md", text: MarkdownWriter().text(comparison))
                })
        }
        makings += companions(of: documents)
        let hasWord = results.manuscript.formats.contains(.docx)
        var (files, previews) = try made(
            makings + drawings(by: renderer), beside: hasWord ? previews(by: renderer) : [], finishing: finish)
        if hasWord {
            // They need the pictures.
            let word = documents.word(pictures: try pictures(by: renderer, drawn: files, previews))
            files += try made(word, beside: [], finishing: finish).files
        }
        let manifest = Manifest(
            of: results, style: style, drawnWith: drawnWith, templates: templateEntries, files: files)
        let manifestFile = BundleFile(path: Manifest.fileName, bytes: try manifest.encodedJSON())
        finish(manifestFile)
        return files + [manifestFile]
    }

    /// The report alone, `report.html`: what a reader looks at first, long before every file is drawn.
    public func report() -> BundleFile {
        let tables = results.tables.map { table(of: $0, in: results, style: style) }
        return ManuscriptDocuments(self, tables: tables).report
    }

    /// How a file is made, or some that have their work in common, and about how long it takes, in any unit: of what takes
    /// long, the area of a picture says it.
    struct FileMaking {
        var cost: Double
        /// Whether pixels are drawn; else lines or no picture at all.
        var isOfPixels: Bool
        var make: @Sendable () throws -> [BundleFile]

        init(
            cost: Double = 0, isOfPixels: Bool = false, _ make: @escaping @Sendable () throws -> BundleFile
        ) {
            self.init(several: cost, isOfPixels: isOfPixels) { [try make()] }
        }

        init(
            several cost: Double, isOfPixels: Bool = false, _ make: @escaping @Sendable () throws -> [BundleFile]
        ) {
            self.cost = cost
            self.isOfPixels = isOfPixels
            self.make = make
        }
    }

    /// What goes beside the text: the checklist of reporting guidelines, and the numbers computed again in R.
    private func companions(of documents: ManuscriptDocuments) -> [FileMaking] {
        let facts = ChecklistFacts(results, in: documents.whole, style: style)
        let checklist = Checklist(facts).document(of: results, style: style)
        let script = results.replication
        return [
            FileMaking { BundleFile(path: "checklist.md", text: MarkdownWriter().text(checklist)) },
            FileMaking { BundleFile(path: "checklist.html", bytes: HTMLWriter().file(checklist)) },
        ]
            // For journals that ask for it as a file to upload.
            + (results.manuscript.formats.contains(.docx) ? [documents.word(checklist, named: "checklist")] : [])
            + (script.map { script in [FileMaking { BundleFile(path: "appendix.R", text: script) }] } ?? [])
    }

    /// How the files of all figures are made.
    private func drawings(by renderer: some SceneRendering) -> [FileMaking] {
        let (preset, names) = (style.figures, figureFileNames)
        let paths = figures.map { "figures/\(names[$0.id] ?? $0.id)" }
        var makings: [FileMaking] = []
        for (figure, path) in zip(figures, paths) {
            let scene = figure.scene
            for format in preset.formats where format != .svg {
                let cost = format.cost * scene.width * scene.height
                makings.append(
                    FileMaking(cost: cost, isOfPixels: format.isOfPixels) {
                        BundleFile(
                            path: "\(path).\(format.fileExtension)",
                            bytes: try figure.drawn(as: format, by: renderer, dotsPerInch: preset.resolution))
                    })
            }
            makings.append(FileMaking { BundleFile(path: "\(path).txt", text: scene.alternativeText + "\n") })
        }
        guard preset.formats.contains(.svg) else { return makings }
        let scenes = figures.map(\.scene)
        let area = scenes.reduce(0) { $0 + $1.width * $1.height }
        makings.append(
            FileMaking(several: FigureFormat.svg.cost * area) {
                zip(paths, try renderer.svgs(of: scenes)).map { path, bytes in
                    BundleFile(path: "\(path).\(FigureFormat.svg.fileExtension)", bytes: bytes)
                }
            })
        return makings
    }

    /// The templates and the reference document.
    private var templateEntries: [Manifest.Template] {
        let texts = templates.map { Manifest.Template(name: $0.name, sha256: SHA256Digest(of: $0.bytes).hexadecimal) }
        let document = results.manuscript.referenceDocument.flatMap { name in
            reference.map { Manifest.Template(name: name, sha256: SHA256Digest(of: $0.bytes).hexadecimal) }
        }
        return texts + (document.map { [$0] } ?? [])
    }

    /// The files in order, made on all processors beside some previews: each is the same whichever thread makes it.
    ///
    /// Pictures of pixels stand at one end and the rest at the other, since the drawing library lets two of a kind wait for
    /// each other. Those that take longest are begun first, so that no processor is left with one of them at the end.
    private func made(
        _ makings: [FileMaking], beside previews: [Preview],
        finishing finish: @Sendable (BundleFile) -> Void
    ) throws -> (files: [BundleFile], pixels: [[UInt8]]) {
        let costs = makings.map(\.cost) + previews.map(\.cost)
        let longestFirst = costs.indices.sorted { (costs[$1], $0) < (costs[$0], $1) }
        let isOfPixels = { index in index >= makings.count || makings[index].isOfPixels }
        let order = longestFirst.filter(isOfPixels) + longestFirst.reversed().filter { !isOfPixels($0) }
        let results = concurrentMap(fromBothEnds: order.count) { place in
            Result { () throws -> (files: [BundleFile], pixels: [UInt8]) in
                let index = order[place]
                guard index < makings.count else { return ([], try previews[index - makings.count].draw()) }
                let files = try makings[index].make()
                files.forEach(finish)
                return (files, [])
            }
        }
        var files = [[BundleFile]](repeating: [], count: makings.count)
        var pixels = [[UInt8]](repeating: [], count: previews.count)
        for (index, result) in zip(order, results) {
            let made = try result.get()
            if index < makings.count { files[index] = made.files } else { pixels[index - makings.count] = made.pixels }
        }
        return (files.flatMap(\.self), pixels)
    }
}
