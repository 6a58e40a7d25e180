internal import Foundation

/// A regular expression that is known to be well formed.
public struct Pattern: Sendable {
    private let expression: NSRegularExpression

    /// Creates a pattern; `caseless` by default, since papers write `p` and `P`.
    public init(_ pattern: String, caseless: Bool = true) {
        do {
            expression = try NSRegularExpression(pattern: pattern, options: caseless ? [.caseInsensitive] : [])
        } catch {
            preconditionFailure("malformed pattern \(pattern)")
        }
    }

    /// All matches, from left to right.
    public func matches(in text: String) -> [PatternMatch] {
        expression.matches(in: text, range: NSRange(location: 0, length: text.utf16.count)).map { result in
            let groups = (0..<result.numberOfRanges).map { index in
                let range = result.range(at: index)
                return range.location == NSNotFound
                    ? nil
                    : PatternMatch.Group(
                        text: Range(range, in: text).map { String(text[$0]) } ?? "",
                        range: range.location..<(range.location + range.length))
            }
            return PatternMatch(groups: groups)
        }
    }

    /// The first match.
    public func firstMatch(in text: String) -> PatternMatch? {
        guard matches(text) else { return nil }
        return matches(in: text).first
    }

    /// Whether the text holds a match.
    public func matches(_ text: String) -> Bool {
        expression.firstMatch(in: text, range: NSRange(location: 0, length: text.utf16.count)) != nil
    }
}

/// What a pattern found.
public struct PatternMatch: Equatable, Sendable {
    /// A group of the pattern, with its UTF-16 offsets.
    public struct Group: Equatable, Sendable {
        /// The words.
        public var text: String
        /// The offsets.
        public var range: Range<Int>
    }

    /// The whole match, then each group, nil where it took no part.
    public var groups: [Group?]

    /// The words of a group; 0 is the whole match.
    public subscript(index: Int) -> String? { groups.indices.contains(index) ? groups[index]?.text : nil }

    /// The offsets of the whole match.
    public var range: Range<Int> { groups[0]?.range ?? 0..<0 }
}
