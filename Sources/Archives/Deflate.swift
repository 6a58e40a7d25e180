internal import CDeflate

/// The bytes in the deflate format (RFC 1951), without a header.
///
/// The same bytes give the same result with the same version of the library.
func deflated(_ bytes: [UInt8]) -> [UInt8] {
    // Texts and drawings take a quarter or less.
    var stream = DeflateStream(.none, room: bytes.count / 3)
    stream.write(bytes[...], isLast: true)
    guard let deflated = stream.finished() else { preconditionFailure("no memory to compress") }
    return deflated
}

/// Deflated bytes as they were; nil where they are damaged or are not of the size that was announced.
func inflated(_ bytes: ArraySlice<UInt8>, size: Int) -> [UInt8]? {
    guard let decompressor = libdeflate_alloc_decompressor() else { preconditionFailure("no memory to decompress") }
    defer { libdeflate_free_decompressor(decompressor) }
    var result = LIBDEFLATE_BAD_DATA
    // A buffer of no bytes may have no address, which the library would take for a mistake.
    let inflated = [UInt8](unsafeUninitializedCapacity: max(size, 1)) { output, count in
        result = bytes.withUnsafeBytes { input in
            libdeflate_deflate_decompress(
                decompressor, input.baseAddress, input.count, output.baseAddress, size, nil)
        }
        count = result == LIBDEFLATE_SUCCESS ? size : 0
    }
    return result == LIBDEFLATE_SUCCESS ? inflated : nil
}

/// The checksum of ZIP, gzip and PNG (CRC-32).
public func checksum(_ bytes: ArraySlice<UInt8>) -> UInt32 {
    bytes.withUnsafeBytes { libdeflate_crc32(0, $0.baseAddress, $0.count) }
}

func checksum(_ bytes: [UInt8]) -> UInt32 { checksum(bytes[...]) }
