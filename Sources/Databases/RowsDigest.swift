internal import Checksums

/// A digest of rows that does not depend on their order: a database gives them in any.
///
/// It is the SHA-256 of the header, the number of rows and the sum of the rows' own SHA-256, modulo 2²⁵⁶, in which rows
/// that occur twice count twice.
struct RowsDigest {
    private var sum: [UInt64] = [0, 0, 0, 0]
    private var count = 0

    /// Adds a row.
    mutating func add(_ row: UnsafeRawBufferPointer) {
        let digest = SHA256Digest(of: row).bytes
        var carry: UInt64 = 0
        for word in 0..<4 {
            var value: UInt64 = 0
            for byte in 0..<8 { value |= UInt64(digest[8 * word + byte]) << (8 * UInt64(byte)) }
            let first = sum[word].addingReportingOverflow(value)
            let second = first.partialValue.addingReportingOverflow(carry)
            sum[word] = second.partialValue
            carry = (first.overflow ? 1 : 0) + (second.overflow ? 1 : 0)
        }
        count += 1
    }

    /// The digest of the rows under a header, in lower-case hexadecimal.
    func hexadecimal(under header: [UInt8]) -> String {
        SHA256Digest(of: header + Array("\(count)\n\(sum)".utf8)).hexadecimal
    }
}
