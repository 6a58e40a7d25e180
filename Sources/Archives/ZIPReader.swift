/// Reads files out of a ZIP archive that may be damaged or made to do harm.
///
/// Everything that the archive says of itself is checked before it is believed: its table of contents when it is opened,
/// each file when it is read. Sizes are limited before memory is taken.
public struct ZIPReader: Sendable {
    /// A file of the archive, before it is decompressed.
    public struct Entry: Equatable, Sendable {
        /// The path inside the archive, as it stands there: it may name a place outside, so never write to it.
        public let path: String
        /// Bytes after decompression.
        public let size: Int
        let compressedSize: Int
        let method: UInt16
        let isEncrypted: Bool
        let checksum: UInt32
        /// Where its header begins.
        let start: Int
    }

    /// The files, in the order of the table of contents; folders are left out.
    public let entries: [Entry]
    private let bytes: [UInt8]
    private let entriesByPath: [String: Entry]

    /// Opens an archive and checks its table of contents.
    public init(_ bytes: [UInt8], limits: ArchiveLimits = ArchiveLimits()) throws(ArchiveError) {
        self.bytes = bytes
        entries = try ZIPContents(bytes).entries(limits: limits).filter { !$0.path.hasSuffix("/") }
        var found: [String: Entry] = [:]
        for entry in entries {
            // Two files of one path are read differently by different programs.
            guard found.updateValue(entry, forKey: entry.path) == nil else {
                throw .damaged(file: entry.path, reason: "it is there twice")
            }
        }
        entriesByPath = found
    }

    /// Whether bytes begin as an archive with a file in it does.
    public static func isArchive(_ bytes: [UInt8]) -> Bool { bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) }

    /// Whether there is a file of this path.
    public func contains(_ path: String) -> Bool { entriesByPath[path] != nil }

    /// A file, decompressed and checked against its checksum.
    public func bytes(of path: String) throws(ArchiveError) -> [UInt8] {
        guard let entry = entriesByPath[path] else { throw .noSuchFile(path) }
        guard !entry.isEncrypted else { throw .encrypted(file: path) }
        let content = try content(of: entry)
        let result: [UInt8]
        switch entry.method {
        case 0: result = Array(content)
        case 8:
            guard let inflated = inflated(content, size: entry.size) else {
                throw .damaged(file: path, reason: "its compressed data do not hold together")
            }
            result = inflated
        default: throw .unsupported(file: path, feature: "compression method \(entry.method)")
        }
        guard result.count == entry.size, checksum(result) == entry.checksum else {
            throw .damaged(file: path, reason: "its content does not agree with its checksum")
        }
        return result
    }

    /// The bytes between the file's own header and the next.
    private func content(of entry: Entry) throws(ArchiveError) -> ArraySlice<UInt8> {
        let fields = LittleEndianFields(bytes)
        guard fields.uint32(at: entry.start) == 0x0403_4B50,
            let nameLength = fields.uint16(at: entry.start + 26), let extraLength = fields.uint16(at: entry.start + 28)
        else { throw .damaged(file: entry.path, reason: "it is not where the table of contents says") }
        let start = entry.start + 30 + nameLength + extraLength
        guard let end = fields.end(of: entry.compressedSize, from: start) else {
            throw .damaged(file: entry.path, reason: "the archive ends before it does")
        }
        return bytes[start..<end]
    }
}
