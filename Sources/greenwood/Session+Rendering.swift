internal import ArgumentParser
internal import Bundling
internal import CairoRendering
internal import Diagnostics
internal import Documents
internal import Figures
internal import Mathematics
internal import Prose
internal import Results
internal import Styling
internal import Templating

extension Session {
    /// Writes the bundle of results and says what a user wants to know of it, or throws the exit code after printing what
    /// is at fault. `script` is the R script where the results do not hold it yet.
    func render(
        _ results: StudyResults, templatesBeside folder: String, nameLocation location: SourceLocation?,
        into output: String, options: OutputOptions, script: Begun<String?>? = nil
    ) throws {
        let made: MadeBundle
        do {
            let laidOut = try layOutBundle(
                of: results, templatesBeside: folder, nameLocation: location, script: script)
            made = try write(laidOut, into: output, replacing: options.replace)
            keepToTheEnd(laidOut)
        } catch is ExitCode {
            throw fault()
        }
        printMessages()
        print(made.changes, terminator: "")
        if options.verbose || !sink.diagnostics.isEmpty {
            print(made.reminder)
            for path in made.paths { print("\(output)/\(path)") }
        }
    }

    /// A bundle that was written.
    struct MadeBundle {
        /// Its files, by their paths in it.
        var paths: [String]
        /// What is another than in the bundle before, in a few lines; empty where nothing is.
        var changes: String
        /// What its style still wants its makers to check.
        var reminder: String
    }

    /// A bundle that is whole but for the drawing of its files.
    struct LaidOutBundle {
        var bundle: ManuscriptBundle
        var numbers: NumberFiles
        var measurer: PangoTextMeasurer
    }

    /// Lays out figures and writes the text, or throws the exit code of a fault.
    ///
    /// `folder` holds the study's own templates, and `location` is where the study file names one. `script` is the R script
    /// where the results do not hold it yet, which only the files of numbers wait for.
    func layOutBundle(
        of results: StudyResults, templatesBeside folder: String, nameLocation location: SourceLocation?,
        script: Begun<String?>? = nil
    ) throws -> LaidOutBundle {
        let fault = ExitCode(Exit.fault)
        guard let style = houseStyle(of: results) else { throw fault }
        progress?.step("drawing")
        let measurer = measurer ?? PangoTextMeasurer(language: results.study.language)
        let results = try onPages(results, style: style, measuring: measurer)
        let numbers = NumberFiles.makings(of: results, style: style, script: script)
        let (text, drawn, numbersMade) = concurrently(
            { write(results, style: style, templatesBeside: folder, namedAt: location) },
            { layOut(results, style: style, measuring: measurer) }, numbers)
        guard let written = text else { throw fault }
        let (figures, fontProblems) = try reportingDamage(drawn)
        reportFontProblems(fontProblems)
        if sink.hasErrors { throw fault }
        let bundle = ManuscriptBundle(
            results: results, style: style, figures: figures, text: written.text,
            reproduction: written.reproduction, templates: written.template.sources,
            reference: readReferenceDocument(of: results, beside: folder))
        if sink.hasErrors { throw fault }
        return LaidOutBundle(bundle: bundle, numbers: try NumberFiles(numbersMade), measurer: measurer)
    }

    /// Draws and writes the files of a bundle, or throws the exit code of a fault.
    func write(_ laidOut: LaidOutBundle, into output: String, replacing: Bool) throws -> MadeBundle {
        let (results, style) = (laidOut.bundle.results, laidOut.bundle.style)
        // What may be lost need not be read.
        let previous = replacing ? nil : inspection(of: output)
        defer { forgetInspection() }
        let manifest = previous.map(\.manifest) ?? BundleFolder(path: output).manifest
        let rebuild = RebuildComparison(of: output, manifest, by: results, style: style)
        let renderer = try CairoRenderer(
            creationDate: results.study.cutoff ?? undatedCreation, language: results.study.language,
            measurer: laidOut.measurer)
        let files: [Manifest.Output]
        do {
            files = try writtenFiles(of: laidOut, drawnBy: renderer, into: output, replacing, previous)
        } catch let error as BundleWritingError {
            report(error, writing: output)
            throw ExitCode(Exit.fault)
        }
        return MadeBundle(
            paths: files.map(\.path), changes: rebuild?.report(ofBundle: output) ?? "",
            reminder: "style \(style.name): \(style.figures.source.reminder)")
    }

    /// Makes the files of a bundle and puts them in its place; all of them, or none.
    private func writtenFiles(
        of laidOut: LaidOutBundle, drawnBy renderer: CairoRenderer, into output: String, _ replacing: Bool,
        _ previous: BundleInspection?
    ) throws -> [Manifest.Output] {
        let folder = BundleFolder(path: output)
        let staging = try BundleStaging(for: folder)
        let files: [Manifest.Output]
        do {
            files = try laidOut.bundle.makeFiles(
                drawnBy: renderer, CairoRenderer.libraries, numbers: laidOut.numbers, writing: staging.write)
        } catch {
            staging.remove()
            throw error
        }
        try folder.replace(with: staging, replacing: replacing, lookedAt: previous)
        return files
    }

    private func layOut(
        _ results: StudyResults, style: HouseStyle, measuring measurer: PangoTextMeasurer
    ) -> Result<([DrawnFigure], FontProblems), FigureError> {
        Result { () throws(FigureError) in
            let figures = try drawFigures(of: results, style: style, measuring: measurer)
            return (figures, measurer.fontProblems(of: figures.map(\.scene)))
        }
    }

