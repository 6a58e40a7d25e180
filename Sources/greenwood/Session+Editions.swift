internal import Bundling
internal import CairoRendering
internal import Comparing
internal import Diagnostics
internal import Documents
internal import Drawing
internal import Figures
internal import Foundation
internal import Results
internal import Styling
internal import Tables

/// An edition with the name that the user gave it.
struct NamedEdition {
    var name: String
    var edition: Edition
}

/// A figure of new curves over old ones.
struct Overlay {
    var id: String
    var caption: String
    var scene: Scene

    func figure(in folder: String) -> Documents.Figure {
        Documents.Figure(
            id: "\(id)-overlay", caption: RichText(caption),
            path: folder.isEmpty ? "\(id)-overlay.svg" : "\(folder)/\(id)-overlay.svg", scene: scene)
    }
}

extension Session {
    /// The two editions to compare; nil, with messages, where one can't be read.
    ///
    /// With one bundle the old results are those that its last rebuild replaced; with none, both come from the data.
    func editions(
        old: String?, new: String?, of refresh: RefreshAnalysis?, templates: String?
    ) -> (old: NamedEdition, new: NamedEdition)? {
        if old == nil, let refresh {
            return (
                NamedEdition(name: refresh.oldName, edition: edition(of: refresh.old, templates: templates)),
                NamedEdition(name: refresh.newName, edition: edition(of: refresh.new, templates: templates))
            )
        }
        guard let old else { return nil }
        guard let new else {
            let kept = PreviousResults(ofBundle: old).path
            guard FileManager.default.fileExists(atPath: kept) else {
                report(noEarlierResultsOf: old)
                return nil
            }
            guard let before = namedEdition(at: kept, called: "\(old), before its last change", templates: templates),
                let after = namedEdition(at: old, called: old, templates: templates)
            else { return nil }
            // The manuscript of the old results is not kept: both texts are made from the templates.
            return (before, after)
        }
        let before = namedEdition(at: old, called: old, templates: templates)
        let after = namedEdition(at: new, called: new, templates: templates)
        guard let before, let after else { return nil }
        return (before, after)
    }

    func report(noEarlierResultsOf bundle: String) {
        sink.emit(
            Diagnostic(
                .noEarlierResults, at: nil, "no earlier results of '\(bundle)' were kept",
                help: ["name both: greenwood diff OLD NEW; 'greenwood build' keeps the results that it replaces"]))
    }

    /// An edition from a bundle's folder or a results file.
    private func namedEdition(at path: String, called name: String, templates: String?) -> NamedEdition? {
        let file = resultsFile(of: path)
        guard let bytes = read(file), let results = results(in: bytes, of: file) else { return nil }
        let manuscript = try? String(contentsOfFile: join(folderName(of: file), "manuscript.md"), encoding: .utf8)
        guard houseStyle(of: results) != nil else { return nil }
        return NamedEdition(name: name, edition: edition(of: results, manuscript: manuscript, templates: templates))
    }

    /// Results of today's grammar or of an earlier one.
    func results(in bytes: [UInt8], of file: String) -> StudyResults? {
        do throws(ResultsReadingError) {
            return try StudyResults(decodingJSON: bytes)
        } catch {
            if case .unreadable = error, let earlier = try? StudyResults.decodingEarlier(json: bytes) {
                report(missing: earlier.missing, in: file)
                return earlier.results
            }
            report(error, reading: file)
            return nil
        }
    }

    func report(missing keys: [String], in file: String) {
        let listed = keys.prefix(3).map { "'\($0)'" }.joined(separator: ", ")
        let rest = keys.count > 3 ? " and \(keys.count - 3) more" : ""
        sink.emit(
            Diagnostic(
                .earlierResults, severity: .warning, at: nil,
                "'\(file)' was written by an earlier program; it lacks \(listed)\(rest), which counts as empty",
                help: ["for an exact comparison analyse the old data with this program: greenwood analyze"]))
    }

    /// Everything that prints the results, as far as it can be made: what cannot, only says where results are printed.
    func edition(of results: StudyResults, manuscript: String? = nil, templates: String?) -> Edition {
        let quiet = Session(showsProgress: false)
        let style = quiet.houseStyle(of: results) ?? .plain
        // A bundle's own manuscript would be taken for a template of that name.
        let text = quiet.write(
            results, style: style, templatesBeside: templates ?? "/dev/null", namedAt: nil)?.text
        let drawn = try? drawFigures(
            of: results, style: style, measuring: PangoTextMeasurer(language: results.study.language))
        return Edition(
            results: results, style: style, text: text, manuscript: manuscript,
            tables: results.tables.map { table(of: $0, in: results, style: style) },
            figures: Dictionary((drawn ?? []).map { ($0.id, $0.scene) }, uniquingKeysWith: { first, _ in first }))
    }

    // MARK: Old and new curves

    /// The figures of survival curves, the old ones behind.
    func overlays(from old: Edition, to new: Edition) throws -> [Overlay] {
        let measurer = PangoTextMeasurer(language: new.results.study.language)
        return new.results.figures.compactMap { figure in
            let scene = try? overlayScene(
                of: figure, in: new.results, over: old.results, style: new.style, measuring: measurer)
            return scene.flatMap { $0 }.map { Overlay(id: figure.id, caption: figure.caption, scene: $0) }
        }
    }

    /// Writes figures as PDF, SVG and PNG.
    func write(_ overlays: [Overlay], into folder: String) throws {
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        } catch {
            sink.emit(
                Diagnostic(
                    .cannotWrite, at: nil, "'\(folder)' can't be written: it is no folder and can't be made one",
                    help: ["choose another folder with --figures"]))
            throw fault()
        }
        let renderer = try CairoRenderer(creationDate: Self.overlayDate, language: "en")
        for overlay in overlays {
            let path = "\(folder)/\(overlay.id)-overlay"
            try write(try renderer.pdf(of: overlay.scene), to: "\(path).pdf")
            try write(try renderer.svg(of: overlay.scene), to: "\(path).svg")
            try write(try renderer.png(of: overlay.scene, dotsPerInch: 300), to: "\(path).png")
        }
    }

    /// A fixed day for files about a comparison, so that their bytes are equal from run to run.
    static let overlayDate = "2000-01-01"

    /// The pictures of a Word file by the names of their figures.
    func pictures(of overlays: [Overlay]) throws -> [String: WordPicture] {
        let renderer = try CairoRenderer(creationDate: Self.overlayDate, language: "en")
        return try overlays.reduce(into: [:]) { pictures, overlay in
            pictures[overlay.figure(in: "").id] = WordPicture(
                svg: try renderer.svg(of: overlay.scene), png: try renderer.png(of: overlay.scene, dotsPerInch: 300))
        }
    }
}
