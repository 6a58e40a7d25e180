internal import Mathematics
internal import Results

/// The patients of a subdistribution-hazard model by ascending time, with the censoring distribution's weights.
struct SubdistributionRecords {
    let count: Int
    let width: Int
    let covariates: [Double]
    let scales: [Double]
    /// 0 censored, 1 the cause, 2 another.
    let kind: [UInt8]
    /// The time group of each record.
    let group: [Int]
    let groupStart: [Int]
    let groupEvents: [Int]
    /// The probability of not being censored just before each time group.
    let uncensored: [Double]
    /// For each time group the patients at risk of censoring, and those censored.
    let atRiskOfCensoring: [Double]
    let censored: [Double]

    var groupCount: Int { groupEvents.count }
    var eventCount: Int { groupEvents.reduce(0, +) }

    init(_ sample: CompetingRisksSample, covariates matrix: DesignMatrix, cause: Int, method: SubdistributionMethod) {
        let complete = sample.time.indices.filter(matrix.isComplete)
        let order = AscendingOrder(sample.time, at: complete.map(Int32.init)).order
        var (group, starts): ([Int], [Int]) = ([], [])
        for (index, row) in order.enumerated() {
            if index == 0 || sample.time[Int(row)] != sample.time[Int(order[index - 1])] { starts.append(index) }
            group.append(starts.count - 1)
        }
        starts.append(order.count)
        count = order.count
        width = matrix.columns.count
        let kind = order.map { row -> UInt8 in
            let code = sample.cause[Int(row)]
            return code == 0 ? 0 : (code == cause ? 1 : 2)
        }
        self.kind = kind
        let stored = standardised(matrix.columns, rows: order, weights: [])
        (covariates, scales) = (stored.values, stored.scales)
        self.group = group
        groupStart = starts
        var events = [Int](repeating: 0, count: max(0, starts.count - 1))
        var (uncensored, atRisk, censored): ([Double], [Double], [Double]) = ([], [], [])
        var probability = 1.0
        for index in events.indices {
            let members = starts[index]..<starts[index + 1]
            events[index] = members.count { kind[$0] == 1 }
            let leaving = Double(members.count { kind[$0] == 0 })
            // Either all who are observed until the time can be censored there, or only those without an event then.
            let ended = method == .cmprsk ? 0 : Double(members.count { kind[$0] != 0 })
            let total = Double(order.count - starts[index]) - ended
            uncensored.append(probability)
            atRisk.append(total)
            censored.append(leaving)
            if leaving > 0 { probability *= 1 - leaving / total }
        }
        groupEvents = events
        self.uncensored = uncensored
        atRiskOfCensoring = atRisk
        self.censored = censored
    }

    func members(_ group: Int) -> Range<Int> { groupStart[group]..<groupStart[group + 1] }

    func linearPredictor(_ coefficients: [Double]) -> [Double] {
        (0..<count).map { record in
            var sum = 0.0
            for column in 0..<width { sum += covariates[record * width + column] * coefficients[column] }
            return sum
        }
    }
}
