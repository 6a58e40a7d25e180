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

    /// Creates a template of text.
    public init(name: String, file: String, text: String) {
        self.name = name
        self.file = file
        self.bytes = Array(text.utf8)
        self.text = Self.normalised(text)
    }

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
        let (carriageReturn, lineEnd) = (UInt8(ascii: "\r"), UInt8(ascii: "\n"))
        // Most files are so already; 0xEF is the first byte of a byte order mark.
        if text.utf8.last == lineEnd, text.utf8.first != 0xEF, !text.utf8.contains(carriageReturn) { return text }
        var scalars = String.UnicodeScalarView()
        var last: Unicode.Scalar?
        for scalar in text.unicodeScalars {
            defer { last = scalar }
            if last == nil, scalar == "\u{FEFF}" { continue }
            if scalar == "\n", last == "\r" { continue }
            scalars.append(scalar == "\r" ? "\n" : scalar)
        }
        if let end = scalars.last, end != "\n" { scalars.append("\n") }
        return String(scalars)
    }
}
