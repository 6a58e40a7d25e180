public import Tables

/// Writes tables as comma-separated values (RFC 4180) in UTF-8, with a byte order mark, without which spreadsheets take
/// the letters for others.
///
/// The first row has the heads, those over several columns before each of theirs. Then come the rows as they are printed;
/// marks of notes stand in brackets behind their values, and the notes under the table, each in a row of its own.
public struct CSVWriter: Sendable {
    /// Creates a writer.
    public init() {}

    /// A table as text.
    public func text(_ table: Table) -> String {
        let heads = table.columns.indices.map { table.flatHead($0) }
        let notes = table.footnotes.map { note in
            (note.mark.map { "[\($0)] " } ?? "") + note.text.plain
        }
        let rows = [heads] + table.rows.map { cells($0, of: table) } + notes.map { [$0] }
        let lines = rows.map { row in
            let padded = row + [String](repeating: "", count: max(0, table.columns.count - row.count))
            return padded.map(Self.field).joined(separator: ",")
        }
        return "\u{FEFF}" + lines.joined(separator: "\r\n") + "\r\n"
    }

    /// Levels are set in by two spaces, as the printed table sets them in.
    private func cells(_ row: Table.Row, of table: Table) -> [String] {
        var cells = table.plainCells(row)
        if !cells.isEmpty { cells[0] = String(repeating: "  ", count: max(0, row.indent)) + cells[0] }
        return cells
    }

    /// A field, quoted where it has to be.
    ///
    /// A spreadsheet takes a text that begins with `=`, `+`, `-` or `@` for a formula, which a label from data may not
    /// become: an apostrophe, which spreadsheets know, keeps it text. Numbers with a sign stay numbers.
    static func field(_ text: String) -> String {
        let text = cleaned(text)
        let begin = text.first { $0 != " " }
        let isFormula = begin.map { "=+-@＝＋－＠".contains($0) } == true && Double(text) == nil
        let safe = isFormula ? "'" + text : text
        let (bytes, space) = (safe.utf8, UInt8(ascii: " "))
        let needsQuotes =
            bytes.contains { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "\"") } || bytes.first == space
            || bytes.last == space
        return needsQuotes ? "\"" + safe.replacing("\"", with: "\"\"") + "\"" : safe
    }
}
