internal import Mathematics

/// Rows in ascending order of their end, with the ranks of their ends and entries among the distinct times.
struct TimeOrder {
    /// The rows by ascending end; rows of one time in the order given.
    let order: [Int32]
    /// The rank of each of these rows' end.
    let rank: [Int32]
    /// The rank of each row's entry, by row; empty where all enter at the start.
    let entryRank: [Int32]
    /// The distinct times, ascending.
    let times: [Double]

    /// - Parameters:
    ///   - rows: Rows in ascending order.
    ///   - time: The end of every row.
    ///   - entry: The entry of every row; nil where all enter at the start.
    init(_ rows: [Int32], time: [Double], entry: [Double]?) {
        if entry == nil, let days = Self(countingDays: rows, time: time) {
            self = days
            return
        }
        var ends = AscendingOrder(time, at: rows)
        var starts = entry.map { AscendingOrder($0, at: rows) } ?? AscendingOrder([])
        let ties = NearTies(merging: &ends.values, &starts.values)
        let (rank, startRank, times) =
            entry == nil ? Self.ranks(ends.values) : Self.ranks(ends.values, starts.values)
        var entryRank: [Int32] = []
        if entry != nil {
            entryRank = [Int32](repeating: 0, count: time.count)
            for (index, row) in starts.order.enumerated() { entryRank[Int(row)] = startRank[index] }
        }
        self.init(
            order: Self.inRowOrder(ends, changed: ties.changedEnds), rank: rank, entryRank: entryRank, times: times)
    }

    /// The rank of each of an array's ascending times among its distinct times, and these.
    private static func ranks(_ ends: [Double]) -> (ends: [Int32], starts: [Int32], times: [Double]) {
        let blocks = blocks(of: ends.count)
        func isNew(_ index: Int) -> Bool { index == 0 || ends[index] != ends[index - 1] }
        let counts = concurrentMap(blocks.count) { block in
            blocks[block].reduce(0) { $0 + (isNew($1) ? 1 : 0) }
        }
        var before = [0]
        for count in counts { before.append(before[before.count - 1] + count) }
        var ranks: [Int32] = []
        let times = [Double](unsafeUninitializedCapacity: before[before.count - 1]) { times, count in
            count = before[before.count - 1]
            ranks = [Int32](unsafeUninitializedCapacity: ends.count) { ranks, rankCount in
                rankCount = ends.count
                nonisolated(unsafe) let (times, ranks) = (times.baseAddress, ranks.baseAddress)
                _ = concurrentMap(blocks.count) { block in
                    var next = before[block]
                    for index in blocks[block] {
                        if isNew(index) {
                            times?[next] = ends[index]
                            next += 1
                        }
                        ranks?[index] = Int32(next - 1)
                    }
                }
            }
        }
        return (ranks, [], times)
    }

    /// The rank of each of two arrays' ascending times among their distinct times, and these.
    private static func ranks(
        _ ends: [Double], _ starts: [Double]
    ) -> (ends: [Int32], starts: [Int32], times: [Double]) {
        var (endRanks, startRanks) = ([Int32](), [Int32]())
        let times = [Double](unsafeUninitializedCapacity: ends.count + starts.count) { times, count in
            endRanks = [Int32](unsafeUninitializedCapacity: ends.count) { endRanks, endCount in
                endCount = ends.count
                startRanks = [Int32](unsafeUninitializedCapacity: starts.count) { startRanks, startCount in
                    startCount = starts.count
                    var (end, start) = (0, 0)
                    while end < ends.count || start < starts.count {
                        let isEnd = end < ends.count && (start == starts.count || ends[end] <= starts[start])
                        let time = isEnd ? ends[end] : starts[start]
                        if count == 0 || times[count - 1] != time {
                            times[count] = time
                            count += 1
                        }
                        if isEnd {
                            endRanks[end] = Int32(count - 1)
                            end += 1
                        } else {
                            startRanks[start] = Int32(count - 1)
                            start += 1
                        }
                    }
                }
            }
        }
        return (endRanks, startRanks, times)
    }

    /// The order, with rows whose times were made equal back in ascending order.
    private static func inRowOrder(_ ends: AscendingOrder, changed: [Int]) -> [Int32] {
        var order = ends.order
        var sorted = 0
        for index in changed where index >= sorted {
            var start = index
            while start > 0, ends.values[start - 1] == ends.values[index] { start -= 1 }
            sorted = index
            while sorted < ends.values.count, ends.values[sorted] == ends.values[index] { sorted += 1 }
            order[start..<sorted].sort()
        }
        return order
    }

    init(order: [Int32], rank: [Int32], entryRank: [Int32], times: [Double]) {
        self.order = order
        self.rank = rank
        self.entryRank = entryRank
        self.times = times
    }
}

/// The rows ordered by their code, keeping their order within a code.
func countingOrder(_ rows: [Int32], by code: [Int32], codes: Int) -> [Int32] {
    var next = [Int](repeating: 0, count: codes + 1)
    for row in rows { next[Int(code[Int(row)]) + 1] += 1 }
    for index in 0..<codes { next[index + 1] += next[index] }
    var result = [Int32](repeating: 0, count: rows.count)
    for row in rows {
        let own = Int(code[Int(row)])
        result[next[own]] = row
        next[own] += 1
    }
    return result
}

/// Numbers the distinct codes of some rows from 0 in ascending order.
func denseCodes(_ codes: [Int], of rows: [Int32]) -> (distinct: [Int], dense: [Int32]) {
    let distinct = Set(rows.map { codes[Int($0)] }).sorted()
    var position: [Int: Int32] = [:]
    for (index, code) in distinct.enumerated() { position[code] = Int32(index) }
    var dense = [Int32](repeating: -1, count: codes.count)
    for row in rows { dense[Int(row)] = position[codes[Int(row)]] ?? -1 }
    return (distinct, dense)
}
