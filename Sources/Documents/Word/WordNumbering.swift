/// The lists of a Word file: bullets, and numbers that begin anew with each list.
struct WordNumbering {
    /// The numbering of a reference document, whose styles may refer to it.
    private let reference: WordReference.Numbering?
    private var ordered: [Int] = []

    init(reference: WordReference.Numbering?) { self.reference = reference }

    private var firstAbstract: Int { (reference?.highestAbstract ?? -1) + 1 }
    private var bullets: Int { (reference?.highest ?? 0) + 1 }

    /// The number by which the items of a new list refer to it.
    mutating func list(isOrdered: Bool) -> Int {
        guard isOrdered else { return bullets }
        ordered.append(bullets + 1 + ordered.count)
        return ordered[ordered.count - 1]
    }

    /// `word/numbering.xml`. Definitions come before the lists that use them (17.9.17).
    var xml: String {
        let definitions =
            definition(firstAbstract, format: "bullet", text: "•")
            + definition(firstAbstract + 1, format: "decimal", text: "%1.")
        let lists =
            "<w:num w:numId=\"\(bullets)\"><w:abstractNumId w:val=\"\(firstAbstract)\"/></w:num>"
            + ordered.map { number in
                """
                <w:num w:numId="\(number)"><w:abstractNumId w:val="\(firstAbstract + 1)"/>\
                <w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>
                """
            }.joined()
        if let reference { return reference.xml(adding: definitions, lists) }
        return """
            \(xmlDeclaration)<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">\
            \(definitions)\(lists)</w:numbering>
            """
    }

    private func definition(_ identifier: Int, format: String, text: String) -> String {
        """
        <w:abstractNum w:abstractNumId="\(identifier)"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0">\
        <w:start w:val="1"/><w:numFmt w:val="\(format)"/><w:lvlText w:val="\(text)"/><w:lvlJc w:val="left"/>\
        <w:pPr><w:ind w:left="360" w:hanging="360"/></w:pPr></w:lvl></w:abstractNum>
        """
    }
}
