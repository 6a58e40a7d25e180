internal import Archives

/// Reads a Word file: the main document of the package, as Word shows it with all changes accepted.
func readWord(_ bytes: [UInt8]) throws(ManuscriptReadingError) -> Manuscript {
    let xml: [UInt8]
    do throws(ArchiveError) {
        let archive = try ZIPReader(bytes)
        let paths = archive.entries.map(\.path)
        guard
            let path = paths.first(where: { $0 == "word/document.xml" })
                ?? paths.first(where: { $0.hasPrefix("word/document") && $0.hasSuffix(".xml") })
        else {
            throw .noSuchFile("word/document.xml")
        }
        xml = try archive.bytes(of: path)
    } catch {
        if case .noSuchFile = error { throw .unsupported("a packed file, but not a Word document") }
        throw .damaged(error.description)
    }
    guard let root = MarkupNode.read(xml, isHTML: false) else {
        throw .damaged("'word/document.xml' in it is not well formed")
    }
    var reader = WordReader()
    reader.read(root.child("w:body") ?? root)
    return reader.blocks.manuscript()
}

/// Walks the body of a Word document; paragraphs are counted as its places.
private struct WordReader {
    var blocks = BlockCollector()
    private var paragraphs = 0
    private static let containers: Set = [
        "w:sdt", "w:sdtContent", "w:ins", "w:smartTag", "w:customXml", "mc:AlternateContent", "mc:Choice",
    ]

    mutating func read(_ node: MarkupNode) {
        for child in node.children {
            switch child.name {
            case "w:p": readParagraph(child)
            case "w:tbl": readTable(child)
            default: if Self.containers.contains(child.name) { read(child) }
            }
        }
    }

    private mutating func readParagraph(_ paragraph: MarkupNode) {
        paragraphs += 1
        let place = Place(paragraph: paragraphs)
        let style = paragraph.child("w:pPr")?.child("w:pStyle")?.attributes["w:val"]?.lowercased() ?? ""
        let words = Self.text(of: paragraph)
        if style.hasPrefix("heading") || style.hasPrefix("berschrift") || style == "title" || style.contains("titre") {
            blocks.addHeading(words, place: place)
        } else {
            blocks.addParagraph(words, place: place)
        }
    }

    private mutating func readTable(_ table: MarkupNode) {
        var rows: [[RawTable.Cell]] = []
        let start = Place(paragraph: paragraphs + 1)
        // Word names the first row of cells that are merged downwards, not how many there are.
        for row in Self.rows(of: table) {
            let isHead = row.child("w:trPr")?.child("w:tblHeader") != nil
            var cells: [RawTable.Cell] = []
            for cell in Self.cells(of: row) {
                let inner = cell.elements(named: "w:p")
                paragraphs += inner.count
                let properties = cell.child("w:tcPr")
                let merge = properties?.child("w:vMerge")
                let isContinued = merge != nil && merge?.attributes["w:val"] != "restart"
                let words = inner.map(Self.text).joined(separator: " ")
                let indent = inner.first?.child("w:pPr")?.child("w:ind")
                let left = (indent?.attributes["w:left"] ?? indent?.attributes["w:start"]).flatMap { Int($0) } ?? 0
                // The first line hangs out of the others; only what it keeps sets it below a heading.
                let hanging = indent?.attributes["w:hanging"].flatMap { Int($0) } ?? 0
                let isIndented =
                    left - hanging > 0
                    || ["\u{A0}", "\u{2003}", " "].contains(words.first.map(String.init) ?? "")
                cells.append(
                    RawTable.Cell(
                        text: isContinued ? "" : words, place: Place(paragraph: paragraphs),
                        columnSpan: properties?.child("w:gridSpan")?.attributes["w:val"].flatMap { Int($0) } ?? 1,
                        isHead: isHead, isIndented: isIndented))
            }
            if !cells.isEmpty { rows.append(cells) }
        }
        let heads = rows.prefix { $0.allSatisfy(\.isHead) }.count
        blocks.addTable(RawTable(rows: rows, place: start, headRows: heads > 0 ? heads : nil))
    }

    private static func rows(of table: MarkupNode) -> [MarkupNode] {
        table.children.flatMap { child in
            child.name == "w:tr" ? [child] : containers.contains(child.name) ? rows(of: child) : []
        }
    }

    private static func cells(of row: MarkupNode) -> [MarkupNode] {
        row.children.flatMap { child in
            child.name == "w:tc" ? [child] : containers.contains(child.name) ? cells(of: child) : []
        }
    }

    /// The words of a paragraph: deleted text and codes of fields are left out.
    private static func text(of node: MarkupNode) -> String {
        node.children.map { child in
            switch child.name {
            case "w:t", "m:t": child.children.map(\.text).joined()
            case "w:tab": "\t"
            case "w:br", "w:cr": " "
            case "w:noBreakHyphen": "‑"
            case "w:del", "w:moveFrom", "w:instrText", "w:pPr", "w:rPr", "w:drawing", "w:pict", "mc:Fallback", "": ""
            default: text(of: child)
            }
        }.joined()
    }
}
