/// Bytes as a ZIP archive holds them: compressed, or as they are where compression does not shorten them, as with pictures.
public struct PackedBytes: Equatable, Sendable {
    /// What stands in the archive.
    let bytes: [UInt8]
    let isDeflated: Bool
    /// How many bytes they were.
    let size: Int
    /// The checksum of the bytes as they were.
    let sum: UInt32

    /// Packs bytes.
    public init(_ bytes: [UInt8]) {
        size = bytes.count
        sum = checksum(bytes)
        let deflated = deflated(bytes)
        isDeflated = deflated.count < size
        self.bytes = isDeflated ? deflated : bytes
    }

    /// Takes bytes as they are: those of a format that is compressed itself, where looking for more costs time and finds little.
    public init(stored bytes: [UInt8]) {
        (self.bytes, isDeflated) = (bytes, false)
        (size, sum) = (bytes.count, checksum(bytes))
    }
}

/// A file of an archive, packed: its path, with `/` between folders, and its content.
public struct PackedFile: Equatable, Sendable {
    /// The path inside the archive.
    public var path: String
    /// The content.
    public var content: PackedBytes

    /// Creates a file.
    public init(path: String, content: PackedBytes) {
        self.path = path
        self.content = content
    }
}
