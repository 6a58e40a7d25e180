internal import ManuscriptReading

/// The endpoints that papers name, by their usual abbreviation.
enum Endpoints {
    private static let names: [(short: String, pattern: Pattern)] = [
        ("PFS", #"\bm?PFS\b|progression[- ]free survival"#), ("OS", #"\bm?OS\b|overall survival"#),
        ("DFS", #"\bDFS\b|disease[- ]free survival"#), ("RFS", #"\bRFS\b|(?:recurrence|relapse)[- ]free survival"#),
        ("EFS", #"\bEFS\b|event[- ]free survival"#), ("TTP", #"\bTTP\b|time to progression"#),
        ("MFS", #"\bD?MFS\b|metastasis[- ]free survival"#),
        ("CSS", #"\bCSS\b|(?:cancer|disease)[- ]specific survival"#),
        ("LC", #"\blocal (?:control|recurrence)\b"#),
    ].map { ($0.0, Pattern($0.1)) }

    /// The endpoints of a text with where each is named.
    static func mentions(in text: String) -> [(short: String, range: Range<Int>)] {
        names.flatMap { name in name.pattern.matches(in: text).map { (name.short, $0.range) } }
            .sorted { $0.range.lowerBound < $1.range.lowerBound }
    }

    /// The endpoint that a place in a text speaks of: the last named before it, else the first after.
    static func endpoint(of text: String, at offset: Int) -> String? {
        let found = mentions(in: text)
        return (found.last { $0.range.lowerBound <= offset } ?? found.first)?.short
    }

    /// The only endpoint of a text; nil for none or several.
    static func only(in text: String) -> String? {
        let found = Set(mentions(in: text).map(\.short))
        return found.count == 1 ? found.first : nil
    }
}
