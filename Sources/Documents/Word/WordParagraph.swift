import Tables

/// A paragraph of a Word document before it is written: the end of a section is noted in its last paragraph.
struct WordParagraph {
    /// The style, by the name that the program knows it by.
    var style: WordStyle
    /// Whether it stays on the page of what follows.
    var keepsWithNext = false
    /// Tab stops, indents, alignment: elements in the schema's order between `spacing` and `jc`.
    var layout = WordLayout()
    /// Whether it is the head of a column, which stands at the foot of its cell.
    var isHead = false
    /// The list that it is an item of.
    var list: Int?
    /// Runs, fields and bookmarks as XML.
    var content: String
    /// The section that it ends.
    var section: String?

    init(_ style: WordStyle, keepsWithNext: Bool = false, layout: WordLayout = WordLayout(), _ content: String) {
        self.style = style
        self.keepsWithNext = keepsWithNext
        self.layout = layout
        self.content = content
    }

    /// The paragraph as XML: the order of properties is the schema's (ECMA-376 Part 1, 17.3.1.26).
    func xml(_ styles: WordStyleNames) -> String {
        var properties = "<w:pStyle w:val=\"\(styles.identifier(of: style))\"/>"
        if keepsWithNext { properties += "<w:keepNext/>" }
        if let list { properties += "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"\(list)\"/></w:numPr>" }
        properties += layout.xml + (section ?? "")
        return "<w:p><w:pPr>\(properties)</w:pPr>\(content)</w:p>\n"
    }
}

/// Where the text of a paragraph stands, beyond what its style says; lengths are in twentieths of a point.
struct WordLayout: Equatable {
    enum Alignment: String { case left, center }

    /// A rule below it, `left` and `right` of the indents.
    var hasRuleBelow = false
    /// Where the first number of the text ends.
    var decimalTab: Int?
    var spaceAfter: Int?
    var leftIndent: Int?
    var rightIndent: Int?
    var hangingIndent: Int?
    var alignment: Alignment?

    var xml: String {
        var xml = ""
        if hasRuleBelow {
            xml += "<w:pBdr><w:bottom w:val=\"single\" w:sz=\"4\" w:space=\"1\" w:color=\"auto\"/></w:pBdr>"
        }
        if let decimalTab { xml += "<w:tabs><w:tab w:val=\"decimal\" w:pos=\"\(decimalTab)\"/></w:tabs>" }
        if let spaceAfter { xml += "<w:spacing w:after=\"\(spaceAfter)\"/>" }
        let indents = [("left", leftIndent), ("right", rightIndent), ("hanging", hangingIndent)]
            .compactMap { name, value in value.map { " w:\(name)=\"\($0)\"" } }
        if !indents.isEmpty { xml += "<w:ind\(indents.joined())/>" }
        if let alignment { xml += "<w:jc w:val=\"\(alignment.rawValue)\"/>" }
        return xml
    }
}
