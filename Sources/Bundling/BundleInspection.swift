internal import Checksums
internal import Foundation
internal import Mathematics

/// A look at the bundle that a new one is to replace: its manifest, and the files that are not as the program left them.
///
/// Reading and digesting a whole bundle takes a while, which begins at once, beside whatever its maker does next.
public final class BundleInspection: Sendable {
    private struct Findings: Sendable {
        var manifest: Manifest?
        var others: [String] = []
        var stamps: [String: Stamp] = [:]
    }

    /// What changes when somebody writes a file.
    private struct Stamp: Equatable, Sendable {
        var size: Int
        var seconds: Int
        var nanoseconds: Int
        var inode: UInt64
    }

    /// The folder's path.
    public let path: String
    private let found: Begun<Findings>

    /// Begins to look.
    public init(of folder: String) {
        path = folder
        found = Begun { Self.look(at: folder) }
    }

    /// The manifest of the bundle that is there, if one is.
    public var manifest: Manifest? { findings.manifest }

    /// The files that no bundle of the program put there, or that were changed since, in order.
    var others: [String] { findings.others }

    /// The same, if this is the folder that was looked at and no file in it was touched since.
    func othersIfUntouched(at folder: String) -> [String]? {
        let findings = findings
        return folder == path && Self.stamps(inside: path) == findings.stamps ? findings.others : nil
    }

    private var findings: Findings { found.value }

    private static func look(at folder: String) -> Findings {
        // What is touched from now on is found to have another stamp.
        let stamps = stamps(inside: folder)
        let manifest = BundleFolder(path: folder).manifest
        let known = Dictionary(
            (manifest?.outputs ?? []).map { ($0.path, $0.sha256) }, uniquingKeysWith: { first, _ in first })
        let files = stamps.keys.sorted()
        // One after the other: nobody waits for it yet, and the other processors have better to do.
        let others = files.filter { file in
            guard file != Manifest.fileName || known.isEmpty else { return false }
            guard let hash = known[file] else { return true }
            return digest(ofFileAt: "\(folder)/\(file)")?.hexadecimal != hash
        }
        return Findings(manifest: manifest, others: others, stamps: stamps)
    }

    /// The digest of a file, read part by part: none of it is kept. Nil where it cannot be read.
    private static func digest(ofFileAt path: String) -> SHA256Digest? {
        let file = open(path, O_RDONLY)
        guard file >= 0 else { return nil }
        defer { close(file) }
        return withUnsafeTemporaryAllocation(byteCount: 1 << 16, alignment: 64) { room in
            var count = 0
            let digest = SHA256Digest(ofParts: { add in
                while true {
                    count = read(file, room.baseAddress, room.count)
                    guard count > 0 else { break }
                    add(UnsafeRawBufferPointer(rebasing: room[..<count]))
                }
            })
            return count == 0 ? digest : nil
        }
    }

    /// The stamps of all files inside, links followed, by their paths in the folder.
    private static func stamps(inside folder: String) -> [String: Stamp] {
        var stamps: [String: Stamp] = [:]
        for name in (try? FileManager.default.subpathsOfDirectory(atPath: folder)) ?? [] {
            var status = stat()
            guard stat("\(folder)/\(name)", &status) == 0, status.st_mode & S_IFMT != S_IFDIR else { continue }
            #if canImport(Darwin)
                let time = status.st_mtimespec
            #else
                let time = status.st_mtim
            #endif
            stamps[name] = Stamp(
                size: Int(status.st_size), seconds: Int(time.tv_sec), nanoseconds: Int(time.tv_nsec),
                inode: UInt64(status.st_ino))
        }
        return stamps
    }
}
