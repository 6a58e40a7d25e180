/// The complete records of a design, sorted and laid out for the sums over risk sets.
///
/// Records are sorted by stratum and then time; records of one stratum and time form a *time group*. Covariates are
/// stored record by record, centred at their weighted mean and divided by their weighted mean absolute deviation,
/// except those with values −1, 0 and 1 only, which stay as they are. Both change no result but rounding and the
/// meaning of "singular".
final class CoxRecords: Sendable {
    /// Complete records.
    let count: Int
    /// Columns of the design.
    let width: Int
    /// For each sorted record its row in the design.
    let rows: [Int32]
    let isEvent: [Bool]
    /// Case weights; empty where all are 1.
    let weights: [Double]
    /// Offsets; empty where all are 0.
    let offset: [Double]
    /// Centred and scaled covariates, record by record.
    let covariates: [Double]
    let means: [Double]
    /// What one unit of the original covariate is in stored units.
    let scales: [Double]
    /// The first record of each time group, and the number of records at the end.
    let groupStart: [Int32]
    let groupTime: [Double]
    let groupEvents: [Int32]
    let groupEventWeight: [Double]
    /// The time groups of each stratum, and the stratum's code in the design.
    let strata: [(code: Int, groups: Range<Int>)]
    /// For each sorted record the first time group of its stratum after its entry; empty where all enter at the start.
    let entryGroup: [Int32]
    /// The sorted records of all strata by stratum and descending entry; empty where all enter at the start.
    let byDescendingEntry: [Int32]
    /// The start time of each sorted record after the rule of near ties; empty where all enter at the start.
    let entry: [Double]
    /// Rows left out for a missing value, and for an interval without length.
    let missingCount: Int
    let emptyIntervalCount: Int

    var eventCount: Int { groupEvents.reduce(0) { $0 + Int($1) } }
    var groupCount: Int { groupTime.count }

    func weight(_ record: Int) -> Double { weights.isEmpty ? 1 : weights[record] }
    func offset(_ record: Int) -> Double { offset.isEmpty ? 0 : offset[record] }
    func group(_ index: Int) -> Range<Int> { Int(groupStart[index])..<Int(groupStart[index + 1]) }

    init(_ design: CoxDesign) {
        let complete = design.completeRows()
        missingCount = design.time.count - complete.count
        var positions = complete
        if let entry = design.entry {
            positions = positions.filter { entry[Int($0)] < design.time[Int($0)] }
        }
        let timeOrder = radixOrder(of: positions, by: design.time)
        var arrays = [(values: design.time, order: timeOrder)]
        var entryOrder: [Int32] = []
        if let entry = design.entry {
            entryOrder = radixOrder(of: positions, by: entry)
            arrays.append((entry, entryOrder))
        }
        let (ties, ranks) = NearTies.rank(arrays)
        var rankOfRow = RowRanks(rows: design.time.count)
        rankOfRow.setTime(timeOrder, ranks[0])
        if design.entry != nil { rankOfRow.setEntry(entryOrder, ranks[1]) }

        // Records whose times were made equal come in the order of their rows.
        var sorted = ties.hasMerged ? radixOrder(of: positions, by: rankOfRow.time.map(Double.init)) : timeOrder
        if design.entry != nil { sorted = sorted.filter { rankOfRow.hasLength(Int($0)) } }
        emptyIntervalCount = complete.count - sorted.count
        var codes: [Int] = [0]
        var stratumOfRow: [Int32] = []
        if let strata = design.strata {
            (codes, stratumOfRow) = denseCodes(strata, of: sorted)
            sorted = countingOrder(sorted, by: stratumOfRow, codes: codes.count)
        }
        let stratum = { (row: Int32) in stratumOfRow.isEmpty ? 0 : Int(stratumOfRow[Int(row)]) }

        var groupStart: [Int32] = []
        var groupRank: [Int32] = []
        var strata: [(code: Int, groups: Range<Int>)] = []
        var lastStratum = -1
        for (record, row) in sorted.enumerated() {
            let rank = rankOfRow.time[Int(row)]
            let own = stratum(row)
            if own != lastStratum || rank != groupRank.last {
                if own != lastStratum {
                    if let last = strata.indices.last {
                        strata[last].groups = strata[last].groups.lowerBound..<groupRank.count
                    }
                    strata.append((codes[own], groupRank.count..<groupRank.count))
                    lastStratum = own
                }
                groupStart.append(Int32(record))
                groupRank.append(rank)
            }
        }
        if let last = strata.indices.last {
            strata[last].groups = strata[last].groups.lowerBound..<groupRank.count
        }
        groupStart.append(Int32(sorted.count))

        count = sorted.count
        width = design.covariates.columns.count
        rows = sorted
        isEvent = sorted.map { design.status[Int($0)] == .event }
        weights = design.weights.map { values in sorted.map { values[Int($0)] } } ?? []
        offset = design.offset.map { values in sorted.map { values[Int($0)] } } ?? []
        self.groupStart = groupStart
        groupTime = groupRank.map { ties.times[Int($0)] }
        self.strata = strata
        var events = [Int32](repeating: 0, count: groupRank.count)
        var eventWeight = [Double](repeating: 0, count: groupRank.count)
        for group in groupRank.indices {
            for record in Int(groupStart[group])..<Int(groupStart[group + 1]) where isEvent[record] {
                events[group] += 1
                eventWeight[group] += weights.isEmpty ? 1 : weights[record]
            }
        }
        groupEvents = events
        groupEventWeight = eventWeight

        let entries = Self.entries(
            sorted: sorted, rankOfRow: rankOfRow, strata: strata, groupRank: groupRank, groupStart: groupStart)
        entryGroup = design.entry == nil ? [] : entries.group
        byDescendingEntry = design.entry == nil ? [] : entries.order
        entry = design.entry == nil ? [] : sorted.map { ties.times[Int(rankOfRow.entry[Int($0)])] }
        (covariates, means, scales) = standardised(design.covariates.columns, rows: sorted, weights: weights)
    }

