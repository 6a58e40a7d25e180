internal import CPlatform

/// The SHA-256 of bytes in lower-case hexadecimal.
public func sha256(_ bytes: [UInt8]) -> String {
    bytes.withUnsafeBufferPointer { buffer in
        // GLib refuses a null pointer even for no bytes, so an empty array borrows the address of a byte.
        var nothing: UInt8 = 0
        return withUnsafePointer(to: &nothing) { fallback in
            let text = g_compute_checksum_for_data(
                G_CHECKSUM_SHA256, buffer.baseAddress ?? fallback, gsize(buffer.count))
            defer { g_free(text) }
            return text.map { String(cString: $0) } ?? ""
        }
    }
}
