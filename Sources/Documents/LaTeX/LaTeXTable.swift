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

    init(_ table: Table, name: String) {
        self.table = table
        self.name = name
        // The text of an A4 page with margins of an inch. Computer Modern is wider than Times.
        layout = PrintedTableLayout(table, upright: 9000, across: 13_900, typeface: 112)
    }

    var latex: String {
        let size = [20: "small", 18: "footnotesize"][layout.halfPoints] ?? "scriptsize"
        let lines =
            [
                "{\\\(size)\\setlength{\\tabcolsep}{0pt}", "\\begin{longtable}{\(columns)}", caption, "\\toprule",
            ] + heads + ["\\midrule", "\\endfirsthead", "\\toprule"] + heads
            + ["\\midrule", "\\endhead", "\\bottomrule", "\\endfoot"] + rows + ["\\end{longtable}}"] + notes
        let text = lines.filter { !$0.isEmpty }.joined(separator: "\n")
        return layout.isAcross ? "\\begin{landscape}\n\(text)\n\\end{landscape}" : text
    }

    private var caption: String {
        table.caption.isEmpty ? "" : "\\caption{\(table.caption.latex())}\\label{\(name)}\\\\"
    }

    // MARK: Columns

    /// For each column of the table, the widths of its one or two columns in twentieths of a point.
    private var parts: [[Int]] {
        table.columns.indices.map { column in
            let width = layout.widths[column]
            guard isSplit(column), let stop = layout.numberStops[column] else { return [width] }
            let leading = stop + PrintedTableLayout.cellMargin
            return [leading, width - leading]
        }
    }

    private func isSplit(_ column: Int) -> Bool {
        column > 0 && table.columns[column].alignment == .number && layout.numberStops[column] != nil
    }

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

    /// How many columns of LaTeX some columns of the table are, and which is the first, counted from 1.
    private func span(_ columns: Range<Int>) -> (first: Int, count: Int) {
        let counts = parts.map(\.count)
        return (counts[..<columns.lowerBound].reduce(1, +), counts[columns].reduce(0, +))
    }

    // MARK: Heads

    private var heads: [String] {
        let spanning = SpanningRows(table).rows.flatMap { slots -> [String] in
            let cells = slots.map { slot in
                slot.heading.map { head(bold(unbroken($0)), over: slot.columns, "centering") } ?? padding(slot.columns)
            }
            let rules = slots.filter { $0.heading != nil }.map { slot in
                let (first, count) = span(slot.columns)
                return "\\cmidrule(lr){\(first)-\(first + count - 1)}"
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
        return "\\multicolumn{\(span(columns).count)}{>{\\\(setting)\\arraybackslash}b{\(width)}}{\(text)}"
    }

    private func cell(_ text: String, over columns: Range<Int>, _ alignment: String) -> String {
        "\\multicolumn{\(span(columns).count)}{\(alignment)}{\(text)}"
    }

    private func padding(_ columns: Range<Int>) -> String {
        String(repeating: "& ", count: span(columns).count - 1)
    }

    // MARK: Rows

    private var rows: [String] {
        table.rows.indices.flatMap { index -> [String] in
            let row = table.rows[index]
            let isBeforeMember = index + 1 < table.rows.count && table.rows[index + 1].kind == .member
            let keeps = isBeforeMember || row.kind == .section
            return (row.hasRuleAbove ? ["\\midrule"] : []) + [
                cells(row).joined(separator: " & ") + (keeps ? " \\\\*" : " \\\\")
            ]
        }
    }

    private func cells(_ row: Table.Row) -> [String] {
        let indent = row.indent > 0 ? "\\hspace*{\(row.indent)em}" : ""
        if row.kind == .section {
            return [cell("\\textit{\(bold(row.head.text))}", over: table.columns.indices, "l")]
        }
        let head = "\\hangindent=\(row.indent + 1)em\\hangafter=1 \(indent)\(row.head.text.latex())\(marks(row.head))"
        return [head]
            + table.columns.indices.dropFirst().map { column in
                let content = row.cells.indices.contains(column - 1) ? row.cells[column - 1] : .empty
                guard isSplit(column) else { return content.text.latex() + marks(content) }
                guard let halves = NumberColumn.halves(content.text) else {
                    return cell(content.text.latex() + marks(content), over: column..<column + 1, "c")
                }
                // A space at the beginning of a cell would be lost.
                let trailing =
                    halves.trailing.hasPrefix(" ") ? "~" + halves.trailing.dropFirst().description : halves.trailing
                let behind =
                    trailing.hasPrefix("~")
                    ? "~" + escapedForLaTeX(String(trailing.dropFirst())) : escapedForLaTeX(trailing)
                return escapedForLaTeX(halves.leading) + " & " + behind + marks(content)
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
