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

    /// Writes the table. `keepsWithNotes` keeps its last row on the page of the notes under it.
    func write(to xml: inout TextBuffer, keepsWithNotes: Bool) {
        xml += """
            <w:tbl><w:tblPr><w:tblStyle w:val="\(styles.identifier(of: .table))"/>\
            <w:tblW w:w="\(layout.widths.reduce(0, +))" w:type="dxa"/><w:jc w:val="center"/>\
            <w:tblLayout w:type="fixed"/>\
            <w:tblLook w:val="0420" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="0" \
            w:noVBand="1"/><w:tblCaption w:val="\(escapedForXML(table.caption.plain))"/></w:tblPr>

            """
        xml += "<w:tblGrid>"
        for width in layout.widths { xml.addElement("<w:gridCol w:w=\"", width) }
        xml += "</w:tblGrid>\n"
        writeHeads(to: &xml)
        writeRows(to: &xml, keepsWithNotes: keepsWithNotes)
        xml += "</w:tbl>\n"
    }

    // MARK: Heads

    /// A column under no spanning head has its own head merged through all rows of heads.
    private func writeHeads(to xml: inout TextBuffer) {
        let spans = SpanningRows(table)
        for (row, slots) in spans.rows.enumerated() {
            xml += Self.headRowStart
            for slot in slots {
                let column = slot.columns.lowerBound
                let firstFree = spans.firstFreeRow[column]
                if let heading = slot.heading {
                    writeSpanningHead(heading, over: slot.columns, to: &xml)
                } else if firstFree == row {
                    writeColumnHead(column, merge: .restart, to: &xml)
                } else {
                    write(head("", column: column), column, merge: firstFree < row ? .continue : nil, to: &xml)
                }
            }
            xml += Self.rowEnd
        }
        xml += Self.headRowStart
        for column in table.columns.indices {
            if spans.firstFreeRow[column] == spans.rows.count {
                writeColumnHead(column, merge: nil, to: &xml)
            } else {
                write(head("", column: column), column, borders: [.bottom: 6], merge: .continue, to: &xml)
            }
        }
        xml += Self.rowEnd
    }

    /// A head over several columns with a rule under it that does not touch its neighbours'.
    private func writeSpanningHead(_ heading: RichText, over columns: Range<Int>, to xml: inout TextBuffer) {
        var paragraph = head(heading, column: columns.lowerBound)
        paragraph.layout = WordLayout(hasRuleBelow: true, leftIndent: 0, rightIndent: 0, alignment: .center)
        writeStart(of: paragraph, columns, to: &xml)
        xml.add(paragraph.content, Self.cellEnd)
    }

    private func writeColumnHead(_ column: Int, merge: Merge?, to xml: inout TextBuffer) {
        // Word draws the rule under a merged cell from its last part, other programs from its first.
        write(
            head(table.columns[column].heading, column: column), column, borders: [.bottom: 6], merge: merge, to: &xml)
    }

    private func head(_ heading: RichText, column: Int) -> WordParagraph {
        let alignment: WordLayout.Alignment = table.columns[column].alignment == .number ? .center : .left
        let lines = layout.breaksHeads ? headLines(heading) : [heading]
        var runs = TextBuffer()
        runs.add(lines, separator: "<w:r><w:br/></w:r>") { text.write($0, halfPoints: size, isBold: true, to: &$1) }
        var paragraph = WordParagraph(
            .tableText, keepsWithNext: true, layout: WordLayout(alignment: alignment), runs.string)
        paragraph.isHead = true
        return paragraph
    }

    // MARK: Rows

    private func writeRows(to xml: inout TextBuffer, keepsWithNotes: Bool) {
        let staysTogether = table.rows.count <= Self.fewRows
        for (index, row) in table.rows.enumerated() {
            let isLast = index + 1 == table.rows.count
            let isBeforeMember = !isLast && table.rows[index + 1].kind == .member
            let isNearEdge = index + 1 < Self.fewestRows || index + Self.fewestRows >= table.rows.count
            let keeps =
                isLast ? keepsWithNotes : staysTogether || isBeforeMember || isNearEdge || row.kind == .section
            xml += Self.rowStart
            writeCells(of: row, keepsWithNext: keeps, to: &xml)
            xml += Self.rowEnd
        }
    }

    private func writeCells(of row: Table.Row, keepsWithNext keeps: Bool, to xml: inout TextBuffer) {
        let borders: [Side: Int] = row.hasRuleAbove ? [.top: 4] : [:]
        let indent = max(0, row.indent) * PrintedTableLayout.indent
        let head = WordParagraph(
            .tableText, keepsWithNext: keeps,
            layout: WordLayout(
                leftIndent: indent + PrintedTableLayout.indent / 2, hangingIndent: PrintedTableLayout.indent / 2,
                alignment: .left))
        let isSection = row.kind == .section
        writeStart(of: head, isSection ? table.columns.indices : 0..<1, borders: borders, to: &xml)
        text.write(row.head.text, halfPoints: size, isBold: isSection, to: &xml)
        writeMarks(row.head, to: &xml)
        xml += Self.cellEnd
        guard !isSection else { return }
        for column in table.columns.indices.dropFirst() {
            let content = row.cells.indices.contains(column - 1) ? row.cells[column - 1] : .empty
            let isNumber = table.columns[column].alignment == .number
            let layout = isNumber ? numberPlace(of: content.text, column: column) : WordLayout(alignment: .left)
            let paragraph = WordParagraph(.tableText, keepsWithNext: keeps, layout: layout)
            writeStart(of: paragraph, column..<column + 1, borders: borders, to: &xml)
            text.write(content.text, halfPoints: size, to: &xml)
            writeMarks(content, to: &xml)
            xml += Self.cellEnd
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

    private func writeMarks(_ cell: Table.Cell, to xml: inout TextBuffer) {
        guard !cell.marks.isEmpty else { return }
        WordText.write(
            cell.marks.joined(separator: ","), WordText.properties(.superscript, halfPoints: size), to: &xml)
    }

    /// A size other than the style's.
    private var size: Int? { layout.halfPoints == PrintedTableLayout.sizes[0] ? nil : layout.halfPoints }

    // MARK: XML

    private enum Merge: String { case restart, `continue` }
    private enum Side: String, CaseIterable { case top, bottom }

    private static let rowStart = "<w:tr><w:trPr><w:cantSplit/></w:trPr>"
    private static let headRowStart = "<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>"
    private static let rowEnd = "</w:tr>\n"
    private static let cellEnd = WordParagraph.end + "</w:tc>"

    private func write(
        _ paragraph: WordParagraph, _ column: Int, borders: [Side: Int] = [:], merge: Merge? = nil,
        to xml: inout TextBuffer
    ) {
        writeStart(of: paragraph, column..<column + 1, borders: borders, merge: merge, to: &xml)
        xml.add(paragraph.content, Self.cellEnd)
    }

    /// Writes a cell as far as the content of its paragraph; borders are in eighths of a point. The order of properties is
    /// the schema's (17.4.69).
    private func writeStart(
        of paragraph: WordParagraph, _ columns: Range<Int>, borders: [Side: Int] = [:], merge: Merge? = nil,
        to xml: inout TextBuffer
    ) {
        xml.addAttribute("<w:tc><w:tcPr><w:tcW w:w=\"", columns.reduce(0) { $0 + layout.widths[$1] })
        xml += " w:type=\"dxa\"/>"
        if columns.count > 1 { xml.addElement("<w:gridSpan w:val=\"", columns.count) }
        if let merge { xml.add("<w:vMerge w:val=\"", merge.rawValue, "\"/>") }
        if !borders.isEmpty {
            xml += "<w:tcBorders>"
            for side in Side.allCases {
                guard let width = borders[side] else { continue }
                xml.add("<w:", side.rawValue, " w:val=\"single\"")
                xml.addAttribute(" w:sz=\"", width)
                xml += " w:space=\"0\" w:color=\"auto\"/>"
            }
            xml += "</w:tcBorders>"
        }
        if paragraph.isHead { xml += "<w:vAlign w:val=\"bottom\"/>" }
        xml += "</w:tcPr>"
        paragraph.writeStart(to: &xml, styles)
    }
}
