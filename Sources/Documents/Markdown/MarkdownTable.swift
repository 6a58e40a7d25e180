import Tables

/// Writes a table as a pipe table with its caption above and its notes below.
///
/// Pipe tables know one row of heads and no merged cells: a head over several columns is put before each of them, and
/// levels are indented by em spaces, which neither GitHub nor pandoc takes away. Columns are padded, so that the text
/// can be read as it is, and so that pandoc finds the columns' relative widths in it.
struct MarkdownTable {
    var table: Table
    /// `Table 1`; nil for a table that stands alone.
    var label: String?

    var markdown: String {
        let caption =
            "\(label.map { "**\(escapedForMarkdown($0)).** " } ?? "")\(table.caption.markdown(atStart: label == nil))"
        return ((caption.isEmpty ? [] : [caption]) + [pipeTable] + notes).joined(separator: "\n\n")
    }

    private var pipeTable: String {
        let lines = ([table.columns.indices.map(head)] + table.rows.map(cells)).map { cells in
            cells.map { (text: $0, width: Self.width($0)) }
        }
        let widths = table.columns.indices.map { column in max(3, lines.map { $0[column].width }.max() ?? 0) }
        var text = TextBuffer()
        for (index, line) in lines.enumerated() {
            text += index == 0 ? "| " : "\n| "
            text.add(zip(line, widths), separator: " | ") { cell, text in
                text += cell.0.text
                text.add(" ", times: cell.1 - cell.0.width)
            }
            text += " |"
            if index == 0 { addRuler(widths, to: &text) }
        }
        return text.string
    }

    private func addRuler(_ widths: [Int], to text: inout TextBuffer) {
        text += "\n| "
        text.add(zip(table.columns, widths), separator: " | ") { column, text in
            let end = column.0.alignment == .number ? ":" : "-"
            text += end
            text.add("-", times: column.1 - 2)
            text += end
        }
        text += " |"
    }

    /// How many characters a text has; of letters without accents, each is a byte.
    private static func width(_ text: String) -> Int {
        text.utf8.allSatisfy { $0 < 0x80 } ? text.utf8.count : text.count
    }

    /// The head of a column after those that span it: `Grade 3–4` under `IO+T` is `IO+T: Grade 3–4`, and a head below
    /// two others is `PFS, Univariable: p`.
    private func head(_ column: Int) -> String {
        let spanning = table.spanningHeads.compactMap { row in row.first { $0.columns.contains(column) }?.heading }
        let outer = spanning.filter { !$0.isEmpty }.map { $0.markdown() }.joined(separator: ", ")
        return [outer, table.columns[column].heading.markdown()].filter { !$0.isEmpty }.joined(separator: ": ")
    }

    private func cells(_ row: Table.Row) -> [String] {
        let indent = String(repeating: "\u{2003}", count: max(0, row.indent))
        let head = row.kind == .section ? RichText(row.head.text.plain, [.bold, .italic]) : row.head.text
        return table.columns.indices.map { column in
            if column == 0 { return indent + head.markdown() + marks(row.head) }
            guard row.kind != .section, row.cells.indices.contains(column - 1) else { return "" }
            return row.cells[column - 1].text.markdown() + marks(row.cells[column - 1])
        }
    }

    private func marks(_ cell: Table.Cell) -> String {
        cell.marks.isEmpty ? "" : cell.marks.map { RichText($0, .superscript).markdown() }.joined(separator: ",")
    }

    private var notes: [String] {
        table.footnotes.map { note in
            guard let mark = note.mark else { return note.text.markdown(atStart: true) }
            return "\(RichText(mark, .superscript).markdown()) \(note.text.markdown())"
        }
    }
}
