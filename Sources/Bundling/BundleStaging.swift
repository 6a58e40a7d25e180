internal import CPlatform
internal import Foundation
internal import Synchronization

/// The folder in which a new bundle is put together, beside the place of the old one.
///
/// Its files are written by the threads that made them, while others are still made: written all at the end, they would wait
/// for each other. What goes wrong is kept until the folder is to be used.
public final class BundleStaging: Sendable {
    private struct State {
        var folders: Set<String> = []
        var fault: BundleWritingError?
    }

    let path: String
    /// Where the bundle is to be: what messages name.
    private let target: String
    /// The folder, open from the beginning: what goes wrong on the way to the disk is told to those who had it open.
    private let descriptor: Int32
    private let state = Mutex(State())

    /// Begins a new bundle, and removes what killed runs have left.
    ///
    /// - Throws: Why the folder cannot be made.
    public init(for folder: BundleFolder) throws(BundleWritingError) {
        folder.removeAbandonedStaging()
        let url = folder.stagingFolder
        path = url.path
        target = folder.path
        do {
            try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        } catch {
            throw .system(path: target, reason: fileAbove(path).map { "'\($0)' is a file" } ?? reason(of: error))
        }
        descriptor = open(path, O_RDONLY)
        guard descriptor >= 0 else { throw .system(path: target, reason: systemReason()) }
    }

    deinit { close(descriptor) }

    /// Writes a file of the bundle; any thread may.
    public func write(_ file: BundleFile) {
        let place = "\(path)/\(file.path)"
        if let reason = makeFolder(of: file.path) ?? Self.write(file.bytes, to: place) {
            state.withLock { state in
                if state.fault == nil { state.fault = .system(path: "\(target)/\(file.path)", reason: reason) }
            }
        }
    }

    /// Makes the folder that a file stands in; what the system says where it refuses.
    private func makeFolder(of file: String) -> String? {
        let parts = file.split(separator: "/").dropLast()
        return state.withLock { state in
            var folder = path
            for part in parts {
                folder += "/\(part)"
                guard state.folders.insert(folder).inserted else { continue }
                if mkdir(folder, 0o777) != 0, errno != EEXIST { return systemReason() }
            }
            return nil
        }
    }

    /// Writes a new file; what the system says where it refuses.
    ///
    /// Foundation's own way waits after each file until the disk has it, which takes longer than everything else that a
    /// bundle takes. Here the disk begins with each file while others are made, and is waited for once (``settle()``).
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
        greenwood_begin_settling(file)
        return close(file) == 0 ? nil : systemReason()
    }

    /// Waits until the disk has the new bundle, so that a power failure leaves the old one or the new one, not empty files;
    /// a disk that turns out to be full says so here, while the old bundle is in its place.
    ///
    /// - Throws: What went wrong so far.
    func settle() throws(BundleWritingError) {
        if let fault = state.withLock({ $0.fault }) { throw fault }
        guard greenwood_settle(descriptor) == 0 else { throw .system(path: target, reason: systemReason()) }
    }

    /// Removes the folder, whatever is in it by now.
    public func remove() { removeFolder(URL(filePath: path)) }
}

/// What the system says of its last refusal.
func systemReason() -> String { String(cString: strerror(errno)) }

/// The file that stands where a folder of a path should be; nil where none does.
private func fileAbove(_ path: String) -> String? {
    var url = URL(filePath: path).deletingLastPathComponent()
    while url.path.count > 1 {
        var isFolder: ObjCBool = false
        if FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder) {
            return isFolder.boolValue ? nil : url.relativePath
        }
        url.deleteLastPathComponent()
    }
    return nil
}

private func reason(of error: any Error) -> String {
    let underlying = (error as NSError).userInfo[NSUnderlyingErrorKey] as? NSError
    if let underlying, underlying.domain == NSPOSIXErrorDomain {
        return String(cString: strerror(Int32(underlying.code)))
    }
    return (error as NSError).localizedDescription
}
