import Tables

/// Writes a table as Word's own table: three rules, heads that repeat on each page, rows that stay whole, blocks that stay
/// together, numbers under one another.
struct WordTable {
    /// Tables of so few rows stay on one page.
    private static let fewRows = 24
    /// So many rows at the beginning and at the end of a longer table are not left alone on a page.
    private static let fewestRows = 4

    let table: Table
    let layout: PrintedTableLayout
    let styles: WordStyleNames
    let text: WordText

    /// The table as XML. `keepsWithNotes` keeps its last row on the page of the notes under it.
    func xml(keepsWithNotes: Bool) -> String {
        let grid = layout.widths.map { "<w:gridCol w:w=\"\($0)\"/>" }.joined()
        return """
            <w:tbl><w:tblPr><w:tblStyle w:val="\(styles.identifier(of: .table))"/>\
            <w:tblW w:w="\(layout.widths.reduce(0, +))" w:type="dxa"/><w:jc w:val="center"/>\
            <w:tblLayout w:type="fixed"/>\
            <w:tblLook w:val="0420" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="0" \
            w:noVBand="1"/><w:tblCaption w:val="\(escapedForXML(table.caption.plain))"/></w:tblPr>
            <w:tblGrid>\(grid)</w:tblGrid>
            \((heads + rows(keepsWithNotes: keepsWithNotes)).joined(separator: "\n"))
            </w:tbl>

            """
    }

    // MARK: Heads

    /// A column under no spanning head has its own head merged through all rows of heads.
    private var heads: [String] {
        let spans = SpanningRows(table)
        let rows = spans.rows.enumerated().map { row, slots in
            slots.map { slot -> String in
                let column = slot.columns.lowerBound
                if let heading = slot.heading { return spanningHead(heading, over: slot.columns) }
                let firstFree = spans.firstFreeRow[column]
                if firstFree == row { return columnHead(column, merge: .restart, isLast: false) }
                return firstFree < row
                    ? cell(head("", column: column), column: column, merge: .continue)
                    : cell(head("", column: column), column: column)
            }
        }
        let last = table.columns.indices.map { column in
            spans.firstFreeRow[column] == spans.rows.count
                ? columnHead(column, merge: nil, isLast: true)
                : cell(head("", column: column), column: column, borders: [.bottom: 6], merge: .continue)
        }
        return (rows + [last]).map { row($0, isHead: true) }
    }

    /// A head over several columns with a rule under it that does not touch its neighbours'.
    private func spanningHead(_ heading: RichText, over columns: Range<Int>) -> String {
        var paragraph = head(heading, column: columns.lowerBound)
        paragraph.layout = WordLayout(hasRuleBelow: true, leftIndent: 0, rightIndent: 0, alignment: .center)
        return cell(paragraph, columns: columns)
    }

    private func columnHead(_ column: Int, merge: Merge?, isLast: Bool) -> String {
        // Word draws the rule under a merged cell from its last part, other programs from its first.
        cell(
            head(table.columns[column].heading, column: column), column: column, borders: [.bottom: 6], merge: merge)
    }

    private func head(_ heading: RichText, column: Int) -> WordParagraph {
        let alignment: WordLayout.Alignment = table.columns[column].alignment == .number ? .center : .left
        let lines = layout.breaksHeads ? headLines(heading) : [heading]
        let runs = lines.map { text.runs($0, halfPoints: size, isBold: true) }
        var paragraph = WordParagraph(
            .tableText, keepsWithNext: true, layout: WordLayout(alignment: alignment),
            runs.joined(separator: "<w:r><w:br/></w:r>"))
        paragraph.isHead = true
        return paragraph
    }

    // MARK: Rows

    private func rows(keepsWithNotes: Bool) -> [String] {
        let staysTogether = table.rows.count <= Self.fewRows
        return table.rows.indices.map { index in
            let row = table.rows[index]
            let isLast = index + 1 == table.rows.count
            let isBeforeMember = !isLast && table.rows[index + 1].kind == .member
            let isNearEdge = index + 1 < Self.fewestRows || index + Self.fewestRows >= table.rows.count
            let keeps =
                isLast ? keepsWithNotes : staysTogether || isBeforeMember || isNearEdge || row.kind == .section
            return self.row(cells(of: row, keepsWithNext: keeps), isHead: false)
        }
    }

