import Templating

/// A reference to a table or figure in a paragraph's Markdown: a link to its name, `[Table 5](#table cox)`.
enum TextReference {
    /// The reference as Markdown; the text is escaped already.
    static func markdown(_ text: String, to placement: Placement) -> String {
        "[\(text)](#\(placement.kind.rawValue) \(placement.id))"
    }

    /// The reference that begins at a place: where its text is, what it refers to, and where it ends.
    static func read(_ signs: [Character], from start: Int) -> (text: Range<Int>, to: Placement, end: Int)? {
        guard signs[start] == "[", let close = signs[start...].firstIndex(of: "]"), close > start + 1,
            let end = signs[close...].firstIndex(of: ")"), signs[close...].starts(with: "](#")
        else { return nil }
        let target = String(signs[(close + 3)..<end]).split(separator: " ", maxSplits: 1).map(String.init)
        guard target.count == 2, let kind = Placement.Kind(rawValue: target[0]) else { return nil }
        return (start + 1..<close, Placement(kind, target[1]), end + 1)
    }

    /// The Markdown with the text of each reference in its place.
    static func removed(from markdown: String) -> String {
        guard markdown.contains("](#") else { return markdown }
        let signs = Array(markdown)
        var result = ""
        var index = 0
        while index < signs.count {
            if let reference = read(signs, from: index) {
                result += String(signs[reference.text])
                index = reference.end
            } else if signs[index] == "\\", index + 1 < signs.count {
                result += String(signs[index...(index + 1)])
                index += 2
            } else {
                result.append(signs[index])
                index += 1
            }
        }
        return result
    }
}
