internal import Bundling
internal import Comparing
internal import Dispatch
internal import Foundation
internal import Results
internal import Styling
internal import Synchronization

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

/// Compares a bundle that is about to be replaced with its successor, while that is drawn.
final class RebuildComparison: Sendable {
    private let comparison = Mutex<Comparison?>(nil)
    private let group = DispatchGroup()
    private let replaced: [UInt8]

    /// Begins the comparison; nil where there is no bundle, or where its inputs are those of the new results.
    init?(of folder: String, _ manifest: Manifest?, by results: StudyResults, style: HouseStyle) {
        guard let manifest,
            manifest.inputs != results.provenance.inputs || manifest.program != results.provenance.program,
            let bytes = try? readFile(join(folder, "results.json"))
        else { return nil }
        replaced = bytes
        DispatchQueue.global().async(group: group) { [self] in
            // Results of an older grammar say nothing here: `diff` reads them.
            guard let old = try? StudyResults(decodingJSON: bytes) else { return }
            let found = compare(
                Edition(results: old, style: style), to: Edition(results: results, style: style),
                oldName: "the previous bundle", newName: folder)
            comparison.withLock { $0 = found }
        }
    }

    /// The few lines about what changed, once the new bundle is there; keeps the results that it replaced.
    func report(ofBundle folder: String) -> String {
        group.wait()
        guard let comparison = comparison.withLock({ $0 }), !comparison.isEmpty else { return "" }
        PreviousResults(ofBundle: folder).keep(replaced)
        return comparison.shortReport(for: terminal(), seeAlso: "greenwood diff \(folder)")
    }
}