    /// The same records with some of the columns.
    convenience init(_ other: CoxRecords, columns: [Int]) {
        var selected: [Double] = []
        selected.reserveCapacity(other.count * columns.count)
        for record in 0..<other.count {
            for column in columns { selected.append(other.covariates[record * other.width + column]) }
        }
        self.init(
            other, covariates: selected, width: columns.count, means: columns.map { other.means[$0] },
            scales: columns.map { other.scales[$0] })
    }

    /// The same records with other columns, given record by record as they are to be stored.
    init(
        _ other: CoxRecords, covariates: [Double], width: Int, means: [Double] = [], scales: [Double] = []
    ) {
        count = other.count
        self.width = width
        rows = other.rows
        isEvent = other.isEvent
        weights = other.weights
        offset = other.offset
        self.covariates = covariates
        self.means = means.isEmpty ? [Double](repeating: 0, count: width) : means
        self.scales = scales.isEmpty ? [Double](repeating: 1, count: width) : scales
        groupStart = other.groupStart
        groupTime = other.groupTime
        groupEvents = other.groupEvents
        groupEventWeight = other.groupEventWeight
        strata = other.strata
        entryGroup = other.entryGroup
        byDescendingEntry = other.byDescendingEntry
        entry = other.entry
        missingCount = other.missingCount
        emptyIntervalCount = other.emptyIntervalCount
    }

    /// For each record the first group after its entry, and the records of each stratum by descending entry.
    private static func entries(
        sorted: [Int32], rankOfRow: RowRanks, strata: [(code: Int, groups: Range<Int>)], groupRank: [Int32],
        groupStart: [Int32]
    ) -> (group: [Int32], order: [Int32]) {
        guard !rankOfRow.entry.isEmpty else { return ([], []) }
        var entryGroup = [Int32](repeating: 0, count: sorted.count)
        var order: [Int32] = []
        order.reserveCapacity(sorted.count)
        let entryRank = sorted.map { Double(rankOfRow.entry[Int($0)]) }
        for (_, groups) in strata {
            let records = groupStart[groups.lowerBound]..<groupStart[groups.upperBound]
            let ascending = radixOrder(of: Array(records), by: entryRank)
            var group = groups.lowerBound
            for record in ascending {
                while group < groups.upperBound, groupRank[group] <= Int32(entryRank[Int(record)]) { group += 1 }
                entryGroup[Int(record)] = Int32(group)
            }
            order.append(contentsOf: ascending.reversed())
        }
        return (entryGroup, order)
    }
}

/// The rank of each row's time and entry among the distinct times.
private struct RowRanks {
    var time: [Int32]
    var entry: [Int32] = []
    private let rows: Int

    init(rows: Int) {
        self.rows = rows
        time = [Int32](repeating: 0, count: rows)
    }

    mutating func setTime(_ order: [Int32], _ ranks: [Int32]) {
        for (index, row) in order.enumerated() { time[Int(row)] = ranks[index] }
    }

    mutating func setEntry(_ order: [Int32], _ ranks: [Int32]) {
        entry = [Int32](repeating: 0, count: rows)
        for (index, row) in order.enumerated() { entry[Int(row)] = ranks[index] }
    }

    func hasLength(_ row: Int) -> Bool { entry[row] < time[row] }
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

/// Centres and scales columns and lays them out record by record.
///
/// A column of −1, 0 and 1 only is left alone. Any other is centred at its weighted mean and multiplied by the
/// reciprocal of its weighted mean absolute deviation.
func standardised(
    _ columns: [[Double]], rows: [Int32], weights: [Double]
) -> (values: [Double], means: [Double], scales: [Double]) {
    let width = columns.count
    var values = [Double](repeating: 0, count: rows.count * width)
    var means = [Double](repeating: 0, count: width)
    var scales = [Double](repeating: 1, count: width)
    let totalWeight = weights.isEmpty ? Double(rows.count) : weights.reduce(0, +)
    for (position, column) in columns.enumerated() {
        let isIndicator = rows.allSatisfy { row in
            let value = column[Int(row)]
            return value == 0 || value == 1 || value == -1
        }
        if !isIndicator {
            var sum = 0.0
            for (record, row) in rows.enumerated() {
                sum += column[Int(row)] * (weights.isEmpty ? 1 : weights[record])
            }
            let mean = sum / totalWeight
            var deviation = 0.0
            for (record, row) in rows.enumerated() {
                deviation += abs(column[Int(row)] - mean) * (weights.isEmpty ? 1 : weights[record])
            }
            means[position] = mean
            if deviation > 0 { scales[position] = totalWeight / deviation }
        }
        let (mean, scale) = (means[position], scales[position])
        for (record, row) in rows.enumerated() {
            values[record * width + position] = (column[Int(row)] - mean) * scale
        }
    }
    return (values, means, scales)
}
