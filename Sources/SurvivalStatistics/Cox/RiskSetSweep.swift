internal import Results

/// The risk set of one event time as the sweep meets it. The pointers hold until the next event time.
struct RiskSet {
    /// The time group.
    let group: Int
    /// Events, their weights, and the events' own sums.
    let sums: TieSums
    /// `S₀ = Σ w e^η` over the risk set.
    let riskSum: Double
    /// `D₀ = Σ w e^η` over the events.
    let eventRiskSum: Double
    /// `S₁ = Σ w e^η x` over the risk set.
    let riskVector: UnsafePointer<Double>
    /// `D₁ = Σ w e^η x` over the events.
    let eventVector: UnsafePointer<Double>
}

extension CoxRecords {
    /// Goes through the time groups of every stratum from the last to the first and calls `body` at each event time.
    ///
    /// Records are added to the sums at their time and, where they enter late, taken away at their entry. Only then are
    /// the sums compensated (Neumaier), so that a large term that leaves takes no digits of those who stay. `risk` is
    /// `w e^η` of each record.
    func forEachRiskSet(
        risk: UnsafePointer<Double>, ties: TiesMethod, _ body: (RiskSet) -> Void
    ) {
        let width = self.width
        let total = UnsafeMutablePointer<Double>.allocate(capacity: 4 * (width + 1))
        defer { total.deallocate() }
        let compensation = total + (width + 1)
        let events = compensation + (width + 1)
        let corrected = events + (width + 1)
        let late = !byDescendingEntry.isEmpty
        var leaving = 0
        covariates.withUnsafeBufferPointer { covariateBuffer in
            for (_, groups) in strata {
                total.update(repeating: 0, count: 2 * (width + 1))
                let first = Int(groupStart[groups.lowerBound])
                let last = Int(groupStart[groups.upperBound])
                leaving = first
                for group in groups.reversed() {
                    events.update(repeating: 0, count: width + 1)
                    let hasEvents = groupEvents[group] > 0
                    for record in self.group(group) {
                        let x = covariateBuffer.baseAddress.map { $0 + record * width }
                        let own = risk[record]
                        if late {
                            addCompensated(total, compensation, own, x, width)
                        } else {
                            add(total, own, x, width)
                        }
                        if hasEvents, isEvent[record] { add(events, own, x, width) }
                    }
                    guard hasEvents else { continue }
                    var sums = total
                    if late {
                        while leaving < last {
                            let record = Int(byDescendingEntry[leaving])
                            guard Int(entryGroup[record]) > group else { break }
                            let x = covariateBuffer.baseAddress.map { $0 + record * width }
                            addCompensated(total, compensation, -risk[record], x, width)
                            leaving += 1
                        }
                        for index in 0...width { corrected[index] = total[index] + compensation[index] }
                        sums = corrected
                    }
                    let tieSums = TieSums(
                        ties: ties, events: Int(groupEvents[group]), eventWeight: groupEventWeight[group],
                        riskSum: sums[0], eventRiskSum: events[0])
                    body(
                        RiskSet(
                            group: group, sums: tieSums, riskSum: sums[0], eventRiskSum: events[0],
                            riskVector: sums + 1, eventVector: events + 1))
                }
            }
        }
    }
}

/// Adds `own` and `own · x` to a sum and its vector.
@inline(__always)
private func add(
    _ total: UnsafeMutablePointer<Double>, _ own: Double, _ x: UnsafePointer<Double>?, _ width: Int
) {
    total[0] += own
    guard let x else { return }
    for column in 0..<width { total[column + 1] += own * x[column] }
}

/// The same with the rounding error of each addition gathered in `compensation`.
@inline(__always)
private func addCompensated(
    _ total: UnsafeMutablePointer<Double>, _ compensation: UnsafeMutablePointer<Double>, _ own: Double,
    _ x: UnsafePointer<Double>?, _ width: Int
) {
    for column in 0...width {
        let term = column == 0 ? own : own * (x.map { $0[column - 1] } ?? 0)
        let sum = total[column] + term
        compensation[column] +=
            abs(total[column]) >= abs(term) ? (total[column] - sum) + term : (term - sum) + total[column]
        total[column] = sum
    }
}
