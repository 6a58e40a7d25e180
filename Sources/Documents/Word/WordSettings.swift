/// The smaller parts of a Word file: settings, the line at the head of each page and the one at its foot.
enum WordSettings {
    private static let namespace = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""

    /// `word/settings.xml`. Fields are not updated when the file is opened, for which Word would ask: they show the right
    /// numbers already.
    static func xml(language: String) -> String {
        """
        \(xmlDeclaration)<w:settings \(namespace)><w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/>\
        <w:characterSpacingControl w:val="doNotCompress"/><w:compat>\
        <w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>\
        </w:compat><w:themeFontLang w:val="\(escapedForXML(wordLanguage(language)))" w:eastAsia="zh-CN"/>\
        <w:decimalSymbol w:val="."/><w:listSeparator w:val=","/></w:settings>
        """
    }

    /// The line at the head of each page: what no reader may miss.
    static func header(_ runs: String, styles: WordStyleNames) -> String {
        let paragraph = WordParagraph(.header, runs).xml(styles)
        return "\(xmlDeclaration)<w:hdr \(namespace)>\(paragraph)</w:hdr>"
    }

    /// The line at the foot of each page: its number.
    static func footer(styles: WordStyleNames) -> String {
        let paragraph = WordParagraph(.footer, WordText.field("PAGE", shows: "1")).xml(styles)
        return "\(xmlDeclaration)<w:ftr \(namespace)>\(paragraph)</w:ftr>"
    }
}