    /// The results with figures no higher than a page. Only results that were damaged or edited by hand refer to what
    /// they do not hold.
    private func onPages(
        _ results: StudyResults, style: HouseStyle, measuring measurer: PangoTextMeasurer
    ) throws -> StudyResults {
        do throws(FigureError) {
            return try withPages(results, style: style, measuring: measurer)
        } catch {
            throw damaged(error)
        }
    }

    /// The figures, laid out. Only results that were damaged or edited by hand refer to what they do not hold.
    private func reportingDamage<Figures>(_ drawn: Result<Figures, FigureError>) throws -> Figures {
        do throws(FigureError) {
            return try drawn.get()
        } catch {
            throw damaged(error)
        }
    }

    private func damaged(_ error: FigureError) -> any Error {
        report(ResultsReadingError.unreadable("a figure refers to what is not in it (\(error))"), reading: "results")
        return ExitCode(Exit.fault)
    }

    /// Checks a study's template against the names that its results have, and its figures' texts against the fonts of
    /// the machine, without keeping anything. Gives the style, and the results with the figures that a build would make.
    func checkRendering(
        of results: StudyResults, besideStudy path: String, namedAt location: SourceLocation?
    ) -> (style: HouseStyle, results: StudyResults)? {
        guard let style = houseStyle(of: results) else { return nil }
        let measurer = PangoTextMeasurer(language: results.study.language)
        guard let results = try? onPages(results, style: style, measuring: measurer) else { return nil }
        _ = write(results, style: style, templatesBeside: folderName(of: path), namedAt: location)
        _ = readReferenceDocument(of: results, beside: folderName(of: path))
        let drawn = layOut(results, style: style, measuring: measurer)
        guard let fontProblems = try? reportingDamage(drawn).1 else { return nil }
        reportFontProblems(fontProblems)
        return (style, results)
    }

    /// The Word document whose styles are taken; nil where none is asked for, and, with a message, where it is at fault.
    private func readReferenceDocument(of results: StudyResults, beside folder: String) -> WordReference? {
        results.manuscript.referenceDocument.flatMap { readReferenceDocument(join(folder, $0)) }
    }

    func readReferenceDocument(_ path: String) -> WordReference? {
        guard let bytes = read(path) else { return nil }
        do throws(WordReferenceError) {
            return try WordReference(bytes)
        } catch {
            sink.emit(
                Diagnostic(
                    .unreadableFile, at: nil, "file '\(path)' can't be read: \(error)",
                    help: ["'reference_doc' takes a document that Word saved as .docx"]))
            return nil
        }
    }

    /// Every result by name, with the places that print it; nil, with messages, where the template is at fault.
    func numbers(
        of results: StudyResults, templatesBeside folder: String, namedAt location: SourceLocation?
    ) -> [ListedNumber]? {
        guard let style = houseStyle(of: results) else { return nil }
        var text: ManuscriptText?
        if let missing = templateMissing(of: results, inBundle: folder) {
            // The names are asked for; what the text would print them for is not known here.
            sink.emit(
                Diagnostic(
                    .unknownTemplate, severity: .warning, at: nil, missing.summary,
                    notes: [Diagnostic.Note("places in the text are left out")], help: [missing.help]))
        } else {
            guard let written = write(results, style: style, templatesBeside: folder, namedAt: location) else {
                return nil
            }
            text = written.text
        }
        let uses = ResultUses(of: results, in: text)
        return Phrasebook(results, style: style).entries.map { ListedNumber($0, uses: uses.places(of: $0)) }
    }

    func write(
        _ results: StudyResults, style: HouseStyle, templatesBeside folder: String, namedAt location: SourceLocation?
    ) -> (template: Template, text: ManuscriptText, reproduction: Reproduction?)? {
        let loader = templates(of: results, beside: folder)
        let template = Template(
            named: results.manuscript.template, from: loader, mentionedAt: location, reporting: sink)
        for source in template.sources { allowQuoting(source.text, of: source.file) }
        let phrasebook = Phrasebook(results, style: style)
        let reproduction = reproduction(of: results, with: phrasebook, reporting: sink)
        let text = writeText(template, with: phrasebook, reporting: sink)
        if let text { reportTypedNumbers(in: text, of: results, with: phrasebook, reporting: sink) }
        guard let text, reproduction != nil || results.published.isEmpty else { return nil }
        return (template, text, reproduction)
    }

    func report(_ error: BundleWritingError, writing folder: String) {
        switch error {
        case .holdsOtherFiles(let files):
            let listed = files.prefix(5).map { "'\($0)'" }.joined(separator: ", ")
            let rest = files.count > 5 ? " and \(files.count - 5) more" : ""
            sink.emit(
                Diagnostic(
                    .foreignFolder, at: nil,
                    "folder '\(folder)' holds files that greenwood did not make, or that were changed since: "
                        + listed + rest,
                    help: ["move them, choose another folder with --output, or lose them with --replace"]))
        case .notAFolder:
            sink.emit(
                Diagnostic(
                    .cannotWrite, at: nil, "'\(folder)' can't be written: it is a file",
                    help: ["choose another folder with --output"]))
        case .system(let path, let reason):
            sink.emit(
                Diagnostic(
                    .cannotWrite, at: nil, "'\(path)' can't be written: \(reason)",
                    notes: BundleFolder(path: folder).manifest == nil
                        ? [] : [.init("the previous bundle is as it was")],
                    help: ["mend that, or choose another folder with --output"]))
        }
    }
}

/// The creation date of figures of a study without a cut-off: any fixed day keeps the bytes equal.
private let undatedCreation = "2000-01-01"
