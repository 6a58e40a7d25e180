import CCairo

/// An opaque picture as PNG, with its resolution recorded so that programs place it at its physical size.
///
/// Cairo's own writer takes several times as long, with filters that do nothing for flat areas, and records no
/// resolution.
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

/// The rows from the top down, compressed one by one, so that a picture never stands in memory a second time.
///
/// Level 3 is as small as the highest level within some percent for drawings, and much faster.
private func compressedRows(_ pixels: UnsafePointer<UInt8>, width: Int, height: Int, stride: Int) -> [UInt8]? {
    var stream = z_stream()
    guard deflateInit_(&stream, 3, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else { return nil }
    defer { deflateEnd(&stream) }
    // A byte for the filter, three for each pixel, and one that the last pixel writes too much.
    var row = [UInt8](repeating: 0, count: 1 + 3 * width + 1)
    let room = Int(deflateBound(&stream, uLong(height * (1 + 3 * width))))
    var isWhole = false
    // Only what is written of the room takes up memory.
    let result = [UInt8](unsafeUninitializedCapacity: room) { output, count in
        stream.next_out = output.baseAddress
        stream.avail_out = uInt(room)
        isWhole = (0..<height).allSatisfy { index in
            row.withUnsafeMutableBytes { row in
                fill(row, from: UnsafeRawPointer(pixels + index * stride), width: width)
                stream.next_in = row.baseAddress?.assumingMemoryBound(to: UInt8.self)
                stream.avail_in = uInt(1 + 3 * width)
                let isLast = index == height - 1
                return deflate(&stream, isLast ? Z_FINISH : Z_NO_FLUSH) == (isLast ? Z_STREAM_END : Z_OK)
            }
        }
        count = room - Int(stream.avail_out)
    }
    return isWhole ? result : nil
}

/// Writes a row that is not filtered, which its first byte, 0, says: three bytes a pixel.
private func fill(_ row: UnsafeMutableRawBufferPointer, from pixels: UnsafeRawPointer, width: Int) {
    for column in 0..<width {
        // A pixel is a number of 32 bits in the machine's own order: nothing, red, green, blue. The fourth byte that is
        // written here, nothing, is the next pixel's first and written over.
        let pixel = pixels.load(fromByteOffset: 4 * column, as: UInt32.self)
        row.storeBytes(of: (pixel << 8).bigEndian, toByteOffset: 1 + 3 * column, as: UInt32.self)
    }
}

private func chunk(_ name: String, _ content: [UInt8]) -> [UInt8] {
    let named = Array(name.utf8) + content
    let checksum = named.withUnsafeBufferPointer { crc32_z(0, $0.baseAddress, $0.count) }
    return bigEndian(UInt32(content.count)) + named + bigEndian(UInt32(truncatingIfNeeded: checksum))
}

private func bigEndian(_ value: UInt32) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) }
}
