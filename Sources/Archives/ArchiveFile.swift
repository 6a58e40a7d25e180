/// A file in an archive: its path, with `/` between folders, and its bytes.
public struct ArchiveFile: Equatable, Sendable {
    /// The path inside the archive.
    public var path: String
    /// The content.
    public var bytes: [UInt8]

    /// Creates a file.
    public init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
    }

    /// Creates a file of UTF-8 text.
    public init(path: String, text: String) {
        self.init(path: path, bytes: Array(text.utf8))
    }
}
