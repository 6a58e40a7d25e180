import Results

/// The ticks of a time axis from 0 to the first tick at or after the longest follow-up.
///
/// The step is the smallest of the unit's customary ones (for months 1, 2, 3, 6, 12, 24 …) that needs at most
/// ``mostIntervals`` intervals; beyond the list it doubles.
func timeBreaks(until longest: Double, in unit: TimeUnit) -> [Double] {
    let customary: [Double] =
        switch unit {
        case .days: [1, 2, 5, 10, 30, 60, 90, 180, 365, 730]
        case .weeks: [1, 2, 4, 8, 13, 26, 52, 104]
        case .months: [1, 2, 3, 6, 12, 24, 60, 120]
        case .years: [0.25, 0.5, 1, 2, 5, 10, 20]
        }
    guard longest > 0, longest.isFinite else { return [0, customary[0]] }
    var step = customary.first { longest / $0 <= mostIntervals } ?? customary[customary.count - 1]
    while longest / step > mostIntervals { step *= 2 }
    let intervals = max(1, (longest / step).rounded(.up))
    return (0...Int(intervals)).map { Double($0) * step }
}

/// More columns than this do not fit under a panel of half a page.
private let mostIntervals = 8.0
