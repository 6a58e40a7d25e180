internal import Mathematics

extension TimeOrder {
    /// Rows cut into blocks that are worth a core each: one where they are few.
    static func blocks(of count: Int) -> [Range<Int>] {
        let number = count > 1 << 17 ? 16 : 1
        return (0..<number).map { (count * $0 / number)..<(count * ($0 + 1) / number) }
    }

    /// Whole numbers of a small range are counted, not sorted; nil for others. They are at least 1 apart and, below 2²⁴,
    /// never near ties.
    ///
    /// Many rows are counted block by block on as many cores as there are: each block then knows where its rows of each day
    /// begin, and the order is the same as that of one block.
    init?(countingDays rows: [Int32], time: [Double]) {
        let found = rows.withUnsafeBufferPointer { rows in
            time.withUnsafeBufferPointer { DayCounts(rows: rows, time: $0) }
        }
        guard let found else { return nil }
        self.init(order: found.order, rank: found.rank, entryRank: [], times: found.times)
    }
}

/// Rows in the order of whole days.
private struct DayCounts {
    var order: [Int32] = []
    var rank: [Int32] = []
    var times: [Double] = []

    init?(rows: UnsafeBufferPointer<Int32>, time: UnsafeBufferPointer<Double>) {
        let blocks = TimeOrder.blocks(of: rows.count)
        guard let (lowest, highest) = Self.range(of: rows, time: time, blocks) else { return nil }
        let span = rows.isEmpty ? 0 : Int(highest - lowest) + 1
        guard span > 0, span <= 2 * rows.count + 64 else { return nil }
        // Counts of many blocks and days would take more memory than the rows.
        let counted = blocks.count * span <= rows.count ? blocks : [0..<rows.count]
        var counts = concurrentMap(counted.count) { block in
            var counts = [Int32](repeating: 0, count: span)
            for index in counted[block] { counts[Int(time[Int(rows[index])] - lowest)] += 1 }
            return counts
        }
        let rankOfDay = number(&counts, lowest: lowest, span: span)
        rank = [Int32](repeating: 0, count: rows.count)
        order = [Int32](unsafeUninitializedCapacity: rows.count) { order, count in
            count = rows.count
            rank.withUnsafeMutableBufferPointer { rank in
                guard let (order, rank) = order.baseAddress.flatMap({ o in rank.baseAddress.map { (o, $0) } }) else {
                    return
                }
                _ = concurrentMap(counted.count) { block in
                    var next = counts[block]
                    for index in counted[block] {
                        let row = rows[index]
                        let day = Int(time[Int(row)] - lowest)
                        let place = Int(next[day])
                        next[day] += 1
                        order[place] = row
                        rank[place] = rankOfDay[day]
                    }
                }
            }
        }
    }

    /// The first and last day; nil where one is no whole number.
    private static func range(
        of rows: UnsafeBufferPointer<Int32>, time: UnsafeBufferPointer<Double>, _ blocks: [Range<Int>]
    ) -> (lowest: Double, highest: Double)? {
        let ranges = concurrentMap(blocks.count) { block -> (Double, Double)? in
            var (lowest, highest) = (Double.infinity, -Double.infinity)
            for index in blocks[block] {
                let value = time[Int(rows[index])]
                guard abs(value) < 16_777_216, value == Double(Int32(value)) else { return nil }
                lowest = min(lowest, value)
                highest = max(highest, value)
            }
            return (lowest, highest)
        }
        var (lowest, highest) = (Double.infinity, -Double.infinity)
        for range in ranges {
            guard let range else { return nil }
            (lowest, highest) = (min(lowest, range.0), max(highest, range.1))
        }
        return (lowest, highest)
    }

    /// Turns each block's counts into the places of its first row of each day, and gives the days that occur their ranks.
    private mutating func number(_ counts: inout [[Int32]], lowest: Double, span: Int) -> [Int32] {
        var rankOfDay = [Int32](repeating: 0, count: span)
        var place: Int32 = 0
        for day in 0..<span {
            rankOfDay[day] = Int32(times.count)
            let before = place
            for block in counts.indices {
                let count = counts[block][day]
                counts[block][day] = place
                place += count
            }
            if place > before { times.append(lowest + Double(day)) }
        }
        return rankOfDay
    }
}
