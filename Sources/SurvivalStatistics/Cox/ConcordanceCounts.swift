internal import Results

/// The pairs of a predictor with survival times, and each record's part in them.
///
/// **Formula.** A pair is comparable if one record has an event while the other is at risk and lasts longer (a record
/// censored at the event's time lasts longer). It is concordant if the earlier event has the higher predictor. Counts
/// are sums of products of weights. With `C = (c + t/2)/N` the variance is `Σ (w_i ∂C/∂w_i)²`.
struct ConcordanceCounts {
    private(set) var concordant = 0.0
    private(set) var discordant = 0.0
    private(set) var tiedPrediction = 0.0
    private(set) var tiedTime = 0.0
    private(set) var tiedBoth = 0.0
    /// The weights of the concordant, discordant and tied partners of each sorted record.
    private(set) var partners: [Partners]

    struct Partners {
        var concordant = 0.0
        var discordant = 0.0
        var tied = 0.0
    }

    var comparable: Double { concordant + discordant + tiedPrediction }
    var value: Double? { comparable > 0 ? (concordant + tiedPrediction / 2) / comparable : nil }

    init(records: CoxRecords, predictor: [Double]) {
        partners = [Partners](repeating: Partners(), count: records.count)
        let positions = (0..<Int32(records.count)).map { $0 }
        var rank = [Int32](repeating: 0, count: records.count)
        var ranks: Int32 = 0
        var last: Double?
        for record in radixOrder(of: positions, by: predictor) {
            let value = predictor[Int(record)]
            if value != last { ranks += 1 }
            last = value
            rank[Int(record)] = ranks - 1
        }
        for (_, groups) in records.strata {
            countLater(records, groups: groups, rank: rank, ranks: Int(ranks))
            countEarlier(records, groups: groups, rank: rank, ranks: Int(ranks))
        }
    }

    /// Backwards in time: for each event, those who last longer.
    private mutating func countLater(_ records: CoxRecords, groups: Range<Int>, rank: [Int32], ranks: Int) {
        var tree = WeightTree(size: ranks)
        var leaving = Int(records.groupStart[groups.lowerBound])
        let end = Int(records.groupStart[groups.upperBound])
        for group in groups.reversed() {
            let members = records.group(group)
            for record in members where !records.isEvent[record] {
                tree.add(records.weight(record), at: Int(rank[record]))
            }
            if records.groupEvents[group] > 0 {
                while !records.byDescendingEntry.isEmpty, leaving < end {
                    let record = Int(records.byDescendingEntry[leaving])
                    guard Int(records.entryGroup[record]) > group else { break }
                    tree.add(-records.weight(record), at: Int(rank[record]))
                    leaving += 1
                }
                for record in members where records.isEvent[record] {
                    let own = Int(rank[record])
                    let below = tree.sum(below: own)
                    let equal = tree.sum(below: own + 1) - below
                    let above = tree.total - below - equal
                    partners[record].concordant += below
                    partners[record].tied += equal
                    partners[record].discordant += above
                    concordant += records.weight(record) * below
                    tiedPrediction += records.weight(record) * equal
                    discordant += records.weight(record) * above
                }
                countTiedTimes(records, members: members, rank: rank)
            }
            for record in members where records.isEvent[record] {
                tree.add(records.weight(record), at: Int(rank[record]))
            }
        }
    }

    /// Forwards in time: for each record, the events that came before its end and after its entry.
    private mutating func countEarlier(_ records: CoxRecords, groups: Range<Int>, rank: [Int32], ranks: Int) {
        var tree = WeightTree(size: ranks)
        let first = Int(records.groupStart[groups.lowerBound])
        var entering = Int(records.groupStart[groups.upperBound]) - 1
        for group in groups {
            while !records.byDescendingEntry.isEmpty, entering >= first {
                let record = Int(records.byDescendingEntry[entering])
                guard Int(records.entryGroup[record]) <= group else { break }
                addEarlier(records, record, rank: Int(rank[record]), tree: tree, sign: -1)
                entering -= 1
            }
            let members = records.group(group)
            for record in members where records.isEvent[record] {
                addEarlier(records, record, rank: Int(rank[record]), tree: tree, sign: 1)
            }
            for record in members where records.isEvent[record] {
                tree.add(records.weight(record), at: Int(rank[record]))
            }
            for record in members where !records.isEvent[record] {
                addEarlier(records, record, rank: Int(rank[record]), tree: tree, sign: 1)
            }
        }
    }

    private mutating func addEarlier(
        _ records: CoxRecords, _ record: Int, rank: Int, tree: WeightTree, sign: Double
    ) {
        let below = tree.sum(below: rank)
        let equal = tree.sum(below: rank + 1) - below
        partners[record].discordant += sign * below
        partners[record].tied += sign * equal
        partners[record].concordant += sign * (tree.total - below - equal)
    }

    private mutating func countTiedTimes(_ records: CoxRecords, members: Range<Int>, rank: [Int32]) {
        let events = members.filter { records.isEvent[$0] }.sorted { rank[$0] < rank[$1] }
        guard events.count > 1 else { return }
        func pairs(_ slice: ArraySlice<Int>) -> Double {
            var (sum, squares) = (0.0, 0.0)
            for record in slice {
                sum += records.weight(record)
                squares += records.weight(record) * records.weight(record)
            }
            return (sum * sum - squares) / 2
        }
        var both = 0.0
        var start = 0
        for index in 1...events.count
        where index == events.count || rank[events[index]] != rank[events[start]] {
            both += pairs(events[start..<index])
            start = index
        }
        tiedBoth += both
        tiedTime += pairs(events[...]) - both
    }

    /// The variance of ``value``: the sum of squares of each record's influence, summed within clusters first.
    func variance(records: CoxRecords, clusters: [Int32]?) -> Double? {
        guard let value else { return nil }
        var influence = [Double](repeating: 0, count: records.count)
        for (record, own) in partners.enumerated() {
            let pairs = own.concordant + own.discordant + own.tied
            influence[record] =
                records.weight(record) * (own.concordant + own.tied / 2 - value * pairs) / comparable
        }
        guard let clusters, let largest = clusters.max() else {
            return influence.reduce(0) { $0 + $1 * $1 }
        }
        var sums = [Double](repeating: 0, count: Int(largest) + 1)
        for (record, cluster) in clusters.enumerated() { sums[Int(cluster)] += influence[record] }
        return sums.reduce(0) { $0 + $1 * $1 }
    }
}

/// Weights at positions whose prefix sums are quick (Fenwick's tree).
private struct WeightTree {
    private var nodes: [Double]
    private(set) var total = 0.0

    init(size: Int) { nodes = [Double](repeating: 0, count: size + 1) }

    mutating func add(_ weight: Double, at position: Int) {
        total += weight
        var node = position + 1
        while node < nodes.count {
            nodes[node] += weight
            node += node & -node
        }
    }

    func sum(below position: Int) -> Double {
        var result = 0.0
        var node = position
        while node > 0 {
            result += nodes[node]
            node -= node & -node
        }
        return result
    }
}
