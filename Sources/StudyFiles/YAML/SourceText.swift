import Diagnostics

/// The text of a study file, addressed by offsets in Unicode scalars.
///
/// YAML counts more characters as line breaks than editors and messages do. Marks of the YAML parser are turned into
/// offsets by YAML's lines, and offsets into places by lines that end with a line feed.
struct SourceText {
    /// The file's name in messages.
    let file: String
    /// The text.
    let scalars: [Unicode.Scalar]
    private let yamlLineStarts: [Int]
    private let lineStarts: [Int]

    init(_ text: String, file: String) {
        self.file = file
        scalars = Array(text.unicodeScalars)
        var yamlLines = [0]
        var lines = [0]
        for (offset, scalar) in scalars.enumerated() {
            let isCarriageReturnOfPair =
                scalar == "\r" && offset + 1 < scalars.count && scalars[offset + 1] == "\n"
            if scalar.isYAMLBreak, !isCarriageReturnOfPair { yamlLines.append(offset + 1) }
            if scalar == "\n" { lines.append(offset + 1) }
        }
        yamlLineStarts = yamlLines
        lineStarts = lines
    }

    /// The offset of a mark of the YAML parser; the end of the text for a mark behind it.
    func offset(yamlLine line: Int, column: Int) -> Int {
        guard line >= 1, line <= yamlLineStarts.count else { return line < 1 ? 0 : scalars.count }
        return min(max(0, yamlLineStarts[line - 1] + column - 1), scalars.count)
    }

    /// The place of a span, which ends at the end of its first line at the latest.
    func location(of span: Range<Int>) -> SourceLocation {
        let start = min(max(0, span.lowerBound), scalars.count)
        let line = lineStarts.partitioningIndex { $0 > start } - 1
        let end = min(span.upperBound, lineEnd(after: start))
        return SourceLocation(
            file: file, line: line + 1, column: start - lineStarts[line] + 1, length: max(1, end - start))
    }

    /// The offset at which the line of `offset` ends, without blanks before it.
    func lineEnd(after offset: Int) -> Int {
        var end = offset
        while end < scalars.count, !scalars[end].isYAMLBreak { end += 1 }
        while end > offset, scalars[end - 1].isYAMLBlank { end -= 1 }
        return end
    }

    /// The same offset, or the last character before it that is not white where only white follows.
    func beforeTrailingWhite(_ offset: Int) -> Int {
        guard scalars.dropFirst(offset).allSatisfy({ $0.isYAMLBlank || $0.isYAMLBreak }) else { return offset }
        return scalars.lastIndex { !$0.isYAMLBlank && !$0.isYAMLBreak } ?? 0
    }

    /// The scalar at an offset, where there is one.
    subscript(offset: Int) -> Unicode.Scalar? { scalars.indices.contains(offset) ? scalars[offset] : nil }
}

extension Unicode.Scalar {
    /// Whether YAML ends a line with it.
    var isYAMLBreak: Bool {
        switch self {
        case "\n", "\r", "\u{85}", "\u{2028}", "\u{2029}": true
        default: false
        }
    }

    /// Whether it is a space or a tab.
    var isYAMLBlank: Bool { self == " " || self == "\t" }

    /// Whether it may stand in a YAML text.
    var isAllowedInYAML: Bool {
        switch value {
        case 0x09, 0x0A, 0x0D, 0x20...0x7E, 0x85, 0xA0...0xD7FF, 0xE000...0xFEFE, 0xFF00...0xFFFD, 0x10000...0x10FFFF:
            true
        default: false
        }
    }
}

extension [Int] {
    /// The first index whose element fulfils a condition that all later elements fulfil too.
    fileprivate func partitioningIndex(where belongsToSecondPart: (Int) -> Bool) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = low + (high - low) / 2
            if belongsToSecondPart(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
