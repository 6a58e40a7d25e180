internal import Results

/// One statistic of a study: a row of the flat table of analysis results data.
///
/// The columns follow CDISC's Analysis Results Standard as the R package cards lays it out: up to two grouping variables
/// with their levels, the variable with its level, the kind of analysis, the statistic's name, label and value, the text
/// that the bundle prints, and a warning. Besides: which part of the study it belongs to, and how it was computed.
struct StatisticRow: Equatable {
    /// The table, endpoint or population that it belongs to, by its name in the study file.
    var analysis: String
    /// Whose results they are, by the population's name.
    var population: String
    var group1: String?
    var group1Level: String?
    var group2: String?
    var group2Level: String?
    var variable: String
    var variableLevel: String?
    /// The kind of analysis: `categorical`, `continuous`, `survival`, `test`, `cox` …
    var context: String
    var name: String
    var label: String
    /// At full precision; nil where the number does not exist.
    var value: Double?
    /// As the house style writes it.
    var formatted: String
    /// The method, or the R call that gives the same.
    var method: String?
    /// Why the number does not exist, or what it rests on.
    var warning: String?

    /// The columns by their heads, in the order of the table.
    enum Column: String, CaseIterable {
        case analysis, population, group1
        case group1Level = "group1_level"
        case group2
        case group2Level = "group2_level"
        case variable
        case variableLevel = "variable_level"
        case context
        case name = "stat_name"
        case label = "stat_label"
        case value = "stat"
        case formatted = "stat_fmt"
        case method, warning
    }

    /// What stands in a column.
    enum Cell: Hashable {
        case text(String)
        case number(Double)
    }

    /// The row's cells in the order of ``Column``; nil where there is nothing.
    var cells: [Cell?] {
        [
            .text(analysis), .text(population), group1.map(Cell.text), group1Level.map(Cell.text),
            group2.map(Cell.text), group2Level.map(Cell.text), .text(variable), variableLevel.map(Cell.text),
            .text(context), .text(name), .text(label), value.map(Cell.number), .text(formatted), method.map(Cell.text),
            warning.map(Cell.text),
        ]
    }
}

extension [StatisticRow] {
    /// The table as a JSON array, one object a row with its keys sorted.
    func encodedJSON() throws -> [UInt8] {
        let keys = StatisticRow.Column.allCases.enumerated().map { (key: $1.rawValue, index: $0) }
            .sorted { $0.key < $1.key }
        var text = [UInt8]("[\n".utf8)
        for (row, statistic) in enumerated() {
            if row > 0 { text += ",\n".utf8 }
            let cells = statistic.cells
            var separator = UInt8(ascii: "{")
            for (key, index) in keys {
                guard let cell = cells[index] else { continue }
                text.append(separator)
                separator = UInt8(ascii: ",")
                JSONText.append(key, to: &text)
                text.append(UInt8(ascii: ":"))
                switch cell {
                case .text(let string): JSONText.append(string, to: &text)
                case .number(let number): try JSONText.append(number, to: &text)
                }
            }
            text.append(UInt8(ascii: "}"))
        }
        text += "\n]\n".utf8
        return text
    }

    /// The table as CSV (RFC 4180): one head, lines ended by a line feed. A spreadsheet would compute a cell that begins
    /// with `=`, `+`, `-` or `@`, so an apostrophe keeps such a text a text.
    var csv: [UInt8] {
        var text = [UInt8](StatisticRow.Column.allCases.map(\.rawValue).joined(separator: ",").utf8)
        text.append(UInt8(ascii: "\n"))
        for row in self {
            for (index, cell) in row.cells.enumerated() {
                if index > 0 { text.append(UInt8(ascii: ",")) }
                switch cell {
                case .text(let string): Self.append(string, to: &text)
                // The shortest text that reads back as the same number.
                case .number(let number):
                    let isWhole = number == number.rounded() && number.magnitude < 1e15
                    text += (isWhole ? String(Int(number)) : "\(number)").utf8
                case nil: break
                }
            }
            text.append(UInt8(ascii: "\n"))
        }
        return text
    }

    private static func append(_ cell: String, to text: inout [UInt8]) {
        let quote = UInt8(ascii: "\"")
        var cell = cell
        let isFormula = cell.utf8.first.map { formulaStarts.contains($0) } == true && Double(cell) == nil
        cell.withUTF8 { bytes in
            let isQuoted = bytes.contains { $0 == UInt8(ascii: ",") || $0 == quote || (0x0A...0x0D).contains($0) }
            if isQuoted { text.append(quote) }
            if isFormula { text.append(UInt8(ascii: "'")) }
            if isQuoted {
                for byte in bytes {
                    if byte == quote { text.append(quote) }
                    text.append(byte)
                }
                text.append(quote)
            } else {
                text.append(contentsOf: bytes)
            }
        }
    }
}

/// The bytes with which a spreadsheet takes a cell for a formula.
private let formulaStarts = Array("=+-@\t\r".utf8)
