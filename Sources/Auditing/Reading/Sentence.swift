internal import ManuscriptReading

/// A sentence of a passage.
struct Sentence {
    /// The passage's index in the manuscript.
    var passage: Int
    /// Its UTF-16 offsets in the passage.
    var range: Range<Int>
    /// Its words in plain writing.
    var plain: String
}

extension Passage {
    private static let end = Pattern(#"[.?!][)\]"]?\s+(?=[A-Z0-9(\[])"#, caseless: false)
    private static let abbreviation = Pattern(
        #"(?:\b(?:vs|fig|figs|ref|refs|no|al|approx|dr|e\.g|i\.e|cf|resp|eq|tab|st|ca)|^\s*\d{1,2})\.$"#)

    /// The offsets of the sentences.
    var sentences: [Range<Int>] {
        let text = self.text.plain
        var ranges: [Range<Int>] = []
        var start = 0
        for match in Self.end.matches(in: text) {
            let stop = match.range.lowerBound + 1
            let head = ManuscriptText.slice(text, max(start, stop - 12)..<stop)
            if Self.abbreviation.matches(head) { continue }
            if stop > start { ranges.append(start..<stop) }
            start = match.range.upperBound
        }
        if start < text.utf16.count { ranges.append(start..<text.utf16.count) }
        return ranges
    }
}

extension ManuscriptText {
    /// A part of a text at UTF-16 offsets, cut to the text.
    static func slice(_ text: String, _ range: Range<Int>) -> String {
        let units = text.utf16
        let from =
            units.index(units.startIndex, offsetBy: max(0, range.lowerBound), limitedBy: units.endIndex)
            ?? units.endIndex
        let to =
            units.index(units.startIndex, offsetBy: max(0, range.upperBound), limitedBy: units.endIndex)
            ?? units.endIndex
        return from < to ? String(text[from..<to]) : ""
    }
}
