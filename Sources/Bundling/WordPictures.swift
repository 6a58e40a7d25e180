internal import Documents
internal import Drawing
internal import Mathematics
internal import Results
internal import Styling

extension ManuscriptBundle {
    /// The resolution of the pixels in Word files, which only programs show that cannot draw lines.
    private static let previewResolution = 150

    /// The pictures of Word files by their figures: the lines, which the bundle may hold as a file already, and pixels that it
    /// does not hold.
    func pictures(by renderer: some SceneRendering, drawn files: [BundleFile]) throws -> [String: WordPicture] {
        let names = figureFileNames
        let drawings = Dictionary(files.map { ($0.path, $0.bytes) }) { first, _ in first }
        let pictures = concurrentMap(figures.count) { index in
            Result {
                let (id, scene) = (figures[index].id, figures[index].scene)
                let svg = try drawings["figures/\(names[id] ?? id).svg"] ?? renderer.svg(of: scene)
                let png = try renderer.png(of: scene, dotsPerInch: Self.previewResolution)
                return (id, WordPicture(svg: svg, png: png))
            }
        }
        return Dictionary(try pictures.map { try $0.get() }, uniquingKeysWith: { first, _ in first })
    }
}
