internal import Checksums

/// The SHA-256 of bytes in lower-case hexadecimal.
public func sha256(_ bytes: [UInt8]) -> String { SHA256Digest(of: bytes).hexadecimal }
