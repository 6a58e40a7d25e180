internal import Mathematics

/// Rows in the order of stratum and time, cut into time groups.
struct RecordLayout {
    /// The rows by stratum, then by ascending end; those whose time at risk has no length are left out.
    let rows: [Int32]
    /// The first record of each time group, and the number of records at the end.
    let groupStart: [Int32]
    /// The rank of each time group's time.
    let groupRank: [Int32]
    /// The code and the time groups of each stratum.
    let strata: [(code: Int, groups: Range<Int>)]

    init(_ order: TimeOrder, strata codes: [Int]?, isLate: Bool) {
        if codes == nil, !isLate {
            self.init(single: order)
            return
        }
        var rows = order.order
        var rank = order.rank
        if isLate {
            let kept = rows.indices.filter { order.entryRank[Int(rows[$0])] < rank[$0] }
            rows = kept.map { order.order[$0] }
            rank = kept.map { order.rank[$0] }
        }
        var distinct = [0]
        var stratum: [Int32] = []
        if let codes {
            let dense: [Int32]
            (distinct, dense) = denseCodes(codes, of: rows)
            let records = countingOrder(
                rows.indices.map(Int32.init), by: rows.map { dense[Int($0)] }, codes: distinct.count)
            let (oldRows, oldRank) = (rows, rank)
            rows = records.map { oldRows[Int($0)] }
            rank = records.map { oldRank[Int($0)] }
            stratum = rows.map { dense[Int($0)] }
        }
        var starts: [Int32] = []
        var ranks: [Int32] = []
        let most = min(rows.count, order.times.count * distinct.count)
        starts.reserveCapacity(most + 1)
        ranks.reserveCapacity(most)
        var strata: [(code: Int, groups: Range<Int>)] = []
        var (lastStratum, lastRank): (Int32, Int32) = (-1, -1)
        for record in rows.indices {
            let own = stratum.isEmpty ? 0 : stratum[record]
            if own == lastStratum, rank[record] == lastRank { continue }
            if own != lastStratum {
                if let last = strata.indices.last {
                    strata[last].groups = strata[last].groups.lowerBound..<ranks.count
                }
                strata.append((distinct[Int(own)], ranks.count..<ranks.count))
            }
            (lastStratum, lastRank) = (own, rank[record])
            starts.append(Int32(record))
            ranks.append(rank[record])
        }
        if let last = strata.indices.last { strata[last].groups = strata[last].groups.lowerBound..<ranks.count }
        starts.append(Int32(rows.count))
        self.init(rows: rows, groupStart: starts, groupRank: ranks, strata: strata)
    }

    private init(rows: [Int32], groupStart: [Int32], groupRank: [Int32], strata: [(code: Int, groups: Range<Int>)]) {
        self.rows = rows
        self.groupStart = groupStart
        self.groupRank = groupRank
        self.strata = strata
    }

    /// One stratum whose records all enter at the start: its time groups are the distinct times.
    private init(single order: TimeOrder) {
        var starts = [Int32](repeating: Int32(order.order.count), count: order.times.count + 1)
        starts.withUnsafeMutableBufferPointer { starts in
            order.rank.withUnsafeBufferPointer { rank in
                nonisolated(unsafe) let (starts, rank) = (starts, rank)
                concurrently(inBlocksOf: rank.count) { block in
                    for record in block where record == 0 || rank[record] != rank[record - 1] {
                        starts[Int(rank[record])] = Int32(record)
                    }
                }
            }
        }
        self.init(
            rows: order.order, groupStart: starts, groupRank: order.times.indices.map(Int32.init),
            strata: order.order.isEmpty ? [] : [(0, 0..<order.times.count)])
    }

    /// The time of each time group.
    func times(of order: TimeOrder) -> [Double] {
        // As many ranks in ascending order as there are times are all of them.
        strata.count <= 1 && groupRank.count == order.times.count
            ? order.times : gathered(order.times, at: groupRank)
    }

    private static let partSize: Int32 = 32_768

    /// The time groups of every stratum, cut where a part has enough records.
    var parts: [(stratum: Int, groups: Range<Int>)] {
        var result: [(stratum: Int, groups: Range<Int>)] = []
        for (stratum, (_, groups)) in strata.enumerated() {
            var first = groups.lowerBound
            for group in groups where groupStart[group + 1] - groupStart[first] >= Self.partSize {
                result.append((stratum, first..<(group + 1)))
                first = group + 1
            }
            if first < groups.upperBound { result.append((stratum, first..<groups.upperBound)) }
        }
        return result
    }

    /// The number and the weight of each time group's events.
    func events(
        isEvent: [Bool], weights: [Double], frequency: [Double]
    ) -> (count: [Int32], weight: [Double]) {
        var events = [Int32](repeating: 0, count: groupRank.count)
        var weight = [Double](repeating: 0, count: groupRank.count)
        let blocks = TimeOrder.blocks(of: groupRank.count)
        isEvent.withUnsafeBytes { isEvent in
            events.withUnsafeMutableBufferPointer { events in
                weight.withUnsafeMutableBufferPointer { weight in
                    nonisolated(unsafe) let (events, weight) = (events, weight)
                    _ = concurrentMap(blocks.count) { block in
                        for group in blocks[block] {
                            // Bytes of 0 and 1 are added without a branch, which could not be foreseen.
                            var count: Int32 = 0
                            for record in Int(groupStart[group])..<Int(groupStart[group + 1]) {
                                count += Int32(isEvent[record])
                            }
                            events[group] = count
                            weight[group] = Double(count)
                        }
                    }
                }
            }
        }
        if weights.isEmpty { return (events, weight) }
        weight = [Double](repeating: 0, count: groupRank.count)
        for group in groupRank.indices where events[group] > 0 {
            for record in Int(groupStart[group])..<Int(groupStart[group + 1]) where isEvent[record] {
                weight[group] += weights[record]
            }
        }
        guard !frequency.isEmpty else { return (events, weight) }
        // Patients alike who have the event at one time are tied with each other as with everyone else.
        for group in groupRank.indices where events[group] > 0 {
            let members = Int(groupStart[group])..<Int(groupStart[group + 1])
            let patients = members.reduce(0.0) { $0 + (isEvent[$1] ? frequency[$1] : 0) }
            events[group] = Int32(clamping: Int(patients))
        }
        return (events, weight)
    }

    /// For each record the first group after its entry, and the records of each stratum by descending entry.
    func entries(_ entryRank: [Int32]) -> (group: [Int32], order: [Int32]) {
        var entryGroup = [Int32](repeating: 0, count: rows.count)
        var order: [Int32] = []
        order.reserveCapacity(rows.count)
        let ranks = rows.map { Double(entryRank[Int($0)]) }
        for (_, groups) in strata {
            let records = groupStart[groups.lowerBound]..<groupStart[groups.upperBound]
            let ascending = AscendingOrder(ranks, at: Array(records)).order
            var group = groups.lowerBound
            for record in ascending {
                while group < groups.upperBound, groupRank[group] <= Int32(ranks[Int(record)]) { group += 1 }
                entryGroup[Int(record)] = Int32(group)
            }
            order.append(contentsOf: ascending.reversed())
        }
        return (entryGroup, order)
    }
}
