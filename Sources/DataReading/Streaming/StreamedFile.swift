/// A file that is read part by part because it is large.
public protocol StreamedFile: AnyObject, Sendable {
    /// Its bytes when it was opened.
    var size: Int { get }

    /// Reads bytes from a place on; fewer than the room holds only at the end of the file.
    func read(from offset: Int, into room: UnsafeMutableRawBufferPointer) throws -> Int

    /// Throws where the file was written to since it was opened.
    func expectUnchanged() throws
}

extension StreamedFile {
    /// Some bytes from a place on, as far as the file has them.
    func bytes(from offset: Int, count: Int) throws -> [UInt8] {
        var failure: (any Error)?
        let bytes = [UInt8](unsafeUninitializedCapacity: max(0, min(count, size - offset))) { room, filled in
            do {
                filled = try read(from: offset, into: UnsafeMutableRawBufferPointer(room))
            } catch {
                failure = error
            }
        }
        if let failure { throw failure }
        return bytes
    }
}
