/// Encodes values as JSON text: keys sorted, indented, numbers at full precision, a list without objects and lists on one
/// line; the same bytes for the same value.
///
/// **Why not Foundation's encoder.** Results hold curves: a hundred thousand patients are millions of numbers, each of
/// which Foundation makes an object of, and each of which would then stand on a line of its own. Here a list of numbers
/// is written down as it comes, in a tenth of the time.
public enum JSONText {
    /// - Throws: `EncodingError` for a number that JSON does not have.
    static func bytes(of value: some Encodable) throws -> [UInt8] {
        var output: [UInt8] = []
        try node(of: value).write(to: &output, indent: 0)
        output.append(UInt8(ascii: "\n"))
        return output
    }

    /// Appends a value on one line, without spaces.
    ///
    /// - Throws: `EncodingError` for a number that JSON does not have.
    public static func appendLine(of value: some Encodable, to output: inout [UInt8]) throws {
        try node(of: value).write(to: &output, indent: nil)
    }

    private static func node(of value: some Encodable) throws -> JSONNode {
        let root = JSONNode()
        try value.encode(to: JSONValueEncoder(node: root, codingPath: []))
        return root
    }
}

/// A value of a JSON text that is being put together.
final class JSONNode {
    /// What it is: text ready to be written, or what holds other values.
    private enum Content {
        /// A number, a string, a truth value or null.
        case plain([UInt8])
        /// A list that holds only such values so far, written down with its commas.
        case line([UInt8])
        case list([JSONNode])
        case object([(key: String, value: JSONNode)])
    }

    // A value that writes nothing is an empty object, as Foundation has it.
    private var content = Content.object([])
    /// How many values a list holds.
    private(set) var count = 0

    /// Makes the value a plain one.
    func become(_ text: (inout [UInt8]) throws -> Void) rethrows {
        var bytes: [UInt8] = []
        try text(&bytes)
        content = .plain(bytes)
    }

    func becomeList() {
        switch content {
        case .line, .list: break
        case .plain, .object: content = .line([])
        }
    }

    /// Appends a plain value to a list.
    func append(_ text: (inout [UInt8]) throws -> Void) rethrows {
        guard case .line(var line) = content else {
            let node = JSONNode()
            try node.become(text)
            return append(node)
        }
        // The bytes have one owner while they grow, else each value would copy them all.
        content = .line([])
        if !line.isEmpty { line += [UInt8(ascii: ","), UInt8(ascii: " ")] }
        try text(&line)
        content = .line(line)
        count += 1
    }

    /// Appends a value to a list, which can no longer stand on one line where the value holds others.
    func append(_ node: JSONNode) {
        // The list is not bound here: a second owner would make it copy itself for every value.
        if case .plain(let text) = node.content, case .line = content { return append { $0 += text } }
        count += 1
        switch content {
        case .list(var nodes):
            content = .list([])
            nodes.append(node)
            content = .list(nodes)
        case .line(let line) where !line.isEmpty:
            let before = JSONNode()
            before.content = .plain(line)
            content = .list([before, node])
        default: content = .list([node])
        }
    }

    /// The value of a key of an object.
    func node(for key: String) -> JSONNode {
        let node = JSONNode()
        guard case .object(var entries) = content else {
            content = .object([(key, node)])
            return node
        }
        if let index = entries.firstIndex(where: { $0.key == key }) { return entries[index].value }
        content = .object([])
        entries.append((key, node))
        content = .object(entries)
        return node
    }

