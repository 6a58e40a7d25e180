/// A small table: its columns as text and as numbers; a missing value is nil and NaN.
public struct ReferenceTable: Equatable, Sendable {
    /// One column.
    struct Column: Equatable, Sendable {
        var texts: [String?]
        var numbers: [Double]
        /// Whether every known cell is a number.
        var isNumeric: Bool

        init(_ texts: [String?]) {
            self.texts = texts
            numbers = texts.map { $0.flatMap(number(of:)) ?? .nan }
            isNumeric = zip(texts, numbers).allSatisfy { $0 == nil || !$1.isNaN }
        }
    }

    private(set) var columns: [String: Column] = [:]
    /// The names of the columns, in the file's order.
    private(set) var header: [String] = []
    /// The number of rows.
    public private(set) var count = 0

    /// A table without columns.
    init() {}

    /// Data that stand in a case itself.
    init(_ inline: ReferenceValue) {
        header = inline.keys
        for name in inline.keys {
            let column = Column(inline[name].elements.map(\.text))
            columns[name] = column
            count = max(count, column.texts.count)
        }
        // A single value stands for every row, as in R's data.frame; a shorter column ends in missing values.
        for (name, column) in columns where column.texts.count < count {
            let fill = column.texts.count == 1 ? column.texts[0] : nil
            columns[name] = Column(column.texts + Array(repeating: fill, count: count - column.texts.count))
        }
    }

    /// Comma-separated values with a header; an empty cell and `NA` are missing values.
    public init(csv: String) {
        let lines = csvRecords(csv)
        guard let names = lines.first else { return }
        count = lines.count - 1
        header = names
        for (position, name) in names.enumerated() {
            columns[name] = Column(
                lines.dropFirst().map { cells in
                    guard position < cells.count, !cells[position].isEmpty, cells[position] != "NA" else { return nil }
                    return cells[position]
                })
        }
    }

    /// The rows at some positions.
    func selecting(_ rows: [Int]) -> ReferenceTable {
        var result = self
        for (name, column) in columns { result.columns[name] = Column(rows.map { column.texts[$0] }) }
        result.count = rows.count
        return result
    }

    /// The rows that a case's filter admits: each key names a column, its value the value or values permitted.
    func filtered(_ filter: ReferenceValue) throws(NotApplicable) -> ReferenceTable {
        var kept = Array(0..<count)
        for name in filter.keys {
            let permitted = filter[name].elements
            let column = try column(name)
            kept = kept.filter { row in
                permitted.contains { value in
                    value.text == column.texts[row] || value.number.map { $0 == column.numbers[row] } == true
                }
            }
        }
        return kept.count == count ? self : selecting(kept)
    }

    /// The rows in which some columns are known.
    public func complete(_ names: [String]) throws(NotApplicable) -> ReferenceTable {
        var needed: [Column] = []
        for name in names { needed.append(try column(name)) }
        let kept = (0..<count).filter { row in needed.allSatisfy { $0.texts[row] != nil } }
        return kept.count == count ? self : selecting(kept)
    }

    /// A column, or what an expression such as `log(bili)` makes of columns.
    func column(_ name: String) throws(NotApplicable) -> Column {
        if let column = columns[name] { return column }
        guard let expression = RowExpression(name), !expression.names.isEmpty else {
            throw NotApplicable("the data have no column '\(name)'")
        }
        for part in expression.names where columns[part] == nil {
            throw NotApplicable("the data have no column '\(part)'")
        }
        let values = (0..<count).map { row in
            expression.value { columns[$0]?.numbers[row] ?? .nan }
        }
        return Column(
            values.map { value in
                if value.isNaN { return nil }
                return expression.isLogical ? (value == 0 ? "FALSE" : "TRUE") : ReferenceValue.number(value).text
            })
    }

    /// The numbers of a column, NaN where there is none.
    public func numbers(_ name: String) throws(NotApplicable) -> [Double] { try column(name).numbers }

    /// The cells of a column.
    public func texts(_ name: String) throws(NotApplicable) -> [String?] { try column(name).texts }

    /// The distinct values of a column: numbers ascending, texts as they sort.
    public func levels(_ name: String) throws(NotApplicable) -> [String] {
        let column = try column(name)
        let distinct = Set(column.texts.compactMap { $0 }).sorted()
        return column.isNumeric ? distinct.sorted { (number(of: $0) ?? 0) < (number(of: $1) ?? 0) } : distinct
    }

    /// Whether there is a column of this name.
    func has(_ name: String) -> Bool { columns[name] != nil }

    /// The distinct values of a column in the order of their appearance.
    func valuesInOrder(_ name: String) throws(NotApplicable) -> [String] {
        var seen: Set<String> = []
        return try column(name).texts.compactMap { $0 }.filter { seen.insert($0).inserted }
    }

    /// The position of each row's value among levels, −1 where it is none of them.
    func codes(_ name: String, levels: [String]) throws(NotApplicable) -> [Int] {
        let column = try column(name)
        let positions = Dictionary(levels.enumerated().map { ($1, $0) }) { first, _ in first }
        let numbers = levels.map { number(of: $0) }
        return column.texts.indices.map { row in
            guard let text = column.texts[row] else { return -1 }
            return positions[text] ?? numbers.firstIndex { $0 == column.numbers[row] } ?? -1
        }
    }
}

/// The number that a cell is; R's `TRUE` and `FALSE` count as 1 and 0.
private func number(of cell: String) -> Double? {
    switch cell {
    case "TRUE": return 1
    case "FALSE": return 0
    default:
        // Swift also reads "nan", "inf" and hexadecimal, which are texts in a data file.
        guard cell.utf8.allSatisfy({ (0x30...0x39).contains($0) || [0x2B, 0x2D, 0x2E, 0x45, 0x65].contains($0) }) else {
            return nil
        }
        return Double(cell)
    }
}

/// The cells of comma-separated text; quotes may hold commas, line ends and doubled quotes.
private func csvRecords(_ text: String) -> [[String]] {
    var records: [[String]] = []
    var cells: [String] = []
    var cell: [UInt8] = []
    var (isQuoted, wasQuote) = (false, false)
    func finish() -> String { String(decoding: cell, as: UTF8.self) }
    for byte in text.utf8.drop(while: { [0xEF, 0xBB, 0xBF].contains($0) }) {
        if byte == UInt8(ascii: "\"") {
            if wasQuote && !isQuoted { cell.append(byte) }
            isQuoted.toggle()
            wasQuote = true
            continue
        }
        wasQuote = false
        switch byte {
        case UInt8(ascii: ",") where !isQuoted:
            cells.append(finish())
            cell = []
        case UInt8(ascii: "\n") where !isQuoted:
            records.append(cells + [finish()])
            (cells, cell) = ([], [])
        case UInt8(ascii: "\r") where !isQuoted: break
        default: cell.append(byte)
        }
    }
    if !cell.isEmpty || !cells.isEmpty { records.append(cells + [finish()]) }
    return records.filter { $0 != [""] }
}
