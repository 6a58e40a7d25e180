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
        let compressed = compressed(
            unfilteredRows(
                pixels, width: width, height: height, stride: Int(cairo_image_surface_get_stride(surface))))
    else { return nil }
    let pixelsPerMetre = bigEndian(UInt32((Double(dotsPerInch) / 0.0254).rounded()))
    // Eight bits a channel, red, green and blue, the only compression and filtering there are, not interlaced.
    let header = bigEndian(UInt32(width)) + bigEndian(UInt32(height)) + [8, 2, 0, 0, 0]
    let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    return signature + chunk("IHDR", header) + chunk("pHYs", pixelsPerMetre + pixelsPerMetre + [1])
        + chunk("IDAT", compressed) + chunk("IEND", [])
}

/// The rows from the top down, three bytes a pixel, before each row a byte that says it is not filtered.
private func unfilteredRows(_ pixels: UnsafePointer<UInt8>, width: Int, height: Int, stride: Int) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: height * (1 + 3 * width)) { rows, count in
        for row in 0..<height {
            rows[count] = 0
            count += 1
            let line = UnsafeRawPointer(pixels + row * stride)
            for column in 0..<width {
                // A pixel is a number of 32 bits in the machine's own order: nothing, red, green, blue.
                let pixel = line.load(fromByteOffset: 4 * column, as: UInt32.self)
                rows[count] = UInt8(truncatingIfNeeded: pixel >> 16)
                rows[count + 1] = UInt8(truncatingIfNeeded: pixel >> 8)
                rows[count + 2] = UInt8(truncatingIfNeeded: pixel)
                count += 3
            }
        }
    }
}

/// Level 3 is as small as the highest level within some percent for drawings, and much faster.
private func compressed(_ bytes: [UInt8]) -> [UInt8]? {
    var length = compressBound(uLong(bytes.count))
    var result = [UInt8](repeating: 0, count: Int(length))
    guard compress2(&result, &length, bytes, uLong(bytes.count), 3) == Z_OK else { return nil }
    result.removeLast(result.count - Int(length))
    return result
}

private func chunk(_ name: String, _ content: [UInt8]) -> [UInt8] {
    let named = Array(name.utf8) + content
    let checksum = named.withUnsafeBufferPointer { crc32_z(0, $0.baseAddress, $0.count) }
    return bigEndian(UInt32(content.count)) + named + bigEndian(UInt32(truncatingIfNeeded: checksum))
}

private func bigEndian(_ value: UInt32) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) }
}
