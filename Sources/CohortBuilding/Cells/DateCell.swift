internal import Diagnostics
internal import StudyFiles

/// What a cell of a date column holds.
enum DateCell: Equatable {
    case day(CalendarDay)
    /// Written as a date, but the calendar has no such day; why.
    case impossible(reason: String)
    case unparsable

    /// Reads `YYYY-MM-DD`; a time of the day behind it, as in `YYYY-MM-DDTHH:MM:SS`, is passed over.
    init(_ text: String) {
        self = .unparsable
        guard text.utf8.count == 10 || Self.isTime(text.utf8.dropFirst(10)) else { return }
        var (year, month, day) = (0, 0, 0)
        for (position, byte) in text.utf8.prefix(10).enumerated() {
            let digit = Int(byte) - Int(UInt8(ascii: "0"))
            switch position {
            case 4, 7:
                guard byte == UInt8(ascii: "-") else { return }
                continue
            default:
                guard (0...9).contains(digit) else { return }
            }
            switch position {
            case 0..<4: year = year * 10 + digit
            case 5, 6: month = month * 10 + digit
            default: day = day * 10 + digit
            }
        }
        let known = CalendarDay(year: year, month: month, day: day)
        self = known.map(DateCell.day) ?? .impossible(reason: Self.reason(year: year, month: month))
    }

    /// The day; nil where there is none.
    var day: CalendarDay? {
        if case .day(let day) = self { return day }
        return nil
    }

    /// Whether a text behind a date is a time of that day: `T` or a blank, `HH:MM`, perhaps seconds and their fractions.
    /// One with a zone is not: elsewhere it may be another day.
    private static func isTime(_ text: Substring.UTF8View) -> Bool {
        guard let first = text.first, first == UInt8(ascii: "T") || first == UInt8(ascii: " ") else { return false }
        let parts = text.dropFirst().split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
        guard parts.count == 2 || parts.count == 3 else { return false }
        return zip(parts, [24, 60, 60]).enumerated().allSatisfy { index, part in
            let digits = Substring(part.0.prefix(2))
            let fraction = part.0.dropFirst(2)
            let isFraction =
                fraction.isEmpty
                || (index == 2 && fraction.first == UInt8(ascii: ".") && Int(Substring(fraction.dropFirst())) != nil)
            return part.0.count >= 2 && isFraction && digits.utf8.allSatisfy { (48...57).contains($0) }
                && Int(digits).map { $0 < part.1 } == true
        }
    }

    private static func reason(year: Int, month: Int) -> String {
        if !(1...12).contains(month) { return "months are 01 to 12" }
        guard let last = (28...31).last(where: { CalendarDay(year: year, month: month, day: $0) != nil }) else {
            return "years are 0001 to 9999"
        }
        return "\(monthNames[month - 1]) \(year) has the days 01 to \(last)"
    }
}

private let monthNames = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
]

/// The days that a date in another form may mean, as `YYYY-MM-DD`: `3/4/2021` may be April's third or March's fourth.
func possibleDays(_ text: String) -> [String] {
    let date = text.prefix { $0 != "T" && $0 != " " }
    let fields = date.split { !$0.isNumber }
    let numbers = fields.compactMap { Int($0) }
    guard numbers.count == 3, fields.count == 3, date.allSatisfy({ $0.isNumber || "/.-年月日".contains($0) }) else {
        let digits = date.utf8.allSatisfy { (48...57).contains($0) } ? Array(date) : []
        guard digits.count == 8 else { return [] }
        return days([(Int(String(digits[0..<4])), Int(String(digits[4..<6])), Int(String(digits[6..<8])))])
    }
    if fields[0].count == 4 { return days([(numbers[0], numbers[1], numbers[2])]) }
    guard fields[2].count == 4 else { return [] }
    return days([(numbers[2], numbers[1], numbers[0]), (numbers[2], numbers[0], numbers[1])])
}

private func days(_ candidates: [(year: Int?, month: Int?, day: Int?)]) -> [String] {
    var texts: [String] = []
    for candidate in candidates {
        guard let year = candidate.year, let month = candidate.month, let day = candidate.day,
            let iso = CalendarDay(year: year, month: month, day: day)?.iso, !texts.contains(iso)
        else { continue }
        texts.append(iso)
    }
    return texts
}

/// How to mend a cell that should be a date; `missingKey` is where the study file names the missing codes, `datesKey` where it
/// says how dates are written.
func helpForDate(_ text: String, missingKey: String, datesKey: String) -> String {
    let days = possibleDays(text)
    let orders = DateOrder.allCases.filter { DateCell(CellForms(dates: $0).plain(text)).day != nil }.map(\.rawValue)
    let whole = orders.isEmpty ? "" : ", or set \(datesKey) to \(orders.joined(separator: " or ")) for the whole file"
    switch days.count {
    case 1: return "write it as \(days[0])\(whole)"
    case 2: return "write it as \(days[0]) (day first) or \(days[1]) (month first)\(whole)"
    default:
        return "write it as YYYY-MM-DD, or add \(quoted(text)) to \(missingKey) if it stands for a missing value"
    }
}
