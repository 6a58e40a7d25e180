internal import CPlatform
internal import Checksums
internal import Foundation

/// A file of a bundle: its path inside it and its bytes.
public struct BundleFile: Equatable, Sendable {
    /// The path inside the bundle, with `/` between folders.
    public var path: String
    /// The content.
    public let bytes: [UInt8]
    /// The SHA-256 of the content in lower-case hexadecimal, computed once, by the thread that made the file.
    public let sha256: String

    /// Creates a file.
    public init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
        sha256 = SHA256Digest(of: bytes).hexadecimal
    }

    /// Creates a file of UTF-8 text.
    public init(path: String, text: String) {
        self.init(path: path, bytes: Array(text.utf8))
    }
}

/// Why a bundle could not be written. The previous bundle is as it was.
public enum BundleWritingError: Error, Equatable {
    /// The folder holds files that no bundle of the program put there, or that were changed since.
    case holdsOtherFiles([String])
    /// The path is taken by something that is not a folder.
    case notAFolder
    /// The system refused; the text is its reason.
    case system(path: String, reason: String)
}

/// The folder of a bundle, replaced whole or not at all.
///
/// The files are written to a staging folder beside it, which then changes places with the old bundle in one step of
/// the file system. A run that is killed leaves the old bundle, or the new one, and at worst a staging folder that
/// the next run removes.
public struct BundleFolder {
    /// The folder's path.
    public let path: String

    private var url: URL { URL(filePath: path, directoryHint: .isDirectory) }
    private var parent: URL { url.deletingLastPathComponent() }
    private var stagingPrefix: String { ".\(url.lastPathComponent).staging-" }
    /// Where this process puts a new bundle together.
    var stagingFolder: URL { parent.appending(path: stagingPrefix + String(getpid()), directoryHint: .isDirectory) }

    /// Names a folder; nothing is touched yet.
    public init(path: String) {
        self.path = path
    }

    /// The manifest of the bundle that is there, if one is.
    public var manifest: Manifest? {
        guard let data = try? Data(contentsOf: url.appending(path: Manifest.fileName)) else { return nil }
        return Manifest(json: Array(data))
    }

    /// Replaces the bundle by what was written to a staging folder, which is gone afterwards whether it could or not.
    ///
    /// With `replacing`, files that the program did not write, or that were changed since, may be lost. `earlier` spares
    /// reading the old bundle where nothing in it was touched since.
    public func replace(
        with staging: BundleStaging, replacing: Bool = false, lookedAt earlier: BundleInspection? = nil
    ) throws(BundleWritingError) {
        // What is in the staging place at the end is the old bundle, or nothing.
        defer { staging.remove() }
        try check(mayLoseFiles: replacing, earlier)
        try staging.settle()
        try exchange(staging.path)
    }

    /// Refuses to replace what is not a bundle as the program left it.
    private func check(mayLoseFiles: Bool, _ earlier: BundleInspection?) throws(BundleWritingError) {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { return }
        guard isFolder.boolValue else { throw .notAFolder }
        guard !mayLoseFiles else { return }
        let others = earlier?.othersIfUntouched(at: path) ?? BundleInspection(of: path).others
        if !others.isEmpty { throw .holdsOtherFiles(others) }
    }

    private func exchange(_ staging: String) throws(BundleWritingError) {
        if !FileManager.default.fileExists(atPath: path) {
            guard rename(staging, path) == 0 else { throw .system(path: path, reason: systemReason()) }
            return
        }
        guard greenwood_exchange(staging, path) != 0 else { return }
        // A file system that cannot exchange folders: two steps, and the old bundle back if the second fails.
        let aside = parent.appending(path: stagingPrefix + "old-\(getpid())", directoryHint: .isDirectory)
        guard rename(path, aside.path) == 0 else { throw .system(path: path, reason: systemReason()) }
        guard rename(staging, path) == 0 else {
            let reason = systemReason()
            rename(aside.path, path)
            throw .system(path: path, reason: reason)
        }
        removeFolder(aside)
    }

    /// Removes staging folders whose process is gone; one of a process at work stays.
    ///
    /// Where a run was killed in the middle of the two-step exchange, its old bundle is put back first.
    func removeAbandonedStaging() {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: parent.path)) ?? []
        for name in names.filter({ $0.hasPrefix(stagingPrefix) }).sorted() {
            guard let process = name.split(separator: "-").last.flatMap({ pid_t($0) }) else { continue }
            let isAtWork = process != getpid() && kill(process, 0) == 0
            guard !isAtWork else { continue }
            let folder = parent.appending(path: name)
            if name.hasPrefix(stagingPrefix + "old-"), !FileManager.default.fileExists(atPath: path) {
                rename(folder.path, path)
            } else {
                removeFolder(folder)
            }
        }
    }
}
