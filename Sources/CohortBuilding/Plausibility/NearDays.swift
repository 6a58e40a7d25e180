internal import StudyFiles

/// The days of a column that belong together: a day beyond a gap that is wider than 20 years and than the span of the middle
/// eight tenths of the days does not, such as a date of birth among dates of surgery or 1900-01-01.
///
/// At most one in ten days at either end is left out.
struct NearDays {
    /// The first and the last day that belong to the others; nil where all do.
    let range: ClosedRange<Int>?

    /// Days that lie closer together than this all belong together.
    static let widestGap = 20 * 1461 / 4

    /// Looks at days, counted from any one.
    init(of days: [Int]) {
        guard let first = days.min(), let last = days.max(), last - first > Self.widestGap else {
            range = nil
            return
        }
        let sorted = days.sorted()
        var (low, high) = (sorted.count / 10, sorted.count - 1 - sorted.count / 10)
        let gap = max(Self.widestGap, sorted[high] - sorted[low])
        while low > 0, sorted[low] - sorted[low - 1] <= gap { low -= 1 }
        while high < sorted.count - 1, sorted[high + 1] - sorted[high] <= gap { high += 1 }
        range = low == 0 && high == sorted.count - 1 ? nil : sorted[low]...sorted[high]
    }
}
