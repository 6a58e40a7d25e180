internal import Mathematics

extension CoxLikelihood {
    /// Both passes where all records are at risk from the start: part by part, on as many cores as there are.
    ///
    /// A part's sweep begins with the sums of all later parts of its stratum, and its forward pass with the hazard of all
    /// earlier ones.
    func partedPass(
        _ hazard: inout CoxHazard, factors: [Double]?
    ) -> (logRisk: Double, outer: SquareMatrix, exposed: SquareMatrix, vector: [Double]) {
        if records.width == 1 { return singleColumnPass(hazard, factors: factors) }
        let parts = records.parts
        let starts = startingSums(hazard)
        let (width, stride) = (records.width, records.covariates.stride)
        var logRisk = LogarithmSum()
        var outer = OuterProducts(width: width, stride: stride)
        var exposed = ExposedProducts(width: width, stride: stride)
        hazard.risk.withUnsafeMutableBufferPointer { risk in
            hazard.increment.withUnsafeMutableBufferPointer { increment in
                hazard.eventIncrement.withUnsafeMutableBufferPointer { eventIncrement in
                    guard let base = risk.baseAddress else { return }
                    let pass = PartPass(
                        likelihood: self, risk: base, increment: increment, eventIncrement: eventIncrement,
                        factors: factors)
                    let swept = concurrentMap(parts.count) { pass.sweep(parts[$0].groups, from: starts[$0]) }
                    for part in swept {
                        logRisk.add(part.logRisk)
                        outer.add(part.outer)
                    }
                    var before = [Double](repeating: 0, count: parts.count)
                    for index in parts.indices.dropFirst() where parts[index].stratum == parts[index - 1].stratum {
                        before[index] = before[index - 1] + swept[index - 1].hazard
                    }
                    for part in concurrentMap(parts.count, { pass.expose(parts[$0].groups, hazard: before[$0]) }) {
                        exposed.add(part)
                    }
                }
            }
        }
        return (logRisk.value, outer.matrix, exposed.matrix, exposed.vector)
    }
}

extension CoxLikelihood {
    /// `S₀` followed by `S₁` of the records after each part, in its stratum.
    func startingSums(_ hazard: CoxHazard) -> [[Double]] {
        let zero = [Double](repeating: 0, count: records.covariates.stride + 1)
        guard records.parts.count > records.strata.count else {
            return [[Double]](repeating: zero, count: records.parts.count)
        }
        let totals = hazard.partTotals.isEmpty || hazard.shift != 0 ? totals(hazard.risk) : hazard.partTotals
        return records.sumsAfterParts(totals)
    }

    /// `S₀` followed by `S₁` of each part's own records.
    private func totals(_ risk: [Double]) -> [[Double]] {
        risk.withUnsafeBufferPointer { risk in
            guard let base = risk.baseAddress else { return [] }
            return concurrentMap(records.parts.count) { part in
                let own = records.records(records.parts[part].groups)
                let sums = VectorSums(stride: records.covariates.stride)
                defer { sums.deallocate() }
                sums.addRisk(records.covariates.base, base, own)
                return [own.reduce(0) { $0 + base[$1] }] + sums.riskValues
            }
        }
    }
}

extension CoxRecords {
    /// The sums over the records after each part, in its stratum, from the sums over each part's own.
    func sumsAfterParts(_ totals: [[Double]]) -> [[Double]] {
        var sums = totals.map { [Double](repeating: 0, count: $0.count) }
        for index in parts.indices.dropLast().reversed() where parts[index].stratum == parts[index + 1].stratum {
            sums[index] = zip(sums[index + 1], totals[index + 1]).map { $0 + $1 }
        }
        return sums
    }
}

/// What the parts of a pass share. Each part writes to its own records and time groups only.
private struct PartPass {
    let likelihood: CoxLikelihood
    let risk: UnsafeMutablePointer<Double>
    let increment: UnsafeMutableBufferPointer<Double>
    let eventIncrement: UnsafeMutableBufferPointer<Double>
    let factors: [Double]?

    private var records: CoxRecords { likelihood.records }
    private var stride: Int { records.covariates.stride }

    /// Backwards through a part: the increments, their sum, `Σ w̄ Σ log r` and the outer products.
    func sweep(
        _ groups: Range<Int>, from start: [Double]
    ) -> (logRisk: LogarithmSum, outer: OuterProducts, hazard: Double) {
        var logRisk = LogarithmSum()
        var outer = OuterProducts(width: records.width, stride: stride)
        var hazard = 0.0
        let sums = VectorSums(stride: stride)
        defer { sums.deallocate() }
        for column in 0..<stride { sums.risk[column] = start[column + 1] }
        records.sweep(
            groups, risk: risk, ties: likelihood.ties, riskSum: start[0], sums: sums, logRisk: &logRisk
        ) { set in
            let factor = factors.map { $0[set.group] } ?? 1
            increment[set.group] = factor * set.sums.hazard
            eventIncrement[set.group] = factor * set.sums.eventHazard
            outer.add(set, factor: factor)
        }
        for group in groups { hazard += increment[group] }
        return (logRisk, outer, hazard)
    }

    /// Forwards through a part: the sums of `v x` and `v x x'` with `v = w e^η H`.
    func expose(_ groups: Range<Int>, hazard start: Double) -> ExposedProducts {
        var products = ExposedProducts(width: records.width, stride: stride)
        var cumulative = start
        records.isEvent.withUnsafeBufferPointer { isEvent in
            for group in groups {
                let (others, events) = (cumulative + increment[group], cumulative + eventIncrement[group])
                for record in records.group(group) { risk[record] *= isEvent[record] ? events : others }
                cumulative += increment[group]
            }
        }
        let own = records.records(groups)
        products.add(
            records.covariates.base + own.lowerBound * stride, weights: risk + own.lowerBound, count: own.count)
        return products
    }
}
