internal import Documents
internal import Drawing
internal import Results
internal import Styling

extension ManuscriptBundle {
    /// The resolution of the pixels in Word files, which only programs show that cannot draw lines.
    private static let previewResolution = 150

    /// How the pixels of a figure in Word files are drawn, and about how long it takes, as ``FileMaking`` has it.
    struct Preview: Sendable {
        var cost: Double
        var draw: @Sendable () throws -> [UInt8]
    }

    /// How the pixels of all figures in Word files are drawn.
    func previews(by renderer: some SceneRendering) -> [Preview] {
        let share = Double(Self.previewResolution) / Double(max(1, style.figures.resolution))
        return figures.map { figure in
            let scene = figure.scene
            return Preview(cost: FigureFormat.png.cost * share * share * scene.width * scene.height) {
                try renderer.png(of: scene, dotsPerInch: Self.previewResolution)
            }
        }
    }

    /// The pictures of Word files by their figures: the lines, which the bundle may hold as a file already, and pixels.
    func pictures(
        by renderer: some SceneRendering, drawn files: [BundleFile], _ pixels: [[UInt8]]
    ) throws -> [String: WordPicture] {
        let names = figureFileNames
        let drawings = Dictionary(files.map { ($0.path, $0.bytes) }) { first, _ in first }
        var pictures: [String: WordPicture] = [:]
        for (figure, pixels) in zip(figures, pixels) where pictures[figure.id] == nil {
            let path = "figures/\(names[figure.id] ?? figure.id).svg"
            pictures[figure.id] = WordPicture(
                svg: try drawings[path] ?? renderer.svg(of: figure.scene), png: pixels)
        }
        return pictures
    }
}
