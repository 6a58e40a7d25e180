internal import Foundation

/// Why the system refused to read or write a file, in its own words.
struct SystemError: Error, CustomStringConvertible {
    var description: String

    /// The reason of the call that failed last.
    static var last: SystemError { SystemError(description: String(cString: strerror(errno))) }
}

/// The bytes of a file.
func readFile(_ path: String) throws(SystemError) -> [UInt8] {
    let file = open(path, O_RDONLY)
    guard file >= 0 else { throw .last }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0 else { throw .last }
    let expected = Int(status.st_size)
    var failure: SystemError?
    // A large file is read to where it will stay; what has grown meanwhile comes behind.
    var bytes = [UInt8](unsafeUninitializedCapacity: expected) { room, filled in
        while filled < expected {
            let count = read(file, room.baseAddress.map { $0 + filled }, min(expected - filled, 1 << 28))
            guard count > 0 else {
                if count < 0 { failure = .last }
                return
            }
            filled += count
        }
    }
    if let failure { throw failure }
    var chunk = [UInt8](repeating: 0, count: 1 << 18)
    while true {
        let count = read(file, &chunk, chunk.count)
        guard count >= 0 else { throw .last }
        if count == 0 { return bytes }
        bytes.append(contentsOf: chunk[..<count])
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
    guard close(file) == 0, rename(staging, path) == 0 else {
        let reason = SystemError.last
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
