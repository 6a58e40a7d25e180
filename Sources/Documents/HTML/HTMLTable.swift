import Styling
import Tables

/// Writes a table as an HTML `figure`: the table in a region that scrolls where the screen is narrow, its notes below.
struct HTMLTable {
    var table: Table
    /// `Table 1`; nil for a table that stands alone.
    var label: String?
    var anchor: String
    var words: any Vocabulary

    func write(to html: inout TextBuffer) {
        html += """
            <figure class="table\(isDense ? " dense" : "")" id="\(anchor)">
            <div class="scroll" role="region" aria-labelledby="\(anchor)-caption" tabindex="0">
            <table>
            <caption><div id="\(anchor)-caption">\(caption)</div></caption>
            \(columnGroups)<thead>
            \(heads.joined(separator: "\n"))
            </thead>

            """
        writeBodies(to: &html)
        html += """
            </table>
            </div>
            \(copyButton)
            \(notes)</figure>
            """
    }

    /// Whether the table has so many columns that it is set smaller and closer.
    var isDense: Bool { table.columns.count > 7 }

    private var caption: String {
        (label.map { "<b>\(escapedForHTML($0)).</b> " } ?? "") + table.caption.html
    }

    /// Puts the table on the clipboard; hidden where no script makes it work.
    private var copyButton: String {
        let (name, done) = (escapedForHTML(words.copyTable), escapedForHTML(words.copied))
        return
            "<button type=\"button\" class=\"copy\" aria-describedby=\"\(anchor)-caption\" data-done=\"\(done)\" hidden=\"\">"
            + "\(name)</button>"
    }

    // MARK: Heads

