internal import CDeflate
internal import CIgzip

/// The bytes in the deflate format (RFC 1951), without a header.
///
/// By ISA-L at its level 0, in half of the time of libdeflate's level 1 and a sixth larger for texts and drawings. The same
/// bytes give the same result with the same version of the library, which does not hold for its other levels.
///
/// - Precondition: fewer than 4 GB.
func deflated(_ bytes: [UInt8]) -> [UInt8] {
    // What cannot be shortened grows by a few bytes for every 64 kB.
    let room = bytes.count + bytes.count / 1024 + 1024
    // All of it zero: nothing left over in memory may decide about a match.
    var stream = isal_zstream()
    isal_deflate_stateless_init(&stream)
    stream.level = 0
    stream.end_of_stream = 1
    stream.flush = UInt16(NO_FLUSH)
    return [UInt8](unsafeUninitializedCapacity: room) { output, count in
        bytes.withUnsafeBufferPointer { input in
            stream.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
            stream.avail_in = UInt32(input.count)
            stream.next_out = output.baseAddress
            stream.avail_out = UInt32(room)
            precondition(isal_deflate_stateless(&stream) == COMP_OK, "there is room for all bytes")
        }
        count = Int(stream.total_out)
    }
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
func checksum(_ bytes: [UInt8]) -> UInt32 {
    bytes.withUnsafeBytes { libdeflate_crc32(0, $0.baseAddress, $0.count) }
}
