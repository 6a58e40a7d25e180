/// Reads an HTML page, forgiving what browsers forgive.
func readPage(_ bytes: [UInt8]) throws(ManuscriptReadingError) -> Manuscript {
    guard let root = MarkupNode.read(bytes, isHTML: true) else { throw .damaged("the page has no content") }
    var reader = PageReader()
    reader.read(root)
    return reader.blocks.manuscript()
}

/// Walks the elements of a page and hands paragraphs and tables to a collector of blocks.
private struct PageReader {
    var blocks = BlockCollector()

    private static let skipped: Set = [
        "script", "style", "nav", "head", "svg", "noscript", "template", "button", "select",
    ]
    private static let paragraphs: Set = ["p", "li", "figcaption", "caption", "dd", "dt", "summary", "pre"]
    private static let containers: Set = [
        "html", "body", "main", "article", "section", "div", "figure", "ul", "ol", "dl", "header", "footer",
        "blockquote", "details", "aside", "center", "form", "fieldset",
    ]
    private static let blockNames: Set = ["table", "p", "div", "ul", "ol", "h2", "h3", "h4", "section"]

    mutating func read(_ node: MarkupNode) {
        var words = ""
        var place = Place(line: node.line)
        for child in node.children where !Self.skipped.contains(child.name) {
            let isHeading = child.name.count == 2 && child.name.first == "h" && (child.name.last?.isNumber ?? false)
            let isParagraph = Self.paragraphs.contains(child.name) && !Self.holdsBlocks(child)
            let isContainer = !child.isText && (Self.containers.contains(child.name) || Self.holdsBlocks(child))
            if child.name != "table", !isHeading, !isParagraph, !isContainer {
                if words.trimmed.isEmpty { place = Place(line: child.line) }
                words += Self.text(of: child)
                continue
            }
            blocks.addParagraph(words, place: place)
            words = ""
            let start = Place(line: child.line)
            if child.name == "table" {
                readTable(child)
            } else if isHeading {
                blocks.addHeading(Self.text(of: child), place: start)
            } else if isParagraph {
                blocks.addParagraph(Self.text(of: child), place: start)
            } else {
                read(child)
            }
        }
        blocks.addParagraph(words, place: place)
    }

    private static func holdsBlocks(_ node: MarkupNode) -> Bool {
        node.children.contains { blockNames.contains($0.name) || holdsBlocks($0) }
    }

    private mutating func readTable(_ table: MarkupNode) {
        var rows: [[RawTable.Cell]] = []
        var (captions, notes): ([String], [String]) = ([], [])
        func walk(_ node: MarkupNode, inHead: Bool, inFoot: Bool) {
            for child in node.children where !child.isText {
                switch child.name {
                case "caption": captions.append(Self.text(of: child))
                case "tr":
                    let cells = Self.cells(of: child, inHead: inHead)
                    let isNote = cells.count == 1 && !rows.isEmpty && Outline.isNote(cells[0].text)
                    if inFoot || isNote {
                        notes += cells.map(\.text)
                    } else if !cells.isEmpty {
                        rows.append(cells)
                    }
                default:
                    walk(child, inHead: inHead || child.name == "thead", inFoot: inFoot || child.name == "tfoot")
                }
            }
        }
        walk(table, inHead: false, inFoot: false)
        let place = Place(line: table.line)
        for caption in captions { blocks.addParagraph(caption, place: place) }
        blocks.addTable(RawTable(rows: rows, place: place))
        for note in notes { blocks.addParagraph(note, place: place) }
    }

    private static func cells(of row: MarkupNode, inHead: Bool) -> [RawTable.Cell] {
        row.children.filter { $0.name == "td" || $0.name == "th" }.map { cell in
            let words = text(of: cell)
            let isRowHead = (cell.attributes["scope"] ?? "").hasPrefix("row")
            let look = (cell.attributes["style"] ?? "") + " " + (cell.attributes["class"] ?? "")
            let isIndented =
                ["indent", "padding-left", "level"].contains { look.contains($0) }
                || (words.unicodeScalars.first.map { "\u{A0}\u{2002}\u{2003}".unicodeScalars.contains($0) } ?? false)
            return RawTable.Cell(
                text: words, place: Place(line: cell.line),
                columnSpan: cell.attributes["colspan"].flatMap { Int($0) } ?? 1,
                rowSpan: cell.attributes["rowspan"].flatMap { Int($0) } ?? 1,
                isHead: inHead || (cell.name == "th" && !isRowHead), isIndented: isIndented)
        }
    }

    /// The words of an element; line breaks and the ends of inner blocks separate words.
    private static func text(of node: MarkupNode) -> String {
        if node.isText { return node.text }
        if skipped.contains(node.name) { return "" }
        if node.name == "br" { return " " }
        let words = node.children.map(text).joined()
        return ["p", "div", "li", "td", "th", "tr"].contains(node.name) ? words + " " : words
    }
}
