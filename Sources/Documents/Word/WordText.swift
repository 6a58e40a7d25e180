import Tables

/// Writes text as runs, with fields where it refers to the document's tables and figures.
struct WordText {
    /// The bookmark and the label, `Table 5`, of each table and figure of this file.
    var bookmarks: [RichText.Reference: (name: String, label: String)] = [:]

    /// A text as runs.
    func runs(_ text: RichText) -> String {
        var xml = TextBuffer()
        write(text, to: &xml)
        return xml.string
    }

    /// Writes a text as runs. `halfPoints` sets a size other than the style's; `isBold` sets everything bold.
    func write(_ text: RichText, halfPoints: Int? = nil, isBold: Bool = false, to xml: inout TextBuffer) {
        for run in text.runs {
            let styles = isBold ? run.styles.union(.bold) : run.styles
            let properties = Self.properties(styles, halfPoints: halfPoints)
            // `Figure 1A` refers to Figure 1; the letter is text. What is not in this file stays text.
            if let reference = run.reference, let target = bookmarks[reference], run.text.hasPrefix(target.label) {
                xml += Self.field("REF \(target.name) \\h  \\* MERGEFORMAT", shows: target.label, properties)
                Self.write(String(run.text.dropFirst(target.label.count)), properties, to: &xml)
            } else {
                Self.write(run.text, properties, to: &xml)
            }
        }
    }

    /// A text in one manner.
    static func run(_ text: String, _ properties: String = "") -> String {
        var xml = TextBuffer()
        write(text, properties, to: &xml)
        return xml.string
    }

    /// Writes a text in one manner.
    static func write(_ text: String, _ properties: String, to xml: inout TextBuffer) {
        guard !text.isEmpty else { return }
        xml.add("<w:r>", properties, "<w:t xml:space=\"preserve\">", escapedForXML(bound(text)), "</w:t></w:r>")
    }

    /// A field with what it shows until somebody asks Word to update it.
    static func field(_ instruction: String, shows text: String, _ properties: String = "") -> String {
        func character(_ type: String) -> String {
            "<w:r>\(properties)<w:fldChar w:fldCharType=\"\(type)\"/></w:r>"
        }
        return character("begin")
            + "<w:r>\(properties)<w:instrText xml:space=\"preserve\"> \(escapedForXML(instruction)) </w:instrText></w:r>"
            + character("separate") + run(text, properties) + character("end")
    }

    /// Properties of a run in the schema's order (ECMA-376 Part 1, 17.3.2.28).
    static func properties(_ styles: RichText.Styles, halfPoints: Int? = nil) -> String {
        guard !styles.isEmpty || halfPoints != nil else { return "" }
        var xml = "<w:rPr>"
        if styles.contains(.bold) { xml += "<w:b/><w:bCs/>" }
        if styles.contains(.italic) { xml += "<w:i/><w:iCs/>" }
        if let halfPoints { xml += "<w:sz w:val=\"\(halfPoints)\"/><w:szCs w:val=\"\(halfPoints)\"/>" }
        if styles.contains(.superscript) {
            xml += "<w:vertAlign w:val=\"superscript\"/>"
        } else if styles.contains(.subscript) {
            xml += "<w:vertAlign w:val=\"subscript\"/>"
        }
        return xml + "</w:rPr>"
    }
}
