extension SurvivalSample {
    /// Times made equal where they differ only by rounding.
    struct TiedTimes {
        var time: [Double]
        var entry: [Double]?
        var exits: SortedTimes?
        var entries: SortedTimes?
    }

    /// Gives all times of a run of near neighbours the smallest of its values.
    ///
    /// Whole numbers below 2²⁴ are at least 1 apart and never near each other; they are not even sorted.
    static func withoutNearTies(time: [Double], status: [Status], entry: [Double]?) -> TiedTimes {
        var tied = TiedTimes(time: time, entry: entry)
        if entry == nil, time.allSatisfy({ $0 == $0.rounded() && abs($0) < 16_777_216 }) { return tied }
        var exits = SortedTimes(time, status: status)
        var entries = entry.map { SortedTimes($0) } ?? SortedTimes([])
        let ties = NearTies(merging: &exits.time, &entries.time)
        for index in ties.changedEnds { tied.time[Int(exits.patient[index])] = exits.time[index] }
        for index in ties.changedStarts { tied.entry?[Int(entries.patient[index])] = entries.time[index] }
        tied.exits = exits
        if entry != nil { tied.entries = entries }
        return tied
    }
}
