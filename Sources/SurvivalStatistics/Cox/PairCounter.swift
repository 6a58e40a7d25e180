/// Counts, for each record, the comparable partners with a lower, an equal and a higher predictor.
struct PairCounter {
    let records: CoxRecords
    /// The rank of each record's predictor among the distinct ones of its stratum.
    let rank: [Int32]
    /// How many distinct predictors each stratum has.
    let rankCounts: [Int]

    /// Backwards in time: for each event, those who last longer.
    func later() -> [ConcordanceCounts.Partners] {
        var partners = [ConcordanceCounts.Partners](repeating: .init(), count: records.count)
        for (stratum, (_, groups)) in records.strata.enumerated() {
            var tree = WeightTree(size: rankCounts[stratum])
            var leaving = Int(records.groupStart[groups.lowerBound])
            let end = Int(records.groupStart[groups.upperBound])
            for group in groups.reversed() {
                let members = records.group(group)
                for record in members where !records.isEvent[record] {
                    tree.add(records.weight(record), at: Int(rank[record]))
                }
                guard records.groupEvents[group] > 0 else { continue }
                while !records.byDescendingEntry.isEmpty, leaving < end {
                    let record = Int(records.byDescendingEntry[leaving])
                    guard Int(records.entryGroup[record]) > group else { break }
                    tree.add(-records.weight(record), at: Int(rank[record]))
                    leaving += 1
                }
                for record in members where records.isEvent[record] {
                    let (below, equal) = tree.sums(Int(rank[record]))
                    partners[record].concordant = below
                    partners[record].tied = equal
                    partners[record].discordant = tree.total - below - equal
                }
                for record in members where records.isEvent[record] {
                    tree.add(records.weight(record), at: Int(rank[record]))
                }
            }
        }
        return partners
    }

    /// Forwards in time: for each record, the events that came before its end and after its entry.
    func earlier() -> [ConcordanceCounts.Partners] {
        var partners = [ConcordanceCounts.Partners](repeating: .init(), count: records.count)
        for (stratum, (_, groups)) in records.strata.enumerated() {
            var tree = WeightTree(size: rankCounts[stratum])
            let first = Int(records.groupStart[groups.lowerBound])
            var entering = Int(records.groupStart[groups.upperBound]) - 1
            func addEvents(to record: Int, sign: Double) {
                let (below, equal) = tree.sums(Int(rank[record]))
                partners[record].discordant += sign * below
                partners[record].tied += sign * equal
                partners[record].concordant += sign * (tree.total - below - equal)
            }
            for group in groups {
                while !records.byDescendingEntry.isEmpty, entering >= first {
                    let record = Int(records.byDescendingEntry[entering])
                    guard Int(records.entryGroup[record]) <= group else { break }
                    addEvents(to: record, sign: -1)
                    entering -= 1
                }
                let members = records.group(group)
                for record in members where records.isEvent[record] { addEvents(to: record, sign: 1) }
                for record in members where records.isEvent[record] {
                    tree.add(records.weight(record), at: Int(rank[record]))
                }
                for record in members where !records.isEvent[record] { addEvents(to: record, sign: 1) }
            }
        }
        return partners
    }
}

/// Weights at positions whose prefix sums are quick (Fenwick's tree).
private struct WeightTree {
    private var nodes: [Double]
    private var own: [Double]
    private(set) var total = 0.0

    init(size: Int) {
        nodes = [Double](repeating: 0, count: size + 1)
        own = [Double](repeating: 0, count: size)
    }

    mutating func add(_ weight: Double, at position: Int) {
        total += weight
        own[position] += weight
        nodes.withUnsafeMutableBufferPointer { nodes in
            var node = position + 1
            while node < nodes.count {
                nodes[node] += weight
                node += node & -node
            }
        }
    }

    /// The weight below a position and at it.
    func sums(_ position: Int) -> (below: Double, equal: Double) {
        nodes.withUnsafeBufferPointer { nodes in
            var below = 0.0
            var node = position
            while node > 0 {
                below += nodes[node]
                node -= node & -node
            }
            return (below, own[position])
        }
    }
}
