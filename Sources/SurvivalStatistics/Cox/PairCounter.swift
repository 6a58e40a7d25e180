internal import Mathematics

/// Where each record's predictor stands among those of its stratum.
///
/// Records with equal predictors share a position where there are few distinct ones, or where weights are to be summed;
/// else they have neighbouring positions.
struct PredictorPositions {
    /// The record's own position.
    private(set) var own: [Int32]
    /// The first position of the records with the same predictor, and the position after their last; empty where that is
    /// ``own`` and the next.
    private(set) var first: [Int32] = []
    private(set) var end: [Int32] = []
    /// Whether records of equal predictors share a position.
    let areShared: Bool
    /// Whether two records of a stratum have the same predictor.
    let hasTies: Bool
    /// How many positions each stratum has.
    private(set) var sizes: [Int]

    init(records: CoxRecords, predictor: [Double]) {
        own = [Int32](repeating: 0, count: records.count)
        let orders = records.strata.map { AscendingOrder(predictor, at: records.records($0.groups).map(Int32.init)) }
        sizes = orders.map { $0.values.withUnsafeBufferPointer(distinctCount) }
        let distinct = sizes.reduce(0, +)
        hasTies = distinct < records.count
        // A tree of counts at shared positions is smaller than one of bits from about here on.
        areShared = !records.weights.isEmpty || distinct < records.count / 32
        if areShared {
            for order in orders {
                var position: Int32 = 0
                for (index, record) in order.order.enumerated() {
                    if index > 0, order.values[index] != order.values[index - 1] { position += 1 }
                    own[Int(record)] = position
                }
            }
            return
        }
        sizes = orders.map(\.values.count)
        for order in orders { writePlaces(of: order.order, to: &own) }
        guard hasTies else { return }
        first = own
        end = own
        for order in orders { writeRuns(of: order) }
    }

    /// Writes for each record of a stratum where the run of its predictor begins and ends, block by block on all cores.
    private mutating func writeRuns(of order: AscendingOrder) {
        first.withUnsafeMutableBufferPointer { first in
            end.withUnsafeMutableBufferPointer { end in
                order.values.withUnsafeBufferPointer { values in
                    order.order.withUnsafeBufferPointer { records in
                        nonisolated(unsafe) let (first, end, values, records) = (first, end, values, records)
                        concurrently(inBlocksOf: values.count) { block in
                            var start = block.lowerBound
                            // A run is written with the block in which it begins.
                            while start > 0, start < block.upperBound, values[start] == values[start - 1] { start += 1 }
                            while start < block.upperBound {
                                var next = start + 1
                                while next < values.count, values[next] == values[start] { next += 1 }
                                for place in start..<next {
                                    first[Int(records[place])] = Int32(start)
                                    end[Int(records[place])] = Int32(next)
                                }
                                start = next
                            }
                        }
                    }
                }
            }
        }
    }

    /// The positions of a record's predictor: of all records that have the same.
    @inline(__always)
    func run(of record: Int) -> Range<Int> {
        first.isEmpty ? Int(own[record])..<Int(own[record]) + 1 : Int(first[record])..<Int(end[record])
    }

    /// A number that is the same for records of a stratum with equal predictors.
    func key(of record: Int) -> Int32 { first.isEmpty ? own[record] : first[record] }
}

/// How many different numbers an ascending array has; 1 where it is empty.
private func distinctCount(_ values: UnsafeBufferPointer<Double>) -> Int {
    var count = 1
    for index in values.indices.dropFirst() where values[index] != values[index - 1] { count += 1 }
    return count
}

/// The comparable partners of a record, by weight.
struct PairPartners<Weight: SignedNumeric> {
    /// Twice the concordant ones, and the tied ones.
    var doubleScore: Weight = 0
    /// All of them.
    var count: Weight = 0
}

/// Counts, for each record, the comparable partners with a lower, an equal and a higher predictor.
struct PairCounter<Tree: PartnerTree> {
    let records: CoxRecords
    let positions: PredictorPositions

    typealias Partners = PairPartners<Tree.Weight>

    /// The sums over the events of their weight times that of their partners.
    struct Totals {
        var concordant = 0.0
        var discordant = 0.0
        var tied = 0.0
    }

    @inline(__always)
    private func weight(_ record: Int) -> Tree.Weight {
        records.weights.isEmpty ? 1 : Tree.weight(records.weights[record])
    }

    /// Backwards in time: for each event, those who last longer. They are concordant if their predictor is lower.
    func later() -> (partners: [Partners], totals: Totals) {
        var partners = [Partners](repeating: .init(), count: records.count)
        var totals = Totals()
        for (stratum, (_, groups)) in records.strata.enumerated() {
            var tree = Tree(size: positions.sizes[stratum])
            var leaving = Int(records.groupStart[groups.lowerBound])
            let end = Int(records.groupStart[groups.upperBound])
            for group in groups.reversed() {
                let members = records.group(group)
                for record in members where !records.isEvent[record] {
                    tree.add(weight(record), at: Int(positions.own[record]))
                }
                guard records.groupEvents[group] > 0 else { continue }
                while !records.byDescendingEntry.isEmpty, leaving < end {
                    let record = Int(records.byDescendingEntry[leaving])
                    guard Int(records.entryGroup[record]) > group else { break }
                    tree.add(-weight(record), at: Int(positions.own[record]))
                    leaving += 1
                }
                for record in members where records.isEvent[record] {
                    let (below, equal) = tree.sums(positions.run(of: record))
                    partners[record] = Partners(doubleScore: 2 * below + equal, count: tree.total)
                    let own = Tree.double(weight(record))
                    totals.concordant += own * Tree.double(below)
                    totals.tied += own * Tree.double(equal)
                    totals.discordant += own * Tree.double(tree.total - below - equal)
                }
                for record in members where records.isEvent[record] {
                    tree.add(weight(record), at: Int(positions.own[record]))
                }
            }
        }
        return (partners, totals)
    }

    /// Forwards in time: for each record, the events that came before its end and after its entry. They are concordant if
    /// their predictor is higher.
    func earlier() -> [Partners] {
        var partners = [Partners](repeating: .init(), count: records.count)
        for (stratum, (_, groups)) in records.strata.enumerated() {
            var tree = Tree(size: positions.sizes[stratum])
            let first = Int(records.groupStart[groups.lowerBound])
            var entering = Int(records.groupStart[groups.upperBound]) - 1
            func addEvents(to record: Int, sign: Tree.Weight) {
                let (below, equal) = tree.sums(positions.run(of: record))
                partners[record].doubleScore += sign * (2 * (tree.total - below) - equal)
                partners[record].count += sign * tree.total
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
                    tree.add(weight(record), at: Int(positions.own[record]))
                }
                for record in members where !records.isEvent[record] { addEvents(to: record, sign: 1) }
            }
        }
        return partners
    }
}
