internal import CohortBuilding
internal import StudyFiles

/// How the cells of a file are written, as far as they show it.
struct CellFormGuess: Equatable {
    var forms = CellForms()
    /// Columns of dates that could be day first or month first, and no cell says which.
    var ambiguous: [String] = []
    /// Columns of dates whose forms contradict each other.
    var mixed: [String] = []
    /// Texts that stand among dates or numbers and are neither: what people write for a missing value.
    var missing: [String] = []

    /// Looks at every column of a file.
    init(_ columns: [TextColumn]) {
        let different = columns.map { column in (name: column.name, values: Set(column.values.compactMap(\.self))) }
        var orders = Set(DateOrder.allCases)
        var foreign: [(name: String, orders: Set<DateOrder>)] = []
        for (name, values) in different {
            let dates = values.filter(Self.isForeignDate)
            guard !dates.isEmpty, Self.areMost(dates.count, of: values) else { continue }
            let possible = Set(DateOrder.allCases.filter { order in dates.allSatisfy { Self.isDay($0, in: order) } })
            foreign.append((name, possible))
            orders.formIntersection(possible)
        }
        if foreign.isEmpty {
            orders = []
        } else if orders.isEmpty {
            mixed = foreign.map(\.name)
        } else if orders.count == 1 {
            forms.dates = orders.first
        } else if different.lazy.flatMap(\.values).contains(where: { Self.isForeignDate($0) && $0.contains(".") }) {
            // Nobody writes the month first with points.
            forms.dates = .dayMonthYear
        } else {
            ambiguous = foreign.map(\.name)
        }
        let comma = CellForms(decimal: .comma)
        let hasCommas = different.contains { _, values in
            let commas = values.filter { $0.contains(",") && Self.isNumber(comma.plain($0)) }
            return !commas.isEmpty && values.allSatisfy { Self.isNumber($0) || commas.contains($0) }
        }
        if hasCommas { forms.decimal = .comma }
        missing = missingTexts(in: different.map(\.values))
    }

    /// Texts that are usual for a missing value and keep a column from being dates or numbers.
    private func missingTexts(in columns: [Set<String>]) -> [String] {
        var found: Set<String> = []
        for values in columns {
            let plain = values.map { (text: $0, plain: forms.plain($0)) }
            let others = plain.filter { !Self.isNumber($0.plain) && !Self.isISODate($0.plain) }.map(\.text)
            guard !others.isEmpty, others.count <= 3, Self.areMost(values.count - others.count, of: values) else {
                continue
            }
            found.formUnion(others.filter { Self.usual.contains($0.lowercased()) })
        }
        return found.sorted()
    }

    private static let usual: Set = [
        "unknown", "unk", "nd", "nk", "not known", "not done", "not available", "missing", "none", "-", "--", "—", "–",
        "/",
        "na", "n/a", "n.a.", "nan", "null", ".", "?", "k.a.", "unbekannt", "不详", "未知", "缺失", "无",
    ]

    private static func areMost(_ count: Int, of values: Set<String>) -> Bool {
        count > 0 && count * 10 >= values.count * 6
    }

    private static func isDay(_ text: String, in order: DateOrder) -> Bool {
        let parts = CellForms(dates: order).plain(text).split(separator: "-").compactMap { Int($0) }
        return parts.count == 3 && CalendarDay(year: parts[0], month: parts[1], day: parts[2]) != nil
    }

    private static func isISODate(_ text: String) -> Bool { text.wholeMatch(of: /[0-9]{4}-[0-9]{2}-[0-9]{2}/) != nil }

    private static func isForeignDate(_ text: String) -> Bool {
        !isISODate(text) && DateOrder.allCases.contains { isISODate(CellForms(dates: $0).plain(text)) }
    }

    private static func isNumber(_ text: String) -> Bool {
        text.wholeMatch(of: /[+-]?[0-9]+(\.[0-9]*)?([eE][+-]?[0-9]+)?/) != nil
    }
}

extension TextColumn {
    /// The column in the program's own form of dates and numbers.
    func plain(_ forms: CellForms, missing: [String]) -> TextColumn {
        TextColumn(
            name: name, label: label,
            values: values.map { $0.flatMap { missing.contains($0) ? nil : forms.plain($0) } }, levels: levels)
    }
}
