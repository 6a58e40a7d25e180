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
        let texts = TableTexts(table)
        let fitting = attempts.first { halfPoints, isAcross in
            let measures = Measures(texts, halfPoints: halfPoints * percent / 100)
            return measures.smallest <= (isAcross ? across : upright)
        }
        (halfPoints, isAcross) = fitting ?? (16, canTurn)
        measure = halfPoints * percent / 100
        let measures = Measures(texts, halfPoints: measure)
        let room = isAcross ? across : upright
        let widths = fitting == nil ? measures.squeezed(into: room) : measures.widths(filling: room)
        self.widths = widths
        let size = measure
        numberStops = texts.columns.indices.map { column in
            let measure = ColumnMeasure(texts.columns[column].cells, halfPoints: size)
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
    func width(_ text: Substring) -> Int { twips(TextWidth.thousandths(text), measure) }
}

/// A width in thousandths of a size in half points, in twentieths of a point.
private func twips(_ thousandths: Int, _ halfPoints: Int) -> Int { (thousandths * halfPoints + 99) / 100 }

/// How wide a table's texts are, in thousandths of their size.
private struct TableTexts {
    struct Cell {
        var whole: Int
        /// The widest part that is not broken.
        var part: Int
        var marks: Int
        /// Before and after the place where numbers are aligned; nil where the cell begins with no number.
        var halves: (leading: Int, trailing: Int)?
    }

    struct Column {
        let isNumber: Bool
        /// The longest word of its head.
        let headWord: Int
        /// The widest part of its head that is not broken.
        let headPart: Int
        let cells: [Cell]
        /// The longest word of its cells; 0 for numbers, which are not broken.
        let cellWord: Int
    }

    struct Label {
        var whole: Int
        var longestWord: Int
        var part: Int
        var indent: Int
    }

    let columns: [Column]
    let labels: [Label]
    let spanningHeads: [(columns: Range<Int>, longestWord: Int, part: Int)]

    init(_ table: Table) {
        columns = table.columns.indices.map { index in
            let cells = table.rows.compactMap { row in
                row.cells.indices.contains(index - 1) ? row.cells[index - 1] : nil
            }
            let isNumber = table.columns[index].alignment == .number
            return Column(
                isNumber: isNumber, headWord: Self.longestWord(table.columns[index].heading, isBold: true),
                headPart: Self.widestPart(table.columns[index].heading, isBold: true), cells: cells.map(Self.cell),
                cellWord: isNumber ? 0 : cells.map { Self.longestWord($0.text, isBold: false) }.max() ?? 0)
        }
        labels = table.rows.filter { $0.kind != .section }.map { row in
            Label(
                whole: TextWidth.thousandths(row.head.text),
                longestWord: Self.longestWord(row.head.text, isBold: true),
                part: Self.widestPart(row.head.text, isBold: true), indent: row.indent)
        }
        spanningHeads = SpanningRows(table).rows.joined().compactMap { slot in
            slot.heading.map {
                (slot.columns, Self.longestWord($0, isBold: true), Self.widestPart($0, isBold: true))
            }
        }
    }

    private static func cell(_ cell: Table.Cell) -> Cell {
        let marks = cell.marks.isEmpty ? 0 : TextWidth.thousandths(cell.marks.joined(separator: ",")) * 65 / 100
        let halves = NumberColumn.halves(cell.text).map {
            (TextWidth.thousandths($0.leading), TextWidth.thousandths($0.trailing))
        }
        return Cell(
            whole: TextWidth.thousandths(cell.text), part: widestPart(cell.text, isBold: false), marks: marks,
            halves: halves)
    }

    private static func longestWord(_ text: RichText, isBold: Bool) -> Int {
        let widest = headLines(text).map { TextWidth.widestWord(of: $0.plain) }.max() ?? 0
        return widest * (isBold ? 107 : 100) / 100
    }
}

extension TableTexts {
    fileprivate static func widestPart(_ text: RichText, isBold: Bool) -> Int {
        let widest = headLines(text).map { TextWidth.widestPart(of: $0.plain) }.max() ?? 0
        return widest * (isBold ? 107 : 100) / 100
    }
}

extension TableTexts {
    /// Widths of columns with what the heads over several of them need.
    fileprivate func spanned(
        _ widths: [Int], _ width: (Int) -> Int, by part: ((columns: Range<Int>, longestWord: Int, part: Int)) -> Int
    ) -> [Int] {
        var widths = widths
        for head in spanningHeads {
            let missing = width(part(head)) - head.columns.reduce(0) { $0 + widths[$1] }
            guard missing > 0 else { continue }
            for column in head.columns { widths[column] += missing / head.columns.count + 1 }
        }
        return widths
    }

