internal import Checksums
internal import Dispatch
internal import Foundation
internal import Synchronization

/// The SHA-256 of files, computed on another thread while they are being read.
final class FileHashes: Sendable {
    private let hashes = Mutex<[String: String]>([:])
    private let failures = Mutex<[String: String]>([:])
    private let group = DispatchGroup()

    func add(_ file: String, _ content: [UInt8]) {
        // A small file is not worth a thread.
        guard content.count > 1 << 20 else {
            return hashes.withLock { $0[file] = SHA256Digest(of: content).hexadecimal }
        }
        DispatchQueue.global().async(group: group) { [self] in
            let hash = SHA256Digest(of: content).hexadecimal
            hashes.withLock { $0[file] = hash }
        }
    }

    /// Adds a large file, which is read once more for that, part by part; the system still has the bytes.
    func add(_ file: String, _ content: LargeFile) {
        DispatchQueue.global().async(group: group) { [self] in
            do {
                let hash = try SHA256Digest(ofParts: { add in try content.forEachPart(add) }).hexadecimal
                hashes.withLock { $0[file] = hash }
            } catch {
                failures.withLock { $0[file] = "\(error)" }
            }
        }
    }

    func add(_ file: String, hash: String) { hashes.withLock { $0[file] = hash } }

    /// All of them, by the files' paths; waits for the last.
    var all: [String: String] {
        group.wait()
        return hashes.withLock { $0 }
    }

    /// Why large files could not be read to their end, by their paths; waits for the last.
    var refused: [String: String] {
        group.wait()
        return failures.withLock { $0 }
    }
}

extension LargeFile {
    /// Shows the bytes part by part.
    fileprivate func forEachPart(_ body: (UnsafeRawBufferPointer) -> Void) throws {
        let room = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 20, alignment: 64)
        defer { room.deallocate() }
        var offset = 0
        while true {
            let count = try read(from: offset, into: room)
            body(UnsafeRawBufferPointer(rebasing: room[..<count]))
            offset += count
            if count < room.count { break }
        }
        try expectUnchanged()
    }
}
