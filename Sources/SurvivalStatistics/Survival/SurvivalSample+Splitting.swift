extension SurvivalSample {
    /// Divides the sample into groups; a patient whose code is nil or outside `0..<count` is in none of them.
    ///
    /// Each group keeps the order of its patients. A group may be empty. What was sorted stays sorted, so that
    /// splitting costs one pass.
    public func split(by codes: [Int?], into count: Int) -> [SurvivalSample] {
        var groups = Grouping(count: self.count, groups: max(count, 0))
        for (index, code) in codes.prefix(self.count).enumerated() {
            if let code, code >= 0, code < count { groups.put(index, into: code) }
        }
        let times = groups.divide(time)
        let statuses = groups.divide(status)
        let entryTimes = entry.map { groups.divide($0) }
        let weightsOf = weights.map { groups.divide($0) }
        let exitsOf = exits.map { groups.divide($0) }
        let entriesOf = entries.map { groups.divide($0) }
        return times.indices.map { group in
            SurvivalSample(
                time: times[group], status: statuses[group], entry: entryTimes?[group], weights: weightsOf?[group],
                unit: unit, hasSamplingWeights: hasSamplingWeights, exits: exitsOf?[group],
                entries: entriesOf?[group])
        }
    }

    /// The patients at these positions, in this order; positions outside the sample are passed over.
    public func patients(at positions: [Int]) -> SurvivalSample {
        let chosen = positions.filter { time.indices.contains($0) }
        return SurvivalSample(
            time: chosen.map { time[$0] }, status: chosen.map { status[$0] },
            entry: entry.map { entry in chosen.map { entry[$0] } },
            weights: weights.map { weights in chosen.map { weights[$0] } }, unit: unit,
            hasSamplingWeights: hasSamplingWeights, exits: nil, entries: nil)
    }
}

/// Which patients are in which group, and where.
private struct Grouping {
    /// Each patient's group in the upper half, −1 for none, and position in it in the lower half: one look at memory.
    private var places: [Int64]
    private var sizes: [Int]

    init(count: Int, groups: Int) {
        places = [Int64](repeating: -1, count: count)
        sizes = [Int](repeating: 0, count: groups)
    }

    mutating func put(_ patient: Int, into group: Int) {
        places[patient] = Int64(group) << 32 | Int64(sizes[group])
        sizes[group] += 1
    }

    /// Where each group starts in a list of all; one longer than the number of groups.
    private var starts: [Int] {
        sizes.reduce(into: [0]) { starts, size in starts.append(starts[starts.count - 1] + size) }
    }

    /// The values of each group, in their order.
    func divide<Value>(_ values: [Value]) -> [[Value]] {
        guard var all = values.first.map({ [Value](repeating: $0, count: starts[sizes.count]) }) else {
            return sizes.map { _ in [] }
        }
        var next = starts
        for index in values.indices where places[index] >= 0 {
            let group = Int(places[index] >> 32)
            all[next[group]] = values[index]
            next[group] += 1
        }
        return sizes.indices.map { Array(all[starts[$0]..<starts[$0 + 1]]) }
    }

    /// The sorted times of each group, with the patients' positions in it.
    func divide(_ sorted: SortedTimes) -> [SortedTimes] {
        let count = starts[sizes.count]
        var all = SortedTimes(
            time: [Double](repeating: 0, count: count), patient: [Int32](repeating: 0, count: count),
            status: [Status](repeating: .censored, count: sorted.status.isEmpty ? 0 : count))
        var next = starts
        for index in sorted.patient.indices {
            let place = places[Int(sorted.patient[index])]
            guard place >= 0 else { continue }
            let target = next[Int(place >> 32)]
            all.time[target] = sorted.time[index]
            all.patient[target] = Int32(truncatingIfNeeded: place)
            if !all.status.isEmpty { all.status[target] = sorted.status[index] }
            next[Int(place >> 32)] += 1
        }
        return sizes.indices.map { group in
            let range = starts[group]..<starts[group + 1]
            return SortedTimes(
                time: Array(all.time[range]), patient: Array(all.patient[range]),
                status: all.status.isEmpty ? [] : Array(all.status[range]))
        }
    }
}
