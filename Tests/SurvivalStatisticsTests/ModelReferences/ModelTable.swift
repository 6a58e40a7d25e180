import Foundation

/// A small table of texts by column; nil is a missing value.
struct ModelTable: Sendable {
    private(set) var columns: [String: [String?]] = [:]
    private(set) var count = 0

    init(csv path: String) throws {
        let text = try String(contentsOfFile: path, encoding: .utf8)
        var lines = text.split(separator: "\n").map { $0.split(separator: ",", omittingEmptySubsequences: false) }
        let names = lines.removeFirst().map(Self.unquoted)
        for (position, name) in names.enumerated() {
            columns[name] = lines.map { cells in
                let cell = Self.unquoted(cells[position])
                return cell.isEmpty || cell == "NA" ? nil : cell
            }
        }
        count = lines.count
    }

    init(inline data: ReferenceValue) {
        for name in data.names {
            columns[name] = data[name].list.map { $0.text ?? $0.number.map(Self.written) }
            count = max(count, data[name].list.count)
        }
    }

    static func written(_ number: Double) -> String {
        number == number.rounded() && abs(number) < 1e15 ? String(Int(number)) : "\(number)"
    }

    private static func unquoted(_ cell: Substring) -> String {
        cell.trimmingCharacters(in: CharacterSet(charactersIn: "\"\r"))
    }

    /// The rows for which a condition on the row holds.
    func filtered(_ isKept: (Int) -> Bool) -> ModelTable {
        var result = self
        let kept = (0..<count).filter(isKept)
        for (name, values) in columns { result.columns[name] = kept.map { values[$0] } }
        result.count = kept.count
        return result
    }

    func texts(_ name: String) -> [String?] { columns[name] ?? [] }

    /// A column as numbers, NaN where missing; `log(x)` and `0.02*x` are computed.
    func numbers(_ name: String) -> [Double] {
        if name.hasPrefix("log("), name.hasSuffix(")") {
            return numbers(String(name.dropFirst(4).dropLast())).map { log($0) }
        }
        if let star = name.firstIndex(of: "*"), let factor = Double(name[..<star]) {
            return numbers(String(name[name.index(after: star)...])).map { factor * $0 }
        }
        return texts(name).map { $0.flatMap(Double.init) ?? .nan }
    }

    func isNumeric(_ name: String) -> Bool {
        name.contains("(") || name.contains("*") || texts(name).allSatisfy { $0 == nil || Double($0 ?? "") != nil }
    }

    /// The distinct values of a column: numbers ascending, else texts as they sort.
    func levels(_ name: String) -> [String] {
        let distinct = Set(texts(name).compactMap { $0 })
        return isNumeric(name)
            ? distinct.sorted { (Double($0) ?? 0) < (Double($1) ?? 0) } : distinct.sorted()
    }

    /// The position of each row's value among the levels, −1 where it is none.
    func codes(_ name: String, levels: [String]) -> [Int32] {
        texts(name).map { value in value.flatMap(levels.firstIndex(of:)).map(Int32.init) ?? -1 }
    }
}
