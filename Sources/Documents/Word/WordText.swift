import Tables

/// Writes text as runs, with fields where it refers to the document's tables and figures.
struct WordText {
    /// The bookmark and the label, `Table 5`, of each table and figure of this file.
    var bookmarks: [RichText.Reference: (name: String, label: String)] = [:]

    /// A text as runs. `halfPoints` sets a size other than the style's; `isBold` sets everything bold.
    func runs(_ text: RichText, halfPoints: Int? = nil, isBold: Bool = false) -> String {
        text.runs.map { run in
            var styles = run.styles
            if isBold { styles.insert(.bold) }
            let properties = Self.properties(styles, halfPoints: halfPoints)
            // `Figure 1A` refers to Figure 1; the letter is text. What is not in this file stays text.
            guard let reference = run.reference, let target = bookmarks[reference], run.text.hasPrefix(target.label)
            else { return Self.run(run.text, properties) }
            let field = Self.field("REF \(target.name) \\h  \\* MERGEFORMAT", shows: target.label, properties)
            return field + Self.run(String(run.text.dropFirst(target.label.count)), properties)
        }.joined()
    }

    /// A text in one manner.
    static func run(_ text: String, _ properties: String = "") -> String {
        guard !text.isEmpty else { return "" }
        return "<w:r>\(properties)<w:t xml:space=\"preserve\">\(escapedForXML(bound(text)))</w:t></w:r>"
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
        var xml = ""
        if styles.contains(.bold) { xml += "<w:b/><w:bCs/>" }
        if styles.contains(.italic) { xml += "<w:i/><w:iCs/>" }
        if let halfPoints { xml += "<w:sz w:val=\"\(halfPoints)\"/><w:szCs w:val=\"\(halfPoints)\"/>" }
        if styles.contains(.superscript) {
            xml += "<w:vertAlign w:val=\"superscript\"/>"
        } else if styles.contains(.subscript) {
            xml += "<w:vertAlign w:val=\"subscript\"/>"
        }
        return xml.isEmpty ? "" : "<w:rPr>\(xml)</w:rPr>"
    }
}