    /// Ever narrower widths: numbers on one line and labels broken, then cells broken at spaces, then words of labels,
    /// then words of heads.
    fileprivate func narrowerWidths(_ halfPoints: Int, _ width: (Int) -> Int) -> [[Int]] {
        let parts = columns.map { column in column.cells.map { width($0.part + $0.marks) }.max() ?? 0 }
        let label = labels.map { width($0.part) + ($0.indent + 1) * PrintedTableLayout.indent }.max() ?? 0
        let heads = columns.indices.map { index in
            let head = width(columns[index].headPart)
            return index == 0 ? min(max(head, label), halfPoints * 60) : max(head, parts[index])
        }
        let headed = spanned(heads, width) { $0.part }
        let words = headed.indices.map { $0 == 0 ? max(headed[0], label) : headed[$0] }
        let whole = words.indices.map { index in
            let widest = width(ColumnMeasure(columns[index].cells, halfPoints: 1000).widest / 10)
            return index > 0 && columns[index].isNumber ? max(words[index], widest) : words[index]
        }
        return [whole, words, headed, parts.indices.map { columns[$0].isNumber ? parts[$0] : 200 }]
    }
}

/// The parts of a column of numbers before and after the place where they are aligned, and its widest cell.
private struct ColumnMeasure {
    var leading = 0
    var trailing = 0
    var widest = 0

    init(_ cells: [TableTexts.Cell], halfPoints: Int) {
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
    /// Ever narrower widths for a table that is too wide for any page: labels are broken into more lines, then cells and
    /// heads at their spaces, then words of labels, and words of heads last; numbers are never.
    private let narrower: [[Int]]
    /// The width of the longest label.
    private let longestLabel: Int
    /// The width of the longest text, by column; 0 for labels and numbers.
    private let longestText: [Int]

    init(_ texts: TableTexts, halfPoints: Int) {
        self.halfPoints = halfPoints
        let margins = 2 * PrintedTableLayout.cellMargin
        // Other typefaces than Times are up to some percent wider.
        func width(_ thousandths: Int) -> Int { twips(thousandths * 106 / 100, halfPoints) + margins }
        let labels = texts.labels.map { width($0.whole + 300) + $0.indent * PrintedTableLayout.indent }
        let longestLabel = labels.max() ?? 0
        self.longestLabel = longestLabel
        let longestText = texts.columns.enumerated().map { index, column in
            index == 0 || column.isNumber ? 0 : column.cells.map { width($0.whole) }.max() ?? 0
        }
        self.longestText = longestText
        least = texts.columns.enumerated().map { index, column in
            let head = width(column.headWord)
            if index == 0 {
                let words = texts.labels.map { width($0.longestWord) + ($0.indent + 1) * PrintedTableLayout.indent }
                return max(head, words.max() ?? 0, min(longestLabel, halfPoints * 130))
            }
            if column.isNumber {
                return max(head, width(ColumnMeasure(column.cells, halfPoints: 1000).widest / 10))
            }
            let word = column.cells.isEmpty ? 0 : width(column.cellWord)
            return max(head, word, min(halfPoints * 100, longestText[index]))
        }
        least = texts.spanned(least, width) { $0.longestWord }
        narrower = texts.narrowerWidths(halfPoints, width)
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

    /// Widths that fit the room, for a table that is too wide for any page.
    func squeezed(into room: Int) -> [Int] {
        var widths = least
        for level in narrower {
            let next = zip(widths, level).map(min)
            let (have, need) = (widths.reduce(0, +), next.reduce(0, +))
            // Between two levels each column gives in proportion to what it can.
            if need <= room {
                return zip(widths, next).map { $1 + ($0 - $1) * max(0, room - need) / max(1, have - need) }
            }
            widths = next
        }
        let sum = widths.reduce(0, +)
        return widths.map { max(200, $0 * room / max(1, sum)) }
    }
}

/// A head in two lines, `Total` over `(n = 71)`, where it ends in short brackets; in one otherwise.
func headLines(_ heading: RichText) -> [RichText] {
    guard heading.runs.count == 1, let run = heading.runs.first, run.text.utf8.last == UInt8(ascii: ")"),
        let bracket = run.text.bracketPlaces.first, run.text[bracket...].count <= 18
    else { return [heading] }
    let inside = run.text[bracket...].dropFirst().split(separator: " ", omittingEmptySubsequences: false)
    return [
        RichText(String(run.text[..<bracket]), run.styles), RichText(inside.joined(separator: "\u{A0}"), run.styles),
    ]
}

extension String {
    /// The places of a space with an opening bracket behind it.
    var bracketPlaces: [Index] {
        let offsets = withBytes { bytes in
            bytes.indices.dropLast().filter {
                bytes[$0] == UInt8(ascii: " ") && bytes[$0 + 1] == UInt8(ascii: "(")
            }
        }
        return offsets.map { utf8.index(startIndex, offsetBy: $0) }
    }
}
