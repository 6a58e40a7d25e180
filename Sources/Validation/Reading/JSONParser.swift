/// Why bytes are not JSON, and where.
struct JSONFault: Error {
    var reason: String
    var line: Int
    var column: Int
}

/// Reads JSON from bytes. Its faults have a line and a column, which those of Foundation's reader do not have everywhere.
struct JSONParser {
    private let bytes: [UInt8]
    private var position = 0

    /// Deeper nesting than any reference has is refused, so that no file can exhaust the stack.
    private static let deepest = 64

    static func value(of bytes: [UInt8]) throws(JSONFault) -> ReferenceValue {
        var parser = JSONParser(bytes: bytes)
        let value = try parser.value(depth: 0)
        parser.skipSpace()
        guard parser.position == bytes.count else { throw parser.fault("text after the end of the value") }
        return value
    }

    private init(bytes: [UInt8]) {
        self.bytes = bytes
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
    }

    private func fault(_ reason: String) -> JSONFault {
        let before = bytes[..<min(position, bytes.count)]
        let lineStart = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
        let line = before.count { $0 == UInt8(ascii: "\n") } + 1
        // Columns count scalars: bytes that continue one are left out.
        let column = before[lineStart...].count { $0 & 0xC0 != 0x80 } + 1
        return JSONFault(reason: reason, line: line, column: column)
    }

    private mutating func skipSpace() {
        while position < bytes.count, [0x20, 0x0A, 0x0D, 0x09].contains(bytes[position]) { position += 1 }
    }

    private var next: UInt8? { position < bytes.count ? bytes[position] : nil }

    private mutating func take(_ character: Unicode.Scalar) -> Bool {
        skipSpace()
        guard next == UInt8(ascii: character) else { return false }
        position += 1
        return true
    }

    private mutating func value(depth: Int) throws(JSONFault) -> ReferenceValue {
        guard depth < Self.deepest else { throw fault("more than \(Self.deepest) levels of nesting") }
        skipSpace()
        switch next {
        case UInt8(ascii: "{"): return try object(depth: depth)
        case UInt8(ascii: "["): return try list(depth: depth)
        case UInt8(ascii: "\""): return .text(try text())
        case UInt8(ascii: "t"): return try word("true", .bool(true))
        case UInt8(ascii: "f"): return try word("false", .bool(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        case nil: throw fault("the file ends inside a value")
        default: return try number()
        }
    }

    private mutating func word(_ word: String, _ value: ReferenceValue) throws(JSONFault) -> ReferenceValue {
        guard bytes[position...].starts(with: Array(word.utf8)) else { throw fault("a word that is no value") }
        position += word.utf8.count
        return value
    }

    private mutating func number() throws(JSONFault) -> ReferenceValue {
        let start = position
        while let byte = next, (0x30...0x39).contains(byte) || [0x2B, 0x2D, 0x2E, 0x45, 0x65].contains(byte) {
            position += 1
        }
        let text = String(decoding: bytes[start..<position], as: UTF8.self)
        guard let number = Double(text), number.isFinite else {
            position = start
            throw fault("a character that begins no value")
        }
        return .number(number)
    }

    private mutating func list(depth: Int) throws(JSONFault) -> ReferenceValue {
        position += 1
        var elements: [ReferenceValue] = []
        if take("]") { return .list([]) }
        repeat { elements.append(try value(depth: depth + 1)) } while take(",")
        guard take("]") else { throw fault("',' or ']' expected") }
        return .list(elements)
    }

    private mutating func object(depth: Int) throws(JSONFault) -> ReferenceValue {
        position += 1
        var members: [String: ReferenceValue] = [:]
        if take("}") { return .object([:]) }
        repeat {
            skipSpace()
            guard next == UInt8(ascii: "\"") else { throw fault("a key in quotes expected") }
            let key = try text()
            guard take(":") else { throw fault("':' expected") }
            members[key] = try value(depth: depth + 1)
        } while take(",")
        guard take("}") else { throw fault("',' or '}' expected") }
        return .object(members)
    }

    private mutating func text() throws(JSONFault) -> String {
        position += 1
        var content: [UInt8] = []
        while let byte = next {
            position += 1
            switch byte {
            case UInt8(ascii: "\""): return String(decoding: content, as: UTF8.self)
            case UInt8(ascii: "\\"): content += Array(try escaped().utf8)
            case 0..<0x20:
                position -= 1
                throw fault("a control character inside a text")
            default: content.append(byte)
            }
        }
        throw fault("the file ends inside a text")
    }

    private mutating func escaped() throws(JSONFault) -> String {
        guard let byte = next else { throw fault("the file ends inside a text") }
        position += 1
        switch byte {
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "b"): return "\u{8}"
        case UInt8(ascii: "f"): return "\u{C}"
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return String(UnicodeScalar(byte))
        case UInt8(ascii: "u"):
            var units = [try unit()]
            if UTF16.isLeadSurrogate(units[0]), bytes[position...].starts(with: Array("\\u".utf8)) {
                position += 2
                units.append(try unit())
            }
            return String(decoding: units, as: UTF16.self)
        default: throw fault("an escape that JSON does not have")
        }
    }

    private mutating func unit() throws(JSONFault) -> UInt16 {
        let digits = bytes[position...].prefix(4)
        guard digits.count == 4, let unit = UInt16(String(decoding: digits, as: UTF8.self), radix: 16) else {
            throw fault("four hexadecimal digits expected")
        }
        position += 4
        return unit
    }
}
