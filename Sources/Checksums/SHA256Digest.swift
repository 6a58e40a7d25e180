internal import CNettle

/// The SHA-256 digest of bytes (FIPS 180-4): by it a manifest knows its files and a page its own stylesheet.
public struct SHA256Digest: Hashable, Sendable {
    /// The 32 bytes of the digest.
    public let bytes: [UInt8]

    /// Digests some bytes.
    public init(of message: [UInt8]) {
        self = message.withUnsafeBytes { SHA256Digest(of: $0) }
    }

    /// Digests the bytes of a memory.
    public init(of message: UnsafeRawBufferPointer) {
        self.init(ofParts: { add in add(message) })
    }

    /// Digests bytes that come in parts: `parts` shows them, one after another.
    public init<Failure: Error>(
        ofParts parts: ((UnsafeRawBufferPointer) -> Void) throws(Failure) -> Void
    ) throws(Failure) {
        var state = sha256_ctx()
        nettle_sha256_init(&state)
        try parts { part in
            nettle_sha256_update(&state, part.count, part.assumingMemoryBound(to: UInt8.self).baseAddress)
        }
        bytes = [UInt8](unsafeUninitializedCapacity: Int(SHA256_DIGEST_SIZE)) { digest, count in
            nettle_sha256_digest(&state, Int(SHA256_DIGEST_SIZE), digest.baseAddress)
            count = Int(SHA256_DIGEST_SIZE)
        }
    }

    /// The digest in lower-case hexadecimal.
    public var hexadecimal: String {
        let digits = Array("0123456789abcdef".utf8)
        return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }
}
