import CohortBuilding

/// What can be seen of a column without knowing the study: how many values it has, and of what form.
struct ColumnProfile {
    /// What the known values have in common.
    enum Form: Equatable {
        /// No known value.
        case empty
        /// Days as `YYYY-MM-DD`.
        case dates
        /// Days in another form, such as `30/04/2025`, of which it isn't known which number is the month.
        case foreignDates
        /// Numbers, with their limits.
        case numbers(lowest: Double, highest: Double, areWhole: Bool)
        case texts
    }

    let name: String
    /// What the file calls it in words; nil where it does not.
    let ownLabel: String?
    let words: NameWords
    let form: Form
    /// The different known values: numbers by size, texts by their characters.
    let distinct: [String]
    let known: Int
    let rows: Int

    init(_ column: TextColumn) {
        name = column.name
        ownLabel = column.label
        words = NameWords(column.name)
        rows = column.values.count
        let values = column.values.compactMap { $0 }
        known = values.count
        let different = Set(values)
        form = Self.form(of: different)
        distinct =
            if case .numbers = form {
                different.sorted { (Double($0) ?? 0, $0) < (Double($1) ?? 0, $1) }
            } else {
                column.levels.filter(different.contains) + different.subtracting(column.levels).sorted()
            }
    }

    var isUnique: Bool { known == rows && distinct.count == rows }
    var isNumeric: Bool { if case .numbers = form { true } else { false } }

    /// Values that are numbers above zero of which no two are near each other: a time, not a code.
    var isTimeLike: Bool {
        guard case .numbers(let lowest, let highest, _) = form else { return false }
        return lowest >= 0 && highest > 3 && distinct.count > 4
    }

    /// Whether any of the words is one of these.
    func says(_ any: Set<String>) -> Bool {
        // `TRT01P` is one word, though it looks like two.
        any.contains(name.lowercased()) || !any.isDisjoint(with: words.words) || !any.isDisjoint(with: words.meanings)
    }

    private static func form(of values: Set<String>) -> Form {
        guard !values.isEmpty else { return .empty }
        if values.allSatisfy(isDay) { return .dates }
        let numbers = values.compactMap(decimal)
        if numbers.count == values.count {
            return .numbers(
                lowest: numbers.min() ?? 0, highest: numbers.max() ?? 0,
                areWhole: numbers.allSatisfy { $0 == $0.rounded() })
        }
        return values.allSatisfy(isForeignDay) ? .foreignDates : .texts
    }

    private static func isDay(_ text: String) -> Bool {
        text.wholeMatch(of: /[0-9]{4}-[0-9]{2}-[0-9]{2}([ T][0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]+)?)?)?/) != nil
    }

    private static func isForeignDay(_ text: String) -> Bool {
        text.wholeMatch(of: /[0-9]{1,4}[\/.\-][0-9]{1,2}[\/.\-][0-9]{1,4}([ T].*)?/) != nil
    }

    /// A number as data files write it: no words such as `inf` or `nan`.
    private static func decimal(_ text: String) -> Double? {
        guard let first = text.utf8.first(where: { $0 != UInt8(ascii: "-") && $0 != UInt8(ascii: "+") }),
            first == UInt8(ascii: ".") || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(first),
            !text.contains("x"), !text.contains("X")
        else { return nil }
        return Double(text)
    }
}
