import Archives

/// A Word file opened as strictly as Word opens it.
struct WordFileCheck {
    let archive: ZIPReader
    let document: XMLTree
    private(set) var faults: [String] = []

    init(_ bytes: [UInt8]) throws {
        archive = try ZIPReader(bytes)
        document = try Self.tree("word/document.xml", in: archive)
        checkTypes()
        checkRelationships()
        for part in ["document", "styles", "settings", "numbering", "header1", "footer1"] {
            guard archive.contains("word/\(part).xml") else { continue }
            faults += try WordSchema.faults(in: Self.tree("word/\(part).xml", in: archive)).map { "\(part): \($0)" }
        }
        try checkNames()
        checkFields()
        for table in document.all("w:tbl") { checkGrid(table) }
    }

    struct NotXML: Error { var part: String }

    static func tree(_ part: String, in archive: ZIPReader) throws -> XMLTree {
        guard let tree = XMLTree(String(decoding: try archive.bytes(of: part), as: UTF8.self)) else {
            throw NotXML(part: part)
        }
        return tree
    }

    /// Each part has a type, and each type a part.
    private mutating func checkTypes() {
        guard let types = try? Self.tree("[Content_Types].xml", in: archive) else { return faults.append("no types") }
        let overrides = types.all("Override").compactMap { $0.attributes["PartName"] }
        let ends = Set(types.all("Default").compactMap { $0.attributes["Extension"] })
        for name in overrides where !archive.contains(String(name.dropFirst())) { faults.append("no part \(name)") }
        if Set(overrides).count != overrides.count { faults.append("a part has two types") }
        for entry in archive.entries where !overrides.contains("/" + entry.path) {
            let end = String(entry.path.split(separator: ".").last ?? "")
            if entry.path != "[Content_Types].xml", !ends.contains(end) { faults.append("no type of \(entry.path)") }
        }
    }

    /// Each relationship leads to a part, and each identifier in the document to a relationship.
    private mutating func checkRelationships() {
        guard let tree = try? Self.tree("word/_rels/document.xml.rels", in: archive) else {
            return faults.append("no relationships")
        }
        let relations = tree.all("Relationship")
        let identifiers = relations.compactMap { $0.attributes["Id"] }
        if Set(identifiers).count != relations.count { faults.append("an identifier of a relationship stands twice") }
        for relation in relations where !archive.contains("word/" + (relation.attributes["Target"] ?? "")) {
            faults.append("no part for \(relation.attributes)")
        }
        for element in document.all {
            for key in ["r:id", "r:embed"] {
                guard let used = element.attributes[key], !identifiers.contains(used) else { continue }
                faults.append("no relationship \(used)")
            }
        }
    }

    /// Styles, lists, bookmarks and drawings are there and have each name once.
    private mutating func checkNames() throws {
        let styles = try Self.tree("word/styles.xml", in: archive).all("w:style")
        let identifiers = styles.compactMap { $0.attributes["w:styleId"] }
        if Set(identifiers).count != identifiers.count { faults.append("a style stands twice") }
        for name in ["w:pStyle", "w:tblStyle"] {
            for use in document.all(name) where !identifiers.contains(use.attributes["w:val"] ?? "") {
                faults.append("no style \(use.attributes)")
            }
        }
        let lists = try Self.tree("word/numbering.xml", in: archive).all("w:num").compactMap {
            $0.attributes["w:numId"]
        }
        for use in document.all("w:numId") where !lists.contains(use.attributes["w:val"] ?? "") {
            faults.append("no list \(use.attributes)")
        }
        for (element, key) in [("w:bookmarkStart", "w:id"), ("w:bookmarkStart", "w:name"), ("wp:docPr", "id")] {
            let values = document.all(element).compactMap { $0.attributes[key]?.lowercased() }
            if Set(values).count != values.count { faults.append("\(key) of \(element) stands twice") }
        }
        let starts = document.all("w:bookmarkStart").compactMap { $0.attributes["w:id"] }
        if starts != document.all("w:bookmarkEnd").compactMap({ $0.attributes["w:id"] }) {
            faults.append("bookmarks do not end")
        }
        for name in bookmarks where name.count > 40 || name.first?.isLetter != true {
            faults.append("bookmark \(name)")
        }
    }

    var bookmarks: [String] { document.all("w:bookmarkStart").compactMap { $0.attributes["w:name"] } }

    /// The instructions of the fields in order.
    var fields: [String] { document.all("w:instrText").map { $0.text.split(separator: " ").joined(separator: " ") } }

    /// Each field begins, parts and ends in its paragraph, and refers to a bookmark that is there.
    private mutating func checkFields() {
        for paragraph in document.all("w:p") {
            let marks = paragraph.all("w:fldChar").compactMap { $0.attributes["w:fldCharType"] }
            let whole = (0..<marks.count / 3).flatMap { _ in ["begin", "separate", "end"] }
            if marks != whole { faults.append("a field is not whole: \(marks)") }
        }
        for field in fields where field.hasPrefix("REF ") {
            let name = String(field.split(separator: " ")[1])
            if !bookmarks.contains(name) { faults.append("no bookmark \(name)") }
        }
    }

    /// Each row fills the grid, and each merged cell continues one above it.
    private mutating func checkGrid(_ table: XMLTree) {
        let widths = table.all("w:gridCol").compactMap { $0.attributes["w:w"].flatMap { Int($0) } }
        var merged: Set<Int> = []
        for row in table.children where row.name == "w:tr" {
            var (column, open): (Int, Set<Int>) = (0, [])
            for cell in row.children where cell.name == "w:tc" {
                let properties = cell.first("w:tcPr")
                let span = properties?.first("w:gridSpan")?.attributes["w:val"].flatMap { Int($0) } ?? 1
                let width = properties?.first("w:tcW")?.attributes["w:w"].flatMap { Int($0) }
                let end = min(column + span, widths.count)
                if width != widths[min(column, end)..<end].reduce(0, +) { faults.append("width of a cell") }
                let merge = properties?.first("w:vMerge")?.attributes["w:val"]
                if merge == "continue", !merged.contains(column) { faults.append("a cell continues none") }
                if merge != nil { open.insert(column) }
                if cell.children.last?.name != "w:p" { faults.append("a cell ends without a paragraph") }
                column += span
            }
            if column != widths.count { faults.append("a row of \(column) in a grid of \(widths.count)") }
            merged = open
        }
    }
}
