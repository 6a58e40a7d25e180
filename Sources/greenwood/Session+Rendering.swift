internal import ArgumentParser
internal import Bundling
internal import CairoRendering
internal import Diagnostics
internal import Drawing
internal import Figures
internal import Prose
internal import Results
internal import StudyFiles
internal import Styling
internal import Templating

extension Session {
    /// Writes the bundle of results, or throws the exit code after printing what is at fault.
    ///
    /// `folder` holds the study's own templates, and `location` is where the study file names one.
    func render(
        _ results: StudyResults, templatesBeside folder: String, nameLocation location: SourceLocation?,
        into output: String, options: OutputOptions
    ) throws {
        guard let style = houseStyle(of: results),
            let written = write(results, style: style, templatesBeside: folder, namedAt: location)
        else { throw fault() }
        progress?.step("drawing")
        let measurer = PangoTextMeasurer(language: results.study.language)
        let figures = try draw(results, style: style, measuring: measurer)
        reportFontProblems(measurer.fontProblems(of: figures.map(\.scene)))
        if sink.hasErrors { throw fault() }
        let bundle = ManuscriptBundle(
            results: results, style: style, figures: figures, text: written.text,
            reproduction: written.reproduction, templates: written.template.sources)
        let renderer = try CairoRenderer(
            creationDate: results.study.cutoff ?? undatedCreation, language: results.study.language)
        let files = try bundle.files(drawnBy: renderer, CairoRenderer.libraries)
        do throws(BundleWritingError) {
            try BundleFolder(path: output).replace(with: files, replacing: options.replace)
        } catch {
            report(error, writing: output)
            throw fault()
        }
        printMessages()
        if options.verbose || !sink.diagnostics.isEmpty {
            print("style \(style.name): \(style.figures.source.reminder)")
            for file in files { print("\(output)/\(file.path)") }
        }
    }

    /// The figures, laid out. Only results that were damaged or edited by hand refer to what they do not hold.
    private func draw(
        _ results: StudyResults, style: HouseStyle, measuring measurer: PangoTextMeasurer
    ) throws -> [DrawnFigure] {
        do throws(FigureError) {
            return try drawFigures(of: results, style: style, measuring: measurer)
        } catch {
            report(
                ResultsReadingError.unreadable("a figure refers to what is not in it (\(error))"), reading: "results")
            throw fault()
        }
    }

    /// Checks a study's template against the names that its results have, and its figures' texts against the fonts of
    /// the machine, without keeping anything. Gives the style.
    func checkRendering(
        of results: StudyResults, besideStudy path: String, namedAt location: SourceLocation?
    ) throws -> HouseStyle? {
        guard let style = houseStyle(of: results) else { return nil }
        _ = write(results, style: style, templatesBeside: folderName(of: path), namedAt: location)
        let measurer = PangoTextMeasurer(language: results.study.language)
        let figures = try draw(results, style: style, measuring: measurer)
        reportFontProblems(measurer.fontProblems(of: figures.map(\.scene)))
        return style
    }

    /// Every result by name, with the places that print it; nil, with messages, where the template is at fault.
    func numbers(
        of results: StudyResults, templatesBeside folder: String, namedAt location: SourceLocation?
    ) -> [ListedNumber]? {
        guard let style = houseStyle(of: results),
            let written = write(results, style: style, templatesBeside: folder, namedAt: location)
        else { return nil }
        let uses = ResultUses(of: results, in: written.text)
        return Phrasebook(results, style: style).entries.map { ListedNumber($0, uses: uses.places(of: $0)) }
    }

    private func write(
        _ results: StudyResults, style: HouseStyle, templatesBeside folder: String, namedAt location: SourceLocation?
    ) -> (template: Template, text: ManuscriptText, reproduction: Reproduction?)? {
        let loader = LayeredTemplates([
            FolderTemplates(folder: folder), BuiltInTemplates(language: results.study.language),
        ])
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
                    notes: ["the previous bundle is as it was"].map { Diagnostic.Note($0) },
                    help: ["mend that, or choose another folder with --output"]))
        }
    }
}

/// The creation date of figures of a study without a cut-off: any fixed day keeps the bytes equal.
private let undatedCreation = "2000-01-01"
