internal import Foundation

/// The results that the last change of a bundle replaced, kept beside the bundle as `.NAME.previous.json`.
///
/// Not inside it: a bundle depends on its inputs alone.
struct PreviousResults {
    let path: String

    init(ofBundle folder: String) {
        let url = URL(filePath: folder).standardizedFileURL
        let parent = folder.contains("/") ? url.deletingLastPathComponent().relativePath : "."
        path = join(parent, ".\(url.lastPathComponent).previous.json")
    }

    /// Keeps results; a place that can't be written costs the comparison, not the bundle.
    func keep(_ bytes: [UInt8]) { try? writeFile(bytes, to: path) }
}