    private func cells(of row: Table.Row, keepsWithNext keeps: Bool) -> [String] {
        let borders: [Side: Int] = row.hasRuleAbove ? [.top: 4] : [:]
        let indent = max(0, row.indent) * PrintedTableLayout.indent
        let head = WordParagraph(
            .tableText, keepsWithNext: keeps,
            layout: WordLayout(
                leftIndent: indent + PrintedTableLayout.indent / 2, hangingIndent: PrintedTableLayout.indent / 2,
                alignment: .left),
            text.runs(row.head.text, halfPoints: size, isBold: row.kind == .section) + marks(row.head))
        if row.kind == .section { return [cell(head, columns: table.columns.indices, borders: borders)] }
        return [cell(head, column: 0, borders: borders)]
            + table.columns.indices.dropFirst().map { column in
                let content = row.cells.indices.contains(column - 1) ? row.cells[column - 1] : .empty
                let isNumber = table.columns[column].alignment == .number
                let layout =
                    isNumber ? numberPlace(of: content.text, column: column) : WordLayout(alignment: .left)
                let paragraph = WordParagraph(
                    .tableText, keepsWithNext: keeps, layout: layout,
                    text.runs(content.text, halfPoints: size) + marks(content))
                return cell(paragraph, column: column, borders: borders)
            }
    }

    /// The tab stop and the indent that put the first number of a cell under the others of its column; centred where it
    /// has none.
    private func numberPlace(of text: RichText, column: Int) -> WordLayout {
        guard let halves = NumberColumn.halves(text), let stop = layout.numberStops[column] else {
            return WordLayout(alignment: .center)
        }
        // The tab stop is Word's own way, and works while somebody edits; the indent serves programs that do not know
        // decimal tabs in cells. It ends a hair before, so that the stop is still ahead of the text.
        return WordLayout(decimalTab: stop, leftIndent: max(0, stop - layout.width(halves.leading) - 4))
    }

    private func marks(_ cell: Table.Cell) -> String {
        WordText.run(
            cell.marks.joined(separator: ","), WordText.properties(.superscript, halfPoints: size))
    }

    /// A size other than the style's.
    private var size: Int? { layout.halfPoints == PrintedTableLayout.sizes[0] ? nil : layout.halfPoints }

    // MARK: XML

    private enum Merge: String { case restart, `continue` }
    private enum Side: String, CaseIterable { case top, bottom }

    private func row(_ cells: [String], isHead: Bool) -> String {
        "<w:tr><w:trPr><w:cantSplit/>\(isHead ? "<w:tblHeader/>" : "")</w:trPr>\(cells.joined())</w:tr>"
    }

    private func cell(
        _ paragraph: WordParagraph, column: Int, borders: [Side: Int] = [:], merge: Merge? = nil
    ) -> String {
        cell(paragraph, columns: column..<column + 1, borders: borders, merge: merge)
    }

    /// A cell; borders are in eighths of a point. The order of properties is the schema's (17.4.69).
    private func cell(
        _ paragraph: WordParagraph, columns: Range<Int>, borders: [Side: Int] = [:], merge: Merge? = nil
    ) -> String {
        let width = columns.reduce(0) { $0 + layout.widths[$1] }
        var properties = "<w:tcW w:w=\"\(width)\" w:type=\"dxa\"/>"
        if columns.count > 1 { properties += "<w:gridSpan w:val=\"\(columns.count)\"/>" }
        if let merge { properties += "<w:vMerge w:val=\"\(merge.rawValue)\"/>" }
        let sides = Side.allCases.compactMap { side in
            borders[side].map {
                "<w:\(side.rawValue) w:val=\"single\" w:sz=\"\($0)\" w:space=\"0\" w:color=\"auto\"/>"
            }
        }
        if !sides.isEmpty { properties += "<w:tcBorders>\(sides.joined())</w:tcBorders>" }
        properties += paragraph.isHead ? "<w:vAlign w:val=\"bottom\"/>" : ""
        return "<w:tc><w:tcPr>\(properties)</w:tcPr>\(paragraph.xml(styles))</w:tc>"
    }
}
