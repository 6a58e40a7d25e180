internal import Archives
internal import Documents
internal import Mathematics

/// What Word files with figures are put together of: the text, and each picture in both its forms, packed by the threads that
/// made them.
struct WordParts {
    /// The files, by their names, in order.
    var drafts: [(name: String, draft: WordDraft)] = []
    /// The forms of pictures by the names of their figures.
    var lines: [String: PackedBytes] = [:]
    var pixels: [String: PackedBytes] = [:]

    mutating func add(_ more: WordParts) {
        drafts += more.drafts
        lines.merge(more.lines) { first, _ in first }
        pixels.merge(more.pixels) { first, _ in first }
    }

    /// The whole files.
    func files(writing write: @Sendable (BundleFile) -> Void) -> [Manifest.Output] {
        let pictures = lines.compactMap { figure, lines in
            pixels[figure].map { (figure, WordPicture(lines: lines, pixels: $0)) }
        }
        let byFigure = Dictionary(pictures) { first, _ in first }
        return concurrentMap(drafts.count) { index in
            let (name, draft) = drafts[index]
            let file = BundleFile(path: "\(name).docx", bytes: draft.file(pictures: byFigure))
            write(file)
            return Manifest.Output(file)
        }
    }
}
