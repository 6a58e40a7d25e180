import Archives
import Documents
import Drawing
import Foundation
import Prose
import Results
import Styling
import Synchronization
import Tables
import Templating
import TestSupport
import Testing

@testable import Bundling

/// Which files the figures of a bundle become, and which pictures Word files get.
@Suite struct FigureMakingsTests {
    /// Notes what it is asked to draw.
    private final class Renderer: SceneRendering {
        let resolutions = Mutex<[Int]>([])

        func pdf(of scene: Scene) -> [UInt8] { Array("PDF".utf8) }
        func svg(of scene: Scene) -> [UInt8] { Array("<svg>\(scene.title)</svg>".utf8) }
        func svgs(of scenes: [Scene]) -> [[UInt8]] { scenes.map(svg) }
        func png(of scene: Scene, dotsPerInch: Int) -> [UInt8] {
            resolutions.withLock { $0.append(dotsPerInch) }
            return Array("PNG \(scene.title) \(dotsPerInch)".utf8)
        }
        func tiff(of scene: Scene, dotsPerInch: Int) -> [UInt8] { Array("TIFF".utf8) }
        func eps(of scene: Scene) -> [UInt8] { Array("EPS".utf8) }
    }

    private func bundle(
        _ figureFormats: [FigureFormat], resolution: Int, documents: [DocumentFormat]
    ) throws -> ManuscriptBundle {
        let data = try Data(contentsOf: URL(filePath: "\(repositoryRoot)/output/hcc/results.json"))
        var results = try StudyResults(decodingJSON: Array(data))
        results.manuscript.formats = documents
        var style = HouseStyle.plain
        (style.figures.formats, style.figures.resolution) = (figureFormats, resolution)
        let figures = ["a", "b"].map { name in
            DrawnFigure(
                id: name, caption: "C.",
                scene: Scene(width: 100, height: 50, title: name.uppercased(), alternativeText: "What it shows."))
        }
        let text = ManuscriptText(paragraphs: [], filled: FilledTemplate(pieces: []))
        return ManuscriptBundle(results: results, style: style, figures: figures, text: text, templates: [])
    }

    private func made(_ bundle: ManuscriptBundle, by renderer: Renderer) throws -> ManuscriptBundle.Made {
        try bundle.drawings(by: renderer).reduce(into: ManuscriptBundle.Made()) { all, making in
            let made = try making.make()
            all.files += made.files
            all.word.add(made.word)
        }
    }

    @Test func pixelsOfTheBundleServeInWordFiles() throws {
        let renderer = Renderer()
        let made = try made(bundle([.svg, .png], resolution: 300, documents: [.markdown, .docx]), by: renderer)
        #expect(renderer.resolutions.withLock { $0 } == [300, 300])
        let paths = ["a", "b"].flatMap { name in ["png", "svg", "txt"].map { "figures/\(name).\($0)" } }
        #expect(made.files.map(\.path).sorted() == paths)
        #expect(made.word.lines.keys.sorted() == ["a", "b"] && made.word.pixels.keys.sorted() == ["a", "b"])
        #expect(made.word.pixels["a"] == PackedBytes(stored: Array("PNG A 300".utf8)))
    }

    @Test func finerPixelsAreDrawnOnceMoreForWordFiles() throws {
        let renderer = Renderer()
        let made = try made(bundle([.png], resolution: 1200, documents: [.docx]), by: renderer)
        #expect(renderer.resolutions.withLock { $0.sorted() } == [300, 300, 1200, 1200])
        #expect(made.word.pixels["b"] == PackedBytes(stored: Array("PNG B 300".utf8)))
        #expect(made.word.lines.count == 2 && !made.files.contains { $0.path.hasSuffix(".svg") })
    }

    @Test func withoutWordFilesNothingIsDrawnForThem() throws {
        let renderer = Renderer()
        let made = try made(bundle([.pdf], resolution: 600, documents: [.markdown]), by: renderer)
        #expect(renderer.resolutions.withLock { $0 } == [])
        #expect(made.word.lines.isEmpty && made.word.pixels.isEmpty)
        let paths = ["a", "b"].flatMap { ["figures/\($0).pdf", "figures/\($0).txt"] }
        #expect(made.files.map(\.path).sorted() == paths)
    }

    @Test func wordFilesAreWholeWhenAllPartsAreThere() throws {
        let writer = WordWriter(WordOptions(date: "2025-04-30"))
        let scene = Scene(width: 100, height: 50, title: "A", alternativeText: "What it shows.")
        let document = Document(
            language: "en", title: "T",
            blocks: [.figure(Documents.Figure(id: "a", caption: "C.", path: "figures/a.svg", scene: scene))])
        let (svg, png) = (Array("<svg/>".utf8), [1, 2, 3] as [UInt8])
        let picture = WordPicture(svg: svg, png: png)
        let draft = writer.draft(document, picturing: ["a"])
        #expect(draft.file(pictures: ["a": picture]) == writer.file(document, pictures: ["a": picture]))
    }
}
