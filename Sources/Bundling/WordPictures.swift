internal import Documents
internal import Drawing

extension ManuscriptBundle {
    /// The resolution of the pixels in Word files, which only programs show that cannot draw lines.
    private static let previewResolution = 150

    /// How the pixels of the figures in Word files are made; each file has its figure's name.
    func previews(by renderer: some SceneRendering) -> [FileMaking] {
        figures.map { figure in
            {
                BundleFile(
                    path: figure.id, bytes: try renderer.png(of: figure.scene, dotsPerInch: Self.previewResolution))
            }
        }
    }

    /// The pictures of Word files by their figures: the pixels, and the lines of the bundle's own files.
    func pictures(_ previews: some Sequence<BundleFile>, drawn files: [BundleFile]) -> [String: WordPicture] {
        let drawings = Dictionary(files.map { ($0.path, $0.bytes) }) { first, _ in first }
        return previews.reduce(into: [:]) { pictures, preview in
            guard let svg = drawings["figures/\(preview.path).svg"] else { return }
            pictures[preview.path] = WordPicture(svg: svg, png: preview.bytes)
        }
    }
}
