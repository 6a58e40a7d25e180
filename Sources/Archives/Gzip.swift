internal import CDeflate

/// Whether bytes begin as a gzip file does.
public func isGzip(_ bytes: [UInt8]) -> Bool { bytes.starts(with: [0x1F, 0x8B]) }

/// A gzip file (RFC 1952) decompressed, all of its members one after another, each checked against its checksum.
///
/// - Throws: ``ArchiveError`` where the bytes are no gzip file, are damaged, or would pass the limit of a file's size.
public func decompressedGzip(
    _ bytes: [UInt8], limits: ArchiveLimits = ArchiveLimits()
) throws(ArchiveError) -> [UInt8] {
    guard isGzip(bytes) else { throw .notCompressed }
    var result: [UInt8] = []
    var rest = bytes[...]
    while !rest.isEmpty {
        let member = try decompressedMember(rest, room: limits.fileSize - result.count, limit: limits.fileSize)
        // The common file has one member, whose bytes need not be copied.
        if result.isEmpty { result = member.bytes } else { result += member.bytes }
        rest = rest.dropFirst(member.length)
        // Tapes and disks pad files with zeros.
        if rest.allSatisfy({ $0 == 0 }) { break }
    }
    return result
}

/// The first member of the bytes, and how many bytes it takes of them.
///
/// The size of a member is known only afterwards (its own note of it is cut to 32 bits, and may lie), so the room
/// begins with a guess and grows.
private func decompressedMember(
    _ bytes: ArraySlice<UInt8>, room: Int, limit: Int
) throws(ArchiveError) -> (bytes: [UInt8], length: Int) {
    guard let decompressor = libdeflate_alloc_decompressor() else { preconditionFailure("no memory to decompress") }
    defer { libdeflate_free_decompressor(decompressor) }
    let announced = bytes.suffix(4).reversed().reduce(0) { $0 << 8 | Int($1) }
    // Deflate cannot grow more than 1032 times: a larger announcement is a lie.
    var size = min(room, max(min(announced, 1032 * bytes.count), 4 * bytes.count, 1024))
    while true {
        var (length, result) = (0, LIBDEFLATE_BAD_DATA)
        let output = [UInt8](unsafeUninitializedCapacity: max(size, 1)) { output, count in
            result = bytes.withUnsafeBytes { input in
                libdeflate_gzip_decompress_ex(
                    decompressor, input.baseAddress, input.count, output.baseAddress, size, &length, &count)
            }
            if result != LIBDEFLATE_SUCCESS { count = 0 }
        }
        switch result {
        case LIBDEFLATE_SUCCESS: return (output, length)
        case LIBDEFLATE_INSUFFICIENT_SPACE:
            guard size < room else { throw .tooLarge(file: nil, limit: limit) }
            size = min(room, 2 * size)
        default: throw .damaged(file: nil, reason: "its compressed data do not hold together")
        }
    }
}
