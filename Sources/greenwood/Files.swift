internal import Foundation

/// Why the system refused to read or write a file, in its own words.
struct SystemError: Error, CustomStringConvertible {
    var description: String

    /// The reason of the call that failed last.
    static var last: SystemError { SystemError(description: String(cString: strerror(errno))) }

    /// A file that is larger than what is read.
    static func tooLarge(_ limit: Int) -> SystemError {
        SystemError(description: "it is larger than \((limit + 1) >> 20) MiB")
    }
}

/// The most that is read of any file: offsets into data have 32 bits.
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
    var failure: SystemError?
    // A large file is read to where it will stay.
    var bytes = [UInt8](unsafeUninitializedCapacity: before.size) { room, filled in
        while filled < before.size {
            let count = read(file, room.baseAddress.map { $0 + filled }, min(before.size - filled, 1 << 28))
            guard count > 0 else {
                if count < 0 { failure = .last }
                return
            }
            filled += count
            atEachPart()
        }
    }
    if let failure { throw failure }
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
        throw SystemError(description: "it changed while it was read")
    }
    return bytes
}

/// What tells that a file was written to.
private struct FileState: Equatable {
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
