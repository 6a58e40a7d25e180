import CCairo
import CIgzip

/// An opaque picture as PNG, with its resolution recorded so that programs place it at its physical size.
///
/// Cairo's own writer takes many times as long, with filters that do nothing for flat areas, and records no resolution.
///
/// - Parameters:
///   - surface: An image surface in Cairo's format RGB24, finished with drawing.
///   - dotsPerInch: Pixels to the inch.
/// - Returns: The file; nil where there is no picture or no memory.
func portableNetworkGraphics(of surface: OpaquePointer?, dotsPerInch: Int) -> [UInt8]? {
    cairo_surface_flush(surface)
    let width = Int(cairo_image_surface_get_width(surface))
    let height = Int(cairo_image_surface_get_height(surface))
    guard let pixels = cairo_image_surface_get_data(surface),
        let compressed = compressedRows(
            pixels, width: width, height: height, stride: Int(cairo_image_surface_get_stride(surface)))
    else { return nil }
    let pixelsPerMetre = bigEndian(UInt32((Double(dotsPerInch) / 0.0254).rounded()))
    // Eight bits a channel, red, green and blue, the only compression and filtering there are, not interlaced.
    let header = bigEndian(UInt32(width)) + bigEndian(UInt32(height)) + [8, 2, 0, 0, 0]
    let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    return signature + chunk("IHDR", header) + chunk("pHYs", pixelsPerMetre + pixelsPerMetre + [1])
        + chunk("IDAT", compressed) + chunk("IEND", [])
}

/// The rows from the top down, compressed some at a time, so that a picture never stands in memory a second time.
///
/// A row that equals the one above, as a third of them do in a drawing, is not even converted: it is stored as the
/// difference from that row, which is nothing.
private func compressedRows(_ pixels: UnsafePointer<UInt8>, width: Int, height: Int, stride: Int) -> [UInt8]? {
    // A byte for the filter and three for each pixel.
    let rowBytes = 1 + 3 * width
    // As many rows as stay in the processor's cache.
    let rowsAtOnce = max(1, (1 << 17) / rowBytes)
    var rows = [UInt8](repeating: 0, count: rowsAtOnce * rowBytes)
    guard var stream = DeflateStream() else { return nil }
    var start = 0
    while start < height {
        let end = min(start + rowsAtOnce, height)
        rows.withUnsafeMutableBytes { rows in
            for index in start..<end {
                let row = UnsafeMutableRawBufferPointer(rebasing: rows[((index - start) * rowBytes)...])
                let source = UnsafeRawPointer(pixels + index * stride)
                if index > 0, memcmp(source, source - stride, 4 * width) == 0 {
                    fillAsRowAbove(row, bytes: rowBytes)
                } else {
                    fill(row, from: source, width: width)
                }
            }
        }
        stream.write(rows[..<((end - start) * rowBytes)], isLast: end == height)
        start = end
    }
    return stream.isWhole ? stream.output : nil
}

/// Writes a row by the filter "up", 2: the difference of each byte from the one above it, here none.
private func fillAsRowAbove(_ row: UnsafeMutableRawBufferPointer, bytes: Int) {
    row[0] = 2
    memset(row.baseAddress! + 1, 0, bytes - 1)
}

/// Writes a row that is not filtered, which its first byte, 0, says: three bytes a pixel.
///
/// Most of a drawing is white paper: a row begins white, and only stretches of pixels that are not are converted.
private func fill(_ row: UnsafeMutableRawBufferPointer, from pixels: UnsafeRawPointer, width: Int) {
    row[0] = 0
    memset(row.baseAddress! + 1, 0xFF, 3 * width)
    // As many pixels as a processor compares at once.
    let stretch = 16
    var column = 0
    while column < width {
        let end = min(column + stretch, width)
        let first = pixels + 4 * column
        if first.load(as: UInt32.self) & 0xFF_FFFF == 0xFF_FFFF,
            memcmp(first, first + 4, 4 * (end - column - 1)) == 0
        {
            column = end
            continue
        }
        for column in column..<end {
            // A pixel is a number of 32 bits in the machine's own order: nothing, red, green, blue.
            let pixel = pixels.load(fromByteOffset: 4 * column, as: UInt32.self)
            row[1 + 3 * column] = UInt8(truncatingIfNeeded: pixel >> 16)
            row[2 + 3 * column] = UInt8(truncatingIfNeeded: pixel >> 8)
            row[3 + 3 * column] = UInt8(truncatingIfNeeded: pixel)
        }
        column = end
    }
}

private func chunk(_ name: String, _ content: [UInt8]) -> [UInt8] {
    let named = Array(name.utf8) + content
    let checksum = named.withUnsafeBufferPointer { crc32_gzip_refl(0, $0.baseAddress, UInt64($0.count)) }
    return bigEndian(UInt32(content.count)) + named + bigEndian(checksum)
}

private func bigEndian(_ value: UInt32) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) }
}
