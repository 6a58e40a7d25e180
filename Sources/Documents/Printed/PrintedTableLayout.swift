import Tables

/// How wide a table's columns are on paper, how large its text, and whether its page lies on its side.
///
/// Numbers are never broken: a column of them is as wide as its widest cell. Labels may be. The table is set in the
/// size of its style upright, smaller upright, then across; what is too wide even so is set in the smallest size.
struct PrintedTableLayout {
    /// The step of an indent in twentieths of a point.
    static let indent = 200
    /// The room left and right of a cell's text, in twentieths of a point.
    static let cellMargin = 60
    /// The size of the style and the smaller ones, in half points.
    static let sizes = [20, 18, 16]

    /// The size of the text in half points.
    let halfPoints: Int
    /// Whether the page lies on its side.
    let isAcross: Bool
    /// The columns' widths in twentieths of a point.
    let widths: [Int]
    /// For each column, where the first number of each cell ends, from the left of its text, so that units stand under
    /// units and the column as a whole is centred; nil where the column is too narrow for that.
    let numberStops: [Int?]
    /// Whether a head of a column is too wide for one line, so that all heads that can are set in two.
    let breaksHeads: Bool
    /// The size of the text in half points, as far as widths go.
    private let measure: Int

    /// Lays a table out for pages with so much room for text, upright and across, in a typeface whose letters have so
    /// many per cent of the width of Times.
    init(_ table: Table, upright: Int, across: Int, typeface percent: Int = 100) {
        // A table without a caption is part of the text, and its pages do not turn for it.
        let canTurn = !table.caption.isEmpty
        let attempts =
            canTurn
            ? [(20, false), (18, false), (20, true), (18, true), (16, true)] : [(20, false), (18, false), (16, false)]
        let parts = TableWidths(table)
        let fitting = attempts.first { halfPoints, isAcross in
            Measures(parts, halfPoints: halfPoints * percent / 100).smallest <= (isAcross ? across : upright)
        }
        (halfPoints, isAcross) = fitting ?? (16, canTurn)
        measure = halfPoints * percent / 100
        let measures = Measures(parts, halfPoints: measure)
        let room = isAcross ? across : upright
        let widths = fitting == nil ? measures.squeezed(into: room) : measures.widths(filling: room)
        self.widths = widths
        let size = measure
        numberStops = table.columns.indices.map { column in
            let measure = ColumnMeasure(parts.columns[column].cells, halfPoints: size)
            let room = widths[column] - 2 * Self.cellMargin
            guard measure.leading + measure.trailing <= room else { return nil }
            return (room - measure.leading - measure.trailing) / 2 + measure.leading
        }
        breaksHeads = table.columns.indices.contains { column in
            let heading = table.columns[column].heading
            let room = widths[column] - 2 * Self.cellMargin
            return headLines(heading).count > 1 && twips(TextWidth.thousandths(heading.plain) * 107 / 100, size) > room
        }
    }

    /// How wide a text is in the table's size, in twentieths of a point.
    func width(_ text: String) -> Int { twips(TextWidth.thousandths(text), measure) }
}

/// A width in thousandths of a size in half points, in twentieths of a point.
private func twips(_ thousandths: Int, _ halfPoints: Int) -> Int { (thousandths * halfPoints + 99) / 100 }

/// How wide the parts of a table are, in thousandths of the size of its text: measured once for all sizes.
private struct TableWidths {
    struct Cell {
        var whole: Int
        var marks: Int
        /// Before and after the place where numbers are aligned; nil where the cell begins with no number.
        var halves: (leading: Int, trailing: Int)?
    }

    struct Column {
        var isNumber: Bool
        var cells: [Cell]
        /// The longest word of the head.
        var headWord: Int
        /// The longest word of a cell of text; 0 for numbers.
        var word = 0
    }

    /// What a row is about.
    struct Label {
        var whole: Int
        var word: Int
        var indent: Int
    }

    let columns: [Column]
    let labels: [Label]
    /// The longest word of each head over several columns, and these.
    let spanningHeads: [(word: Int, columns: Range<Int>)]

    init(_ table: Table) {
        columns = table.columns.enumerated().map { index, column in
            let contents = table.rows.compactMap { row in
                row.cells.indices.contains(index - 1) ? row.cells[index - 1] : nil
            }
            var parts = Column(
                isNumber: column.alignment == .number, cells: contents.map(Self.cell),
                headWord: longestWord(column.heading, isBold: true))
            if !parts.isNumber { parts.word = contents.map { longestWord($0.text, isBold: false) }.max() ?? 0 }
            return parts
        }
        labels = table.rows.filter { $0.kind != .section }.map { row in
            Label(
                whole: TextWidth.thousandths(row.head.text), word: longestWord(row.head.text, isBold: true),
                indent: row.indent)
        }
        spanningHeads = SpanningRows(table).rows.joined().compactMap { slot in
            slot.heading.map { (longestWord($0, isBold: true), slot.columns) }
        }
    }

    private static func cell(_ cell: Table.Cell) -> Cell {
        let marks = cell.marks.isEmpty ? 0 : TextWidth.thousandths(cell.marks.joined(separator: ",")) * 65 / 100
        let halves = NumberColumn.halves(cell.text).map {
            (TextWidth.thousandths($0.leading), TextWidth.thousandths($0.trailing))
        }
        return Cell(whole: TextWidth.thousandths(cell.text), marks: marks, halves: halves)
    }
}

