internal import Archives

/// An opaque picture as PNG, with its resolution recorded so that programs place it at its physical size.
///
/// Cairo's own writer takes many times as long, with filters that do nothing for flat areas, and records no resolution.
func portableNetworkGraphics(of picture: ScenePicture) throws(CairoRenderingError) -> [UInt8] {
    let pixelsPerMetre = bigEndian(UInt32((Double(picture.dotsPerInch) / 0.0254).rounded()))
    // Eight bits a channel, red, green and blue, the only compression and filtering there are, not interlaced.
    let header = bigEndian(UInt32(picture.width)) + bigEndian(UInt32(picture.height)) + [8, 2, 0, 0, 0]
    var file: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    append("IHDR", header, to: &file)
    append("pHYs", pixelsPerMetre + pixelsPerMetre + [1], to: &file)
    let start = begin("IDAT", in: &file)
    var rows = CompressedRows(width: picture.width, after: file)
    try picture.forEachRow { row, above in rows.add(row, above: above) }
    guard var file = rows.finished() else { throw .cairo("the picture cannot be compressed") }
    end(at: start, in: &file)
    append("IEND", [], to: &file)
    return file
}

/// The rows from the top down, compressed some at a time.
///
/// A row that equals the one above, as a third of them do in a drawing, is not even converted: it is stored as the
/// difference from that row, which is nothing.
private struct CompressedRows: ~Copyable {
    private var stream: DeflateStream
    private var rows: [UInt8]
    /// How many bytes of them wait to be compressed.
    private var waiting = 0
    private let rowBytes: Int

    init(width: Int, after bytes: [UInt8]) {
        stream = DeflateStream(.zlib, after: bytes)
        // A byte for the filter and three for each pixel.
        rowBytes = 1 + 3 * width
        // As many rows as stay in the processor's cache.
        let rowsAtOnce = max(1, (1 << 17) / rowBytes)
        rows = [UInt8](repeating: 0, count: rowsAtOnce * rowBytes + PixelRow.room(width: width) - 3 * width)
    }

    mutating func add(_ row: PixelRow, above: PixelRow?) {
        if waiting + rowBytes > rows.count { compress(isLast: false) }
        let (place, rowBytes) = (waiting, rowBytes)
        rows.withUnsafeMutableBytes { rows in
            guard let start = rows.baseAddress.map({ $0 + place }) else { return }
            if let above, row.looks(like: above) {
                // The filter "up", 2: the difference of each byte from the one above it, here none.
                start.initializeMemory(as: UInt8.self, repeating: 0, count: rowBytes)
                start.storeBytes(of: 2, as: UInt8.self)
            } else {
                start.storeBytes(of: 0, as: UInt8.self)
                row.writeColors(to: start + 1)
            }
        }
        waiting += rowBytes
    }

    private mutating func compress(isLast: Bool) {
        stream.write(rows[..<waiting], isLast: isLast)
        waiting = 0
    }

    /// All of them after what stood before; nil where there was no memory.
    mutating func finished() -> [UInt8]? {
        compress(isLast: true)
        return stream.finished()
    }
}

/// Adds a part of the file: its length, its name, what it holds, and the checksum of both.
private func append(_ name: String, _ content: [UInt8], to file: inout [UInt8]) {
    let start = begin(name, in: &file)
    file += content
    end(at: start, in: &file)
}

/// Begins a part, and gives its place.
private func begin(_ name: String, in file: inout [UInt8]) -> Int {
    let start = file.count
    // Its length, which is known at its end.
    file += [0, 0, 0, 0]
    file += name.utf8
    return start
}

/// Ends the part that began at a place.
private func end(at start: Int, in file: inout [UInt8]) {
    let named = start + 4
    file.replaceSubrange(start..<named, with: bigEndian(UInt32(file.count - named - 4)))
    file += bigEndian(checksum(file[named...]))
}

private func bigEndian(_ value: UInt32) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) }
}
