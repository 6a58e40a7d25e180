/// The columns of a data set as text; nil is a missing value.
struct ReferenceData {
    let columns: [String: [String?]]

    init(columns: [String: [String?]]) {
        self.columns = columns
    }

    /// Reads data that stand in a case itself.
    init(_ json: JSONValue) {
        guard case .object(let object) = json else {
            columns = [:]
            return
        }
        columns = object.mapValues { $0.elements.map(\.text) }
    }

    /// Reads comma-separated values with a header; an empty cell is a missing value.
    init(csv: String) {
        let lines = csv.split(whereSeparator: \.isNewline).map { Self.cells(of: $0) }
        var columns = [String: [String?]]()
        for (position, name) in (lines.first ?? []).enumerated() {
            columns[name] = lines.dropFirst().map { cells in
                position < cells.count && !cells[position].isEmpty ? cells[position] : nil
            }
        }
        self.columns = columns
    }

    private static func cells(of line: Substring) -> [String] {
        var cells = [""]
        var isQuoted = false
        for character in line {
            switch character {
            case "\"": isQuoted.toggle()
            case "," where !isQuoted: cells.append("")
            default: cells[cells.count - 1].append(character)
            }
        }
        return cells
    }

    /// The rows in which all of some columns are known and a filter is met.
    func rows(with names: [String], where filter: JSONValue? = nil) -> [Int] {
        let needed = names.compactMap { columns[$0] }
        var conditions = [(column: [String?], value: String?)]()
        if case .object(let object)? = filter {
            for (name, value) in object { conditions.append((columns[name] ?? [], value.text)) }
        }
        let count = needed.map(\.count).min() ?? 0
        return (0..<count).filter { row in
            needed.allSatisfy { $0[row] != nil } && conditions.allSatisfy { $0.column[row] == $0.value }
        }
    }

    /// The numbers of a column in some rows; NaN where a cell is none.
    func numbers(_ name: String, in rows: [Int]) -> [Double] {
        let column = columns[name] ?? []
        return rows.map { column[$0].flatMap { Double($0) } ?? .nan }
    }

    /// The cells of a column in some rows.
    func texts(_ name: String, in rows: [Int]) -> [String] {
        let column = columns[name] ?? []
        return rows.map { column[$0] ?? "" }
    }
}
