internal import Foundation
internal import Mathematics

/// Why the system refused to read or write a file, in its own words.
struct SystemError: Error, CustomStringConvertible {
    var description: String

    /// The reason of the call that failed last.
    static var last: SystemError { SystemError(description: String(cString: strerror(errno))) }

    /// A file that somebody wrote to, for then its parts may belong to two states of it.
    static let changed = SystemError(description: "it changed while it was read")

    /// A file that is larger than what is read.
    static func tooLarge(_ limit: Int) -> SystemError {
        SystemError(description: "it is larger than \((limit + 1) >> 20) MiB")
    }
}

/// The most that is read of any file at once: offsets into data have 32 bits. Text in UTF-8 is read part by part where it is
/// large, and may be larger.
let largestFile = Int(UInt32.max)

/// The bytes of a file, or of what gives bytes like one, such as a pipe.
///
/// - Parameters:
///   - path: The file's path.
///   - limit: Where the file is larger, it is refused before it fills the memory; a pipe, as soon as it has given more.
///   - atEachPart: Called after each part that was read.
/// - Returns: The bytes.
/// - Throws: The system's reason; that the file is too large; or that it changed meanwhile, for then its parts may
///   belong to two states of it.
func readFile(
    _ path: String, limit: Int = largestFile, atEachPart: () -> Void = {}
) throws(SystemError) -> [UInt8] {
    let file = open(path, O_RDONLY)
    guard file >= 0 else { throw .last }
    defer { close(file) }
    let before = try FileState(of: file)
    guard before.size <= limit else { throw .tooLarge(limit) }
    var bytes = try readParts(of: file, size: before.size, atEachPart: atEachPart)
    // What gives bytes without a size, such as a pipe, and what has grown meanwhile.
    var chunk = [UInt8](repeating: 0, count: 1 << 18)
    while true {
        let count = read(file, &chunk, chunk.count)
        guard count >= 0 else { throw .last }
        if count == 0 { break }
        guard bytes.count + count <= limit else { throw .tooLarge(limit) }
        bytes.append(contentsOf: chunk[..<count])
        atEachPart()
    }
    guard try FileState(of: file) == before, !before.isRegular || bytes.count == before.size else {
        throw .changed
    }
    return bytes
}

/// The bytes of a file of a known size, as far as it has them, read to where they will stay: a large file in several parts at
/// once, for copying takes as long as finding what is in it.
private func readParts(of file: Int32, size: Int, atEachPart: () -> Void) throws(SystemError) -> [UInt8] {
    var failure: SystemError?
    let partSize = 1 << 24
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { room, filled in
        // The system clears large pages of memory faster than small ones.
        if size > partSize, let start = room.baseAddress { adviseLargePages(start, bytes: size) }
        nonisolated(unsafe) let base = room.baseAddress
        let parts = (size + partSize - 1) / partSize
        let counts = concurrentMap(parts) { part -> (count: Int, failure: SystemError?) in
            let range = part * partSize..<min(size, (part + 1) * partSize)
            var count = 0
            while count < range.count {
                let read = pread(
                    file, base.map { $0 + range.lowerBound + count }, range.count - count,
                    off_t(range.lowerBound + count))
                guard read > 0 else { return (count, read < 0 ? .last : nil) }
                count += read
            }
            return (count, nil)
        }
        for (part, read) in counts.enumerated() {
            atEachPart()
            filled += read.count
            failure = read.failure
            if failure != nil || read.count < min(partSize, size - part * partSize) { break }
        }
    }
    if let failure { throw failure }
    if size > 0, bytes.count == size { lseek(file, off_t(size), SEEK_SET) }
    return bytes
}

/// What tells that a file was written to.
struct FileState: Equatable {
    var size: Int
    var isRegular: Bool
    private var seconds: Int
    private var nanoseconds: Int

    init(of file: Int32) throws(SystemError) {
        var status = stat()
        guard fstat(file, &status) == 0 else { throw .last }
        isRegular = status.st_mode & S_IFMT == S_IFREG
        size = isRegular ? Int(status.st_size) : 0
        #if canImport(Darwin)
            let time = status.st_mtimespec
        #else
            let time = status.st_mtim
        #endif
        (seconds, nanoseconds) = isRegular ? (time.tv_sec, time.tv_nsec) : (0, 0)
    }
}

/// Replaces a file whole: the bytes go to a file beside it, which then takes its name.
func writeFile(_ bytes: [UInt8], to path: String) throws(SystemError) {
    let staging = "\(path).\(getpid()).partial"
    let file = open(staging, O_WRONLY | O_CREAT | O_TRUNC, 0o666)
    guard file >= 0 else { throw .last }
    var written = 0
    while written < bytes.count {
        let count = bytes[written...].withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
        guard count >= 0 else {
            let reason = SystemError.last
            close(file)
            unlink(staging)
            throw reason
        }
        written += count
    }
    let isOnDisk = fsync(file) == 0 || errno == EINVAL
    let refusal = isOnDisk ? nil : SystemError.last
    guard close(file) == 0, isOnDisk, rename(staging, path) == 0 else {
        let reason = refusal ?? SystemError.last
        unlink(staging)
        throw reason
    }
}

/// The results in a bundle's folder; a path that is no folder names them itself.
func resultsFile(of path: String) -> String {
    var isFolder: ObjCBool = false
    let isBundle = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
    return isBundle ? join(path, "results.json") : path
}
