internal import Archives
internal import Drawing
internal import Results
internal import Styling

extension ManuscriptBundle {
    /// The greatest resolution of the pixels in Word files, which only programs show that cannot draw lines.
    private static let greatestResolutionInWord = 300

    /// How the files of all figures are made, and their pictures in Word files.
    func drawings(by renderer: some SceneRendering) -> [FileMaking] {
        let (preset, names) = (style.figures, figureFileNames)
        let paths = figures.map { "figures/\(names[$0.id] ?? $0.id)" }
        let resolution = hasWord ? min(preset.resolution, Self.greatestResolutionInWord) : nil
        var makings: [FileMaking] = []
        for (figure, path) in zip(figures, paths) {
            makings.append(FileMaking { BundleFile(path: "\(path).txt", text: figure.scene.alternativeText + "\n") })
            for format in preset.formats where format != .svg {
                let inWord = format == .png && resolution == preset.resolution
                makings.append(drawing(figure, as: format, path, by: renderer, inWord: inWord))
            }
            if let resolution, resolution != preset.resolution || !preset.formats.contains(.png) {
                makings.append(pixelsInWord(figure, resolution, by: renderer))
            }
        }
        let isInBundle = preset.formats.contains(.svg)
        return isInBundle || hasWord ? makings + [lines(paths, areInBundle: isInBundle, by: renderer)] : makings
    }

    /// How a figure is drawn in any form but SVG with outlines.
    private func drawing(
        _ figure: DrawnFigure, as format: FigureFormat, _ path: String, by renderer: some SceneRendering, inWord: Bool
    ) -> FileMaking {
        let resolution = style.figures.resolution
        return FileMaking(parts: format.cost * figure.area, isOfPixels: format.isOfPixels) {
            let bytes = try figure.drawn(as: format, by: renderer, dotsPerInch: resolution)
            let file = BundleFile(path: "\(path).\(format.fileExtension)", bytes: bytes)
            let word = WordParts(pixels: inWord ? [figure.id: PackedBytes(stored: bytes)] : [:])
            return Made(files: [file], word: word)
        }
    }

    /// How the pixels of a figure in Word files are drawn where no file of the bundle has them.
    private func pixelsInWord(
        _ figure: DrawnFigure, _ resolution: Int, by renderer: some SceneRendering
    ) -> FileMaking {
        FileMaking(parts: FigureFormat.png.cost * figure.area, isOfPixels: true) {
            let bytes = try renderer.png(of: figure.scene, dotsPerInch: resolution)
            return Made(word: WordParts(pixels: [figure.id: PackedBytes(stored: bytes)]))
        }
    }

    /// How all figures are drawn as SVG with outlines.
    private func lines(_ paths: [String], areInBundle: Bool, by renderer: some SceneRendering) -> FileMaking {
        let area = figures.reduce(0) { $0 + $1.area }
        return FileMaking(parts: FigureFormat.svg.cost * area) { [figures, hasWord] in
            let drawings = try renderer.svgs(of: figures.map(\.scene))
            var made = Made()
            if areInBundle {
                made.files = zip(paths, drawings).map { path, bytes in
                    BundleFile(path: "\(path).\(FigureFormat.svg.fileExtension)", bytes: bytes)
                }
            }
            if hasWord {
                let packed = zip(figures, drawings).map { ($0.id, PackedBytes($1)) }
                made.word.lines = Dictionary(packed) { first, _ in first }
            }
            return made
        }
    }
}

extension DrawnFigure {
    /// Its area in square points.
    fileprivate var area: Double { scene.width * scene.height }
}
