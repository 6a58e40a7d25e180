/// The table of contents of a ZIP archive.
struct ZIPContents {
    private let fields: LittleEndianFields
    private let count: Int
    private let start: Int

    /// Finds the table through the record at the archive's end.
    init(_ bytes: [UInt8]) throws(ArchiveError) {
        fields = LittleEndianFields(bytes)
        guard let end = Self.endRecord(in: bytes) else { throw .notAnArchive }
        guard let disk = fields.uint16(at: end + 4), let count = fields.uint16(at: end + 10),
            let start = fields.uint32(at: end + 16)
        else { throw .notAnArchive }
        guard disk == 0 || disk == 0xFFFF else { throw .unsupported(file: nil, feature: "several disks") }
        if count == 0xFFFF || start == 0xFFFF_FFFF, let (count, start) = Self.largeRecord(before: end, in: fields) {
            (self.count, self.start) = (count, start)
        } else {
            (self.count, self.start) = (count, Int(start))
        }
    }

    /// Where the record at the end begins: the last place that has its signature and a comment that ends with the bytes.
    private static func endRecord(in bytes: [UInt8]) -> Int? {
        let (fields, last) = (LittleEndianFields(bytes), bytes.count - 22)
        guard last >= 0 else { return nil }
        return stride(from: last, through: max(0, last - 0xFFFF), by: -1).first { place in
            bytes[place] == 0x50 && fields.uint32(at: place) == 0x0605_4B50
                && fields.uint16(at: place + 20).map { place + 22 + $0 == bytes.count } == true
        }
    }

    /// The number of files and the table's start as archives beyond 4 GB or 65 535 files note them (ZIP64).
    private static func largeRecord(before end: Int, in fields: LittleEndianFields) -> (count: Int, start: Int)? {
        guard fields.uint32(at: end - 20) == 0x0706_4B50, let place = fields.uint64(at: end - 12),
            fields.uint32(at: place) == 0x0606_4B50, let count = fields.uint64(at: place + 32),
            let start = fields.uint64(at: place + 48)
        else { return nil }
        return (count, start)
    }

    /// Every entry, checked against the limits.
    func entries(limits: ArchiveLimits) throws(ArchiveError) -> [ZIPReader.Entry] {
        guard count <= limits.files else { throw .tooManyFiles(limit: limits.files) }
        var entries: [ZIPReader.Entry] = []
        var (place, total) = (start, 0)
        for _ in 0..<count {
            guard fields.uint32(at: place) == 0x0201_4B50, let (entry, next) = entry(at: place) else {
                throw .damaged(file: nil, reason: "its table of contents is cut or overwritten")
            }
            guard entry.size <= limits.fileSize else { throw .tooLarge(file: entry.path, limit: limits.fileSize) }
            total += entry.size
            guard total <= limits.totalSize else { throw .tooLarge(file: nil, limit: limits.totalSize) }
            guard entry.size <= ArchiveLimits.harmlessSize || entry.size / limits.ratio <= entry.compressedSize else {
                throw .suspiciousRatio(file: entry.path)
            }
            entries.append(entry)
            place = next
        }
        try checkThatNoneOverlap(entries)
        return entries
    }

    private func entry(at place: Int) -> (ZIPReader.Entry, next: Int)? {
        guard let flags = fields.uint16(at: place + 8), let method = fields.uint16(at: place + 10),
            let checksum = fields.uint32(at: place + 16), let compressedSize = fields.uint32(at: place + 20),
            let size = fields.uint32(at: place + 24), let nameLength = fields.uint16(at: place + 28),
            let extraLength = fields.uint16(at: place + 30), let commentLength = fields.uint16(at: place + 32),
            let start = fields.uint32(at: place + 42),
            let name = fields.bytes(nameLength, at: place + 46),
            let extra = fields.bytes(extraLength, at: place + 46 + nameLength)
        else { return nil }
        // Sizes that 32 bits cannot hold stand in a field of their own, in this order, those that need it only.
        var large = LargeSizes(extra)
        guard let realSize = large.value(for: size), let realCompressedSize = large.value(for: compressedSize),
            let realStart = large.value(for: start)
        else { return nil }
        let entry = ZIPReader.Entry(
            // Names that are not UTF-8 are in an old code page: their ASCII letters, the only ones that names of parts
            // of documents have, are the same.
            path: String(decoding: name, as: UTF8.self), size: realSize, compressedSize: realCompressedSize,
            method: UInt16(method), isEncrypted: flags & 1 != 0, checksum: checksum, start: realStart)
        return (entry, place + 46 + nameLength + extraLength + commentLength)
    }

    /// Files that share bytes let a small archive hold far more than its own size in each of them.
    private func checkThatNoneOverlap(_ entries: [ZIPReader.Entry]) throws(ArchiveError) {
        var previousEnd = 0
        for entry in entries.sorted(by: { $0.start < $1.start }) {
            guard entry.start >= previousEnd, let end = fields.end(of: entry.compressedSize, from: entry.start) else {
                throw .damaged(
                    file: entry.path, reason: "it shares bytes with another file, or ends behind the archive")
            }
            previousEnd = end
        }
    }
}

/// The sizes of a large file, from the extra field that ZIP64 gives it.
private struct LargeSizes {
    private let fields: LittleEndianFields
    private var next: Int?

    init(_ extra: ArraySlice<UInt8>) {
        fields = LittleEndianFields(Array(extra))
        var place = 0
        while let kind = fields.uint16(at: place), let length = fields.uint16(at: place + 2) {
            if kind == 1 { next = place + 4 }
            if next != nil { break }
            place += 4 + length
        }
    }

    /// The number itself, or the next large one where it says that it is not here; nil where that is missing.
    mutating func value(for number: UInt32) -> Int? {
        guard number == 0xFFFF_FFFF else { return Int(number) }
        guard let place = next, let value = fields.uint64(at: place) else { return nil }
        next = place + 8
        return value
    }
}
