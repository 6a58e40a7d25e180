import Diagnostics
import Yams

extension YAMLReader {
    /// Stands for `*` while aliases are looked for; a character of private use.
    private static let starStandIn: Unicode.Scalar = "\u{E0FF}"

    /// Composes the text into the parser's tree, in which each alias shares the value that it repeats.
    ///
    /// The parser hashes keys, which would take forever for an alias of an alias of an alias … in a key. So a text with
    /// aliases is first composed without them, each `*` replaced, and refused where a key holds one: only the parser
    /// can tell whether a `*` begins an alias.
    mutating func compose() throws -> Node? {
        var scalars = source.scalars
        if scalars.contains("*"), scalars.contains("&") {
            for offset in scalars.indices where scalars[offset] == "*" { scalars[offset] = Self.starStandIn }
            try refuseAliases(inKeysOf: try composeMaskingRepeatedKeys(&scalars))
            for offset in scalars.indices where source.scalars[offset] == "*" { scalars[offset] = "*" }
        }
        return try composeMaskingRepeatedKeys(&scalars)
    }

    /// Composes a text; where keys are repeated, with one character of their earlier occurrences masked.
    ///
    /// The parser stops at the first repeated key and tells only where its first occurrence stands. Masking that one
    /// and composing again finds the others; the masks are taken off while converting, which reports all.
    private mutating func composeMaskingRepeatedKeys(_ scalars: inout [Unicode.Scalar]) throws -> Node? {
        while true {
            do {
                return try Yams.compose(yaml: text(of: scalars), .basic, .default, .utf8)
            } catch YamlError.duplicatedKeysInMapping(let names, let context) {
                let start = source.offset(yamlLine: context.mark.line, column: context.mark.column)
                try mask(names.first ?? "", at: start, in: &scalars)
            }
        }
    }

    /// Masks the first character of a key, after its quote, with a character of private use.
    private mutating func mask(_ key: String, at start: Int, in scalars: inout [Unicode.Scalar]) throws {
        let name = key.replacing(String(Self.starStandIn), with: "*")
        let position = source[start] == "\"" || source[start] == "'" ? start + 1 : start
        guard maskedKeys.count < Self.duplicateLimit, let mask = Unicode.Scalar(0xE100 + UInt32(maskedKeys.count))
        else {
            throw Refusal(
                message: Diagnostic(
                    .duplicateYAMLKey, at: source.location(of: 0..<1),
                    "more than \(Self.duplicateLimit) keys are given twice"))
        }
        guard maskedKeys[start] == nil, let first = source[position],
            first.properties.isAlphabetic || ("0"..."9").contains(first)
        else { throw Refusal(message: repeated(name, at: source.location(of: start..<start + 1))) }
        maskedKeys[start] = name
        scalars[position] = mask
    }

    private func refuseAliases(inKeysOf node: Node?) throws {
        guard let node, let alias = firstAlias(in: node, isKey: false) else { return }
        throw Refusal(
            message: Diagnostic(
                .yamlSyntax, at: source.location(of: offset(of: alias.mark, skippingProperties: true)),
                "an alias can't be a key", help: ["write the key out, in quotes if it begins with '*'"]))
    }

    /// The first alias in a key; plain text can't begin with `*`, so what begins with its stand-in is an alias.
    private func firstAlias(in node: Node, isKey: Bool) -> Node.Scalar? {
        switch node {
        case .scalar(let scalar):
            let isAlias = scalar.style == .plain && scalar.string.unicodeScalars.first == Self.starStandIn
            return isKey && isAlias ? scalar : nil
        case .sequence(let sequence):
            return sequence.compactMap { firstAlias(in: $0, isKey: isKey) }.first
        case .mapping(let mapping):
            return mapping.compactMap { firstAlias(in: $0, isKey: true) ?? firstAlias(in: $1, isKey: isKey) }.first
        case .alias: return nil
        }
    }

    func repeated(_ name: String, at location: SourceLocation) -> Diagnostic {
        Diagnostic(
            .duplicateYAMLKey, at: location, "key '\(name)' is given twice",
            help: ["keep one of the two, or rename one"])
    }
}

/// The text of some scalars. Appended to a view of a string one by one, they would take longer than the parser.
private func text(of scalars: [Unicode.Scalar]) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(scalars.count)
    for scalar in scalars {
        if scalar.isASCII { bytes.append(UInt8(scalar.value)) } else { bytes += String(scalar).utf8 }
    }
    return String(decoding: bytes, as: UTF8.self)
}