    /// Writes the value: indented, or on one line without spaces where `indent` is nil.
    func write(to output: inout [UInt8], indent: Int?) {
        let inside = indent.map { $0 + 1 }
        switch content {
        case .plain(let text): output += text
        case .line(let line):
            output.append(UInt8(ascii: "["))
            output += line
            output.append(UInt8(ascii: "]"))
        case .list(let nodes):
            Self.open("[", &output, indent: indent)
            for (index, node) in nodes.enumerated() {
                Self.lineStart(&output, indent: inside, isFirst: index == 0)
                node.write(to: &output, indent: inside)
            }
            Self.close("]", &output, indent: indent)
        case .object(let entries):
            Self.open("{", &output, indent: indent)
            for (index, entry) in Self.sorted(entries).enumerated() {
                Self.lineStart(&output, indent: inside, isFirst: index == 0)
                appendJSON(entry.key, to: &output)
                output += indent == nil ? [UInt8(ascii: ":")] : [UInt8](" : ".utf8)
                entry.value.write(to: &output, indent: inside)
            }
            Self.close("}", &output, indent: indent)
        }
    }

    private static func sorted(_ entries: [(key: String, value: JSONNode)]) -> [(key: String, value: JSONNode)] {
        entries.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
    }

    private static func open(_ bracket: Unicode.Scalar, _ output: inout [UInt8], indent: Int?) {
        output.append(UInt8(ascii: bracket))
        if indent != nil { output.append(UInt8(ascii: "\n")) }
    }

    private static func lineStart(_ output: inout [UInt8], indent: Int?, isFirst: Bool) {
        if !isFirst { output += indent == nil ? [UInt8(ascii: ",")] : [UInt8(ascii: ","), UInt8(ascii: "\n")] }
        output.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * (indent ?? 0)))
    }

    private static func close(_ bracket: Unicode.Scalar, _ output: inout [UInt8], indent: Int?) {
        if let indent {
            output.append(UInt8(ascii: "\n"))
            output.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * indent))
        }
        output.append(UInt8(ascii: bracket))
    }
}

/// Appends a string in quotes.
func appendJSON(_ text: String, to output: inout [UInt8]) {
    var text = text
    output.append(UInt8(ascii: "\""))
    text.withUTF8 { bytes in
        // Long stretches need no escape.
        var start = 0
        for (index, byte) in bytes.enumerated()
        where byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") {
            output.append(contentsOf: bytes[start..<index])
            output += escape(byte)
            start = index + 1
        }
        output.append(contentsOf: bytes[start...])
    }
    output.append(UInt8(ascii: "\""))
}

/// What stands in a string for a byte that may not stand there itself.
private func escape(_ byte: UInt8) -> [UInt8] {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): [UInt8(ascii: "\\"), byte]
    case 0x08: Array("\\b".utf8)
    case 0x09: Array("\\t".utf8)
    case 0x0A: Array("\\n".utf8)
    case 0x0C: Array("\\f".utf8)
    case 0x0D: Array("\\r".utf8)
    default: Array("\\u00\(byte < 16 ? "0" : "")\(String(byte, radix: 16))".utf8)
    }
}

/// Appends a number by the shortest digits that read back as the same number; a whole number without a decimal mark.
///
/// - Throws: `EncodingError` for an infinity or what is not a number, which results never hold.
func appendJSON(_ number: Double, to output: inout [UInt8], codingPath: [any CodingKey]) throws {
    guard number.isFinite else {
        throw EncodingError.invalidValue(
            number, EncodingError.Context(codingPath: codingPath, debugDescription: "JSON has no \(number)"))
    }
    // Whole numbers below this have no exponent.
    if number == number.rounded(.towardZero), number.magnitude < 1e15, !(number == 0 && number.sign == .minus) {
        return appendJSON(Int(number), to: &output)
    }
    var text = number.description
    text.withUTF8 { digits in
        let isWhole =
            digits.count > 2 && digits[digits.count - 2] == UInt8(ascii: ".") && digits.last == UInt8(ascii: "0")
        output.append(contentsOf: isWhole ? digits.dropLast(2) : digits[...])
    }
}

/// Appends a whole number.
func appendJSON(_ number: some BinaryInteger, to output: inout [UInt8]) {
    output.append(contentsOf: String(number).utf8)
}
