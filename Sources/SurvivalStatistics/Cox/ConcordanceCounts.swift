internal import Mathematics
internal import Results

/// The pairs of a predictor with survival times, and each record's part in them.
///
/// **Formula.** A pair is comparable if one record has an event while the other is at risk and lasts longer (a record
/// censored at the event's time lasts longer). It is concordant if the earlier event has the higher predictor. Counts
/// are sums of products of weights. With `C = (c + t/2)/N` the variance is `Σ (w_i ∂C/∂w_i)²`.
/// A record that stands for several patients counts as so many records.
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
        var rank = [Int32](repeating: 0, count: records.count)
        var rankCounts: [Int] = []
        for (_, groups) in records.strata {
            var next: Int32 = 0
            var last: Double?
            for record in AscendingOrder(predictor, at: records.records(groups).map(Int32.init)).order {
                let value = predictor[Int(record)]
                if value != last { next += 1 }
                last = value
                rank[Int(record)] = next - 1
            }
            rankCounts.append(Int(next))
        }
        let pairs = PairCounter(records: records, rank: rank, rankCounts: rankCounts)
        let sides = concurrentMap(2) { $0 == 0 ? pairs.later() : pairs.earlier() }
        partners = sides[1]
        for record in 0..<records.count where records.isEvent[record] {
            let (own, weight) = (sides[0][record], records.weight(record))
            partners[record].concordant += own.concordant
            partners[record].discordant += own.discordant
            partners[record].tied += own.tied
            concordant += weight * own.concordant
            discordant += weight * own.discordant
            tiedPrediction += weight * own.tied
        }
        for group in 0..<records.groupCount where records.groupEvents[group] > 1 {
            countTiedTimes(records, members: records.group(group), rank: rank)
        }
    }

    private mutating func countTiedTimes(_ records: CoxRecords, members: Range<Int>, rank: [Int32]) {
        let events = members.filter { records.isEvent[$0] }.sorted { rank[$0] < rank[$1] }
        guard !events.isEmpty else { return }
        func pairs(_ slice: ArraySlice<Int>) -> Double {
            var (sum, squares) = (0.0, 0.0)
            for record in slice {
                sum += records.weight(record)
                squares += records.weight(record) * records.weight(record) / records.frequency(record)
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
            if records.frequency.isEmpty { return influence.reduce(0) { $0 + $1 * $1 } }
            return influence.indices.reduce(0) {
                $0 + influence[$1] * influence[$1] / records.frequency(Int($1))
            }
        }
        var sums = [Double](repeating: 0, count: Int(largest) + 1)
        for (record, cluster) in clusters.enumerated() { sums[Int(cluster)] += influence[record] }
        return sums.reduce(0) { $0 + $1 * $1 }
    }
}
