import Tables

/// A table as a sheet: its caption, its heads, its rows, its notes.
struct XLSXSheet {
    private let table: Table
    private let label: String

    init(_ table: Table, label: String) {
        self.table = table
        self.label = label
    }

    /// The sheet, with the formats that its cells need.
    func xml(styles: inout XLSXStyles) -> String {
        var merged: [String] = []
        var rows: [[String]] = []
        func place(_ column: Int) -> String { Self.place(column, rows.count) }
        let caption = (label.isEmpty ? "" : "\(label). ") + table.caption.plain
        rows.append([Self.text(caption, at: place(0), styles.place(of: .init(isBold: true)))])
        let spans = SpanningRows(table)
        for slots in spans.rows {
            let style = styles.place(of: .init(isBold: true, isHead: true, isCentred: true, wraps: true))
            rows.append(slots.map { Self.text($0.heading?.plain ?? "", at: place($0.columns.lowerBound), style) })
            for slot in slots where slot.heading != nil && slot.columns.count > 1 {
                merged.append(
                    "\(Self.place(slot.columns.lowerBound, rows.count - 1)):\(Self.place(slot.columns.upperBound - 1, rows.count - 1))"
                )
            }
        }
        rows.append(
            table.columns.indices.map { column in
                let isNumber = table.columns[column].alignment == .number
                let style = styles.place(of: .init(isBold: true, isHead: true, isCentred: isNumber, wraps: true))
                return Self.text(table.columns[column].heading.plain, at: place(column), style)
            })
        let headRows = rows.count
        var widths = table.columns.map { TextWidth.thousandths($0.heading.plain) }
        for row in table.rows {
            rows.append(
                table.plainCells(row).enumerated().map { column, text in
                    widths[column] = max(widths[column], TextWidth.thousandths(text))
                    return cell(text, of: row, at: place(column), column, &styles)
                })
        }
        // A note runs on over the empty cells at its right.
        for note in table.footnotes {
            let text = (note.mark.map { "[\($0)] " } ?? "") + note.text.plain
            rows.append([Self.text(text, at: place(0), styles.place(of: .init(wraps: false)))])
        }
        return sheet(rows, headRows: headRows, widths: widths, merged: merged)
    }

    private func cell(
        _ text: String, of row: Table.Row, at place: String, _ column: Int, _ styles: inout XLSXStyles
    ) -> String {
        if column == 0 {
            let runs = row.head.text.runs
            let isBold = row.kind == .section || (!runs.isEmpty && runs.allSatisfy { $0.styles.contains(.bold) })
            let look = XLSXStyles.Look(isBold: isBold, isItalic: row.kind == .section, indent: max(0, row.indent))
            return Self.text(text, at: place, styles.place(of: look))
        }
        let isCentred = table.columns[column].alignment == .number
        guard isCentred, let (value, look) = Self.number(text) else {
            return Self.text(text, at: place, styles.place(of: .init(isCentred: isCentred)))
        }
        let style = styles.place(of: .init(isCentred: isCentred, number: look))
        return "<c r=\"\(place)\" s=\"\(style)\"><v>\(value)</v></c>"
    }

    /// A sheet of rows, with columns as wide as their longest texts, given in thousandths of the size.
    private func sheet(_ rows: [[String]], headRows: Int, widths: [Int], merged: [String]) -> String {
        let lines = rows.enumerated().map { "<row r=\"\($0 + 1)\">\($1.joined())</row>" }
        let columns = widths.enumerated().map { column, longest -> String in
            let width = min(60, max(8, longest / 500 + 3))
            return "<col min=\"\(column + 1)\" max=\"\(column + 1)\" width=\"\(width)\" customWidth=\"1\"/>"
        }
        let merges =
            merged.isEmpty
            ? ""
            : "<mergeCells count=\"\(merged.count)\">\(merged.map { "<mergeCell ref=\"\($0)\"/>" }.joined())</mergeCells>"
        return """
            \(xmlDeclaration)<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">\
            <sheetViews><sheetView showGridLines="0" workbookViewId="0"><pane ySplit="\(headRows)" \
            topLeftCell="A\(headRows + 1)" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>\
            <sheetFormatPr defaultRowHeight="15"/>\
            \(columns.isEmpty ? "" : "<cols>\(columns.joined())</cols>")<sheetData>\(lines.joined())</sheetData>\(merges)\
            </worksheet>
            """
    }

    private static func text(_ text: String, at place: String, _ style: Int) -> String {
        guard !text.isEmpty else { return "<c r=\"\(place)\" s=\"\(style)\"/>" }
        return """
            <c r="\(place)" s="\(style)" t="inlineStr"><is><t xml:space="preserve">\(escapedForXML(text))</t></is></c>
            """
    }

    /// A printed number and how it is shown; nil for what is more or less than a number.
    static func number(_ text: String) -> (value: String, look: XLSXStyles.NumberLook)? {
        // Most texts hold something else.
        guard text.unicodeScalars.allSatisfy({ ("0"..."9").contains($0) || "-.−·".unicodeScalars.contains($0) }) else {
            return nil
        }
        let digits = text.unicodeScalars.reduce(into: "") { digits, scalar in
            digits.unicodeScalars.append(scalar == "−" ? "-" : scalar == "·" ? "." : scalar)
        }
        let unsigned = digits.hasPrefix("-") ? digits.dropFirst() : digits[...]
        let parts = unsigned.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count <= 2, unsigned.count <= 15, unsigned.contains(where: \.isNumber),
            parts.allSatisfy({ $0.allSatisfy { $0.isASCII && $0.isNumber } }), let value = Double(digits),
            parts.count == 1 || !parts[1].isEmpty, parts[0].count <= 1 || parts[0].first != "0"
        else { return nil }
        let look = XLSXStyles.NumberLook(
            decimals: parts.count == 2 ? parts[1].count : 0, hasLeadingZero: !parts[0].isEmpty)
        return (value == value.rounded() && abs(value) < 1e15 ? "\(Int(value))" : "\(value)", look)
    }

    /// A place as a spreadsheet names it: `C7` for the third column and the seventh row, both counted from 0 here.
    static func place(_ column: Int, _ row: Int) -> String {
        var (letters, rest) = ("", column + 1)
        while rest > 0 {
            letters = String(decoding: [UInt8(ascii: "A") + UInt8((rest - 1) % 26)], as: UTF8.self) + letters
            rest = (rest - 1) / 26
        }
        return "\(letters)\(row + 1)"
    }
}
