/// How much a compressed file may hold, so that a small one made to do harm cannot fill the memory.
public struct ArchiveLimits: Equatable, Sendable {
    /// Bytes of one file after decompression.
    public var fileSize: Int
    /// Bytes of all files together after decompression.
    public var totalSize: Int
    /// Files in an archive.
    public var files: Int
    /// How many bytes one compressed byte may become in a file of more than a megabyte. Deflate itself ends at 1032;
    /// sheets of a spreadsheet stay below 100.
    public var ratio: Int

    /// Creates limits; the defaults hold for documents and spreadsheets.
    public init(
        fileSize: Int = 512 << 20, totalSize: Int = 1 << 30, files: Int = 10_000, ratio: Int = 400
    ) {
        self.fileSize = fileSize
        self.totalSize = totalSize
        self.files = files
        self.ratio = ratio
    }

    /// Below this size no file is refused for its ratio.
    static let harmlessSize = 1 << 20
}
