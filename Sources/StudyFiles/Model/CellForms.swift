/// The order in which day, month and year stand in the dates of a data file.
public enum DateOrder: String, CaseIterable, Sendable {
    case dayMonthYear = "day-month-year"
    case monthDayYear = "month-day-year"
    case yearMonthDay = "year-month-day"

    static let names = allCases.map(\.rawValue)
}

/// What stands before the decimals of a number in a data file.
public enum DecimalMark: String, CaseIterable, Sendable {
    case point, comma

    static let names = allCases.map(\.rawValue)
}

/// How the cells of a data file are written, where that is another form than the program's own.
public struct CellForms: Equatable, Sendable {
    /// The order of day, month and year; nil: dates are `YYYY-MM-DD`.
    public var dates: DateOrder?
    /// What stands before decimals.
    public var decimal: DecimalMark

    /// Creates forms of cells.
    public init(dates: DateOrder? = nil, decimal: DecimalMark = .point) {
        self.dates = dates
        self.decimal = decimal
    }

    /// Whether every cell is in the program's own form already.
    public var arePlain: Bool { dates == nil && decimal == .point }

    /// A cell in the program's own form: `30.04.2025` is `2025-04-30`, `12,5` is `12.5`; any other text stays as it is.
    public func plain(_ text: String) -> String {
        if let dates, let day = Self.day(text, in: dates) { return day }
        if decimal == .comma, let number = Self.number(text) { return number }
        return text
    }

    /// Three groups of digits with the same mark between them, the year in four digits, and perhaps a time of day after a
    /// blank or `T`.
    private static func day(_ text: String, in order: DateOrder) -> String? {
        let date = text.prefix { $0 != " " && $0 != "T" }
        guard date.count == text.count || isTime(text.dropFirst(date.count + 1)) else { return nil }
        var groups: [Substring]
        if date.hasSuffix("日") {
            groups = date.dropLast().split(omittingEmptySubsequences: false) { "年月".contains($0) }
        } else {
            guard let mark = date.first(where: { !$0.isASCIIDigit }), "./-".contains(mark) else { return nil }
            groups = date.split(separator: mark, omittingEmptySubsequences: false)
        }
        guard groups.count == 3, groups.allSatisfy({ !$0.isEmpty && $0.allSatisfy(\.isASCIIDigit) }) else { return nil }
        switch order {
        case .dayMonthYear: groups = [groups[2], groups[1], groups[0]]
        case .monthDayYear: groups = [groups[2], groups[0], groups[1]]
        case .yearMonthDay: break
        }
        guard groups[0].count == 4, groups[1].count <= 2, groups[2].count <= 2 else { return nil }
        func two(_ digits: Substring) -> String { digits.count < 2 ? "0\(digits)" : String(digits) }
        return "\(groups[0])-\(two(groups[1]))-\(two(groups[2]))"
    }

    /// `14:30`, `14:30:00` or `14:30:00.000`.
    private static func isTime(_ text: Substring) -> Bool {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        return (2...3).contains(parts.count)
            && parts.allSatisfy { part in !part.isEmpty && part.allSatisfy { $0.isASCIIDigit || $0 == "." } }
    }

    /// Digits with one comma, and points between groups of three digits before it.
    private static func number(_ text: String) -> String? {
        let sign = text.first == "-" || text.first == "+" ? text.prefix(1) : ""
        let parts = text.dropFirst(sign.count).split(separator: ",", omittingEmptySubsequences: false)
        guard parts.count <= 2, let whole = parts.first else { return nil }
        let groups = whole.split(separator: ".", omittingEmptySubsequences: false)
        let isGrouped =
            groups.count > 1 && (1...3).contains(groups[0].count) && groups.dropFirst().allSatisfy { $0.count == 3 }
        guard groups.count == 1 || isGrouped, parts.count == 2 || isGrouped else { return nil }
        let digits = groups.joined()
        let decimals = parts.count == 2 ? parts[1] : ""
        guard (digits + decimals).allSatisfy(\.isASCIIDigit), !(digits + decimals).isEmpty else { return nil }
        return sign + digits + (parts.count == 2 ? ".\(decimals)" : "")
    }
}

extension Character {
    fileprivate var isASCIIDigit: Bool { isASCII && isNumber }
}

extension DataFile {
    /// How its cells are written.
    public var forms: CellForms { CellForms(dates: dates, decimal: decimal) }
}
