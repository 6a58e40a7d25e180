/// Encodes values as JSON text: keys sorted, indented, numbers at full precision, a list without objects and lists on one
/// line; the same bytes for the same value.
///
/// **Why not Foundation's encoder.** Results hold curves: a hundred thousand patients are millions of numbers, each of
/// which Foundation makes an object of, and each of which would then stand on a line of its own. Here a list of numbers
/// is written down as it comes, in a tenth of the time.
public enum JSONText {
    /// - Throws: `EncodingError` for a number that JSON does not have.
    public static func bytes(of value: some Encodable) throws -> [UInt8] {
        let writer = JSONWriter()
        try writer.write(value)
        writer.endText()
        return writer.text
    }

    /// Appends a string in quotes.
    public static func append(_ string: String, to text: inout [UInt8]) {
        var string = string
        text.append(UInt8(ascii: "\""))
        string.withUTF8 { bytes in
            // Long stretches need no escape.
            var start = 0
            for index in bytes.indices {
                let byte = bytes[index]
                guard byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") else { continue }
                text.append(contentsOf: bytes[start..<index])
                appendEscape(of: byte, to: &text)
                start = index + 1
            }
            text.append(contentsOf: bytes[start...])
        }
        text.append(UInt8(ascii: "\""))
    }

    /// What stands in a string for a byte that may not stand there itself.
    private static func appendEscape(of byte: UInt8, to text: inout [UInt8]) {
        text.append(UInt8(ascii: "\\"))
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): text.append(byte)
        case 0x08: text.append(UInt8(ascii: "b"))
        case 0x09: text.append(UInt8(ascii: "t"))
        case 0x0A: text.append(UInt8(ascii: "n"))
        case 0x0C: text.append(UInt8(ascii: "f"))
        case 0x0D: text.append(UInt8(ascii: "r"))
        default: text += "u00\(byte < 16 ? "0" : "")\(String(byte, radix: 16))".utf8
        }
    }

    /// Appends a number by the shortest digits that read back as the same number; a whole number without a decimal mark.
    ///
    /// - Throws: `EncodingError` for an infinity or what is not a number, which results never hold.
    public static func append(_ number: Double, to text: inout [UInt8]) throws {
        guard number.isFinite else {
            throw EncodingError.invalidValue(
                number, EncodingError.Context(codingPath: [], debugDescription: "JSON has no \(number)"))
        }
        // Whole numbers below this have no exponent.
        if number == number.rounded(.towardZero), number.magnitude < 1e15, !(number == 0 && number.sign == .minus) {
            return append(Int(number), to: &text)
        }
        var written = number.description
        written.withUTF8 { digits in
            let isWhole =
                digits.count > 2 && digits[digits.count - 2] == UInt8(ascii: ".") && digits.last == UInt8(ascii: "0")
            text.append(contentsOf: isWhole ? digits.dropLast(2) : digits[...])
        }
    }

    /// Appends a whole number.
    static func append(_ number: some BinaryInteger, to text: inout [UInt8]) { text += String(number).utf8 }
}
