internal import StudyFiles

/// A moment as the text of a cell: its day as `YYYY-MM-DD`, with `THH:MM:SS` where it isn't midnight; nil beyond the years
/// 1 to 9999.
///
/// Programs count from different days and in different units: the day from which is counted, and seconds since then.
func momentText(from day: CalendarDay, seconds: Double) -> String? {
    let whole = seconds.rounded()
    guard abs(whole) < 4e11 else { return nil }
    let days = (whole / 86_400).rounded(.down)
    let date = CalendarDay(daysSinceEpoch: day.daysSinceEpoch + Int(days))
    guard (1...9999).contains(date.components.year) else { return nil }
    let rest = Int(whole - days * 86_400)
    return rest == 0 ? date.iso : "\(date.iso)T\(clockText(rest))"
}

/// Seconds since midnight as `HH:MM:SS`.
func clockText(_ seconds: Int) -> String {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
    return "\(two(seconds / 3600)):\(two(seconds / 60 % 60)):\(two(seconds % 60))"
}
