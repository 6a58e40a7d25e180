internal import Archives

/// The parts of a Word file and how they refer to each other (ECMA-376 Part 2).
struct WordPackage {
    private var parts: [WordDraft.Part] = []
    private var types: [(part: String, type: String)] = []
    private var relationships: [(identifier: String, type: String, target: String)] = []

    private static let types = "application/vnd.openxmlformats-officedocument"
    private static let relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

    /// Adds a part of XML that the document refers to, and returns the relationship's identifier.
    @discardableResult mutating func add(_ kind: String, _ name: String, xml: String) -> String {
        types.append((name, "\(Self.types).wordprocessingml.\(kind)+xml"))
        return add(kind, name, .packed(PackedBytes(Array(xml.utf8))))
    }

    /// Adds a theme, which a reference document's styles can refer to.
    mutating func addTheme(_ bytes: [UInt8]) {
        types.append(("theme/theme1.xml", "\(Self.types).theme+xml"))
        _ = add("theme", "theme/theme1.xml", .packed(PackedBytes(bytes)))
    }

    /// Adds a place for a picture; the types of pictures are known by the ends of their names.
    mutating func addPicture(_ name: String, _ content: WordDraft.Content) -> String {
        add("image", "media/\(name)", content)
    }

    private mutating func add(_ kind: String, _ name: String, _ content: WordDraft.Content) -> String {
        let identifier = "rId\(relationships.count + 1)"
        relationships.append((identifier, "\(Self.relations)/\(kind)", name))
        parts.append(WordDraft.Part(path: "word/\(name)", content: content))
        return identifier
    }

    /// All parts with the document itself and its properties. The table of types comes first, as readers expect.
    func draft(document: TextBuffer, properties: WordProperties) -> WordDraft {
        let overrides =
            [("document.xml", "\(Self.types).wordprocessingml.document.main+xml")] + types
        let contentTypes = """
            \(xmlDeclaration)<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
            <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
            <Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>\
            <Default Extension="svg" ContentType="image/svg+xml"/>\
            \(overrides.map { "<Override PartName=\"/word/\($0)\" ContentType=\"\($1)\"/>" }.joined())\
            <Override PartName="/docProps/core.xml" \
            ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>\
            <Override PartName="/docProps/app.xml" ContentType="\(Self.types).extended-properties+xml"/></Types>
            """
        let packageRelationships = [
            ("rId1", "\(Self.relations)/officeDocument", "word/document.xml"),
            (
                "rId2", "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
                "docProps/core.xml"
            ), ("rId3", "\(Self.relations)/extended-properties", "docProps/app.xml"),
        ]
        let main = [
            ("[Content_Types].xml", Array(contentTypes.utf8)),
            ("_rels/.rels", Array(Self.xml(packageRelationships).utf8)),
            ("word/document.xml", document.bytes),
            ("word/_rels/document.xml.rels", Array(Self.xml(relationships).utf8)),
            ("docProps/core.xml", Array(properties.core.utf8)),
            ("docProps/app.xml", Array(properties.extended.utf8)),
        ].map { WordDraft.Part(path: $0, content: .packed(PackedBytes($1))) }
        return WordDraft(parts: main + parts)
    }

    private static func xml(_ relationships: [(String, String, String)]) -> String {
        let elements = relationships.map { identifier, type, target in
            "<Relationship Id=\"\(identifier)\" Type=\"\(type)\" Target=\"\(target)\"/>"
        }
        return """
            \(xmlDeclaration)<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
            \(elements.joined())</Relationships>
            """
    }
}

/// What a file says of itself.
struct WordProperties {
    let title: String
    let language: String
    /// The day that stands as its date, `YYYY-MM-DD`: never today, so that the same inputs give the same bytes.
    let date: String

    var core: String {
        """
        \(xmlDeclaration)<cp:coreProperties \
        xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" \
        xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" \
        xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>\(escapedForXML(title))</dc:title>\
        <dcterms:created xsi:type="dcterms:W3CDTF">\(date)T00:00:00Z</dcterms:created>\
        <dcterms:modified xsi:type="dcterms:W3CDTF">\(date)T00:00:00Z</dcterms:modified>\
        <dc:language>\(escapedForXML(wordLanguage(language)))</dc:language></cp:coreProperties>
        """
    }

    var extended: String {
        """
        \(xmlDeclaration)<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">\
        <Application>greenwood</Application></Properties>
        """
    }
}
