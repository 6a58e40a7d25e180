internal import Foundation

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
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let lines = try map { String(decoding: try encoder.encode($0), as: UTF8.self) }
        return [UInt8]("[\n\(lines.joined(separator: ",\n"))\n]\n".utf8)
    }

    /// The table as CSV (RFC 4180): one head, lines ended by a line feed. A spreadsheet would compute a cell that begins
    /// with `=`, `+`, `-` or `@`, so an apostrophe keeps such a text a text.
    var csv: String {
        let head = StatisticRow.CodingKeys.allCases.map(\.rawValue)
        return ([head] + map(\.cells)).map { $0.map(Self.field).joined(separator: ",") + "\n" }.joined()
    }

    private static func field(_ text: String) -> String {
        let isNumber = Double(text) != nil
        let safe = !isNumber && text.first.map({ "=+-@\t\r".contains($0) }) == true ? "'" + text : text
        guard safe.contains(where: { ",\"".contains($0) || $0.isNewline }) else { return safe }
        return "\"\(safe.replacing("\"", with: "\"\""))\""
    }
}