    /// The groups of columns that the outermost heads span, which their scope refers to; none without such heads.
    private var columnGroups: String {
        guard let outermost = SpanningRows(table).rows.first else { return "" }
        let groups = outermost.map {
            "<colgroup\($0.columns.count > 1 ? " span=\"\($0.columns.count)\"" : "")></colgroup>"
        }
        return groups.joined() + "\n"
    }

    /// A column under no spanning head has its own head as high as all rows of heads.
    private var heads: [String] {
        let spans = SpanningRows(table)
        let spanning = spans.rows.enumerated().map { row, slots in
            "<tr>\(slots.map { slot in spanningCell(slot, row: row, in: spans) }.joined())</tr>"
        }
        let ordinary = table.columns.indices.filter { spans.firstFreeRow[$0] == spans.rows.count }
        return spanning + ["<tr>\(ordinary.map { columnHead($0, height: 1) }.joined())</tr>"]
    }

    private func spanningCell(_ slot: SpanningRows.Slot, row: Int, in spans: SpanningRows) -> String {
        if let heading = slot.heading {
            let isGroup = row == 0 && slot.columns.count > 1
            let width = slot.columns.count > 1 ? " colspan=\"\(slot.columns.count)\"" : ""
            return
                "<th scope=\"\(isGroup ? "colgroup" : "col")\"\(width) class=\"span\"><span>\(heading.html)</span></th>"
        }
        let column = slot.columns.lowerBound
        let firstFree = spans.firstFreeRow[column]
        if firstFree == row { return columnHead(column, height: spans.rows.count + 1 - row) }
        return firstFree < row ? "" : "<td></td>"
    }

    private func columnHead(_ index: Int, height: Int) -> String {
        let column = table.columns[index]
        let rows = height > 1 ? " rowspan=\"\(height)\"" : ""
        return "<th scope=\"col\"\(rows)\(columnClass(column))>\(unbroken(column.heading))</th>"
    }

    /// A head that breaks only before its brackets, `Total` over `(n = 71)`, unless a part is too long for one line.
    private func unbroken(_ heading: RichText) -> String {
        guard heading.runs.count == 1, heading.runs[0].styles.isEmpty else { return heading.html }
        let bracket = heading.plain.bracketPlaces.first ?? heading.plain.endIndex
        let parts = [heading.plain[..<bracket], heading.plain[bracket...].dropFirst()]
        return parts.filter { !$0.isEmpty }.map { part in
            part.drop { $0 == "(" }.count <= 16
                ? "<span>\(escapedForHTML(String(part)))</span>" : escapedForHTML(bound(String(part)))
        }.joined(separator: " ")
    }

    /// The head of a row, whose last brackets stay whole where they are short: `Survival at 6 months, %` `(95% CI)`.
    private func rowHead(_ head: RichText) -> String {
        guard head.runs.count == 1, let run = head.runs.first, run.styles.isEmpty,
            run.text.utf8.last == UInt8(ascii: ")"), let bracket = run.text.bracketPlaces.last,
            run.text[bracket...].count <= 14
        else { return head.html }
        let (text, last) = (run.text[..<bracket], run.text[bracket...].dropFirst())
        return "\(escapedForHTML(String(text))) <span>\(escapedForHTML(String(last)))</span>"
    }

    private func columnClass(_ column: Table.Column) -> String {
        column.alignment == .number ? " class=\"number\"" : ""
    }

    // MARK: Rows

    /// One `tbody` for each block, so that a page does not break inside it.
    private func writeBodies(to html: inout TextBuffer) {
        let numbers = table.columns.indices.dropFirst().map { column in
            NumberColumn(table.rows.compactMap { $0.cells.indices.contains(column - 1) ? $0.cells[column - 1] : nil })
        }
        for (index, row) in table.rows.enumerated() {
            let isBeforeMember = index + 1 < table.rows.count && table.rows[index + 1].kind == .member
            if index == 0 || row.kind != .member {
                html += isBeforeMember ? "<tbody class=\"block\">\n" : "<tbody>\n"
            }
            write(row, headsMembers: row.kind == .block && isBeforeMember, numbers: numbers, to: &html)
            html += isBeforeMember ? "\n" : "\n</tbody>\n"
        }
    }

    private func write(
        _ row: Table.Row, headsMembers: Bool, numbers: [NumberColumn], to html: inout TextBuffer
    ) {
        if row.kind == .section {
            html += "<tr class=\"section\"><th scope=\"rowgroup\" colspan=\"\(table.columns.count)\">"
            return html.add(rowHead(row.head.text), marks(row.head), "</th></tr>")
        }
        html += row.hasRuleAbove ? "<tr class=\"ruled\">" : "<tr>"
        let indent = row.indent > 0 ? " class=\"indent\(min(row.indent, 3))\"" : ""
        html.add("<th scope=\"", headsMembers ? "rowgroup" : "row", "\"", indent, ">", rowHead(row.head.text))
        html.add(marks(row.head), "</th>")
        for (index, column) in table.columns.enumerated().dropFirst() {
            let cell = row.cells.indices.contains(index - 1) ? row.cells[index - 1] : .empty
            html.add("<td", columnClass(column), ">")
            if column.alignment == .number {
                numbers[index - 1].write(cell.text, to: &html)
            } else {
                html += cell.text.html
            }
            html.add(marks(cell), "</td>")
        }
        html += "</tr>"
    }

    private func marks(_ cell: Table.Cell) -> String {
        guard !cell.marks.isEmpty else { return "" }
        let links = cell.marks.map { mark in
            let target = table.footnotes.firstIndex { $0.mark == mark }.map { " href=\"#\(noteAnchor($0))\"" }
            return "<a\(target ?? "")>\(escapedForHTML(mark))</a>"
        }
        return "<sup>\(links.joined(separator: ","))</sup>"
    }

    // MARK: Notes

    private var notes: String {
        guard !table.footnotes.isEmpty else { return "" }
        let lines = table.footnotes.enumerated().map { index, note in
            guard let mark = note.mark else { return "<p>\(note.text.html)</p>" }
            return "<p id=\"\(noteAnchor(index))\"><sup>\(escapedForHTML(mark))</sup> \(note.text.html)</p>"
        }
        return "<div class=\"notes\">\n\(lines.joined(separator: "\n"))\n</div>\n"
    }

    private func noteAnchor(_ index: Int) -> String { "\(anchor)-note-\(index + 1)" }
}
