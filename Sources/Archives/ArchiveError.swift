/// Why an archive or a compressed file cannot be read. Its description finishes "can't be read: …".
public enum ArchiveError: Error, Equatable, CustomStringConvertible {
    /// The bytes are no ZIP archive: they have no table of contents at their end.
    case notAnArchive
    /// The bytes do not begin as a gzip file does.
    case notCompressed
    /// The archive contradicts itself or ends too soon; `file` is the file inside it, where only one is at fault.
    case damaged(file: String?, reason: String)
    /// A file inside is encrypted.
    case encrypted(file: String)
    /// The archive uses what this reader does not know, such as a rare method of compression.
    case unsupported(file: String?, feature: String)
    /// A file inside, or all together, would take more room than allowed.
    case tooLarge(file: String?, limit: Int)
    /// A file would grow more in decompression than files that were not made to do harm.
    case suspiciousRatio(file: String)
    /// The archive has more files than allowed.
    case tooManyFiles(limit: Int)
    /// There is no file of this path inside.
    case noSuchFile(String)

    /// What is wrong, in words.
    public var description: String {
        switch self {
        case .notAnArchive: "it is not a ZIP archive, or its end is missing"
        case .notCompressed: "it is not a gzip file"
        case .damaged(let file, let reason): "\(Self.subject(file)) is damaged: \(reason)"
        case .encrypted(let file): "'\(file)' in it is encrypted"
        case .unsupported(let file, let feature): "\(Self.subject(file)) uses \(feature), which is not supported"
        case .tooLarge(let file, let limit):
            "\(Self.subject(file)) has more than \(limit) bytes when decompressed"
        case .suspiciousRatio(let file): "'\(file)' in it grows far more in decompression than such files do"
        case .tooManyFiles(let limit): "it has more than \(limit) files"
        case .noSuchFile(let file): "there is no '\(file)' in it"
        }
    }

    private static func subject(_ file: String?) -> String { file.map { "'\($0)' in it" } ?? "it" }
}