/// The width of a text's longest word, in thousandths of its size.
private func longestWord(_ text: RichText, isBold: Bool) -> Int {
    let widest = headLines(text).map { TextWidth.widestWord(of: $0.plain) }.max() ?? 0
    return isBold ? widest * 107 / 100 : widest
}

/// The parts of a column of numbers before and after the place where they are aligned, and its widest cell.
private struct ColumnMeasure {
    var leading = 0
    var trailing = 0
    var widest = 0

    init(_ cells: [TableWidths.Cell], halfPoints: Int) {
        for cell in cells {
            let marks = twips(cell.marks, halfPoints)
            if let halves = cell.halves {
                leading = max(leading, twips(halves.leading, halfPoints))
                trailing = max(trailing, twips(halves.trailing, halfPoints) + marks)
            }
            widest = max(widest, twips(cell.whole, halfPoints) + marks)
        }
        widest = max(widest, leading + trailing)
    }
}

/// What a table needs in one size of text.
private struct Measures {
    private let halfPoints: Int
    /// The width without which a number or a word of a head would break, by column; the first may break its labels.
    private var least: [Int]
    /// The width of the longest label.
    private let longestLabel: Int
    /// The width of the longest text, by column; 0 for labels and numbers.
    private let longestText: [Int]

    init(_ table: TableWidths, halfPoints: Int) {
        self.halfPoints = halfPoints
        // Other typefaces than Times are up to some percent wider.
        func width(_ thousandths: Int) -> Int {
            twips(thousandths * 106 / 100, halfPoints) + 2 * PrintedTableLayout.cellMargin
        }
        let indent = PrintedTableLayout.indent
        let longest = table.labels.map { width($0.whole + 300) + $0.indent * indent }.max() ?? 0
        let longestText = table.columns.enumerated().map { index, column in
            index == 0 || column.isNumber ? 0 : column.cells.map { width($0.whole) }.max() ?? 0
        }
        least = table.columns.enumerated().map { index, column in
            let head = width(column.headWord)
            if index == 0 {
                let words = table.labels.map { width($0.word) + ($0.indent + 1) * indent }
                return max(head, words.max() ?? 0, min(longest, halfPoints * 130))
            }
            if column.isNumber {
                return max(head, width(ColumnMeasure(column.cells, halfPoints: 1000).widest / 10))
            }
            let word = column.cells.isEmpty ? 0 : width(column.word)
            return max(head, word, min(halfPoints * 100, longestText[index]))
        }
        (longestLabel, self.longestText) = (longest, longestText)
        for head in table.spanningHeads {
            let missing = width(head.word) - head.columns.reduce(0) { $0 + least[$1] }
            guard missing > 0 else { continue }
            for column in head.columns { least[column] += missing / head.columns.count + 1 }
        }
    }

    /// The narrowest that the table can be.
    var smallest: Int { least.reduce(0, +) }

    /// Widths that fill the room: labels get what they need to stay on one line, and all columns share the rest.
    func widths(filling room: Int) -> [Int] {
        var widths = least
        guard !widths.isEmpty else { return [] }
        widths[0] += min(max(0, longestLabel - widths[0]), room - smallest)
        // What is left helps those columns first whose texts would be broken into many lines.
        let wanted = widths.indices.map { min(max(0, longestText[$0] - widths[$0]), room / 2) }
        let (want, have) = (wanted.reduce(0, +), room - widths.reduce(0, +))
        if want > 0 {
            for column in widths.indices {
                widths[column] += want <= have ? wanted[column] : wanted[column] * have / want
            }
        }
        // A few columns are not torn apart over the whole page.
        let most = widths.reduce(0, +) + widths.count * halfPoints * 40
        let rest = min(room, most) - widths.reduce(0, +)
        for column in widths.indices { widths[column] += rest / widths.count }
        return widths
    }

    /// Widths in proportion that fit the room, for a table that is too wide for any page.
    func squeezed(into room: Int) -> [Int] {
        least.map { max(200, $0 * room / max(1, smallest)) }
    }
}

/// A head in two lines, `Total` over `(n = 71)`, where it ends in short brackets; in one otherwise.
func headLines(_ heading: RichText) -> [RichText] {
    guard heading.runs.count == 1, let run = heading.runs.first, run.text.utf8.last == UInt8(ascii: ")"),
        let bracket = spaceBeforeBracket(in: run.text), run.text[bracket...].count <= 18
    else { return [heading] }
    let inside = run.text[bracket...].dropFirst().map { $0 == " " ? "\u{A0}" : $0 }
    return [RichText(String(run.text[..<bracket]), run.styles), RichText(String(inside), run.styles)]
}

/// Where the first bracket behind a space begins, with the space.
private func spaceBeforeBracket(in text: String) -> String.Index? {
    let bytes = text.utf8
    return bytes.indices.first { index in
        bytes[index] == UInt8(ascii: " ") && bytes[bytes.index(after: index)...].first == UInt8(ascii: "(")
    }
}
