internal import ManuscriptReading

/// The values that a level's label covers, such as `<60`, `≥60` or `60–69`.
struct LevelSpan {
    var low: Double
    var high: Double
    /// Whether the ends belong to it.
    var holdsLow = true
    var holdsHigh = true
    /// The unit of the last digit that is printed.
    var unit = 1.0

    private static let open = Pattern(
        #"([<≤>≥])\s*(=?)\s*(\d[\d,]*(?:\.\d+)?)\s*(?:(?:-|~|to)\s*(\d[\d,]*(?:\.\d+)?))?"#)
    private static let closed = Pattern(
        #"^\D{0,30}?(\d[\d,]*(?:\.\d+)?)\s*(?:-|~|to)\s*(\d[\d,]*(?:\.\d+)?)\D{0,20}$"#)

    private static let halfOpen = Pattern(
        #"^\D{0,30}?(\d[\d,]*(?:\.\d+)?)\s*(?:-|~|to)\s*<\s*(\d[\d,]*(?:\.\d+)?)\D{0,20}$"#)

    /// Reads a label; nil where it is no span of values.
    init?(_ label: String) {
        func number(_ text: String?) -> PrintedNumber? { text.flatMap { PrintedNumber($0) } }
        // "10 to <20" and "≥10 to <20" leave their end to the next level.
        if let match = Self.halfOpen.firstMatch(in: label), let a = number(match[1]), let b = number(match[2]),
            a.value < b.value
        {
            (low, high, holdsHigh) = (a.value, b.value, false)
            unit = 2 * min(a.halfUnit, b.halfUnit)
            return
        }
        let opens = Self.open.matches(in: label)
        // "CA 19-9 <37" is best left alone.
        if opens.count > 1 { return nil }
        if let match = opens.first, let bound = number(match[3]) {
            let before = ManuscriptText.slice(label, 0..<match.range.lowerBound)
            if before.contains(where: \.isNumber) { return nil }
            let holds = match[1] == "≤" || match[1] == "≥" || match[2] == "="
            unit = 2 * bound.halfUnit
            if match[1] == "<" || match[1] == "≤" {
                if match[4] != nil { return nil }
                (low, high, holdsHigh) = (-.infinity, bound.value, holds)
            } else {
                (low, high, holdsLow) = (bound.value, number(match[4])?.value ?? .infinity, holds)
            }
        } else if let match = Self.closed.firstMatch(in: label), let a = number(match[1]), let b = number(match[2]),
            a.value < b.value
        {
            (low, high) = (a.value, b.value)
            unit = 2 * min(a.halfUnit, b.halfUnit)
        } else {
            return nil
        }
    }

    /// Whether values between this span and the next one above it are in neither.
    func leavesOut(before next: LevelSpan) -> Bool {
        let step = min(unit, next.unit)
        let from = holdsHigh ? high + step : high
        let to = next.holdsLow ? next.low - step : next.low
        return to > from - step * 1e-6
    }
}
