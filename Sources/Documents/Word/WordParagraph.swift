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

    init(_ style: WordStyle, keepsWithNext: Bool = false, layout: WordLayout = WordLayout(), _ content: String = "") {
        self.style = style
        self.keepsWithNext = keepsWithNext
        self.layout = layout
        self.content = content
    }

    /// The paragraph as XML.
    func xml(_ styles: WordStyleNames) -> String {
        var xml = TextBuffer()
        write(to: &xml, styles)
        return xml.string
    }

    /// Writes the paragraph.
    func write(to xml: inout TextBuffer, _ styles: WordStyleNames) {
        writeStart(to: &xml, styles)
        xml.add(content, Self.end)
    }

    /// Writes the paragraph as far as its content: the order of properties is the schema's (ECMA-376 Part 1, 17.3.1.26).
    func writeStart(to xml: inout TextBuffer, _ styles: WordStyleNames) {
        xml.add("<w:p><w:pPr><w:pStyle w:val=\"", styles.identifier(of: style), "\"/>")
        if keepsWithNext { xml += "<w:keepNext/>" }
        if let list {
            xml += "<w:numPr><w:ilvl w:val=\"0\"/>"
            xml.addElement("<w:numId w:val=\"", list)
            xml += "</w:numPr>"
        }
        layout.write(to: &xml)
        xml.add(section ?? "", "</w:pPr>")
    }

    /// What follows the content.
    static let end = "</w:p>\n"
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

    func write(to xml: inout TextBuffer) {
        if hasRuleBelow {
            xml += "<w:pBdr><w:bottom w:val=\"single\" w:sz=\"4\" w:space=\"1\" w:color=\"auto\"/></w:pBdr>"
        }
        if let decimalTab {
            xml.addElement("<w:tabs><w:tab w:val=\"decimal\" w:pos=\"", decimalTab)
            xml += "</w:tabs>"
        }
        if let spaceAfter { xml.addElement("<w:spacing w:after=\"", spaceAfter) }
        if leftIndent != nil || rightIndent != nil || hangingIndent != nil {
            xml += "<w:ind"
            if let leftIndent { xml.addAttribute(" w:left=\"", leftIndent) }
            if let rightIndent { xml.addAttribute(" w:right=\"", rightIndent) }
            if let hangingIndent { xml.addAttribute(" w:hanging=\"", hangingIndent) }
            xml += "/>"
        }
        if let alignment { xml.add("<w:jc w:val=\"", alignment.rawValue, "\"/>") }
    }
}

extension TextBuffer {
    /// Adds a number that ends an attribute, after what begins it.
    mutating func addAttribute(_ start: String, _ number: Int) {
        self += start
        self += number
        self += "\""
    }

    /// Adds a number that ends an element's last attribute, after what begins it.
    mutating func addElement(_ start: String, _ number: Int) {
        addAttribute(start, number)
        self += "/>"
    }
}
