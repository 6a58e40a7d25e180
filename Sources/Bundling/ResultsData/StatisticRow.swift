internal import Results

/// One statistic of a study: a row of the flat table of analysis results data.
///
/// The columns follow CDISC's Analysis Results Standard as the R package cards lays it out: up to two grouping variables
/// with their levels, the variable with its level, the kind of analysis, the statistic's name, label and value, the text
/// that the bundle prints, and a warning. Besides: which part of the study it belongs to, and how it was computed.
struct StatisticRow: Equatable, Encodable {
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

    enum CodingKeys: String, CodingKey, CaseIterable {
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

    /// The row's cells in the order of ``CodingKeys``; a number as the shortest text that reads back as the same.
    var cells: [String] {
        [
            analysis, population, group1 ?? "", group1Level ?? "", group2 ?? "", group2Level ?? "", variable,
            variableLevel ?? "", context, name, label, value.map(Self.text) ?? "", formatted, method ?? "",
            warning ?? "",
        ]
    }

    private static func text(_ value: Double) -> String {
        value == value.rounded() && value.magnitude < 1e15 ? String(Int(value)) : "\(value)"
    }
}

extension [StatisticRow] {
    /// The table as a JSON array, one object a row.
    func encodedJSON() throws -> [UInt8] {
        var text = [UInt8]("[\n".utf8)
        for (index, row) in enumerated() {
            if index > 0 { text += [UInt8(ascii: ","), UInt8(ascii: "\n")] }
            try JSONText.appendLine(of: row, to: &text)
        }
        return text + [UInt8]("\n]\n".utf8)
    }

    /// The table as CSV (RFC 4180): one head, lines ended by a line feed. A spreadsheet would compute a cell that begins
    /// with `=`, `+`, `-` or `@`, so an apostrophe keeps such a text a text.
    var csv: [UInt8] {
        var text: [UInt8] = []
        for cells in [StatisticRow.CodingKeys.allCases.map(\.rawValue)] + map(\.cells) {
            for (index, cell) in cells.enumerated() {
                if index > 0 { text.append(UInt8(ascii: ",")) }
                Self.append(cell, to: &text)
            }
            text.append(UInt8(ascii: "\n"))
        }
        return text
    }

    private static func append(_ cell: String, to text: inout [UInt8]) {
        // Most cells are plain, which their bytes show.
        let isPlain = cell.utf8.allSatisfy { byte in
            (0x20..<0x7F).contains(byte) && byte != UInt8(ascii: ",") && byte != UInt8(ascii: "\"")
        }
        if isPlain, cell.utf8.first.map({ !formulaStarts.contains($0) }) ?? true {
            text += cell.utf8
            return
        }
        let isFormula = cell.utf8.first.map { formulaStarts.contains($0) } == true && Double(cell) == nil
        let safe = isFormula ? "'" + cell : cell
        let isQuoted = safe.contains { ",\"".contains($0) || $0.isNewline }
        text += (isQuoted ? "\"\(safe.replacing("\"", with: "\"\""))\"" : safe).utf8
    }
}

/// The bytes with which a spreadsheet takes a cell for a formula.
private let formulaStarts = Array("=+-@\t\r".utf8)
