/// The dotted name of a result, such as `pfs.RT+IO+T.median`.
///
/// A segment may hold any character except dot, blank, braces, `|` and `"`; a segment with one of those is written in
/// double quotes, a quotation mark in it doubled: `table.baseline.age."< 60.5".total.n`.
public struct ResultName: Hashable, Sendable {
    /// The segments from the outermost on, without quotes.
    public var segments: [String]

    /// Creates a name of segments; none names the root of all names.
    public init(_ segments: [String] = []) {
        self.segments = segments
    }

    /// The name of something inside this.
    public func appending(_ segment: String) -> ResultName {
        ResultName(segments + [segment])
    }

    /// Whether a segment can be written only in quotes.
    static func needsQuotes(_ segment: String) -> Bool {
        segment.isEmpty || segment.unicodeScalars.contains { ". \t{}|\"".unicodeScalars.contains($0) }
    }
}

extension ResultName: CustomStringConvertible {
    /// The name as a template writes it.
    public var description: String {
        segments.map { segment in
            guard Self.needsQuotes(segment) else { return segment }
            return "\"" + segment.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
                + "\""
        }.joined(separator: ".")
    }
}

extension ResultName {
    /// Why a word isn't a name.
    enum Fault: Error, Equatable {
        /// Two dots in a row, or a dot at an end.
        case emptySegment
        /// A brace, a bar, or a quotation mark in the middle of a segment.
        case forbidden(Character)
    }

    /// A name as a template writes it; nil where it cannot be read.
    public init?(written word: String) {
        guard let name = try? ResultName(parsing: word) else { return nil }
        self = name
    }

    /// Reads a name as a template writes it.
    init(parsing word: String) throws(Fault) {
        var segments: [String] = []
        var rest = Array(word.utf8)[...]
        while true {
            segments.append(try Self.takeSegment(from: &rest))
            guard let next = rest.first else { break }
            guard next == UInt8(ascii: ".") else { throw .forbidden(Self.character(rest)) }
            rest.removeFirst()
        }
        self.init(segments)
    }

    private static func takeSegment(from rest: inout ArraySlice<UInt8>) throws(Fault) -> String {
        if rest.first == UInt8(ascii: "\"") { return try takeQuoted(from: &rest) }
        let segment = rest.prefix { !endsSegment($0) }
        guard !segment.isEmpty else {
            if let first = rest.first, first != UInt8(ascii: ".") { throw .forbidden(character(rest)) }
            throw .emptySegment
        }
        rest = rest[segment.endIndex...]
        return String(decoding: segment, as: UTF8.self)
    }

    private static func endsSegment(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "."), UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "|"), UInt8(ascii: "\""): true
        default: false
        }
    }

    /// The first character of a text.
    private static func character(_ text: ArraySlice<UInt8>) -> Character {
        String(decoding: text, as: UTF8.self).first ?? "\u{FFFD}"
    }

    /// Takes a quoted segment; a doubled quotation mark stands for one.
    private static func takeQuoted(from rest: inout ArraySlice<UInt8>) throws(Fault) -> String {
        let mark = UInt8(ascii: "\"")
        rest.removeFirst()
        var segment: [UInt8] = []
        while let next = rest.popFirst() {
            if next == mark {
                guard rest.first == mark else { return String(decoding: segment, as: UTF8.self) }
                rest.removeFirst()
            }
            segment.append(next)
        }
        throw .forbidden("\"")
    }
}
