/// The text of one template file.
public struct TemplateSource: Equatable, Sendable {
    /// The name by which studies and other templates refer to it, such as `results.md`.
    public let name: String
    /// The file as messages show it.
    public let file: String
    /// The file's bytes as they were read, for hashing.
    public let bytes: [UInt8]
    /// The text: line ends are `\n`, the last line has one, a byte order mark is gone.
    public let text: String

    /// Creates a template of a file's bytes; fails where they aren't UTF-8.
    public init(name: String, file: String, bytes: [UInt8]) throws(TemplateLoadingError) {
        guard bytes.count <= TemplateLimits.sourceBytes else {
            throw .unreadable("it is longer than \(TemplateLimits.sourceBytes) bytes")
        }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw .unreadable("it isn't UTF-8 text")
        }
        self.name = name
        self.file = file
        self.bytes = bytes
        self.text = Self.normalised(text)
    }

    private static func normalised(_ text: String) -> String {
        let (lineFeed, carriageReturn) = (UInt8(ascii: "\n"), UInt8(ascii: "\r"))
        let mark = "\u{FEFF}".utf8
        var bytes: [UInt8] = []
        var last: UInt8?
        for byte in text.utf8.starts(with: mark) ? text.utf8.dropFirst(mark.count) : text.utf8[...] {
            if byte != lineFeed || last != carriageReturn { bytes.append(byte == carriageReturn ? lineFeed : byte) }
            last = byte
        }
        if let end = bytes.last, end != lineFeed { bytes.append(lineFeed) }
        return String(decoding: bytes, as: UTF8.self)
    }
}
