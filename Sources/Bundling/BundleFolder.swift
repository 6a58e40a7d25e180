internal import CPlatform
internal import Foundation
internal import Mathematics

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
        sha256 = Bundling.sha256(bytes)
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

    /// Names a folder; nothing is touched yet.
    public init(path: String) {
        self.path = path
    }

    /// The manifest of the bundle that is there, if one is.
    public var manifest: Manifest? {
        guard let data = try? Data(contentsOf: url.appending(path: Manifest.fileName)) else { return nil }
        return Manifest(json: Array(data))
    }

    /// Replaces the bundle by these files.
    ///
    /// With `replacing`, files that the program did not write, or that were changed since, may be lost. `earlier` spares
    /// reading the old bundle where nothing in it was touched since.
    public func replace(
        with files: [BundleFile], replacing: Bool = false, lookedAt earlier: BundleInspection? = nil
    ) throws(BundleWritingError) {
        try check(mayLoseFiles: replacing, earlier)
        removeAbandonedStaging()
        let staging = parent.appending(path: stagingPrefix + String(getpid()), directoryHint: .isDirectory)
        do {
            try write(files, to: staging)
            try settle(staging)
            try exchange(staging)
        } catch let error {
            try? FileManager.default.removeItem(at: staging)
            throw error
        }
        // What is now in the staging place is the old bundle, or nothing.
        removeFolder(staging)
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

    private func write(_ files: [BundleFile], to staging: URL) throws(BundleWritingError) {
        let places = files.map { staging.appending(path: $0.path) }
        for folder in Set(places.map { $0.deletingLastPathComponent() }) {
            do {
                try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            } catch {
                throw .system(path: folder.path, reason: Self.reason(of: error))
            }
        }
        let faults = concurrentMap(files.count) { index in
            Self.write(files[index].bytes, to: places[index].path).map { reason in
                BundleWritingError.system(path: places[index].path, reason: reason)
            }
        }
        if let fault = faults.compactMap(\.self).first { throw fault }
    }

    /// Writes a new file; what the system says where it refuses.
    ///
    /// Foundation's own way waits after each file until the disk has it, which takes longer than everything else that a
    /// bundle takes. Here the system writes when it likes, and is asked once for all of them (``settle(_:)``).
    private static func write(_ bytes: [UInt8], to path: String) -> String? {
        let file = open(path, O_WRONLY | O_CREAT | O_EXCL, 0o666)
        guard file >= 0 else { return systemReason() }
        var written = 0
        while written < bytes.count {
            let count = bytes[written...].withUnsafeBytes { Foundation.write(file, $0.baseAddress, $0.count) }
            guard count >= 0 else {
                let reason = systemReason()
                close(file)
                return reason
            }
            written += count
        }
        return close(file) == 0 ? nil : systemReason()
    }

    /// Waits until the disk has the new bundle, so that a power failure leaves the old one or the new one, not empty files;
    /// a disk that turns out to be full says so here, while the old bundle is in its place.
    private func settle(_ staging: URL) throws(BundleWritingError) {
        let folder = open(staging.path, O_RDONLY)
        guard folder >= 0 else { throw .system(path: staging.path, reason: Self.systemReason()) }
        defer { close(folder) }
        guard greenwood_settle(folder) == 0 else {
            throw .system(path: staging.path, reason: Self.systemReason())
        }
    }

    private func exchange(_ staging: URL) throws(BundleWritingError) {
        if !FileManager.default.fileExists(atPath: path) {
            guard rename(staging.path, path) == 0 else { throw .system(path: path, reason: Self.systemReason()) }
            return
        }
        guard greenwood_exchange(staging.path, path) != 0 else { return }
        // A file system that cannot exchange folders: two steps, and the old bundle back if the second fails.
        let aside = parent.appending(path: stagingPrefix + "old-\(getpid())", directoryHint: .isDirectory)
        guard rename(path, aside.path) == 0 else { throw .system(path: path, reason: Self.systemReason()) }
        guard rename(staging.path, path) == 0 else {
            let reason = Self.systemReason()
            rename(aside.path, path)
            throw .system(path: path, reason: reason)
        }
        try? FileManager.default.removeItem(at: aside)
    }

    /// Removes staging folders whose process is gone; one of a process at work stays.
    ///
    /// Where a run was killed in the middle of the two-step exchange, its old bundle is put back first.
    private func removeAbandonedStaging() {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: parent.path)) ?? []
        for name in names.filter({ $0.hasPrefix(stagingPrefix) }).sorted() {
            guard let process = name.split(separator: "-").last.flatMap({ pid_t($0) }) else { continue }
            let isAtWork = process != getpid() && kill(process, 0) == 0
            guard !isAtWork else { continue }
            let folder = parent.appending(path: name)
            if name.hasPrefix(stagingPrefix + "old-"), !FileManager.default.fileExists(atPath: path) {
                rename(folder.path, path)
            } else {
                try? FileManager.default.removeItem(at: folder)
            }
        }
    }

    private static func systemReason() -> String { String(cString: strerror(errno)) }

    private static func reason(of error: any Error) -> String {
        let underlying = (error as NSError).userInfo[NSUnderlyingErrorKey] as? NSError
        if let underlying, underlying.domain == NSPOSIXErrorDomain {
            return String(cString: strerror(Int32(underlying.code)))
        }
        return (error as NSError).localizedDescription
    }
}
