internal import Results

/// The risk set of one event time as the sweep meets it. The pointers hold until the next event time.
struct RiskSet {
    /// The time group.
    let group: Int
    /// The sums over `l` of Efron's ties, or one of Breslow's.
    let sums: TieSums
    /// `S₀ = Σ w e^η` over the risk set.
    let riskSum: Double
    /// `D₀ = Σ w e^η` over the events.
    let eventRiskSum: Double
    /// `S₁ = Σ w e^η x` over the risk set, padded like a record.
    let riskVector: UnsafePointer<Double>
    /// `D₁ = Σ w e^η x` over the events, padded like a record; only where there are several.
    let eventVector: UnsafePointer<Double>
}

extension CoxRecords {
    /// Goes through the time groups of every stratum from the last to the first and calls `body` at each event time.
    ///
    /// Records are added to the sums at their time and, where they enter late, taken away at their entry. Only then are
    /// the sums compensated (Neumaier), so that a large term that leaves takes no digits of those who stay. `risk` is
    /// `w e^η` of each record. The result is `Σ w̄ Σ log r` of all event times.
    @discardableResult
    func forEachRiskSet(
        risk: UnsafePointer<Double>, ties: TiesMethod, _ body: (RiskSet) -> Void
    ) -> Double {
        entryGroup.isEmpty
            ? sweepFromStart(risk: risk, ties: ties, body) : sweepLate(risk: risk, ties: ties, body)
    }

    private func sweepFromStart(risk: UnsafePointer<Double>, ties: TiesMethod, _ body: (RiskSet) -> Void) -> Double {
        let sums = VectorSums(stride: covariates.stride)
        defer { sums.deallocate() }
        var logRisk = LogarithmSum()
        for (_, groups) in strata {
            sums.clearRisk()
            sweep(groups, risk: risk, ties: ties, riskSum: 0, sums: sums, logRisk: &logRisk, body)
        }
        return logRisk.value
    }

    /// Goes backwards through some time groups of a stratum, of which all enter at the start.
    ///
    /// `riskSum` and the vector in `sums` are those of the records after these groups.
    @inline(__always)
    func sweep(
        _ groups: Range<Int>, risk: UnsafePointer<Double>, ties: TiesMethod, riskSum start: Double, sums: VectorSums,
        logRisk: inout LogarithmSum, _ body: (RiskSet) -> Void
    ) {
        let stride = covariates.stride
        let base = covariates.base
        var logarithms = logRisk
        var riskSum = start
        isEvent.withUnsafeBufferPointer { isEvent in
            groupStart.withUnsafeBufferPointer { groupStart in
                for group in groups.reversed() {
                    let first = Int(groupStart[group])
                    let last = Int(groupStart[group + 1])
                    for record in first..<last { riskSum += risk[record] }
                    sums.addRisk(base, risk, first..<last)
                    let events = Int(groupEvents[group])
                    guard events > 0 else { continue }
                    var eventRiskSum = 0.0
                    if events > 1 {
                        sums.clearEvents()
                        for record in first..<last where isEvent[record] {
                            eventRiskSum += risk[record]
                            sums.addEvent(base + record * stride, risk[record])
                        }
                    }
                    let tied = TieSums(
                        ties: ties, events: events, eventWeight: groupEventWeight[group], riskSum: riskSum,
                        eventRiskSum: eventRiskSum, logRisk: &logarithms)
                    body(
                        RiskSet(
                            group: group, sums: tied, riskSum: riskSum, eventRiskSum: eventRiskSum,
                            riskVector: sums.risk, eventVector: sums.events))
                }
            }
        }
        logRisk = logarithms
    }

    private func sweepLate(risk: UnsafePointer<Double>, ties: TiesMethod, _ body: (RiskSet) -> Void) -> Double {
        let stride = covariates.stride
        let base = covariates.base
        let sums = VectorSums(stride: stride)
        var total = CompensatedSums(count: stride + 1)
        defer { sums.deallocate() }
        var logRisk = LogarithmSum()
        for (_, groups) in strata {
            total.clear()
            let last = Int(groupStart[groups.upperBound])
            var leaving = Int(groupStart[groups.lowerBound])
            for group in groups.reversed() {
                for record in self.group(group) { total.add(base + record * stride, risk[record]) }
                let events = Int(groupEvents[group])
                guard events > 0 else { continue }
                while leaving < last {
                    let record = Int(byDescendingEntry[leaving])
                    guard Int(entryGroup[record]) > group else { break }
                    total.add(base + record * stride, -risk[record])
                    leaving += 1
                }
                sums.clearEvents()
                var eventRiskSum = 0.0
                for record in self.group(group) where isEvent[record] {
                    eventRiskSum += risk[record]
                    sums.addEvent(base + record * stride, risk[record])
                }
                let riskSum = total.value(stride)
                for column in 0..<stride { sums.risk[column] = total.value(column) }
                let tied = TieSums(
                    ties: ties, events: events, eventWeight: groupEventWeight[group], riskSum: riskSum,
                    eventRiskSum: eventRiskSum, logRisk: &logRisk)
                body(
                    RiskSet(
                        group: group, sums: tied, riskSum: riskSum, eventRiskSum: eventRiskSum,
                        riskVector: sums.risk, eventVector: sums.events))
            }
        }
        return logRisk.value
    }
}

/// Sums from which terms are taken away again: the rounding error of each addition is kept (Neumaier). The last is that of the
/// weights alone.
private struct CompensatedSums {
    private var sums: [Double]
    private var errors: [Double]

    init(count: Int) {
        sums = [Double](repeating: 0, count: count)
        errors = sums
    }

    mutating func clear() {
        for index in sums.indices {
            sums[index] = 0
            errors[index] = 0
        }
    }

    mutating func add(_ row: UnsafePointer<Double>, _ weight: Double) {
        let last = sums.count - 1
        for index in 0...last {
            let term = index == last ? weight : weight * row[index]
            let sum = sums[index] + term
            errors[index] += abs(sums[index]) >= abs(term) ? (sums[index] - sum) + term : (term - sum) + sums[index]
            sums[index] = sum
        }
    }

    func value(_ index: Int) -> Double { sums[index] + errors[index] }
}
