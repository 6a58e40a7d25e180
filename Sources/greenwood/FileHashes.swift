internal import Bundling
internal import Dispatch
internal import Synchronization

/// The SHA-256 of files, computed on another thread while they are being read.
final class FileHashes: Sendable {
    private let hashes = Mutex<[String: String]>([:])
    private let group = DispatchGroup()

    func add(_ file: String, _ content: [UInt8]) {
        // A small file is not worth a thread.
        guard content.count > 1 << 20 else { return hashes.withLock { $0[file] = sha256(content) } }
        DispatchQueue.global().async(group: group) { [self] in
            let hash = sha256(content)
            hashes.withLock { $0[file] = hash }
        }
    }

    func add(_ file: String, hash: String) { hashes.withLock { $0[file] = hash } }

    /// All of them, by the files' paths; waits for the last.
    var all: [String: String] {
        group.wait()
        return hashes.withLock { $0 }
    }
}
