internal import Checksums

/// The SHA-256 digest of bytes, by which a content security policy knows what the page itself holds.
func sha256(_ bytes: [UInt8]) -> [UInt8] { SHA256Digest(of: bytes).bytes }
