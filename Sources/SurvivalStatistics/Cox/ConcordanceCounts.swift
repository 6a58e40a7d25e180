internal import Mathematics

/// The pairs of a predictor with survival times, and each record's part in them.
///
/// **Formula.** A pair is comparable if one record has an event while the other is at risk and lasts longer (a record
/// censored at the event's time lasts longer). It is concordant if the earlier event has the higher predictor. Counts
/// are sums of products of weights. With `C = (c + t/2)/N` the variance is `Σ (w_i ∂C/∂w_i)²`, summed within clusters
/// first. A record that stands for several patients counts as so many records.
struct ConcordanceCounts {
    private(set) var concordant = 0.0
    private(set) var discordant = 0.0
    private(set) var tiedPrediction = 0.0
    private(set) var tiedTime = 0.0
    private(set) var tiedBoth = 0.0
    /// The variance of ``value``; nil where there is no value.
    private(set) var variance: Double?

    var comparable: Double { concordant + discordant + tiedPrediction }
    var value: Double? { comparable > 0 ? (concordant + tiedPrediction / 2) / comparable : nil }

    init(records: CoxRecords, predictor: [Double], clusters: [Int32]?) {
        let positions = PredictorPositions(records: records, predictor: predictor)
        if !records.weights.isEmpty {
            count(PairCounter<WeightTree<Double>>(records: records, positions: positions), clusters: clusters)
        } else if positions.areShared {
            count(PairCounter<WeightTree<Int>>(records: records, positions: positions), clusters: clusters)
        } else {
            count(PairCounter<PresenceTree>(records: records, positions: positions), clusters: clusters)
        }
        let parts = concurrentMap(records.parts.count) { part in
            let (stratum, groups) = records.parts[part]
            var sums = TiedTimes(positions: positions.areShared ? positions.sizes[stratum] : 0)
            for group in groups where records.groupEvents[group] > 1 {
                sums.add(records, records.group(group), positions)
            }
            return sums
        }
        for part in parts {
            tiedBoth += part.both
            tiedTime += part.all - part.both
        }
    }

    @inline(__always)
    private mutating func count<Tree: PartnerTree>(_ pairs: PairCounter<Tree>, clusters: [Int32]?) {
        let (later, earlier) = concurrently(pairs.later, pairs.earlier)
        (concordant, discordant, tiedPrediction) = (later.totals.concordant, later.totals.discordant, later.totals.tied)
        guard let value else { return }
        let (records, comparable) = (pairs.records, comparable)
        func influence(_ record: Int) -> Double {
            let score = Tree.double(later.partners[record].doubleScore + earlier[record].doubleScore)
            let count = Tree.double(later.partners[record].count + earlier[record].count)
            return records.weight(record) * (score / 2 - value * count) / comparable
        }
        guard let clusters, let largest = clusters.max() else {
            variance = concurrentMap(records.parts.count) { part in
                records.records(records.parts[part].groups).reduce(0) { sum, record in
                    let own = influence(record)
                    return sum + own * own / records.frequency(record)
                }
            }.reduce(0, +)
            return
        }
        var sums = [Double](repeating: 0, count: Int(largest) + 1)
        for (record, cluster) in clusters.enumerated() { sums[Int(cluster)] += influence(record) }
        variance = sums.reduce(0) { $0 + $1 * $1 }
    }
}

/// Pairs of events at one time: all of them, and those with equal predictors too.
private struct TiedTimes {
    var all = 0.0
    var both = 0.0
    /// How many events stand at each shared position; all 0 between two times.
    private var counts: [Int32]

    init(positions: Int) {
        counts = [Int32](repeating: 0, count: positions)
    }

    mutating func add(_ records: CoxRecords, _ members: Range<Int>, _ positions: PredictorPositions) {
        if records.weights.isEmpty, positions.areShared {
            countEvents(members, records.isEvent, at: positions.own)
        } else if records.weights.isEmpty {
            sortKeys(records.isEvent, members, positions)
        } else {
            sortEvents(records, members, positions)
        }
    }

    /// Where all weigh 1 and share positions: each event makes a pair with every one before it at its position.
    private mutating func countEvents(_ members: Range<Int>, _ isEvent: [Bool], at position: [Int32]) {
        var (events, pairs) = (0, 0)
        for record in members where isEvent[record] {
            let own = Int(position[record])
            pairs += Int(counts[own])
            counts[own] += 1
            events += 1
        }
        for record in members where isEvent[record] { counts[Int(position[record])] = 0 }
        all += Double(events) * Double(events - 1) / 2
        both += Double(pairs)
    }

    /// Where all weigh 1, the events need not be known: keys alone are sorted in less time.
    private mutating func sortKeys(_ isEvent: [Bool], _ members: Range<Int>, _ positions: PredictorPositions) {
        var keys: [Int32] = []
        for record in members where isEvent[record] { keys.append(positions.key(of: record)) }
        all += Double(keys.count) * Double(keys.count - 1) / 2
        guard positions.hasTies else { return }
        keys.sort()
        var (run, pairs) = (0, 0)
        for index in keys.indices.dropFirst() {
            run = keys[index] == keys[index - 1] ? run + 1 : 0
            pairs += run
        }
        both += Double(pairs)
    }

    private mutating func sortEvents(_ records: CoxRecords, _ members: Range<Int>, _ positions: PredictorPositions) {
        var events = members.filter { records.isEvent[$0] }
        all += pairs(of: events[...], records)
        guard positions.hasTies || !records.frequency.isEmpty else { return }
        events.sort { positions.own[$0] < positions.own[$1] }
        var start = 0
        for index in 1..<events.count + 1
        where index == events.count || positions.key(of: events[index]) != positions.key(of: events[start]) {
            if index > start + 1 || !records.frequency.isEmpty {
                both += pairs(of: events[start..<index], records)
            }
            start = index
        }
    }

    private func pairs(of events: ArraySlice<Int>, _ records: CoxRecords) -> Double {
        var (sum, squares) = (0.0, 0.0)
        for record in events {
            let weight = records.weights[record]
            sum += weight
            squares += weight * weight / records.frequency(record)
        }
        return (sum * sum - squares) / 2
    }
}
