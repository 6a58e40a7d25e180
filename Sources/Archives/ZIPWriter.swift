/// Writes files into a ZIP archive (APPNOTE 6.3), in the order given.
///
/// The same files give the same bytes: every file has the format's first day, 1 January 1980, as its date, and no owner
/// or machine is noted. Sizes stand in the header of each file, not behind it, so that any reader can take the files one
/// after another.
public struct ZIPWriter: Sendable {
    /// Creates a writer.
    public init() {}

    /// The archive. Files that compression does not shorten, such as pictures, are stored as they are.
    ///
    /// - Precondition: no two files have the same path, and all together stay below 4 GB.
    public func archive(_ files: [ArchiveFile]) -> [UInt8] {
        archive(files.map { PackedFile(path: $0.path, content: PackedBytes($0.bytes)) })
    }

    /// The archive of files that are packed already, which may have been done on several cores.
    ///
    /// - Precondition: no two files have the same path, and all together stay below 4 GB.
    public func archive(_ files: [PackedFile]) -> [UInt8] {
        precondition(Set(files.map(\.path)).count == files.count, "a path stands twice in an archive")
        // Two headers of less than a hundred bytes and two paths for each file.
        let room = files.reduce(100) { $0 + $1.content.bytes.count + 2 * $1.path.utf8.count + 200 }
        var archive = LittleEndianBytes(room: room)
        var contents = LittleEndianBytes()
        for file in files {
            let start = UInt32(archive.bytes.count)
            let entry = Entry(file)
            archive.append(0x0403_4B50 as UInt32)
            entry.appendCommonFields(to: &archive)
            archive.append(entry.name)
            archive.append(file.content.bytes)
            contents.append(0x0201_4B50 as UInt32)
            contents.append(Self.version)
            entry.appendCommonFields(to: &contents)
            // No comment, on the first disk, neither text nor binary, without rights of any system.
            for _ in 0..<3 { contents.append(0 as UInt16) }
            contents.append(0 as UInt32)
            contents.append(start)
            contents.append(entry.name)
        }
        let (start, size) = (UInt32(archive.bytes.count), UInt32(contents.bytes.count))
        archive.append(contents.bytes)
        archive.append(0x0605_4B50 as UInt32)
        archive.append(0 as UInt32)
        for _ in 0..<2 { archive.append(UInt16(files.count)) }
        archive.append(size)
        archive.append(start)
        archive.append(0 as UInt16)
        return archive.bytes
    }

    /// Version 2.0 of the format: folders and deflate.
    fileprivate static let version: UInt16 = 20
}

/// A file as it stands in the archive.
private struct Entry {
    let name: [UInt8]
    let content: PackedBytes

    init(_ file: PackedFile) {
        name = Array(file.path.utf8)
        content = file.content
    }

    /// The fields that the header before a file and its entry in the table of contents have in common.
    func appendCommonFields(to bytes: inout LittleEndianBytes) {
        bytes.append(ZIPWriter.version)
        // Bit 11: the name is UTF-8.
        bytes.append(name.allSatisfy { $0 < 0x80 } ? 0 : 0x0800 as UInt16)
        bytes.append(content.isDeflated ? 8 : 0 as UInt16)
        // Midnight of 1 January 1980.
        bytes.append(0 as UInt16)
        bytes.append(0x0021 as UInt16)
        bytes.append(content.sum)
        bytes.append(UInt32(content.bytes.count))
        bytes.append(UInt32(content.size))
        bytes.append(UInt16(name.count))
        bytes.append(0 as UInt16)
    }
}

/// Bytes that numbers are appended to, the lowest byte first.
private struct LittleEndianBytes {
    private(set) var bytes: [UInt8] = []

    init(room: Int = 0) { bytes.reserveCapacity(room) }

    mutating func append(_ more: [UInt8]) { bytes += more }

    mutating func append(_ number: some FixedWidthInteger) {
        withUnsafeBytes(of: number.littleEndian) { bytes += $0 }
    }
}
