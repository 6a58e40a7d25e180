/// The styles that the program's Word files use, by Word's own names where it has one.
enum WordStyle: String, CaseIterable {
    case normal = "Normal"
    case title = "Title"
    case heading1 = "heading 1"
    case heading2 = "heading 2"
    case heading3 = "heading 3"
    case heading4 = "heading 4"
    case bodyText = "Body Text"
    case listBullet = "List Bullet"
    case listNumber = "List Number"
    case caption
    case figure = "Figure"
    case tableText = "Table Text"
    case tableNote = "Table Note"
    case header
    case footer
    case table = "Three-line Table"

    /// The identifier by which the program's own style sheet knows it.
    var identifier: String { Self.identifiers[self] ?? rawValue }

    private static let identifiers = Dictionary(
        uniqueKeysWithValues: allCases.map { style in
            let words = style.rawValue.split(separator: " ").map { $0.prefix(1).uppercased() + $0.dropFirst() }
            return (style, words.joined().split(separator: "-").joined())
        })

    /// A heading's style by its level; 1 is the highest below the title.
    static func heading(_ level: Int) -> WordStyle {
        [heading1, heading2, heading3, heading4][min(max(level, 1), 4) - 1]
    }
}

/// The identifiers of the styles in a file: those of a reference document where it has a style of the name.
struct WordStyleNames {
    /// Identifiers by name in lower case.
    var known: [String: String] = [:]

    func identifier(of style: WordStyle) -> String {
        // Without a reference document every style has the program's own.
        known.isEmpty ? style.identifier : known[style.rawValue.lowercased()] ?? style.identifier
    }
}

/// The program's own styles: a manuscript in Times, tables with three rules, black on white.
enum WordStyleSheet {
    /// `word/styles.xml` without a reference document.
    static func xml(language: String) -> String {
        """
        \(xmlDeclaration)<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
        <w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" \
        w:eastAsia="SimSun" w:cs="Times New Roman"/><w:sz w:val="24"/><w:szCs w:val="24"/>\
        <w:lang w:val="\(escapedForXML(wordLanguage(language)))" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>\
        <w:pPrDefault/></w:docDefaults>
        \(WordStyle.allCases.map { definition(of: $0) }.joined(separator: "\n"))
        </w:styles>
        """
    }

    /// The definition of a style, built on the styles with these identifiers.
    static func definition(of style: WordStyle, names: WordStyleNames = WordStyleNames()) -> String {
        let identifier = names.identifier(of: style)
        let normal = names.identifier(of: .normal)
        let type = style == .table ? "table" : "paragraph"
        let isDefault = style == .normal ? " w:default=\"1\"" : ""
        let isOwn = [.figure, .tableText, .tableNote, .table].contains(style) ? " w:customStyle=\"1\"" : ""
        var xml =
            "<w:style w:type=\"\(type)\"\(isDefault)\(isOwn) w:styleId=\"\(identifier)\"><w:name w:val=\"\(style.rawValue)\"/>"
        if style != .normal, style != .table { xml += "<w:basedOn w:val=\"\(normal)\"/>" }
        if [.title, .heading1, .heading2, .heading3, .heading4].contains(style) {
            xml += "<w:next w:val=\"\(names.identifier(of: .bodyText))\"/>"
        }
        xml += "<w:qFormat/>" + properties(of: style)
        return xml + "</w:style>"
    }

    private static func properties(of style: WordStyle) -> String {
        switch style {
        case .normal: ""
        case .title: paragraph("<w:spacing w:after=\"240\"/><w:jc w:val=\"left\"/>", "<w:b/><w:bCs/>", size: 32)
        case .heading1: heading(0, "<w:b/><w:bCs/>", size: 28)
        case .heading2: heading(1, "<w:b/><w:bCs/>", size: 24)
        case .heading3: heading(2, "<w:b/><w:bCs/><w:i/><w:iCs/>", size: 24)
        case .heading4: heading(3, "<w:i/><w:iCs/>", size: 24)
        case .bodyText: paragraph("<w:spacing w:after=\"160\" w:line=\"360\" w:lineRule=\"auto\"/>")
        case .listBullet, .listNumber:
            paragraph(
                "<w:spacing w:after=\"80\" w:line=\"360\" w:lineRule=\"auto\"/><w:ind w:left=\"360\" w:hanging=\"360\"/>"
            )
        case .caption:
            paragraph("<w:keepLines/><w:spacing w:before=\"200\" w:after=\"100\"/>", size: 22)
        case .figure: paragraph("<w:keepNext/><w:spacing w:before=\"240\" w:after=\"60\"/><w:jc w:val=\"center\"/>")
        case .tableText: paragraph("<w:spacing w:before=\"20\" w:after=\"20\"/>", size: 20)
        case .tableNote: paragraph("<w:keepLines/><w:spacing w:before=\"40\" w:after=\"0\"/>", size: 18)
        case .header, .footer:
            paragraph("<w:jc w:val=\"center\"/>", size: 18)
        case .table:
            """
            <w:pPr/><w:tblPr><w:tblBorders><w:top w:val="single" w:sz="8" w:space="0" w:color="auto"/>\
            <w:bottom w:val="single" w:sz="8" w:space="0" w:color="auto"/></w:tblBorders>\
            <w:tblCellMar><w:left w:w="\(PrintedTableLayout.cellMargin)" w:type="dxa"/>\
            <w:right w:w="\(PrintedTableLayout.cellMargin)" w:type="dxa"/></w:tblCellMar></w:tblPr>
            """
        }
    }

    private static func heading(_ level: Int, _ run: String, size: Int) -> String {
        paragraph(
            "<w:keepNext/><w:keepLines/><w:spacing w:before=\"280\" w:after=\"120\"/><w:outlineLvl w:val=\"\(level)\"/>",
            run, size: size)
    }

    private static func paragraph(_ paragraph: String, _ run: String = "", size: Int? = nil) -> String {
        let size = size.map { "<w:sz w:val=\"\($0)\"/><w:szCs w:val=\"\($0)\"/>" } ?? ""
        return "<w:pPr>\(paragraph)</w:pPr>" + (run.isEmpty && size.isEmpty ? "" : "<w:rPr>\(run)\(size)</w:rPr>")
    }
}

/// A language tag as Word knows it: one without a region gets that of the program's own words.
func wordLanguage(_ tag: String) -> String {
    switch tag.lowercased() {
    case "en": "en-GB"
    case "zh": "zh-CN"
    default: tag
    }
}
