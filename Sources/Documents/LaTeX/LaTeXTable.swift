import Tables

/// Writes a table with the rules of `booktabs` as a `longtable`, which repeats its heads on each page.
///
/// A column of numbers is two columns, before and behind the place where the numbers are aligned: that needs no package
/// and works with every engine.
struct LaTeXTable {
    let table: Table
    /// The name for `\ref`.
    let name: String
    /// Whether the caption is numbered; a table that stands alone is too, where it is put into a document.
    let layout: PrintedTableLayout
    /// For each column of the table, the widths of its one or two columns in twentieths of a point.
    private let parts: [[Int]]

    init(_ table: Table, name: String) {
        self.table = table
        self.name = name
        // The text of an A4 page with margins of an inch. Computer Modern is wider than Times.
        let layout = PrintedTableLayout(table, upright: 9000, across: 13_900, typeface: 112)
        self.layout = layout
        parts = table.columns.indices.map { column in
            let width = layout.widths[column]
            guard column > 0, table.columns[column].alignment == .number, let stop = layout.numberStops[column] else {
                return [width]
            }
            let leading = stop + PrintedTableLayout.cellMargin
            return [leading, width - leading]
        }
    }

    var latex: String {
        let size = [20: "small", 18: "footnotesize"][layout.halfPoints] ?? "scriptsize"
        let opening = [
            "{\\\(size)\\setlength{\\tabcolsep}{0pt}", "\\begin{longtable}{\(columns)}", caption, "\\toprule",
        ]
        let heads = heads
        let repeated =
            ["\\midrule", "\\endfirsthead", "\\toprule"] + heads + [
                "\\midrule", "\\endhead", "\\bottomrule", "\\endfoot",
            ]
        var text = TextBuffer()
        if layout.isAcross { text += "\\begin{landscape}\n" }
        for line in opening + heads + repeated where !line.isEmpty { text.add(line, "\n") }
        writeRows(to: &text)
        text += "\\end{longtable}}"
        for line in notes { text.add("\n", line) }
        if layout.isAcross { text += "\n\\end{landscape}" }
        return text.string
    }

    private var caption: String {
        table.caption.isEmpty ? "" : "\\caption{\(table.caption.latex())}\\label{\(name)}\\\\"
    }

    // MARK: Columns

    private func isSplit(_ column: Int) -> Bool { parts[column].count == 2 }

    private var columns: String {
        parts.enumerated().map { column, widths in
            let setting =
                widths.count == 2 ? ["raggedleft", "raggedright"] : [isNumber(column) ? "centering" : "raggedright"]
            return zip(setting, widths).map { ">{\\\($0)\\arraybackslash}p{\(points($1))}" }.joined()
        }.joined()
    }

    private func isNumber(_ column: Int) -> Bool { table.columns[column].alignment == .number }

    private func points(_ twentieths: Int) -> String {
        let hundredths = twentieths % 20 * 5
        return "\(twentieths / 20).\(hundredths < 10 ? "0" : "")\(hundredths)pt"
    }

    /// How many columns of LaTeX some columns of the table are.
    private func count(_ columns: Range<Int>) -> Int { parts[columns].reduce(0) { $0 + $1.count } }

    // MARK: Heads

    private var heads: [String] {
        let spanning = SpanningRows(table).rows.flatMap { slots -> [String] in
            let cells = slots.map { slot in
                slot.heading.map { head(bold(unbroken($0)), over: slot.columns, "centering") } ?? padding(slot.columns)
            }
            let rules = slots.filter { $0.heading != nil }.map { slot in
                let before = count(0..<slot.columns.lowerBound)
                return "\\cmidrule(lr){\(before + 1)-\(before + count(slot.columns))}"
            }
            return [cells.joined(separator: " & ") + " \\\\", rules.joined()]
        }
        let own = table.columns.indices.map { column in
            let lines = layout.breaksHeads ? headLines(table.columns[column].heading) : [table.columns[column].heading]
            let text = lines.map(bold).joined(separator: "\\newline ")
            return head(text, over: column..<column + 1, isNumber(column) ? "centering" : "raggedright")
        }
        return spanning + [own.joined(separator: " & ") + " \\\\"]
    }

    /// A head that breaks before its brackets, not inside them.
    private func unbroken(_ heading: RichText) -> RichText {
        let lines = headLines(heading)
        return lines.count > 1 ? RichText(lines.map(\.plain).joined(separator: " "), heading.runs[0].styles) : heading
    }

    private func bold(_ text: RichText) -> String {
        RichText(runs: text.runs.map { .init($0.text, $0.styles.union(.bold)) }).latex()
    }

    /// A head as wide as its columns, with its last line at the foot.
    private func head(_ text: String, over columns: Range<Int>, _ setting: String) -> String {
        let width = points(columns.reduce(0) { $0 + layout.widths[$1] })
        return "\\multicolumn{\(count(columns))}{>{\\\(setting)\\arraybackslash}b{\(width)}}{\(text)}"
    }

    private func cell(_ text: String, over columns: Range<Int>, _ alignment: String) -> String {
        "\\multicolumn{\(count(columns))}{\(alignment)}{\(text)}"
    }

    private func padding(_ columns: Range<Int>) -> String {
        String(repeating: "& ", count: count(columns) - 1)
    }

    // MARK: Rows

    private func writeRows(to text: inout TextBuffer) {
        for (index, row) in table.rows.enumerated() {
            let isBeforeMember = index + 1 < table.rows.count && table.rows[index + 1].kind == .member
            if row.hasRuleAbove { text += "\\midrule\n" }
            write(row, to: &text)
            text += isBeforeMember || row.kind == .section ? " \\\\*\n" : " \\\\\n"
        }
    }

    private func write(_ row: Table.Row, to text: inout TextBuffer) {
        if row.kind == .section {
            return text += cell("\\textit{\(bold(row.head.text))}", over: table.columns.indices, "l")
        }
        text += "\\hangindent=\(row.indent + 1)em\\hangafter=1 "
        if row.indent > 0 { text += "\\hspace*{\(row.indent)em}" }
        text.add(row.head.text.latex(), marks(row.head))
        for column in table.columns.indices.dropFirst() {
            text += " & "
            let content = row.cells.indices.contains(column - 1) ? row.cells[column - 1] : .empty
            if !isSplit(column) {
                text.add(content.text.latex(), marks(content))
            } else if let halves = NumberColumn.halves(content.text) {
                text.add(escapedForLaTeX(String(halves.leading)), " & ")
                // A space at the beginning of a cell would be lost.
                let isSpaced = [UInt8(ascii: " "), UInt8(ascii: "~")].contains(halves.trailing.utf8.first)
                let trailing = isSpaced ? halves.trailing.dropFirst() : halves.trailing
                text.add(isSpaced ? "~" : "", escapedForLaTeX(String(trailing)), marks(content))
            } else {
                text += cell(content.text.latex() + marks(content), over: column..<column + 1, "c")
            }
        }
    }

    private func marks(_ cell: Table.Cell) -> String {
        cell.marks.isEmpty ? "" : "\\textsuperscript{\(escapedForLaTeX(cell.marks.joined(separator: ",")))}"
    }

    // MARK: Notes

    private var notes: [String] {
        guard !table.footnotes.isEmpty else { return [] }
        let lines = table.footnotes.map { note in
            (note.mark.map { "\\textsuperscript{\(escapedForLaTeX($0))}~" } ?? "") + note.text.latex() + "\\par"
        }
        return ["{\\footnotesize\\setlength{\\parindent}{0pt}"] + lines + ["\\medskip}"]
    }
}
