/// Reads XML as tags and text, with the five entities of XML and character references resolved.
///
/// Comments, processing instructions and a plain document type are passed over. At the first fault it stops, and
/// ``isAtEnd`` is false.
struct MarkupScanner {
    struct Attribute: Equatable {
        var name: String
        var value: String
    }

    enum Token: Equatable {
        case start(name: String, attributes: [Attribute], isEmpty: Bool)
        case end(name: String)
        case text(String)
    }

    private var rest: Substring

    init(_ text: String) { rest = text[...] }

    var isAtEnd: Bool { rest.isEmpty }

    /// The next tag or text; nil at the end and at a fault.
    mutating func next() -> Token? {
        while true {
            guard let first = rest.first else { return nil }
            if first != "<" {
                let text = rest.prefix { $0 != "<" }
                guard let resolved = Self.resolved(text) else { return nil }
                rest = rest.dropFirst(text.count)
                return .text(resolved)
            }
            if rest.hasPrefix("<!--") {
                guard skip(past: "-->") else { return nil }
            } else if rest.hasPrefix("<?") {
                guard skip(past: "?>") else { return nil }
            } else if rest.hasPrefix("<![CDATA[") {
                return characterData()
            } else if rest.hasPrefix("<!") {
                // A document type with declarations of its own could rename entities.
                guard !rest.prefix(while: { $0 != ">" }).contains("["), skip(past: ">") else { return nil }
            } else {
                return tag()
            }
        }
    }

    private mutating func skip(past end: String) -> Bool {
        guard let range = rest.firstRange(of: end) else { return false }
        rest = rest[range.upperBound...]
        return true
    }

    private mutating func characterData() -> Token? {
        let content = rest.dropFirst(9)
        guard let end = content.firstRange(of: "]]>") else { return nil }
        rest = content[end.upperBound...]
        return .text(String(content[..<end.lowerBound]))
    }

    private mutating func tag() -> Token? {
        let start = rest
        rest = rest.dropFirst()
        let isEnd = take("/")
        if let name = takeName() {
            if isEnd {
                takeSpace()
                if take(">") { return .end(name: name) }
            } else if let (attributes, isEmpty) = takeAttributes() {
                return .start(name: name, attributes: attributes, isEmpty: isEmpty)
            }
        }
        rest = start
        return nil
    }

    private mutating func takeAttributes() -> (attributes: [Attribute], isEmpty: Bool)? {
        var attributes: [Attribute] = []
        while true {
            let hasSpace = takeSpace()
            if take(">") { return (attributes, false) }
            if take("/") { return take(">") ? (attributes, true) : nil }
            guard hasSpace, let name = takeName() else { return nil }
            takeSpace()
            guard take("=") else { return nil }
            takeSpace()
            guard let quote = rest.first, quote == "\"" || quote == "'" else { return nil }
            let value = rest.dropFirst().prefix { $0 != quote && $0 != "<" }
            guard let resolved = Self.resolved(value) else { return nil }
            rest = rest.dropFirst(1 + value.count)
            guard take(quote), !attributes.contains(where: { $0.name == name }) else { return nil }
            attributes.append(Attribute(name: name, value: resolved))
        }
    }

    private mutating func takeName() -> String? {
        let name = rest.prefix { $0.isLetter || $0.isNumber || "_:.-".contains($0) }
        guard let first = name.first, first.isLetter || first == "_" else { return nil }
        rest = rest.dropFirst(name.count)
        return String(name)
    }

    @discardableResult private mutating func takeSpace() -> Bool {
        let space = rest.prefix(while: \.isWhitespace)
        rest = rest.dropFirst(space.count)
        return !space.isEmpty
    }

    private mutating func take(_ character: Character) -> Bool {
        guard rest.first == character else { return false }
        rest = rest.dropFirst()
        return true
    }

    /// Text with its entities and character references resolved; nil if one is unknown.
    private static func resolved(_ text: Substring) -> String? {
        guard text.contains("&") else { return String(text) }
        let named: [Substring: String] = ["amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'"]
        var result = ""
        var rest = text
        while let ampersand = rest.firstIndex(of: "&") {
            result += rest[..<ampersand]
            guard let end = rest[ampersand...].firstIndex(of: ";") else { return nil }
            let name = rest[rest.index(after: ampersand)..<end]
            if let character = named[name] {
                result += character
            } else if let scalar = characterReference(name) {
                result.unicodeScalars.append(scalar)
            } else {
                return nil
            }
            rest = rest[rest.index(after: end)...]
        }
        return result + rest
    }

    private static func characterReference(_ name: Substring) -> Unicode.Scalar? {
        if name.hasPrefix("#x") { return UInt32(name.dropFirst(2), radix: 16).flatMap(Unicode.Scalar.init) }
        if name.hasPrefix("#") { return UInt32(name.dropFirst()).flatMap(Unicode.Scalar.init) }
        return nil
    }
}
