internal import Archives
internal import DataReading
internal import Foundation

/// A large data file on disk, read part by part; it stays open, so that a place in it can be looked up.
final class LargeFile: StreamedFile {
    /// Smaller files are read whole: there is nothing to gain.
    static let smallest = 1 << 25
    /// A file that may be compressed, by its first bytes, may hold a dozen times as many.
    static let smallestCompressed = 1 << 21

    let size: Int
    private let file: Int32
    private let state: FileState

    /// Opens a file; nil where it is not large, or none that has a size.
    ///
    /// - Throws: The system's reason.
    init?(_ path: String) throws(SystemError) {
        // A pipe must not be opened, for it can be only once.
        var status = stat()
        guard stat(path, &status) == 0 else { throw .last }
        guard status.st_mode & S_IFMT == S_IFREG, status.st_size >= off_t(Self.smallestCompressed) else { return nil }
        let file = open(path, O_RDONLY)
        guard file >= 0 else { throw .last }
        do {
            state = try FileState(of: file)
        } catch {
            close(file)
            throw error
        }
        (self.file, size) = (file, state.size)
        // The file is closed with the object, which there is also where this gives none.
        guard state.isRegular, size >= (isCompressed ? Self.smallestCompressed : Self.smallest) else { return nil }
    }

    private var isCompressed: Bool {
        var beginning: [UInt8] = [0, 0]
        return beginning.withUnsafeMutableBytes { (try? read(from: 0, into: $0)) == 2 } && isGzip(beginning)
    }

    deinit { close(file) }

    func read(from offset: Int, into room: UnsafeMutableRawBufferPointer) throws -> Int {
        let wanted = max(0, min(room.count, size - offset))
        var count = 0
        while count < wanted {
            let read = pread(file, room.baseAddress.map { $0 + count }, wanted - count, off_t(offset + count))
            guard read >= 0 else { throw SystemError.last }
            if read == 0 { break }
            count += read
        }
        return count
    }

    func expectUnchanged() throws {
        guard try FileState(of: file) == state else { throw SystemError.changed }
    }
}
