internal import Documents
internal import Drawing
internal import Mathematics
internal import Results
internal import Styling

extension ManuscriptBundle {
    /// The resolution of the pixels in Word files, which only programs show that cannot draw lines.
    private static let previewResolution = 150

    /// How the pictures of Word files are made that are not in the bundle by themselves: the pixels, and the lines where
    /// the figures are not asked for as SVG. Each file has its figure's name, with an ending.
    func previews(by renderer: some SceneRendering) -> [FileMaking] {
        let hasLines = style.figures.formats.contains(.svg)
        return figures.flatMap { figure -> [FileMaking] in
            let pixels = FileMaking {
                BundleFile(
                    path: "\(figure.id).png",
                    bytes: try figure.drawn(as: .png, by: renderer, dotsPerInch: Self.previewResolution))
            }
            let lines = FileMaking {
                BundleFile(
                    path: "\(figure.id).svg",
                    bytes: try figure.drawn(as: .svg, by: renderer, dotsPerInch: Self.previewResolution))
            }
            return hasLines ? [pixels] : [pixels, lines]
        }
    }

    /// The pictures of Word files by their figures.
    func pictures(_ previews: some Sequence<BundleFile>, drawn files: [BundleFile]) -> [String: WordPicture] {
        let names = figureFileNames
        let made = Dictionary((files + previews).map { ($0.path, $0.bytes) }) { first, _ in first }
        let packed = concurrentMap(figures.count) { index -> (String, WordPicture)? in
            let figure = figures[index]
            let drawing = "figures/\(names[figure.id] ?? figure.id).svg"
            guard let png = made["\(figure.id).png"], let svg = made[drawing] ?? made["\(figure.id).svg"] else {
                return nil
            }
            return (figure.id, WordPicture(svg: svg, png: png))
        }
        return Dictionary(packed.compactMap(\.self), uniquingKeysWith: { first, _ in first })
    }
}
